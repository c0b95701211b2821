import type { Db } from '../../db/pool';
import { readTranscripts, type TranscriptAsked, type TranscriptRead } from '../../db/transcript';

/** Reads transcripts. */
export type Reader = (asked: TranscriptAsked) => Promise<TranscriptRead>;

/**
 * Reads of many visitors that come while others are under way share the next statement: a wave of messages, or all that
 * were cut off coming back at once, costs a few statements and no queue for connections.
 */
export function createReader(db: Db): Reader {
  const waiting: Waiting[] = [];
  let underWay = 0;

  function flush(): void {
    if (waiting.length === 0 || underWay >= MOST_UNDER_WAY) return;
    const now = waiting.splice(0, MOST_TOGETHER);
    underWay += 1;
    readTranscripts(
      db,
      now.map(({ asked }) => asked),
    )
      .then(
        (answers) => {
          for (const [n, answer] of answers.entries()) now[n]?.resolve(answer);
        },
        (fault) => {
          for (const { reject } of now) reject(fault);
        },
      )
      .finally(() => {
        underWay -= 1;
        flush();
      });
    flush();
  }

  return (asked) =>
    new Promise((resolve, reject) => {
      if (waiting.push({ asked, resolve, reject }) === 1) setImmediate(flush);
    });
}
const MOST_UNDER_WAY = 2;
const MOST_TOGETHER = 50;

type Waiting = { asked: TranscriptAsked; resolve: (read: TranscriptRead) => void; reject: (fault: unknown) => void };
