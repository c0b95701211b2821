import { createVault } from '../../src/services/vault';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { buildCity, knownPhones } from './city';
import { openWalker, type Walk } from './walker';

let database: FreshDatabase;
let helena: Walk;

beforeEach(async () => {
  database = await freshDatabase({ pipeline: true });
  await buildCity(database.pool, createVault(Buffer.alloc(32, 7)));
  helena = openWalker(database.pool)(knownPhones.Helena);
});

/** Lets people of Helena's class try the code. */
async function tries(outcome: 'claimed' | 'expired', ...lastNames: string[]): Promise<void> {
  await database.pool.query(
    `insert into check_in (session_id, person_id, outcome, code_minute, conversation_id, channel, message_id, sent_at, received_at)
     select s.id, p.id, $1, 1, v.id, 'whatsapp', gen_random_uuid()::text, s.starts_at, s.starts_at
     from session s join class c on c.id = s.class_id, person p, (select id from conversation limit 1) v
     where c.code = 'CI-1' and s.starts_at::date = '2026-11-18' and p.last_names = any ($2)`,
    [outcome, lastNames],
  );
}

test('who has checked in stands so on the list, and one word marks them, seen before it is saved', async () => {
  await tries('claimed', 'Lozano', 'Nieto');
  await tries('expired', 'Cárdenas');
  const list = await helena.does({ types: 'asistencia' });
  expect(list.text).toContain('\n1. Luz Dary Cárdenas\n2. Ana Lozano 📱\n3. Rosa Mora Díaz\n4. Rosa Nieto 📱');
  expect(list.text).toContain('2 personas llegaron con código');
  expect(list.text).toContain('1 intento no sirvió');
  const echo = await helena.does({ types: 'los del código' });
  expect(echo).toMatchObject({ at: 'attendance.confirm' });
  expect(echo.text).toContain('Vinieron 2 personas: 2. Ana Lozano, 4. Rosa Nieto');
  expect(echo.text).toContain('Sin marcar 2 personas: 1. Luz Dary Cárdenas, 3. Rosa Mora Díaz');
  await helena.does({ types: 'sí' });
  const { rows } = await database.pool.query('select status, count(*)::integer as n from mark group by status');
  expect(rows).toEqual([{ status: 'present', n: 2 }]);
});

test('what the instructor says herself goes before a check-in', async () => {
  await tries('claimed', 'Lozano');
  await helena.does({ types: 'asistencia' });
  const echo = await helena.does({ types: 'todas menos la 2' });
  expect(echo.text).toContain('Faltó 1 persona: 2. Ana Lozano');
});

test('where nobody has checked in nothing is said of it, and the word marks nobody', async () => {
  const list = await helena.does({ types: 'asistencia' });
  expect(list.text).not.toContain('código');
  expect(await helena.does({ types: 'los del código' })).toMatchObject({ at: 'attendance.told' });
});
