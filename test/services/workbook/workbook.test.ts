import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import type { SheetColumn } from '../../../src/services/workbook/sheet';
import { workbook } from '../../../src/services/workbook/workbook';
import { opened } from './opened';
import { unzipped } from './unzipped';
import { childrenOf } from './xml';

const text = (name: string): SheetColumn => ({ name, kind: 'text', width: 20 });

async function* from(rows: string[][]): AsyncGenerator<string[]> {
  yield* rows;
}

async function whole(columns: SheetColumn[], rows: AsyncIterable<string[]>): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of workbook([{ name: 'Lista', columns, rows }])) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function one(columns: SheetColumn[], ...rows: string[][]) {
  const [sheet, ...more] = opened(await whole(columns, from(rows)));
  if (!sheet || more.length > 0) throw new Error('There should be one sheet.');
  return sheet;
}

test.each([
  'Ñáñez Güiza',
  '0012345678',
  '12345678901234567890',
  '=1+1',
  '=cmd|" /C calc"!A0',
  '+57 300 999 0002',
  '-1',
  '@SUM(A1)',
  "'tras apóstrofo",
  'A & B <c> "d" ]]>',
  '  blancos  ',
  'dos\nlíneas',
  'dos\r\nlíneas\ty más',
  '_x0041_ y _x005F_',
  '\u0007\u000b\uffff',
  '😀 ẞ 中文',
  '1E5',
  '2025-03-04',
  'TRUE',
  '#N/A',
])('%j is text, as it is', async (cell) => {
  const { rows, sorts } = await one([text('a'), text('b')], [cell, 'fin']);
  expect(rows[1]).toEqual([cell, 'fin']);
  expect(sorts[1]?.[0]).toBe('text @');
});

test('days, times and counts are such; what does not read as one is text', async () => {
  const columns: SheetColumn[] = [
    { name: 'día', kind: 'date', width: 12 },
    { name: 'hora', kind: 'time', width: 12 },
    { name: 'cuántas', kind: 'number', width: 12 },
  ];
  const { rows, sorts } = await one(
    columns,
    ['2025-03-04', '08:00', '12'],
    ['2024-02-29', '23:59', '0'],
    ['', '', ''],
    ['04/03/2025', '8', '007'],
  );
  expect(rows.slice(1)).toEqual([
    ['2025-03-04', '08:00', '12'],
    ['2024-02-29', '23:59', '0'],
    ['', '', ''],
    ['04/03/2025', '8', '007'],
  ]);
  expect(sorts.slice(1)).toEqual([
    ['date', 'time', 'number'],
    ['date', 'time', 'number'],
    ['', '', ''],
    ['text @', 'text @', 'text @'],
  ]);
});

test('whatever stands in the cells comes back, and there is no formula', async () => {
  const hostile = fc.string({
    unit: fc.constantFrom(...'=+-@\t\r\n\u0000\u001f\ufffe &<>"\'_x0aFé中 '),
    maxLength: 14,
  });
  const cells = fc.oneof(hostile, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cells, cells), { minLength: 1, maxLength: 4 }), async (table) => {
      const archive = await whole([text('a'), text('b')], from(table));
      expect(opened(archive)[0]?.rows.slice(1)).toEqual(table);
      expect(unzipped(archive).get('xl/worksheets/sheet1.xml')).not.toMatch(/<f[ />]/);
    }),
    { numRuns: 100 },
  );
});

test('the heading is bold, stays in sight and filters', async () => {
  const { xml, rows } = await one([text('nombres'), text('apellidos')], ['Ana', 'Gil'], ['Eva', 'Ruiz']);
  expect(rows[0]).toEqual(['nombres', 'apellidos']);
  const [view] = childrenOf(childrenOf(xml, 'sheetViews')[0], 'sheetView');
  expect(childrenOf(view, 'pane')[0]?.attributes).toMatchObject({ ySplit: '1', topLeftCell: 'A2', state: 'frozen' });
  expect(childrenOf(xml, 'autoFilter')[0]?.attributes).toEqual({ ref: 'A1:B3' });
  const [heading] = childrenOf(childrenOf(childrenOf(xml, 'sheetData')[0], 'row')[0], 'c');
  expect(heading?.attributes.s).toBe('1');
});

test('without rows there is a sheet with its heading', async () => {
  const { name, rows } = await one([text('a')]);
  expect({ name, rows }).toEqual({ name: 'Lista', rows: [['a']] });
});

test('a text longer than Excel takes is cut where it shows', async () => {
  const { rows } = await one([text('a')], ['x'.repeat(32_767)], ['y'.repeat(32_768)]);
  expect(rows[1]?.[0]).toBe('x'.repeat(32_767));
  expect(rows[2]?.[0]).toBe(`${'y'.repeat(32_766)}…`);
});

