import type { Pool } from 'pg';
import { fileDueNotices } from '../../src/db/notices';
import { inTransaction } from '../../src/db/pool';
import { planReminders } from '../../src/db/reminders';
import { dateIn } from '../../src/domain/calendar';
import { tendOffers, usualTerms } from '../../src/services/offers';
import { cancelClass, cancelSession, moveSession } from '../../src/services/sessions';

const timeZone = 'America/Bogota';

/** What the service's own clock would do a little later: offers that ran out, reminders, whatever is due. */
export async function clockStrikes(pool: Pool, at: Date): Promise<void> {
  await tendOffers(pool, { now: at, today: dateIn(timeZone, at), terms: usualTerms });
  await planReminders(pool, at);
  await fileDueNotices(pool, at, 1000);
}

/** What staff do: "cancel DA-1", "move DA-1 24 hours" (the next meeting of that class), "end DA-1" (the class itself). */
export async function staffDo(pool: Pool, order: string, at: Date): Promise<void> {
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
    if (does === 'cancel') return cancelSession(db, sessionId, by, at);
    return cancelClass(db, classId, by, { now: at, today: dateIn(timeZone, at), terms: usualTerms });
  });
  if (!done.ok) throw new Error(`Staff cannot do "${order}": ${done.why}.`);
}
