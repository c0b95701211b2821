import fc from 'fast-check';
import { normaliseDocument } from '../../src/domain/document';
import { bogotaLocalities } from '../../src/domain/localities';
import { splitName } from '../../src/domain/names';
import { phoneDigits } from '../../src/domain/phone';
import { parseSlots } from '../../src/domain/schedule';
import { readCompany } from '../../src/replies/company';
import { dangerIn } from '../../src/replies/danger';
import { documentType } from '../../src/replies/document';
import { readDocument } from '../../src/replies/documentNumber';
import { globalWord } from '../../src/replies/globalWords';
import { isGreeting, readIntent } from '../../src/replies/intent';
import { introduction } from '../../src/replies/introduction';
import { readName } from '../../src/replies/name';
import { wholeNumber } from '../../src/replies/number';
import { pick } from '../../src/replies/pick';
import { place } from '../../src/replies/place';
import { readWhen } from '../../src/replies/when';
import { yesNo } from '../../src/replies/yesNo';
import { quickest } from '../setup/quickest';

const options = Array.from({ length: 30 }, (_, at) => ({ id: `${at}`, title: `Clase de la tarde ${at}` }));
const sites = bogotaLocalities.map(({ code, name }) => ({ id: code, name, locality: name }));
const readers: Record<string, (text: string) => unknown> = {
  globalWord,
  yesNo,
  wholeNumber,
  pick: (text) => pick(text, options),
  readName,
  documentType,
  readDocument: (text) => [readDocument(text, 'CC'), readDocument(text, 'PA')],
  place: (text) => place(text, sites, bogotaLocalities),
  normaliseDocument: (text) => normaliseDocument(text),
  splitName: (text) => splitName(text.slice(0, 300)),
  readCompany,
  readIntent,
  isGreeting,
  introduction: (text) => introduction(text, { asked: true }),
  readWhen,
  dangerIn,
  phoneDigits,
  parseSlots,
};

const long = 10_000;
const hostile = [
  'dos mil '.repeat(25),
  'dos mil '.repeat(1250),
  'a'.repeat(long),
  'á'.repeat(long),
  'ab '.repeat(long / 3),
  '1'.repeat(long),
  '1.'.repeat(long / 2),
  '1 a '.repeat(long / 4),
  ' '.repeat(long),
  '\n'.repeat(long),
  'no '.repeat(long / 3),
  'soy '.repeat(long / 4),
  'C.C. '.repeat(long / 5),
  'sí, '.repeat(long / 4),
  '👍🏽'.repeat(long / 4),
  'ﷺ'.repeat(long),
  '\u0301'.repeat(long),
  '('.repeat(long),
  'hola '.repeat(long / 5),
  "a'".repeat(long / 2),
  'de 2 a '.repeat(long / 7),
  'cc 1 '.repeat(long / 5),
  'soy de bosa '.repeat(long / 12),
  'no quiero mas '.repeat(long / 14),
  'quiero '.repeat(long / 7),
  'sabado savado '.repeat(long / 14),
  'mi marido me '.repeat(long / 13),
  'a mi hija le '.repeat(long / 13),
  'no quiero que me '.repeat(long / 17),
  'calle 1 # '.repeat(long / 10),
  'cedula no '.repeat(long / 10),
  'mi esposo que ya tiene '.repeat(long / 23),
  'mi mama ya muy '.repeat(long / 15),
  'miedo que llegue mi '.repeat(long / 20),
];

test.each(Object.entries(readers))('%s reads anything in a moment', (_, read) => {
  for (const text of hostile) expect(quickest(() => read(text))).toBeLessThan(20);
});

test.each(Object.entries(readers))('%s never throws', (_, read) => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(() => read(text)).not.toThrow();
    }),
  );
});
