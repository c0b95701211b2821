import { setTimeout as wait } from 'node:timers/promises';
import type { Pool } from 'pg';
import { addGuest } from '../../../src/db/guests';
import { freshDatabase } from '../../setup/database';
import { conversationOfPhone, importClassOf34, importProgramme, now, only, registered, turn } from '../programme';
import { exported } from './exported';

let pool: Pool;
let martha: string;
let session: string;
let guest: string;

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await importClassOf34(pool);
  martha = await conversationOfPhone(pool, '573009990002');
  session = (await turn(pool, martha, (desk) => desk.sessionsToday()))[0]?.sessionId ?? '';
  const talk = await registered(pool, { names: { first: 'Zoila', last: 'Prieto' } });
  guest = await personOf(talk);
});

async function personOf(talk: string): Promise<string> {
  return only((await pool.query<{ id: string }>('select person_id as id from conversation where id = $1', [talk])).rows)
    .id;
}

async function brought(): Promise<void> {
  const message = { channel: 'whatsapp', messageId: `${Math.random()}`, sentAt: now, receivedAt: now };
  const marker = { personId: await personOf(martha), conversationId: martha, ...message };
  const outcome = await addGuest(pool, session, { personId: guest, names: { first: 'Zoila', last: 'Prieto' } }, marker);
  expect(outcome).toBe('added');
}

async function file(asOf?: Date): Promise<string> {
  const filter = { from: '2025-03-04', to: '2025-03-04', class: 'MAN-34', ...(asOf && { asOf }) };
  return (await exported(pool, 'attendance', 'csv', filter)).toString();
}

test('a guest who is taken off the list and brought again is on it as of before, too', async () => {
  const kept: { asOf: Date; was: string }[] = [];
  const keep = async () => {
    await wait(3);
    kept.push({ asOf: new Date(), was: await file() });
    await wait(3);
  };
  await keep();
  await brought();
  await keep();
  await turn(pool, martha, (desk) => desk.saveMarks(session, [{ personId: guest, status: 'late' }]));
  await keep();
  await turn(pool, martha, (desk) => desk.undoLast());
  await keep();
  await brought();
  await keep();
  const isThere = kept.map(({ was }) => was.includes('Zoila'));
  expect(isThere).toEqual([false, true, true, false, true]);
  for (const { asOf, was } of kept) expect(await file(asOf)).toBe(was);
});
