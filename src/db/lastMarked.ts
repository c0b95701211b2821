import type { Marker } from './marks';
import type { Db } from './pool';

/** What somebody's last message marked that can still be taken back: of which session, and of whom. */
export type LastMarked = { sessionId: string; className: string; startsAt: Date; people: string[] };

/**
 * The marks of her last message within 24 hours on this channel that are not taken back yet, or those that this very
 * message took back; nothing if there are none.
 */
export async function lastMarked(
  db: Db,
  { personId, channel, messageId, sentAt }: Marker,
): Promise<LastMarked | undefined> {
  const { rows } = await db.query<LastMarked>({
    name: 'last-marked',
    text: `
      with undone as (
        select was.* from mark u join mark was on was.id = u.undoes
        where u.marked_by = $1 and u.channel = $2 and u.message_id = $4
      ), last as (
        select m.session_id, m.message_id
        from mark m
        where m.marked_by = $1 and m.sent_at > $3::timestamptz - interval '24 hours' and m.channel = $2 and m.undoes is null
          and not is_gone(m.person_id, 'infinity')
          and not exists (select from mark u where u.undoes = m.id) and not exists (select from undone)
        order by m.id desc
        limit 1
      ), hers as (
        select m.session_id, m.person_id
        from last join mark m on m.session_id = last.session_id and m.message_id = last.message_id
        where m.marked_by = $1 and m.channel = $2 and m.undoes is null and not exists (select from mark u where u.undoes = m.id)
          and not is_gone(m.person_id, 'infinity')
        union all
        select undone.session_id, undone.person_id from undone
      )
      select s.id as "sessionId", c.name as "className", s.starts_at as "startsAt", array_agg(hers.person_id) as people
      from hers
      join session s on s.id = hers.session_id
      join class c on c.id = s.class_id
      group by s.id, c.id`,
    values: [personId, channel, sentAt, messageId],
  });
  return rows[0];
}

/** Of whom a message took marks back. */
export async function undoneBy(db: Db, sessionId: string, { channel, messageId }: Marker): Promise<string[]> {
  const { rows } = await db.query<{ personId: string }>({
    name: 'undone-by',
    text: `
      select person_id as "personId" from mark
      where session_id = $1 and channel = $2 and message_id = $3 and undoes is not null`,
    values: [sessionId, channel, messageId],
  });
  return rows.map(({ personId }) => personId);
}
