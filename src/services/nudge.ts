import { dropNotices, planNotices } from '../db/notices';
import { mayNudge, refuseNudges } from '../db/nudges';
import type { Db } from '../db/pool';
import type { Desk } from './desk';
import type { Actor, DeskTools } from './openDesk';

/** What a desk does about what somebody leaves half-way: she is told once, in time for free words to be allowed still. */
export function nudges(
  db: Db,
  { now }: DeskTools,
  { conversationId }: Actor,
): Pick<Desk, 'nudgeLater' | 'nudgeNoMore' | 'mayNudge' | 'wantNudges'> {
  const about = `unfinished:${conversationId}`;
  return {
    async nudgeLater(what) {
      const dueAt = new Date(now.getTime() + LATER_MS);
      const key = `nudge:${what}:${conversationId}`;
      await planNotices(db, [{ key, conversationId, script: 'nudge', known: {}, about, dueAt }]);
    },
    nudgeNoMore: async () => {
      await dropNotices(db, [about]);
    },
    mayNudge: () => mayNudge(db, conversationId),
    async wantNudges(wanted) {
      await refuseNudges(db, conversationId, wanted ? null : now);
      if (!wanted) await dropNotices(db, [about]);
    },
  };
}

// WhatsApp takes free words for 24 hours after her last message.
const LATER_MS = 20 * 3600_000;
