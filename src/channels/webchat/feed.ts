import type { TranscriptRow } from '../../db/transcript';
import type { Reader } from './reader';

/** What one reader is brought of a transcript, from where she stopped, in order, each row once. */
export type Feed = {
  web: string;
  /** The position up to which all has been handed over. */
  at: () => number;
  /** Looks for more; asked while it is looking, it looks once more. Never throws. */
  look: () => void;
  stop: () => void;
};

export type FeedTools = {
  read: Reader;
  web: string;
  after: number;
  /** Hands rows over; resolves when the next may follow. What it rejects is handed over again by the next look. */
  give: (rows: TranscriptRow[], upTo: number) => Promise<void>;
};

/** Begins a feed; the first look is the caller's. */
export function createFeed({ read, web, after, give }: FeedTools): Feed {
  let at = after;
  let looking = false;
  let again = false;
  let stopped = false;

  async function bring(): Promise<void> {
    do {
      again = false;
      const { last, rows } = await read({ web, after: at, limit: PAGE });
      const wasPutBack = last < at;
      const upTo = rows.at(-1)?.position ?? at;
      if (rows.length > 0 && !stopped) await give(rows, upTo);
      // The last positions may be nobody's: those of messages that had been accepted before. And she may have seen more
      // than there is, of a Postgres that was put back to an earlier time: all of it twice is better than some of it never.
      at = wasPutBack ? 0 : rows.length < PAGE ? last : upTo;
      again ||= wasPutBack || rows.length === PAGE;
    } while (again && !stopped);
  }

  function look(): void {
    again = true;
    if (looking || stopped) return;
    looking = true;
    // Postgres away, or the reader: the next look goes on from where this one stopped.
    bring()
      .catch(() => {})
      .finally(() => {
        looking = false;
      });
  }

  return {
    web,
    at: () => at,
    look,
    stop: () => {
      stopped = true;
    },
  };
}
const PAGE = 100;
