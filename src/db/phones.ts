import type { Db } from './pool';

/** A person and the WhatsApp phone that staff know her by. */
export type PhoneOf = { personId: string; phone: string };

/**
 * Makes people reachable by their WhatsApp phones. A phone's conversation becomes its first person's, unless it is
 * somebody's already: several people may share a phone.
 */
export async function linkPhones(db: Db, phones: PhoneOf[]): Promise<void> {
  if (phones.length === 0) return;
  const values = [phones.map((one) => one.personId), phones.map((one) => one.phone)];
  await introducePhones(
    db,
    phones.map((one) => one.phone),
  );
  await db.query(
    `with given as (
       select given.person_id, given.position, a.id as address_id, a.conversation_id
       from unnest($1::uuid[], $2::text[]) with ordinality as given (person_id, phone, position)
       join address a on a.channel = 'whatsapp' and a.kind = 'phone' and a.value = given.phone and a.revoked_at is null
     ), linked as (
       insert into person_address (person_id, address_id) select distinct person_id, address_id from given
       on conflict do nothing
     )
     update conversation set person_id = first.person_id
     from (select distinct on (conversation_id) * from given order by conversation_id, position) as first
     where conversation.id = first.conversation_id and conversation.person_id is null`,
    values,
  );
}

/**
 * Gives each phone that nobody has written from a conversation. Whoever writes for the first time waits while this is done,
 * and within a transaction until that ends: many phones are introduced before it begins to write, a few at a time.
 */
export async function introducePhones(db: Db, phones: string[]): Promise<void> {
  for (let at = 0; at < phones.length; at += AT_ONCE)
    await db.query(
      `select conversation_of('whatsapp', null, null, phone, null)
       from (select distinct unnest($1::text[]) as phone) as given
       where not exists (select from address a
                         where a.channel = 'whatsapp' and a.kind = 'phone' and a.value = given.phone and a.revoked_at is null)`,
      [phones.slice(at, at + AT_ONCE)],
    );
}
const AT_ONCE = 50;

/** Takes from people the WhatsApp phones that are not the ones given: whoever writes from those is a stranger from now on. */
export async function unlinkOtherPhones(db: Db, phones: PhoneOf[]): Promise<void> {
  await db.query(
    `with given as (
       select * from unnest($1::uuid[], $2::text[]) as given (person_id, phone)
     ), others as (
       select given.person_id, a.id as address_id, a.conversation_id
       from given
       join person_address pa on pa.person_id = given.person_id
       join address a on a.id = pa.address_id and a.channel = 'whatsapp' and a.kind = 'phone' and a.value <> given.phone
     ), unlinked as (
       delete from person_address pa using others where pa.person_id = others.person_id and pa.address_id = others.address_id
     )
     update conversation set person_id = null
     from others where conversation.id = others.conversation_id and conversation.person_id = others.person_id`,
    [phones.map((one) => one.personId), phones.map((one) => one.phone)],
  );
}
