import type { KnownPerson } from '../services/desk';
import type { Db } from './pool';

/** Everybody known to write in a conversation, by name. */
export async function peopleOf(db: Db, conversationId: string): Promise<KnownPerson[]> {
  const { rows } = await db.query<KnownPerson>({
    name: 'conversation-people',
    text: `
      select p.id as "personId", p.first_names as "firstNames", p.last_names as "lastNames",
             p.registered_at is not null as registered,
             exists (select from instructor i where i.person_id = p.id) as instructor, is_coordinator(p.id) as coordinator
      from people_of($1) as known join person p on p.id = known.person_id
      order by sort_key(p.first_names), sort_key(p.last_names), p.id`,
    values: [conversationId],
  });
  return rows;
}

/** Makes a conversation the talk of one of those who write in it, or (null) of somebody new. Gives whether that could be. */
export async function speakAs(db: Db, conversationId: string, personId: string | null): Promise<boolean> {
  const { rows } = await db.query<{ spoken: boolean }>({
    name: 'conversation-speak',
    text: 'select speak_as($1, $2) as spoken',
    values: [conversationId, personId],
  });
  return rows[0]?.spoken ?? false;
}

/** Whether it is known that somebody herself writes in a conversation. */
export async function isProven(db: Db, conversationId: string, personId: string, at: Date): Promise<boolean> {
  const { rows } = await db.query<{ proven: boolean }>({
    name: 'conversation-proven',
    text: 'select is_proven($1, $2, $3) as proven',
    values: [conversationId, personId, at],
  });
  return rows[0]?.proven ?? false;
}
