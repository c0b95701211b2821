import type { DocumentType } from '../domain/document';
import type { Db } from './pool';

/** Who has a document; `asked`: how often in the last hour somebody wanted to bring it to another phone. */
export async function holderOf(
  db: Db,
  document: { type: DocumentType; index: Buffer },
  at: Date,
): Promise<{ personId: string; asked: number } | undefined> {
  const { rows } = await db.query<{ personId: string; asked: number }>({
    name: 'document-holder',
    text: `
      select holder.id as "personId",
             (select count(*)::integer from entry_code e
              where e.person_id = holder.id and e.kind = 'link' and e.issued_at > $3::timestamptz - interval '1 hour') as asked
      from person p cross join lateral who_is(p.id) as holder (id)
      where p.document_type = $1 and p.document_index = $2`,
    values: [document.type, document.index, at],
  });
  return rows[0];
}

/** Has an instructor whose talk has come to another phone prove there who she is: others may have read the code. */
export async function needProof(db: Db, conversationId: string, personId: string, at: Date): Promise<void> {
  await db.query({
    name: 'conversation-needs-proof',
    text: `
      update conversation set proof_needed_at = $3
      where id = $1 and proof_needed_at is null and exists (select from instructor i where i.person_id = $2)`,
    values: [conversationId, personId, at],
  });
}

/** Has staff look at a conversation of somebody who no longer has the phone she is known by. */
export async function openLostPhone(db: Db, conversationId: string, personId: string): Promise<void> {
  await db.query({
    name: 'review-lost-phone',
    text: `
      select open_review('address_conflict', array[$1::uuid] || array(
        select distinct a.conversation_id
        from person_address pa join address a on a.id = pa.address_id
        where pa.person_id = $2 and a.revoked_at is null limit 10), '{"by": "lost_phone"}')`,
    values: [conversationId, personId],
  });
}
