import type { Db } from './pool';

/** Lets a session be marked again until an instant, by leave of staff, with a line in the audit log. Gives whether there is such a session. */
export async function reopenSession(
  db: Db,
  session: { classCode: string; date: string; timeZone: string },
  leave: { until: Date; reason: string; by: string },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `with reopened as (
       insert into session_reopening (session_id, until, reason, reopened_by)
       select s.id, $4, $5, $6
       from session s join class c on c.id = s.class_id
       where c.code = $1 and (s.starts_at at time zone $3)::date = $2::date
       returning session_id
     )
     insert into audit (actor, action, object_kind, object_id, channel, details)
     select $6, 'session_reopened', 'session', session_id::text, 'command', jsonb_build_object('until', $4::timestamptz)
     from reopened`,
    [session.classCode, session.date, session.timeZone, leave.until, leave.reason, leave.by],
  );
  return (rowCount ?? 0) > 0;
}

/** How many days after its end a session may be marked; in force from now on, for all sessions. */
export async function setClosingDays(db: Db, days: number): Promise<void> {
  await db.query(
    `insert into installation (name, value) values ('attendance_closes_days', $1)
     on conflict (name) do update set value = excluded.value`,
    [String(days)],
  );
}

/** Whether somebody may mark a session: an instructor of its class, or who stands in for one. */
export async function mayMark(db: Db, sessionId: string, personId: string): Promise<boolean> {
  const { rows } = await db.query<{ may: boolean }>({
    name: 'may-mark',
    text: 'select may_mark($1, $2) as may',
    values: [sessionId, personId],
  });
  return rows[0]?.may ?? false;
}
