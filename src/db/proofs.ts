import type { Db } from './pool';

/** A PIN as it is kept. `lockedUntil`: after too many wrong ones. */
export type KeptPin = { hash: Buffer; salt: Buffer; failures: number; lockedUntil: Date | null };

/** Somebody's PIN, held until the turn ends; nothing if she has none. */
export async function pinOf(db: Db, personId: string): Promise<KeptPin | undefined> {
  const { rows } = await db.query<KeptPin>({
    name: 'pin-of',
    text: 'select hash, salt, failures, locked_until as "lockedUntil" from pin where person_id = $1 for update',
    values: [personId],
  });
  return rows[0];
}

/** Keeps a PIN in place of the one before, and logs that it was chosen. */
export async function savePin(
  db: Db,
  pin: { personId: string; hash: Buffer; salt: Buffer; at: Date; channel: string },
): Promise<void> {
  await db.query({
    name: 'pin-save',
    text: `
      with saved as (
        insert into pin (person_id, hash, salt, chosen_at) values ($1, $2, $3, $4)
        on conflict (person_id) do update
          set hash = excluded.hash, salt = excluded.salt, chosen_at = excluded.chosen_at, failures = 0, locked_until = null
      )
      insert into audit (actor_id, actor, action, object_kind, object_id, channel)
      values ($1, 'person', 'pin_chosen', 'person', $1::text, $5)`,
    values: [pin.personId, pin.hash, pin.salt, pin.at, pin.channel],
  });
}

/** Notes that a PIN was wrong; at `most` in a row it is locked until an instant, which is logged. */
export async function notePinFailure(
  db: Db,
  failure: { personId: string; most: number; until: Date; channel: string },
): Promise<void> {
  await db.query({
    name: 'pin-failure',
    text: `
      with failed as (
        update pin
        set failures = case when failures + 1 >= $2 then 0 else failures + 1 end,
            locked_until = case when failures + 1 >= $2 then $3::timestamptz end
        where person_id = $1
        returning locked_until
      )
      insert into audit (actor_id, actor, action, object_kind, object_id, channel)
      select $1, 'person', 'pin_locked', 'person', $1::text, $4 from failed where locked_until is not null`,
    values: [failure.personId, failure.most, failure.until, failure.channel],
  });
}

/** Notes that whoever writes in a conversation has proved to be somebody; its talk is hers. */
export async function prove(db: Db, conversationId: string, personId: string, at: Date): Promise<void> {
  await db.query({
    name: 'conversation-prove',
    text: `
      with right_pin as (update pin set failures = 0, locked_until = null where person_id = $2 and failures > 0)
      select prove($1, $2, $3)`,
    values: [conversationId, personId, at],
  });
}

/** A code to let somebody in. `conversationId`: where alone it is good. */
export type CodeIssued = {
  kind: 'entry' | 'link';
  hash: Buffer;
  personId: string;
  conversationId?: string;
  by: string;
  at: Date;
  expiresAt: Date;
};

/** Keeps that a code was given; an earlier one of its kind for the same person is worth nothing from now on. */
export async function addCode(db: Db, code: CodeIssued): Promise<void> {
  await db.query({
    name: 'code-add',
    text: `
      with earlier as (
        update entry_code set expires_at = least(expires_at, $6)
        where person_id = $3 and kind = $1 and used_at is null and conversation_id is not distinct from $4
      )
      insert into entry_code (kind, code_hash, person_id, conversation_id, issued_by, issued_at, expires_at)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    values: [code.kind, code.hash, code.personId, code.conversationId ?? null, code.by, code.at, code.expiresAt],
  });
}

/** Uses a code: once, in time; gives the person it lets in. */
export async function takeCode(
  db: Db,
  code: { kind: 'entry' | 'link'; hash: Buffer },
  conversationId: string,
  at: Date,
): Promise<{ outcome: 'used' | 'wrong' | 'too_many'; person: string | null }> {
  const { rows } = await db.query<{ outcome: 'used' | 'wrong' | 'too_many'; person: string | null }>({
    name: 'code-take',
    text: 'select outcome, person from use_code($1, $2, $3, $4)',
    values: [code.kind, code.hash, conversationId, at],
  });
  const [row] = rows;
  if (!row) throw new Error('use_code gave no row.');
  return row;
}
