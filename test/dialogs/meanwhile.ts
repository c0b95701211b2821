import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { fileDueNotices } from '../../src/db/notices';
import { inTransaction } from '../../src/db/pool';
import { planReminders } from '../../src/db/reminders';
import { dateIn } from '../../src/domain/calendar';
import { planDigests } from '../../src/services/coordinator';
import { importFile } from '../../src/services/imports/importFile';
import { tendOffers, usualTerms } from '../../src/services/offers';
import { mergePair, undoDecision } from '../../src/services/reviews';
import { cancelClass, cancelSession, moveSession } from '../../src/services/sessions';
import { createVault } from '../../src/services/vault';
import { withdraw } from '../../src/services/withdrawals';

const timeZone = 'America/Bogota';

/** What the service's own clock would do a little later: offers that ran out, reminders, what coordinators are told, whatever is due. */
export async function clockStrikes(pool: Pool, at: Date): Promise<void> {
  await tendOffers(pool, { now: at, today: dateIn(timeZone, at), terms: usualTerms });
  await planReminders(pool, at);
  await planDigests(pool, at, { timeZone, at: '18:30' });
  await fileDueNotices(pool, at, 1000);
}

/**
 * What staff do: "cancel DA-1", "move DA-1 24 hours" (the next meeting of that class), "end DA-1" (the class itself),
 * "repeat DA-1" (its next term, imported twice), "withdraw Nelly DA-1", "merge" (the two that look alike), "undo merge".
 */
export async function staffDo(pool: Pool, order: string, at: Date): Promise<void> {
  if (order.endsWith('merge')) return decideOnPair(pool, order, at);
  const [, repeated] = /^repeat (\S+)$/.exec(order) ?? [];
  if (repeated) return repeatClass(pool, repeated, at);
  const [, first, left] = /^withdraw (\S+) (\S+)$/.exec(order) ?? [];
  if (first && left) return withdrawFrom(pool, { first, code: left }, at);
  const [, does, code, hours] = /^(cancel|move|end) (\S+)(?: (\d+) hours)?$/.exec(order) ?? [];
  const { rows } = await pool.query<{ classId: string; sessionId: string; startsAt: Date }>(
    `select c.id as "classId", s.id as "sessionId", s.starts_at as "startsAt" from class c join session s on s.class_id = c.id
     where c.code = $1 and s.status = 'planned' and s.starts_at > $2 order by s.starts_at limit 1`,
    [code, at],
  );
  const [next] = rows;
  if (!next) throw new Error(`Staff cannot do "${order}".`);
  const { classId, sessionId } = next;
  const startsAt = new Date(next.startsAt.getTime() + Number(hours) * 3_600_000);
  const by = { kind: 'staff', actor: 'test', channel: 'test' } as const;
  const done = await inTransaction(pool, async (db) => {
    if (does === 'move') return moveSession(db, { sessionId, startsAt }, by, at);
    if (does === 'cancel') return cancelSession(db, { sessionId }, by, at);
    return cancelClass(db, { classId, reason: 'Se cierra la sede.' }, by, {
      now: at,
      today: dateIn(timeZone, at),
      terms: usualTerms,
    });
  });
  if (!done.ok) throw new Error(`Staff cannot do "${order}": ${done.why}.`);
}

async function withdrawFrom(pool: Pool, { first, code }: { first: string; code: string }, now: Date) {
  const { rows } = await pool.query<{ personId: string; classId: string }>(
    `select p.id as "personId", c.id as "classId" from person p, class c where p.first_names = $1 and c.code = $2`,
    [first, code],
  );
  const place = { personId: '', classId: '', ...rows[0], reason: 'She has called.' };
  const clock = { now, today: dateIn(timeZone, now), terms: usualTerms };
  await inTransaction(pool, (db) => withdraw(db, place, { actor: 'test', channel: 'test' }, clock));
}

async function decideOnPair(pool: Pool, order: string, now: Date): Promise<void> {
  const clock = { now, today: dateIn(timeZone, now), terms: usualTerms };
  // Neither has a document that the other lacks: nothing is sealed.
  const by = { actor: 'test', channel: 'test', vault: createVault(randomBytes(32)), clock };
  const { rows } = await pool.query<{ id: string }>(
    `select id::text from review where kind = 'near_match' and status = $1`,
    [order === 'merge' ? 'open' : 'decided'],
  );
  const id = rows[0]?.id ?? '0';
  const done = order === 'merge' ? await mergePair(pool, id, {}, by) : await undoDecision(pool, id, by);
  if (!done.ok) throw new Error(`Staff cannot do "${order}": ${done.why}.`);
}

async function repeatClass(pool: Pool, code: string, now: Date): Promise<void> {
  const { rows } = await pool.query<{ line: string }>(
    `select concat_ws(',', c.code || '-NEXT', sv.code, si.code, c.name, c.capacity, c.ends_on + 10, c.ends_on + 120,
       (select string_agg((array['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'])[weekday]
               || ' ' || to_char(starts_at, 'HH24:MI') || '-' || to_char(ends_at, 'HH24:MI'), '; ')
        from class_slot where class_id = c.id), '') as line
     from class c join service sv on sv.id = c.service_id join site si on si.id = c.site_id where c.code = $1`,
    [code],
  );
  const file = Buffer.from(`code,service,site,name,capacity,starts_on,ends_on,slots,instructors\n${rows[0]?.line}\n`);
  const tools = { vault: createVault(randomBytes(32)), timeZone, now, by: { actor: 'test', channel: 'test' } };
  for (const _ of ['first', 'again']) {
    const done = await importFile(pool, 'classes', file, tools);
    if (!done.ok) throw new Error(`Staff cannot repeat ${code}: ${done.faults.join('; ')}`);
  }
}
