import type { DocumentType } from '../domain/document';
import type { RegistrationContext } from '../domain/registration';
import type { Db } from './pool';

/** A document as the database knows it. */
export type FiledDocument = { type: DocumentType; cipher: Buffer | null; index: Buffer | null };

/** Reads what decides a registration, in one statement. */
export async function registrationContext(
  db: Db,
  conversationId: string,
  document: Pick<FiledDocument, 'type' | 'index'>,
): Promise<RegistrationContext> {
  const { rows } = await db.query<RegistrationContext>({
    name: 'registration-context',
    text: CONTEXT,
    values: [conversationId, document.type, document.index],
  });
  return rows[0] ?? { consent: null, current: null, holder: null };
}

const CONTEXT = `
  select
    (select json_build_object('given', given, 'personId', person_id)
     from consent where conversation_id = c.id order by id desc limit 1) as consent,
    (select json_build_object('personId', p.id, 'registered', p.registered_at is not null,
                              'hasDocument', p.document_index is not null,
                              'names', json_build_object('first', p.first_names, 'last', p.last_names))
     from person p where p.id = c.person_id) as current,
    (select json_build_object('personId', holder.id, 'reachable', holder.id is not distinct from c.person_id or exists (
                                select from person_address pa join address a on a.id = pa.address_id
                                where pa.person_id = holder.id and a.conversation_id = c.id and a.revoked_at is null),
                              'isGuest', holder.registered_at is null and exists (
                                select from session_guest g where g.person_id = holder.id))
     from person p join person holder on holder.id = who_is(p.id)
     where p.document_type = $2 and p.document_index = $3) as holder
  from conversation c
  where c.id = $1`;

/** A registration as it is written. */
export type RegistrationRow = {
  personId: string;
  firstNames: string;
  lastNames: string;
  document: FiledDocument;
  siteId: string;
  at: Date;
  conversationId: string;
  channel: string;
};

/**
 * Writes a new person, or completes one who was known without being registered; links her to the conversation, its
 * addresses and its consents; logs it. Gives false if somebody else took the document meanwhile: nothing is written then.
 */
export async function saveRegistration(db: Db, row: RegistrationRow): Promise<boolean> {
  const { rowCount } = await db.query({
    name: 'registration-save',
    text: SAVE,
    values: [
      row.personId,
      row.firstNames,
      row.lastNames,
      row.document.type,
      row.document.cipher,
      row.document.index,
      row.siteId,
      row.at,
      row.conversationId,
      row.channel,
    ],
  });
  return rowCount === 1;
}

// The steps that make a conversation, its addresses and its consents belong to the person in "who".
const links = (conversation: '$2' | '$9') => `
  linked as (
    update conversation set person_id = who.id from who where conversation.id = ${conversation} returning conversation.id
  ), reached as (
    insert into person_address (person_id, address_id)
    select who.id, a.id from who cross join address a where a.conversation_id = ${conversation} and a.revoked_at is null
    on conflict do nothing
  ), consented as (
    update consent set person_id = who.id from who
    where consent.conversation_id = ${conversation} and consent.person_id is null
  )`;

const SAVE = `
  with completed as (
    update person
    set first_names = $2, last_names = $3, document_type = $4, document_cipher = $5, document_index = $6,
        site_id = $7, registered_at = $8
    where id = $1
    returning id
  ), added as (
    insert into person (id, first_names, last_names, document_type, document_cipher, document_index, site_id, registered_at)
    select $1, $2, $3, $4, $5, $6, $7, $8::timestamptz where not exists (select from completed)
    on conflict (document_type, document_index) where document_index is not null do nothing
    returning id
  ), who as (
    select id from completed union all select id from added
  ), ${links('$9')}
  insert into audit (actor_id, actor, action, object_kind, object_id, channel)
  select id, 'person', 'register', 'person', id::text, $10 from who
  returning id`;

/** Makes a conversation belong to a person registered before, who is writing through it. */
export async function linkConversation(db: Db, conversationId: string, personId: string): Promise<void> {
  await db.query(`with who as (select $1::uuid as id), ${links('$2')} select id from linked`, [
    personId,
    conversationId,
  ]);
}
