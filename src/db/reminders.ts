import type { Db } from './pool';

/** Keeps whether somebody comes to a meeting of hers; what she says later goes before what she said first. */
export async function saveReply(
  db: Db,
  { sessionId, personId, coming }: { sessionId: string; personId: string; coming: boolean },
  at: Date,
): Promise<void> {
  await db.query({
    name: 'session-reply',
    text: `
      insert into session_reply (session_id, person_id, coming, said_at)
      select s.id, $2, $3, $4 from session s
      join enrolment e on e.class_id = s.class_id and e.person_id = $2 and e.status = 'enrolled'
      where s.id = $1
      on conflict (session_id, person_id) do update set coming = excluded.coming, said_at = excluded.said_at`,
    values: [sessionId, personId, coming, at],
  });
}

/** Notes since when somebody wants no reminders; null: she wants them. */
export async function refuseReminders(db: Db, personId: string, since: Date | null): Promise<void> {
  await db.query({
    name: 'reminders-refuse',
    text: 'update person set reminders_refused_at = $2 where id = $1',
    values: [personId, since],
  });
}

/**
 * Plans what is to be said a day and two hours before each meeting, shortly before it is due, to whoever has a place and
 * wants it; each once. What an hour's standstill has missed is made up for.
 */
export async function planReminders(db: Db, now: Date): Promise<void> {
  await db.query({
    name: 'reminders-plan',
    text: `
      insert into notice (key, person_id, script, known, about, due_at)
      select concat_ws(':', 'reminder', s.id, extract(epoch from s.starts_at)::bigint, before.hours, e.person_id), e.person_id,
             'reminder', json_build_object('sessionId', s.id, 'hours', before.hours), 'session:' || s.id,
             s.starts_at - make_interval(hours => before.hours)
      from (values (24), (2)) as before (hours)
      join session s on s.status = 'planned'
        and s.starts_at > $1::timestamptz + make_interval(hours => before.hours) - interval '1 hour'
        and s.starts_at <= $1::timestamptz + make_interval(hours => before.hours) + interval '10 minutes'
      join enrolment e on e.class_id = s.class_id and e.status = 'enrolled'
      join person p on p.id = e.person_id and p.reminders_refused_at is null
      on conflict (key) do nothing`,
    values: [now],
  });
}
