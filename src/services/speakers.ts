import type { Db } from '../db/pool';
import { isProven, peopleOf, speakAs } from '../db/speakers';
import type { Desk } from './desk';
import { handovers } from './handover';
import { links } from './link';
import { nudges } from './nudge';
import type { Actor, DeskTools } from './openDesk';
import { proofs } from './proof';

/** What a desk does about who writes; `became` hears who does from now on. */
export function identities(
  db: Db,
  tools: DeskTools,
  actor: Actor,
  became: (personId: string | undefined) => void,
): ReturnType<typeof speakers> &
  ReturnType<typeof nudges> &
  ReturnType<typeof links> &
  ReturnType<typeof proofs> &
  ReturnType<typeof handovers> {
  return {
    ...speakers(db, tools, actor, became),
    ...nudges(db, tools, actor),
    ...links(db, tools, actor, became),
    ...proofs(db, tools, actor, became),
    ...handovers(db, tools, actor, became),
  };
}

function speakers(
  db: Db,
  { now }: DeskTools,
  { conversationId }: Actor,
  became: (personId: string | undefined) => void,
): Pick<Desk, 'people' | 'speakAs' | 'isProven'> {
  return {
    people: () => peopleOf(db, conversationId),
    isProven: (personId) => isProven(db, conversationId, personId, now),
    async speakAs(personId) {
      const spoken = await speakAs(db, conversationId, personId ?? null);
      if (spoken) became(personId);
      return spoken;
    },
  };
}
