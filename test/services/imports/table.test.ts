import fc from 'fast-check';
import {
  count,
  date,
  degrees,
  documentNumber,
  oneOf,
  optional,
  personal,
  phone,
  shownName,
  slots,
  words,
} from '../../../src/services/imports/columns';
import { readTable } from '../../../src/services/imports/table';

const columns = { code: words(5), capacity: count, note: optional(words()) };

function read(text: string, encoding: BufferEncoding = 'utf8') {
  return readTable(Buffer.from(text, encoding), columns);
}

const two = [
  { row: 2, cells: { code: 'A', capacity: 3, note: null } },
  { row: 3, cells: { code: 'B', capacity: 4, note: 'sí, señora' } },
];

test.each([
  ['commas', 'code,capacity,note\nA,3,\nB,4,"sí, señora"\n'],
  ['semicolons, as Excel in Spanish saves', 'code;capacity;note\r\nA;3;\r\nB;4;sí, señora\r\n'],
  ['a byte order mark', '\uFEFFcode,capacity,note\nA,3,\nB,4,"sí, señora"'],
  ['other order and spaces', 'note, capacity ,code\n,3,A\n" sí, señora ",4, B \n'],
  ['tabs', 'code\tcapacity\tnote\nA\t3\t\nB\t4\t"sí, señora"\n'],
  ['a first line that says what stands between cells', 'sep=;\r\ncode;capacity;note\r\nA;3;\r\nB;4;sí, señora\r\n'],
  ['names in capitals', 'Code,CAPACITY,Note\nA,3,\nB,4,"sí, señora"\n'],
  ['columns that somebody has emptied', 'code;capacity;note;;\nA;3;;;\nB;4;sí, señora;;\n'],
  ['more empty cells than columns', 'code;capacity;note\nA;3;;;\nB;4;sí, señora;;;\n'],
  ['empty cells left out at the end', 'code,capacity,note\nA,3\nB,4,"sí, señora"'],
])('a file with %s is read', (_, text) => {
  expect(read(text)).toEqual({ ok: true, lines: two });
});

test('empty rows are passed over and counted', () => {
  const result = read('code,capacity,note\n\nA,3,\n,,\n\nB,x,\n');
  expect(result).toEqual({ ok: false, faults: ['row 6, column "capacity": "x" is not a whole number above 0'] });
});

test.each([
  ['code,capacity,note,phone\nA,3,,\n', ['row 1: there is no column "phone"']],
  ['code,capacity\nA,3\n', ['row 1: the column "note" is missing']],
  ['code,capacity,note,code\nA,3,,A\n', ['row 1: the column "code" stands twice']],
  ['code,,capacity,note\nA,,3,\n', ['row 1: a column has no name']],
  ['', ['row 1: it has to name the columns, and names none of them. They are code, capacity, note']],
  ['código|cupos\nA|3\n', ['row 1: it has to name the columns, and names none of them. They are code, capacity, note']],
  ['code,capacity,note\n', ['the file has no rows below its first']],
  ['code,capacity,note\nA,3,,,x\n', ['row 2: 5 cells, but there are 3 columns']],
  ['code,capacity,note\nA,3,niÃ±a\n', [expect.stringMatching(/^row 2, column "note": "niÃ±a" has broken letters/)]],
  [
    'code,capacity,note\nA,"3,\n',
    ['line 2: the quotes are not in pairs; a quote within a quoted cell is written twice'],
  ],
  [
    'code,capacity,note\nA,3,a"b\n',
    ['line 2: the quotes are not in pairs; a quote within a quoted cell is written twice'],
  ],
  [
    'code,capacity,note\n,abc,\nABCDEF,0,\n',
    [
      'row 2, column "code": is empty',
      'row 2, column "capacity": "abc" is not a whole number above 0',
      'row 3, column "code": "ABCDEF" is longer than 5 characters',
      'row 3, column "capacity": "0" is not a whole number above 0',
    ],
  ],
])('%j is refused with every fault it has', (text, faults) => {
  expect(read(text)).toEqual({ ok: false, faults });
});

test('a file that is not in UTF-8 is refused', () => {
  const result = read('code,capacity,note\nA,3,sí\n', 'latin1');
  expect(result).toEqual({ ok: false, faults: [expect.stringContaining('not in UTF-8')] });
});

test('the Unicode text of Excel is read, and a workbook is refused as one', () => {
  const unicode = Buffer.from('\uFEFFcode\tcapacity\tnote\r\nA\t3\t\r\nB\t4\tsí, señora\r\n', 'utf16le');
  expect(readTable(unicode, columns)).toEqual({ ok: true, lines: two });
  const workbook = Buffer.from('PK\u0003\u0004…');
  expect(readTable(workbook, columns)).toEqual({ ok: false, faults: [expect.stringContaining('is a workbook')] });
});

