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
