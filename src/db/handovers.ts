import type { KnownPerson } from '../services/desk';
import type { Db } from './pool';

/** Keeps that a code was given in a conversation; an earlier one of it that nobody used is worth nothing from now on. */
export async function addHandover(
  db: Db,
  given: { hash: Buffer; conversationId: string; at: Date; expiresAt: Date },
): Promise<void> {
  await db.query({
    name: 'handover-add',
    text: `
      with earlier as (
        delete from handover where from_conversation = $2 and used_at is null
      )
      insert into handover (code_hash, from_conversation, issued_at, expires_at) values ($1, $2, $3, $4)`,
    values: [given.hash, given.conversationId, given.at, given.expiresAt],
  });
}

/** What became of a code. `state` is the talk as it stood where the code was given. */
export type TakenOver = {
  outcome: 'taken' | 'unknown' | 'same' | 'other_person' | 'too_many';
  state: object | null;
  locale: string | null;
};

/** Uses a code: once, in time, and nowhere but in another conversation. */
export async function takeOver(db: Db, hash: Buffer, conversationId: string, at: Date): Promise<TakenOver> {
  const { rows } = await db.query<TakenOver>({
    name: 'handover-take',
    text: 'select outcome, state, locale from take_over($1, $2, $3)',
    values: [hash, conversationId, at],
  });
  const [row] = rows;
  if (!row) throw new Error('take_over gave no row.');
  return row;
}

/** Who a conversation is of, as the bot greets her. */
export async function personOf(db: Db, conversationId: string): Promise<KnownPerson | undefined> {
  const { rows } = await db.query({
    name: 'handover-person',
    text: `
      select p.id as "personId", p.first_names as "firstNames", p.last_names as "lastNames",
             p.registered_at is not null as registered,
             exists (select from instructor i where i.person_id = p.id) as instructor, is_coordinator(p.id) as coordinator
      from conversation c join person p on p.id = c.person_id
      where c.id = $1`,
    values: [conversationId],
  });
  return rows[0];
}

/** Takes a web conversation away from the person it was of: somebody else may sit there next. */
export async function forgetPerson(db: Db, conversationId: string): Promise<void> {
  await db.query({
    name: 'conversation-forget',
    text: `
      with forgotten as (
        update conversation set person_id = null where id = $1 and channel = 'web' and person_id is not null returning id
      )
      delete from person_address
      where address_id in (select a.id from address a join forgotten on a.conversation_id = forgotten.id)`,
    values: [conversationId],
  });
}
