import { scripts } from '../../dialogs/all';
import { createVault } from '../../src/services/vault';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { textFrom } from '../setup/inbound';
import { openTurns } from '../setup/turns';
import { buildCity, knownPhones, storyTime } from './city';

// The bad network: what she sent first comes last, when the other has been worked.
let database: FreshDatabase;
let turns: ReturnType<typeof openTurns>;
let minute = 0;

beforeAll(async () => {
  database = await freshDatabase({ pipeline: true });
  await buildCity(database.pool, createVault(Buffer.alloc(32, 7)));
  turns = openTurns(database.pool, scripts, { now: () => storyTime });
});
afterAll(() => database.close());
beforeEach(async () => {
  minute += 1;
  await sends('menú', 0);
  await sends('asistencia', 1);
  await sends('cocina', 2);
});

/** Martha's message, sent at a second of this minute, worked at once. */
async function sends(text: string, second: number): Promise<string> {
  const sentAt = storyTime.getTime() - 3_600_000 + minute * 60_000 + second * 1000;
  await turns.receive(textFrom(knownPhones.Martha ?? '', text, { sentAt }));
  expect(turns.faults).toEqual([]);
  const { rows } = await database.pool.query(`select body ->> 'text' as text from outbox order by id desc limit 1`);
  return rows[0].text;
}

async function saved(): Promise<string[]> {
  const { rows } = await database.pool.query(
    `select p.first_names || ' ' || p.last_names || ' ' || r.status as mark
     from class c join session s on s.class_id = c.id and s.starts_at::date = '2026-11-18'
     cross join lateral roster(s.id) r join person p on p.id = r.person_id
     where c.code = 'CI-1' and r.status is not null order by r.number`,
  );
  return rows.map(({ mark }) => mark);
}

test('in order, what she sends last stands', async () => {
  await sends('todas menos Rosa Nieto', 10);
  expect(await sends('no, Rosa Nieto llegó tarde', 11)).toContain('Llegó tarde 1 persona: 4. Rosa Nieto');
});

test('a correction that was sent later and came first stands', async () => {
  await sends('todas vinieron menos Ana', 11);
  expect(await sends('todas menos Rosa Nieto', 10)).toMatch(/con demora[\s\S]+Faltó 1 persona: 2\. Ana Lozano/);
  await sends('sí', 20);
  expect(await saved()).toEqual([
    'Luz Dary Cárdenas present',
    'Ana Lozano absent',
    'Rosa Mora Díaz present',
    'Rosa Nieto present',
  ]);
});

test('what came late decides whom she has not told of since', async () => {
  await sends('la 4 llegó tarde', 11);
  const echo = await sends('faltaron la 3 y la 4', 10);
  expect(echo).toContain('Llegó tarde 1 persona: 4. Rosa Nieto');
  expect(echo).toContain('3. Rosa Mora Díaz');
});

test('a "sí" that was sent before the correction saves nothing', async () => {
  const before = await saved();
  await sends('todas menos Ana', 10);
  await sends('no, Ana llegó tarde', 12);
  expect(await sends('sí', 11)).toMatch(/con demora[\s\S]+Llegó tarde 1 persona: 2\. Ana Lozano/);
  expect(await saved()).toEqual(before);
});
