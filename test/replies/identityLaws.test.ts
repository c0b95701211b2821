import fc from 'fast-check';
import type { DocumentType } from '../../src/domain/document';
import { documentType } from '../../src/replies/document';
import { readDocument } from '../../src/replies/documentNumber';
import { readName } from '../../src/replies/name';
import { finiteVerbs } from '../../src/replies/notNames';
import { relatives } from '../../src/replies/others';

const of = <T>(...some: T[]) => fc.constantFrom(...some);
const digits = (many: number) => fc.stringMatching(new RegExp(`^\\d{${many}}$`));
const types = of<DocumentType>('CC', 'CE', 'PPT', 'TI', 'PA');
const names = of('Rosa', 'Ana Lucía', 'Pérez', 'Luz Marina Gómez', 'Consuelo', 'paz', 'DOLORES CRUZ');

const grouped = (number: string) => number.replace(/^(\d{3})(\d{3})/, '$1 $2 ');
const written = fc.tuple(of('', '+57 ', '57', 'es ', 'escríbame al '), of('', ' gracias')).map(([before, after]) => ({
  around: (number: string) => `${before}${number}${after}`,
}));

test('a mobile is never taken for a document, unless she calls it one', () => {
  fc.assert(
    fc.property(digits(9), types, written, fc.boolean(), (rest, type, { around }, isGrouped) => {
      const mobile = `3${rest}`;
      const text = around(isGrouped ? grouped(mobile) : mobile);
      expect(readDocument(text, type).ok).toBe(false);
      const called = readDocument(`mi cédula es ${mobile}`, 'CC');
      expect(called).toEqual({ ok: true, value: { type: 'CC', number: mobile } });
    }),
  );
});

test('a new cédula, of ten digits that begin with 1, is read with no question', () => {
  fc.assert(
    fc.property(digits(9), of('', 'es ', 'CC '), (rest, before) => {
      expect(readDocument(`${before}1${rest}`, 'CC')).toEqual({ ok: true, value: { type: 'CC', number: `1${rest}` } });
    }),
  );
});

test('a number said to be of another person is never hers', () => {
  fc.assert(
    fc.property(digits(8), of(...relatives.split('|').slice(0, 50)), types, (rest, who, type) => {
      expect(readDocument(`la cédula de mi ${who} es 4${rest}`, type).ok).toBe(false);
    }),
  );
});

test('a sentence with a verb between names is no name', () => {
  fc.assert(
    fc.property(names, of(...finiteVerbs), names, (one, verb, other) => {
      expect(readName(`${one} ${verb} ${other}`).ok).toBe(false);
    }),
  );
});

test('words that nothing tells to be a name, and of which we know none as one, are no name', () => {
  const word = fc.constantFrom(
    ...['depende', 'obvio', 'señal', 'mala', 'crochet', 'estafa', 'urgente', 'tesoro', 'costurera', 'autismo'],
    ...['estrato', 'fundación', 'trece', 'cincuenta', 'ladrones', 'jamás', 'cansada', 'consulta'],
  );
  const heard = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const shown = (text: string, way: number) =>
    [text, text.toUpperCase(), text.charAt(0).toUpperCase() + text.slice(1)][way] ?? text;
  fc.assert(
    fc.property(heard, fc.integer({ min: 0, max: 2 }), (text, way) => {
      expect(readName(shown(text, way)).ok).toBe(false);
    }),
  );
});

test('a name of any words is taken where she says that it is hers, or writes it as one', () => {
  const rare = fc.stringMatching(/^[bcdfgj]u[lmnrs][aeo][gn]ua$/);
  const proper = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  fc.assert(
    fc.property(rare, rare, of('me llamo', 'mi nombre es', 'Nombre:'), (first, last, lead) => {
      const value = { first: proper(first), last: proper(last) };
      expect(readName(`${lead} ${first} ${last}`)).toEqual({ ok: true, value });
      expect(readName(`${value.first} ${value.last}`)).toEqual({ ok: true, value });
    }),
  );
});

