import type { Pool } from 'pg';
import { classSheet } from '../../src/services/exports/classSheet';
import { freshDatabase } from '../setup/database';
import { conversationOfPhone, importClassOf34, importProgramme, timeZone, turn, vault } from './programme';
import { opened } from './workbook/opened';

let pool: Pool;
beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await importClassOf34(pool);
});

test('the sheet of a class has who came when, and no documents', async () => {
  const martha = await conversationOfPhone(pool, '573009990002');
  await turn(pool, martha, async (desk) => {
    const [session] = await desk.sessionsToday();
    const roster = await desk.roster(session?.sessionId ?? '');
    await desk.saveMarks(
      session?.sessionId ?? '',
      roster.map(({ personId, number }) => ({ personId, status: number === 3 ? 'absent' : 'present' })),
    );
  });
  const asOf = new Date(Date.now() + 1000).toISOString();
  const file = { kind: 'sheet' as const, classCode: 'MAN-34', from: '2025-03-01', to: '2025-03-31', asOf };
  const { name, type, bytes } = await classSheet(pool, file, { vault, timeZone });
  expect([name, type]).toEqual([
    'asistencia_MAN-34_2025-03-31.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
  const [sheet] = opened(bytes);
  const [head = [], ...people] = sheet?.rows ?? [];
  expect(head.filter((cell) => /documento/.test(cell))).toEqual([]);
  expect(head).toEqual(expect.arrayContaining(['nombres', 'apellidos', '2025-03-04', 'total_asistio']));
  const column = head.indexOf('2025-03-04');
  expect(people.slice(0, 34).map((row) => row[column])).toEqual(
    Array.from({ length: 34 }, (_, n) => (n === 2 ? 'A' : 'P')),
  );
  expect(bytes.toString('latin1')).not.toContain('9900000000');
});