test.each(['Peña', 'Ângela', 'São Tomé', 'MUÑOZ', 'Ñáñez', 'D’Âme', 'Nuñez Â', 'ÃO'])(
  '%s has no broken letters',
  (name) => {
    expect(readTable(Buffer.from(`name\n${name}\n`), { name: words() }).ok).toBe(true);
  },
);

test.each(['PeÃ±a', 'GÃ³mez', 'MarÃ­a', 'MUÃ‘OZ', 'Ãngela'.replace('Ã', 'Ã\u0081'), 'Pe\uFFFDa'])('%s has', (name) => {
  expect(readTable(Buffer.from(`name\n${name}\n`), { name: words() }).ok).toBe(false);
});

test('reports do not quote personal cells', () => {
  const result = readTable(Buffer.from('name,phone\nRosa Díaz,no tiene\n'), { name: personal(words(3)), phone });
  expect(result).toEqual({
    ok: false,
    faults: ['row 2, column "name": is longer than 3 characters', 'row 2, column "phone": is not a phone number'],
  });
});

test('whatever the bytes, a file is read or refused', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc
          .string({ unit: fc.constantFrom(...'code,capacity;note"\n\r A3') })
          .map((text) => Buffer.from(`code,capacity,note\n${text}`)),
      ),
      (bytes) => {
        const result = readTable(Buffer.from(bytes), columns);
        expect(result.ok || result.faults.length > 0).toBe(true);
      },
    ),
  );
});

test.each([
  [date, '2025-02-28', '2025-02-28'],
  [date, '2025-02-30', 'is not a date of the form 2025-01-31'],
  [date, 'mañana', 'is not a date of the form 2025-01-31'],
  ...['28/02/2025', '2-28-25', '45716'].map((text): [typeof date, string, string] => [
    ...([date, text] as const),
    'is not a date of the form 2025-01-31: in Excel, give the column the format aaaa-mm-dd (yyyy-mm-dd) before you save it',
  ]),
  [documentNumber, '52.123.456', '52.123.456'],
  [documentNumber, 'AB 1234', 'AB 1234'],
  [documentNumber, '12E4567', '12E4567'],
  ...['52123456.0', '52123456,00', '9.9E+09', '9,9e+09'].map((text): [typeof documentNumber, string, string] => [
    ...([documentNumber, text] as const),
    'was taken for an amount by the spreadsheet: give the column the format Text, and type it again',
  ]),
  [phone, '300.123.45.67', '573001234567'],
  [
    phone,
    '3001234567.0',
    'was taken for an amount by the spreadsheet: give the column the format Text, and type it again',
  ],
  [oneOf('CC', 'CE'), 'cc', 'CC'],
  [oneOf('CC', 'CE'), 'c', 'is not one of CC, CE'],
  [degrees(90), '4.6428', 4.6428],
  [degrees(90), '-74,15', -74.15],
  [degrees(90), '91', 'is not a number of degrees from -90 to 90'],
  [degrees(90), '4.6.4', 'is not a number of degrees from -90 to 90'],
  [count, '1.5', 'is not a whole number above 0'],
  [count, '-1', 'is not a whole number above 0'],
  [shownName, 'x'.repeat(24), 'x'.repeat(24)],
  [shownName, 'x'.repeat(25), 'has 25 characters; a WhatsApp list shows 24'],
  [shownName, '', 'is empty'],
  [phone, '+57 300 123 4567', '573001234567'],
  [slots, 'mon 08:00-10:00', [{ weekday: 1, starts: '08:00', ends: '10:00' }]],
  [slots, '', 'is empty: at least one slot is needed, such as "mon 08:00-10:00"'],
  [slots, 'Monday', 'has "Monday", which is not of the form "mon 08:00-10:00"'],
  [slots, 'xyz 8-10', 'has "xyz 8-10", which begins with no day of the week (mon tue wed thu fri sat sun)'],
  [slots, 'mon 8-25', 'has "mon 8-25", where a time is not between 00:00 and 23:59'],
  [
    slots,
    'mon 10-8; tue 9-9',
    'has "mon 10-8", which ends before it begins; has "tue 9-9", which ends before it begins',
  ],
  [slots, 'mon 8-10; mon 9-11', 'has "mon 09:00-11:00", which overlaps another slot of that day'],
])('column %#: %j is read as %j', (column, text, expected) => {
  const result = column.read(text);
  expect(result.ok ? result.value : result.why).toEqual(expected);
});
