import { randomInt } from 'node:crypto';
import { addHandover, forgetPerson, personOf, takeOver } from '../db/handovers';
import type { Db } from '../db/pool';
import type { Desk, TakeOverResult } from './desk';
import type { Actor, DeskTools } from './openDesk';

/** What a desk does for whoever goes on elsewhere; `became` hears whose the conversation is after that. */
export function handovers(
  db: Db,
  tools: DeskTools,
  { conversationId, channel }: Actor,
  became: (personId: string | undefined) => void,
): Pick<Desk, 'handOver' | 'goOnHere' | 'forget'> {
  return {
    async handOver(where) {
      if ((where === 'web') === (channel === 'web')) return undefined;
      const code = await handOver(db, tools, conversationId);
      return { code, link: `${tools.publicUrl}/${where === 'web' ? '?codigo=' : 'seguir/'}${code}` };
    },
    async goOnHere(code) {
      const taken = await goOnHere(db, tools, code, conversationId);
      if (taken.ok) became(taken.person?.personId);
      return taken;
    },
    async forget() {
      await forgetPerson(db, conversationId);
      if (channel === 'web') became(undefined);
    },
  };
}

// Eight digits, good for a quarter of an hour and for one use; only their keyed hash is kept.
async function handOver(db: Db, { vault, now }: DeskTools, conversationId: string): Promise<string> {
  const code = String(randomInt(10_000_000, 100_000_000));
  const expiresAt = new Date(now.getTime() + GOOD_MS);
  await addHandover(db, { hash: vault.sign(PURPOSE, code), conversationId, at: now, expiresAt });
  return code;
}
const GOOD_MS = 15 * 60_000;
const PURPOSE = 'handover';

async function goOnHere(
  db: Db,
  { vault, now }: DeskTools,
  code: string,
  conversationId: string,
): Promise<TakeOverResult> {
  const { outcome, state, locale } = await takeOver(db, vault.sign(PURPOSE, code), conversationId, now);
  if (outcome !== 'taken') return { ok: false, why: outcome };
  const person = await personOf(db, conversationId);
  return { ok: true, state: state ?? {}, locale, ...(person && { person }) };
}
