import fc from 'fast-check';
import { type DocumentType, documentFault, isForMinors, normaliseDocument } from '../../src/domain/document';

describe('a document number is stripped to its bare form', () => {
  test.each([
    ['52.123.456', '52123456'],
    [' 52 123 456 ', '52123456'],
    ['52-123-456', '52123456'],
    ["1'023.456.789", '1023456789'],
    ['CC 52.123.456', '52123456'],
    ['cc52123456', '52123456'],
    ['C.C. 52.123.456', '52123456'],
    ['cédula 52123456', '52123456'],
    ['Cédula de ciudadanía No. 52.123.456', '52123456'],
    ['cédula de extranjería: 345678', '345678'],
    ['PPT 4567890', '4567890'],
    ['ppt4567890', '4567890'],
    ['P.P.T. 4567890', '4567890'],
    ['CE-345678', '345678'],
    ['PEP 123456789012345', '123456789012345'],
    ['TI 1012345678', '1012345678'],
    ['N° 52123456', '52123456'],
    ['ab 123456', 'AB123456'],
    ['５２１２３４５６', '52123456'],
    ['', ''],
  ])('%j gives %j', (typed, bare) => {
    expect(normaliseDocument(typed)).toBe(bare);
  });

  test('letters glued to a passport belong to it', () => {
    expect(normaliseDocument('cc1234567', 'PA')).toBe('CC1234567');
    expect(normaliseDocument('Pasaporte AB123456', 'PA')).toBe('AB123456');
    expect(normaliseDocument('CC1234567', 'CC')).toBe('1234567');
  });

  test('any digits with any of the usual separators come back as the digits', () => {
    const digits = fc.stringMatching(/^[1-9][0-9]{3,9}$/);
    const separator = fc.constantFrom('', '.', ' ', '-', ' - ', "'");
    fc.assert(
      fc.property(digits, fc.array(separator, { minLength: 10, maxLength: 10 }), (number, between) => {
        expect(normaliseDocument([...number].map((digit, at) => digit + between[at]).join(''))).toBe(number);
      }),
    );
  });
});

describe('a document number is judged by its type', () => {
  test.each<[DocumentType, string, ReturnType<typeof documentFault>]>([
    ['CC', '52123456', undefined],
    ['CC', '1023456789', undefined],
    ['CC', '4123', undefined],
    ['CC', '123', 'odd_length'],
    ['CC', '52123456789', 'odd_length'],
    ['CC', '52A23456', 'impossible'],
    ['CC', '', 'impossible'],
    ['CC', '00000000', 'impossible'],
    ['CC', '123456789012345678901', 'impossible'],
    ['CE', '345678', undefined],
    ['CE', '12345678901', 'odd_length'],
    ['PPT', '123', undefined],
    ['PPT', '123456789012', undefined],
    ['PPT', '12', 'odd_length'],
    ['PPT', 'A1234567', 'odd_length'],
    ['PEP', '123456789012345', undefined],
    ['PEP', '12345678901234', 'odd_length'],
    ['PA', 'AB123456', undefined],
    ['PA', 'A123', 'odd_length'],
    ['PA', 'ABCDEFG', 'impossible'],
    ['TI', '1012345678', undefined],
    ['TI', '101234', 'odd_length'],
    ['SC', 'SC1234', undefined],
    ['OTRO', 'V12345678', undefined],
    ['OTRO', 'SD', 'impossible'],
  ])('%s %s: %s', (type, number, fault) => {
    expect(documentFault(type, number)).toBe(fault);
  });

  test('only the tarjeta de identidad is for minors', () => {
    expect((['CC', 'CE', 'PPT', 'PEP', 'PA', 'TI', 'SC', 'OTRO'] as const).filter(isForMinors)).toEqual(['TI']);
  });
});
