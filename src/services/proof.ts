import { randomBytes, randomInt, scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { writeAudit } from '../db/audit';
import { instructorsByCode } from '../db/instructors';
import type { Db } from '../db/pool';
import { addCode, notePinFailure, pinOf, prove, savePin, takeCode } from '../db/proofs';
import type { Desk, ProofResult } from './desk';
import type { Actor, DeskTools } from './openDesk';
import type { Vault } from './vault';

/** What a desk does for an instructor who has to prove that it is she who writes; `became` hears who it is then. */
export function proofs(
  db: Db,
  tools: DeskTools,
  actor: Actor,
  became: (personId: string) => void,
): Pick<Desk, 'hasPin' | 'prove' | 'choosePin'> {
  const { conversationId, channel } = actor;
  const { now, vault } = tools;
  return {
    hasPin: async (personId) => (await pinOf(db, personId)) !== undefined,
    async prove(secret, personId) {
      const result = isCode(secret)
        ? await byCode(db, tools, secret, conversationId)
        : await byPin(db, tools, secret, { personId, channel });
      if (!result.ok) return result;
      await prove(db, conversationId, result.personId, now);
      became(result.personId);
      return result;
    },
    async choosePin(pin, personId) {
      const salt = randomBytes(16);
      await savePin(db, { personId, hash: await pinHash(vault, personId, pin, salt), salt, at: now, channel });
    },
  };
}

/** A new code for an instructor: eight digits, good once, for two days. Nothing if nobody teaches under that code. */
export async function issueEntryCode(
  db: Db,
  vault: Vault,
  instructorCode: string,
  { at, by }: { at: Date; by: string },
): Promise<string | undefined> {
  const [instructor] = await instructorsByCode(db, [instructorCode]);
  if (!instructor) return undefined;
  const code = eightDigits();
  const expiresAt = new Date(at.getTime() + ENTRY_GOOD_MS);
  const { personId } = instructor;
  await addCode(db, { kind: 'entry', hash: codeHash(vault, code), personId, by, at, expiresAt });
  const object = { kind: 'person', id: personId };
  await writeAudit(db, [{ actor: by, action: 'entry_code_issued', object, channel: 'command' }]);
  return code;
}
const ENTRY_GOOD_MS = 48 * 3600_000;

/** Eight random digits. */
export function eightDigits(): string {
  return String(randomInt(10_000_000, 100_000_000));
}

/** What is kept of a code that lets somebody in. */
export function codeHash(vault: Vault, code: string): Buffer {
  return vault.sign('entry code', code);
}

function isCode(secret: string): boolean {
  return secret.length === 8;
}

async function byCode(db: Db, { vault, now }: DeskTools, code: string, conversationId: string): Promise<ProofResult> {
  const { outcome, person } = await takeCode(db, { kind: 'entry', hash: codeHash(vault, code) }, conversationId, now);
  if (outcome !== 'used' || person === null) return { ok: false, why: outcome === 'too_many' ? outcome : 'wrong' };
  return { ok: true, personId: person };
}

async function byPin(
  db: Db,
  { vault, now }: DeskTools,
  pin: string,
  { personId, channel }: { personId: string | undefined; channel: string },
): Promise<ProofResult> {
  const kept = personId === undefined ? undefined : await pinOf(db, personId);
  if (personId === undefined || !kept) return { ok: false, why: 'no_pin' };
  if (kept.lockedUntil && kept.lockedUntil > now) return { ok: false, why: 'locked' };
  const hash = await pinHash(vault, personId, pin, kept.salt);
  if (hash.equals(kept.hash)) return { ok: true, personId };
  const until = new Date(now.getTime() + LOCKED_MS);
  await notePinFailure(db, { personId, most: MOST_TRIES, until, channel });
  return { ok: false, why: kept.failures + 1 >= MOST_TRIES ? 'locked' : 'wrong' };
}
const MOST_TRIES = 5;
const LOCKED_MS = 30 * 60_000;

// So few digits are soon tried through: without the installation's key there is nothing to try.
async function pinHash(vault: Vault, personId: string, pin: string, salt: Buffer): Promise<Buffer> {
  return (await derive(vault.sign('pin', `${personId}:${pin}`), salt, 32)) as Buffer;
}
const derive = promisify<Buffer, Buffer, number, unknown>(scrypt);
