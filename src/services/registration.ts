import { randomUUID } from 'node:crypto';
import type { Db } from '../db/pool';
import { type FiledDocument, linkConversation, registrationContext, saveRegistration } from '../db/registrations';
import type { DocumentGiven } from '../domain/document';
import { decideRegistration } from '../domain/registration';
import type { RegisterResult, Registration } from './desk';
import { lookForNearMatches } from './nearMatches';
import type { Vault } from './vault';

/** Where a registration comes from. */
export type RegistrationSource = { conversationId: string; channel: string; now: Date };

/** Registers the person who writes in a conversation, or recognises her. The same registration twice is one. */
export async function register(
  db: Db,
  vault: Vault,
  source: RegistrationSource,
  registration: Registration,
): Promise<RegisterResult> {
  const first = await registerOnce(db, vault, source, registration);
  // Somebody registered this very document between our reading and our writing: now it can be read.
  return first ?? (await registerOnce(db, vault, source, registration)) ?? { ok: false, why: 'document_taken' };
}

async function registerOnce(
  db: Db,
  vault: Vault,
  source: RegistrationSource,
  { names, document, siteId }: Registration,
): Promise<RegisterResult | undefined> {
  const index = document.number === undefined ? null : vault.index(document.number);
  const context = await registrationContext(db, source.conversationId, { type: document.type, index });
  const decision = decideRegistration(context, { names, hasNumber: index !== null });
  if (decision.kind === 'refused') return { ok: false, why: decision.why };
  if (decision.kind === 'known') {
    await linkConversation(db, source.conversationId, decision.personId);
    return { ok: true, personId: decision.personId };
  }
  const personId = decision.kind === 'complete' ? decision.personId : randomUUID();
  const saved = await saveRegistration(db, {
    personId,
    firstNames: names.first,
    lastNames: names.last,
    document: filed(vault, personId, document),
    siteId,
    at: source.now,
    conversationId: source.conversationId,
    channel: source.channel,
  });
  if (!saved) return undefined;
  await lookForNearMatches(db, vault, [{ personId, document }], 'chat');
  return { ok: true, personId };
}

/** A document as it is kept: its number sealed to its person. */
export function filed(vault: Vault, personId: string, { type, number }: DocumentGiven): FiledDocument {
  if (number === undefined) return { type, cipher: null, index: null };
  return { type, cipher: vault.seal(personId, number), index: vault.index(number) };
}
