import type { Notice } from '../domain/notice';
import type { Db } from './pool';

/**
 * A notice to plan. `key` says what it is and for whom: planned again under the same key it is the same notice, with the
 * newer time. `about` names what it dies with: "session:…", "enrolment:…".
 */
export type PlannedNotice = Omit<Notice, 'personId'> & { key: string; about?: string; dueAt: Date } & (
    | { personId: string }
    | { conversationId: string }
  );

/** Plans notices; one that has been told or dropped under the same key stays as it is. */
export async function planNotices(db: Db, notices: PlannedNotice[]): Promise<void> {
  if (notices.length === 0) return;
  await db.query({ name: 'notice-plan', text: PLAN, values: [JSON.stringify(notices)] });
}

// In the order of the keys, so that two who plan the same notices never wait for each other.
const PLAN = `
  insert into notice (key, person_id, conversation_id, script, known, urgent, about, due_at)
  select key, "personId", "conversationId", script, known, coalesce(urgent, false), about, "dueAt"
  from json_to_recordset($1::json) as given
    (key text, "personId" uuid, "conversationId" uuid, script text, known json, urgent boolean, about text, "dueAt" timestamptz)
  order by key
  on conflict (key) do update set due_at = excluded.due_at, known = excluded.known, urgent = excluded.urgent
    where notice.ended_at is null`;

/** A notice that nobody was told any more. */
export type DroppedNotice = Pick<Notice, 'script' | 'known' | 'personId'>;

/** Drops what is planned about something that is no more, and gives it: a session cancelled, a place left. */
export async function dropNotices(db: Db, about: string[]): Promise<DroppedNotice[]> {
  const { rows } = await db.query<DroppedNotice>({
    name: 'notice-drop',
    text: `update notice set ended_at = now(), outcome = 'dropped' where about = any ($1::text[]) and ended_at is null
           returning script, known, person_id as "personId"`,
    values: [about],
  });
  return rows;
}

/** What became of the notices whose time had come: the conversations that have one waiting now, and how many found nobody. */
export type FiledNotices = { conversations: string[]; nobody: number };

/** Puts the notices that are due into the inboxes of those they are for; each once, whoever asks. At most `limit`. */
export async function fileDueNotices(
  db: Db,
  now: Date,
  limit: number,
  which: 'all' | 'urgent' = 'all',
): Promise<FiledNotices> {
  const { rows } = await db.query<{ conversation: string | null }>({
    name: `notice-file-${which}`,
    text: which === 'all' ? fileThose('') : fileThose('and urgent'),
    values: [now, limit],
  });
  const conversations = new Set(rows.flatMap(({ conversation }) => conversation ?? []));
  return { conversations: [...conversations], nobody: rows.filter(({ conversation }) => !conversation).length };
}

// A person may have several conversations: the one she writes in as herself goes before a phone she shares, WhatsApp
// before a page she may have closed, the one she wrote in last before the others.
const fileThose = (wanted: string) => `
  with due as (
    select id, person_id, conversation_id, script, known, urgent
    from notice where ended_at is null ${wanted} and due_at <= $1
    order by due_at, id limit $2 for update skip locked
  ), reached as materialized (
    select due.*, coalesce(due.conversation_id, (
      select c.id
      from conversation c
      where c.id in (
        select id from conversation where person_id = due.person_id
        union all
        select a.conversation_id from person_address mine join address a on a.id = mine.address_id
        where mine.person_id = due.person_id and a.revoked_at is null)
      order by c.person_id is not distinct from due.person_id desc, c.channel = 'whatsapp' desc, c.last_inbound_at desc nulls last
      limit 1)) as conversation
    from due
  ), filed as (
    insert into inbox (channel, message_id, conversation_id, sent_at, body)
    select c.channel, 'notice:' || reached.id, c.id, now(),
           json_build_object('kind', 'notice', 'script', reached.script, 'known', reached.known, 'urgent', reached.urgent,
                             'personId', reached.person_id)
    from reached join conversation c on c.id = reached.conversation
    order by reached.id
    on conflict (channel, message_id) do nothing
  ), ended as (
    update notice set ended_at = now(), outcome = case when reached.conversation is null then 'nobody' else 'filed' end
    from reached where notice.id = reached.id
  )
  select conversation from reached`;
