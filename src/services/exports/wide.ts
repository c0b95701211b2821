import type { ExportedRow } from '../../db/attendanceExport';
import type { MarkStatus } from '../../domain/marks';
import type { Vault } from '../vault';
import type { SheetColumn } from '../workbook/sheet';
import type { Table } from '../workbook/workbook';
import { documentNumber } from './attendance';

/** The columns of the wide sheet before those of its sessions. */
export const wideHead = [
  { name: 'codigo_clase', kind: 'text', width: 18 },
  { name: 'clase', kind: 'text', width: 24 },
  { name: 'manzana', kind: 'text', width: 24 },
  { name: 'instructor', kind: 'text', width: 18 },
  { name: 'numero', kind: 'number', width: 10 },
  { name: 'tipo_documento', kind: 'text', width: 18 },
  { name: 'numero_documento', kind: 'text', width: 21 },
  { name: 'nombres', kind: 'text', width: 24 },
  { name: 'apellidos', kind: 'text', width: 24 },
] as const satisfies SheetColumn[];

/** Those after them: of each person, and below of all. */
export const wideTotals = [
  { name: 'total_asistio', kind: 'number', width: 15 },
  { name: 'total_llego_tarde', kind: 'number', width: 18 },
  { name: 'total_excusa', kind: 'number', width: 14 },
  { name: 'total_falto', kind: 'number', width: 13 },
  { name: 'total_sin_marca', kind: 'number', width: 17 },
  { name: 'total_sesiones', kind: 'number', width: 16 },
] as const satisfies SheetColumn[];

/** What stands for each mark, in the order of the totals: came, came late, excused, did not come, nobody marked her. */
const wideMarks: { [mark in Mark]: string } = { present: 'P', late: 'T', excused: 'E', absent: 'A', none: '' };
type Mark = MarkStatus | 'none';

/** Stands where a person was not on the list of a session: it counts for nothing. */
export const notListed = '—';

/**
 * A table a class of who came when: a line a person, a column a session, with totals. Rows must come class by class. One
 * class is in memory at a time; without any row there is one empty table.
 */
export async function* wideTables(rows: AsyncIterable<ExportedRow>, vault: Vault): AsyncGenerator<Table> {
  let sheet: Sheet = { sessions: new Map(), people: new Map() };
  for await (const row of rows) {
    if (sheet.latest && sheet.latest.session.classCode !== row.session.classCode) {
      yield tableOf(sheet, vault);
      sheet = { sessions: new Map(), people: new Map() };
    }
    sheet.latest = row;
    sheet.sessions.set(row.session.sessionId, row.session);
    const person = sheet.people.get(row.personId) ?? { marks: new Map<string, Mark>() };
    person.marks.set(row.session.sessionId, row.status ?? 'none');
    sheet.people.set(row.personId, { ...person, row });
  }
  yield tableOf(sheet, vault);
}

type Session = Pick<ExportedRow['session'], 'date' | 'starts'>;
type Person = { row?: ExportedRow; marks: Map<string, Mark> };
type Sheet = { latest?: ExportedRow; sessions: Map<string, Session>; people: Map<string, Person> };

function tableOf({ latest, sessions, people }: Sheet, vault: Vault): Table {
  const columns = [...wideHead, ...sessionColumns([...sessions.values()]), ...wideTotals];
  const ids = [...sessions.keys()];
  const listed = [...people.values()].sort(inOrder);
  return {
    name: latest?.session.classCode ?? 'Asistencia',
    columns,
    rows: personLines(listed, ids, vault),
    foot: latest && footLine(listed, ids),
  };
}

// Two sessions on one day are told apart by their time.
function sessionColumns(sessions: Session[]): SheetColumn[] {
  const days = sessions.map(({ date }) => date);
  const isTwice = (date: string) => days.indexOf(date) !== days.lastIndexOf(date);
  return sessions.map(({ date, starts }) => {
    const name = isTwice(date) ? `${date} ${starts}` : date;
    // Marks read as text, the numbers of the foot as numbers.
    return { name, kind: 'number', width: name.length + 2 };
  });
}

async function* personLines(people: Person[], sessionIds: string[], vault: Vault): AsyncGenerator<string[]> {
  for (const [at, { row, marks }] of people.entries()) {
    if (!row) continue;
    yield [
      row.session.classCode,
      row.session.className,
      row.session.siteName,
      row.session.instructors ?? '',
      String(at + 1),
      row.documentType ?? '',
      documentNumber(row, vault),
      row.firstNames,
      row.lastNames,
      ...sessionIds.map((id) => (marks.has(id) ? wideMarks[marks.get(id) ?? 'none'] : notListed)),
      ...totals([...marks.values()]),
    ];
  }
}

function footLine(people: Person[], sessionIds: string[]): string[] {
  const came = (id: string) => people.filter(({ marks }) => /^(present|late)$/.test(marks.get(id) ?? '')).length;
  const blank = wideHead.slice(1).map(() => '');
  return [
    'Asistieron (P y T)',
    ...blank,
    ...sessionIds.map((id) => String(came(id))),
    ...totals(people.flatMap(({ marks }) => [...marks.values()])),
  ];
}

function totals(marks: Mark[]): string[] {
  const each = Object.keys(wideMarks).map((mark) => marks.filter((given) => given === mark).length);
  return [...each, marks.length].map(String);
}

function inOrder({ row: one }: Person, { row: other }: Person): number {
  const [a, b] = [`${one?.sortKey}\u0001${one?.personId}`, `${other?.sortKey}\u0001${other?.personId}`];
  return a < b ? -1 : a > b ? 1 : 0;
}