test('what is said after a whole name does not change it', () => {
  const after = of(
    'bendiciones',
    'Dios la bendiga',
    'mi reina',
    '54 años',
    'vivo en Bosa',
    'muchas gracias',
    'a la orden',
    'ajá',
    'pues',
    'la que vende tintos',
    'yo cuido a mi esposa',
    'viejita pero con ganas',
    'pero todos me dicen Lucha',
    'como aparece en la cédula',
    'here',
  );
  fc.assert(
    fc.property(of('Rosa Gómez', 'ana lucía pérez', 'Luz Marina Ortiz Ruiz', 'YANETH CRUZ'), after, (name, more) => {
      expect(readName(`${name} ${more}`)).toEqual(readName(name));
      expect(readName(`${name}, ${more}`)).toEqual(readName(name));
    }),
  );
});

test('a given name after another is no last name', () => {
  const given = of('Johana', 'Lilia', 'Marina', 'Paola', 'Cecilia', 'Alba', 'Dary');
  fc.assert(
    fc.property(of('Leidy', 'Blanca', 'Luz', 'Martha'), given, of('', 'soy ', 'me llamo '), (one, other, before) => {
      expect(readName(`${before}${one} ${other}`)).toEqual({ ok: true, value: { first: `${one} ${other}`, last: '' } });
      expect(readName(`${before}${one} ${other} Gómez`)).toEqual({
        ok: true,
        value: { first: `${one} ${other}`, last: 'Gómez' },
      });
    }),
  );
});

test('what she lacks, or where it is, is no document unless it is a paper', () => {
  const lacking = of('no tengo', 'estoy sin', 'ando sin', 'I do not have', "I don't have");
  const thing = of('tiempo', 'gafas', 'señal', 'plata', 'las gafas', 'el celular', 'time', 'datos');
  fc.assert(
    fc.property(lacking, thing, of('', ' ahora', ' señorita'), (no, what, after) => {
      expect(documentType(`${no} ${what}${after}`)).toBeUndefined();
    }),
  );
  const paper = of('cédula', 'papeles', 'documento', 'ningún documento', 'nada');
  fc.assert(
    fc.property(of('no tengo', 'estoy sin', 'ando sin'), paper, of('', ' todavía', ' señorita'), (no, what, after) => {
      expect(documentType(`${no} ${what}${after}`)).toBe('OTRO');
    }),
  );
});

test('a number she calls that of another paper is not the one she is asked for', () => {
  const called = of<[DocumentType, string]>(['PPT', 'mi ppt es'], ['PA', 'pasaporte'], ['CE', 'cédula de extranjería']);
  fc.assert(
    fc.property(digits(7), called, of<DocumentType>('CC', 'PPT', 'CE', 'PA'), (rest, [type, lead], asked) => {
      expect(readDocument(`${lead} 5${rest}`, asked).ok).toBe(asked === type);
    }),
  );
});

test('a number she is not sure of is asked again', () => {
  const around = fc.constantFrom(
    ...[
      ['creo que ', ''],
      ['', ' creo'],
      ['no sé si es ', ''],
      ['', ' no estoy segura'],
      ['', '?'],
      ['', '***'],
    ],
    ...[
      ['', ' está mal'],
      ['no es ', ''],
      ['me parece que es ', ''],
      ['', ' le falta uno'],
    ],
  );
  fc.assert(
    fc.property(digits(7), around, (rest, [before, after]) => {
      expect(readDocument(`${before}5${rest}${after}`, 'CC').ok).toBe(false);
    }),
  );
});

test('a date is no document, however it is written', () => {
  const date = fc.date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(date, of('/', '-', '.', ' ', ''), fc.boolean(), types, (day, mark, isShort, type) => {
      const [year = '', month = '', of = ''] = day.toISOString().slice(0, 10).split('-');
      const written = [of, month, isShort && /[/-]/.test(mark) ? year.slice(2) : year].join(mark);
      expect(readDocument(written, type).ok).toBe(false);
      expect(readDocument(`nací el ${written}`, type).ok).toBe(false);
    }),
  );
});
