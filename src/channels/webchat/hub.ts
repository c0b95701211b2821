import type { Db } from '../../db/pool';
import { markShown, type Shown, transcriptEnds } from '../../db/transcript';
import type { Feed } from './feed';
import type { Wakes } from './wakes';

/** The open feeds of this process: woken when there is more for them, and looked after when word of it was lost. */
export type Hub = {
  follow: (feed: Feed) => void;
  unfollow: (feed: Feed) => void;
  /** Told, here and elsewhere, that a visitor's transcript has grown. */
  wake: (web: string) => void;
  /** Notes, soon, that a visitor has been shown her transcript so far. */
  shown: (shown: Shown) => void;
  close: () => Promise<void>;
};

export type HubTools = { db: Db; wakes: Wakes; everyMs?: number };

/** Opens the hub; all feeds together cost one look-up every two seconds. */
export function createHub({ db, wakes, everyMs = 2_000 }: HubTools): Hub {
  const feeds = new Map<string, Set<Feed>>();
  let marks: Shown[] = [];
  let round: NodeJS.Timeout | undefined;
  let closed = false;

  const lookAt = (web: string) => {
    for (const feed of feeds.get(web) ?? []) feed.look();
  };

  async function heal(): Promise<void> {
    const ends = feeds.size > 0 ? await transcriptEnds(db, [...feeds.keys()]) : new Map<string, number>();
    for (const [web, end] of ends) for (const feed of feeds.get(web) ?? []) if (feed.at() !== end) feed.look();
  }

  async function note(): Promise<void> {
    const noted = marks;
    marks = [];
    if (noted.length > 0) await markShown(db, noted);
  }

  async function rounds(): Promise<void> {
    // Postgres away: the next round looks again. A mark that is lost says too little of a message, never too much.
    await Promise.all([heal(), note()]).catch(() => {});
    // Not all processes at once.
    if (!closed) round = setTimeout(rounds, everyMs * (0.75 + Math.random() / 2)).unref();
  }

  wakes.listen(lookAt);
  round = setTimeout(rounds, everyMs).unref();
  return {
    follow: (feed) => {
      const others = feeds.get(feed.web);
      if (others) others.add(feed);
      else feeds.set(feed.web, new Set([feed]));
    },
    unfollow: (feed) => {
      const others = feeds.get(feed.web);
      others?.delete(feed);
      if (others?.size === 0) feeds.delete(feed.web);
    },
    wake: wakes.tell,
    shown: (shown) => void marks.push(shown),
    close: async () => {
      closed = true;
      clearTimeout(round);
      await note().catch(() => {});
    },
  };
}
