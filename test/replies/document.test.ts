import type { DocumentType } from '../../src/domain/document';
import { documentType } from '../../src/replies/document';
import { readDocument } from '../../src/replies/documentNumber';

test.each<[string, DocumentType | undefined]>([
  ['cédula', 'CC'],
  ['cedula de ciudadania', 'CC'],
  ['cedula of foreigner 456789', 'CE'],
  ['sedula', 'CC'],
  ['CC', 'CC'],
  ['C.C.', 'CC'],
  ['tengo cédula colombiana', 'CC'],
  ['cédula de extranjería', 'CE'],
  ['ce', 'CE'],
  ['extrangeria', 'CE'],
  ['ppt', 'PPT'],
  ['P.P.T.', 'PPT'],
  ['permiso por protección temporal', 'PPT'],
  ['mi documento es PPT', 'PPT'],
  ['pep', 'PEP'],
  ['permiso especial de permanencia', 'PEP'],
  ['pasaporte', 'PA'],
  ['pasaporte venezolano', 'PA'],
  ['pazaporte', 'PA'],
  ['passport', 'PA'],
  ['tarjeta de identidad', 'TI'],
  ['salvoconducto', 'SC'],
  ['en trámite', 'OTRO'],
  ['está en trámite', 'OTRO'],
  ['el ppt está en trámite', 'OTRO'],
  ['no tengo', 'OTRO'],
  ['no tengo papeles', 'OTRO'],
  ['sin documento', 'OTRO'],
  ['no tengo cédula', 'OTRO'],
  ['no tengo cédula, tengo PPT', 'PPT'],
  ['no tengo cédula, solo pasaporte', 'PA'],
  ['cédula venezolana', 'OTRO'],
  ['cédula, soy venezolana', 'OTRO'],
  ['contraseña', 'OTRO'],
  ['otro', 'OTRO'],
  ["I don't have one", 'OTRO'],
  ['ppt y pasaporte', undefined],
  ['52123456', undefined],
  ['sí', undefined],
  ['TI 1012345678 my daughters', undefined],
  ['', undefined],
])('%j names %s', (text, type) => {
  expect(documentType(text)).toBe(type);
});

test.each<[string, DocumentType, string]>([
  ['52.123.456', 'CC', '52123456'],
  ['52 123 456', 'CC', '52123456'],
  ["1'023.456.789", 'CC', '1023456789'],
  ['CC 52.123.456 de Bogotá', 'CC', '52123456'],
  ['cc52123456', 'CC', '52123456'],
  ['cédula52123456', 'CC', '52123456'],
  ['mi cédula es 52123456 gracias', 'CC', '52123456'],
  ['mi cédula es 52123456 y mi celular 3001234567', 'CC', '52123456'],
  ['41.556.780, perdón 41.556.870', 'CC', '41556870'],
  ['cincuenta y un millones novecientos tres mil doscientos catorce', 'CC', '51903214'],
  ['5️⃣2️⃣1️⃣2️⃣3️⃣', 'CC', '52123'],
  ['521234567890', 'CC', '521234567890'],
  ['PPT 4567890', 'PPT', '4567890'],
  ['ppt4567890', 'PPT', '4567890'],
  ['AB123456', 'PA', 'AB123456'],
  ['ab 123456', 'PA', 'AB123456'],
  ['mi pasaporte es AB 123456 gracias', 'PA', 'AB123456'],
  ['MI PASAPORTE ES AB123456 DE PERU', 'PA', 'AB123456'],
  ['123456 ok', 'PA', '123456'],
  ['V-12.345.678', 'OTRO', 'V12345678'],
])('%j is the %s number %s', (text, type, number) => {
  expect(readDocument(text, type)).toEqual({ ok: true, value: { type, number } });
});

test.each<[string, DocumentType, string]>([
  ['', 'CC', 'no_number'],
  ['no me la sé', 'CC', 'no_number'],
  ['52A23456', 'CC', 'impossible'],
  ['0000000', 'CC', 'impossible'],
  ['1234567890123456789012345', 'CC', 'impossible'],
  ['52123456 3001234567', 'CC', 'several_numbers'],
  ['gracias', 'PA', 'no_number'],
  ['AB123456 y CD654321', 'PA', 'several_numbers'],
  ['sí', 'OTRO', 'no_number'],
  ['300 123 4567', 'CC', 'phone'],
  ['tel 6012345678', 'CE', 'phone'],
  ['nací en 1975', 'CC', 'unsure'],
  ['1975', 'CC', 'unsure'],
  ['la de mi mamá es 41222333', 'CC', 'unsure'],
  ['no es 39111222', 'CC', 'unsure'],
])('%j is no %s number: %s', (text, type, why) => {
  expect(readDocument(text, type)).toEqual({ ok: false, why });
});

test.each(['3001234567', '1975', '39'])('what she calls a document is one: %s', (number) => {
  expect(readDocument(`documento ${number}`, 'CC')).toEqual({ ok: true, value: { type: 'CC', number } });
  expect(readDocument(`my document is ${number}`, 'CC')).toEqual({ ok: true, value: { type: 'CC', number } });
});

test('a document in process may have no number', () => {
  expect(readDocument('no tengo', 'OTRO')).toEqual({ ok: true, value: { type: 'OTRO' } });
  expect(readDocument('no tengo', 'CC')).toEqual({ ok: false, why: 'no_number' });
});