test('the same rows are the same bytes', async () => {
  const rows = [['Ana'], ['Eva']];
  expect(await whole([text('a')], from(rows))).toEqual(await whole([text('a')], from(rows)));
});

test('columns beyond Z have their letters', async () => {
  const columns = Array.from({ length: 703 }, (_, n) => text(`c${n}`));
  const row = columns.map(({ name }) => name.toUpperCase());
  const { rows, xml } = await one(columns, row);
  expect(rows[1]).toEqual(row);
  expect(childrenOf(xml, 'autoFilter')[0]?.attributes.ref).toBe('A1:AAA2');
});

async function* numbers(count: number): AsyncGenerator<string[]> {
  for (let n = 1; n <= count; n += 1) yield [String(n)];
}

async function firstAndLast(count: number) {
  const files = unzipped(await whole([text('n')], numbers(count)));
  const sheets = [...files].filter(([name]) => name.startsWith('xl/worksheets/'));
  return sheets.map(([name, xml]) => {
    const first = /<row r="2">.*?<t>(\d+)</.exec(xml)?.[1];
    const last = [...xml.slice(-1000).matchAll(/<row r="(\d+)"><c r="A\1"[^>]*><is><t>(\d+)</g)].at(-1);
    return { name: name.split('/').at(-1), first, lastRow: last?.[1], last: last?.[2] };
  });
}

test('a sheet holds 1,048,576 rows; the next one goes on on another sheet', async () => {
  const full = { name: 'sheet1.xml', first: '1', lastRow: '1048576', last: '1048575' };
  await expect(firstAndLast(1_048_575)).resolves.toEqual([full]);
  await expect(firstAndLast(1_048_576)).resolves.toEqual([
    full,
    { name: 'sheet2.xml', first: '1048576', lastRow: '2', last: '1048576' },
  ]);
}, 120_000);

test('a fault in the rows comes out, and ends the file without its end', async () => {
  async function* broken() {
    yield ['Ana'];
    throw new Error('does not open');
  }
  const pieces: Buffer[] = [];
  const writing = (async () => {
    for await (const piece of workbook([{ name: 'Lista', columns: [text('a')], rows: broken() }])) pieces.push(piece);
  })();
  await expect(writing).rejects.toThrow('does not open');
  expect(Buffer.concat(pieces).includes('PK\u0005\u0006')).toBe(false);
});

test('whoever takes it slowly is given it slowly, and whoever leaves ends the rows', async () => {
  let [given, ended] = [0, false];
  async function* endless() {
    try {
      for (; ; given += 1) yield [`${given}`.repeat(20)];
    } finally {
      ended = true;
    }
  }
  let taken = 0;
  for await (const piece of workbook([{ name: 'Lista', columns: [text('a')], rows: endless() }])) {
    taken += piece.length;
    if (taken > 200_000) break;
    await wait(1);
  }
  const atLeaving = given;
  await wait(100);
  expect(ended).toBe(true);
  expect(given).toBe(atLeaving);
});

test('an endless table is not read ahead of whoever takes the file', async () => {
  let given = 0;
  async function* endless() {
    for (;;) {
      given += 1;
      // Text that deflates badly.
      yield [Math.random().toString(36).repeat(10)];
      if (given % 1000 === 0) await wait(0);
    }
  }
  const pieces = workbook([{ name: 'Lista', columns: [text('a')], rows: endless() }]);
  for (let taken = 0; taken < 200_000; ) taken += (await pieces.next()).value.length;
  await wait(300);
  const paused = given;
  await wait(300);
  expect(given).toBe(paused);
  await pieces.return(undefined);
});

test('what is held in memory does not grow with the rows', () => {
  const script = `
    const { workbook } = require('./src/services/workbook/workbook');
    const columns = Array.from({ length: 21 }, (_, n) => ({ name: 'c' + n, kind: 'text', width: 9 }));
    const held = [];
    async function* rows() {
      for (let n = 1; n <= 100000; n += 1) {
        yield columns.map(({ name }) => name + ' ' + n);
        if (n % 10000 > 0) continue;
        gc();
        const { heapUsed, external } = process.memoryUsage();
        held.push((heapUsed + external) / 1e6);
      }
    }
    (async () => {
      for await (const piece of workbook([{ name: 'Lista', columns, rows: rows() }]));
      console.log(JSON.stringify(held));
    })();`;
  const words = ['--expose-gc', '-r', './test/setup/typescript.cjs', '-e', script];
  const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  expect(stderr).toBe('');
  const [first = 0, ...later]: number[] = JSON.parse(stdout);
  expect(later).toHaveLength(9);
  // A tenth of the file is 14 MB of XML.
  expect(Math.max(...later) - first).toBeLessThan(10);
}, 60_000);
