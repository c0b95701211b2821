import type { ClaimedRow } from '../../db/outbox';
import { PRIORITY } from '../../domain/delivery';

/** A row this process holds the lease of, and until when its post may begin. */
export type Held = { row: ClaimedRow; postBy: number };

/**
 * What this process may post: of each person a lane, first to post first. A lane waits its turn or is being posted; of those
 * that wait, answers go before what we say of our own accord.
 */
export type Lanes = {
  add: (held: Held) => void;
  /** Takes the lane whose turn it is, and gives its first row. It waits no more until `shift` puts it back. */
  next: () => Held | undefined;
  /** Ends the first row of a lane; the lane waits for its next turn if it has more. */
  shift: (person: string) => void;
  /** Takes a lane out and gives its rows. */
  drop: (person: string) => ClaimedRow[];
  /** Takes out all lanes that wait. */
  dropWaiting: () => ClaimedRow[];
  isWaiting: () => boolean;
  size: () => number;
};

export function createLanes(): Lanes {
  const lanes = new Map<string, Held[]>();
  const waiting: string[][] = Object.values(PRIORITY).map(() => []);

  function wait(person: string, lane: Held[]): void {
    // A lane that holds an answer goes as one.
    waiting[Math.min(...lane.map(({ row }) => row.priority))]?.push(person);
  }
  function drop(person: string): ClaimedRow[] {
    const lane = lanes.get(person) ?? [];
    lanes.delete(person);
    return lane.map(({ row }) => row);
  }
  return {
    add(held) {
      const { conversationId } = held.row;
      const lane = lanes.get(conversationId);
      if (lane) lane.push(held);
      else {
        lanes.set(conversationId, [held]);
        wait(conversationId, [held]);
      }
    },
    next() {
      const person = waiting.find((each) => each.length > 0)?.shift();
      return person === undefined ? undefined : lanes.get(person)?.[0];
    },
    shift(person) {
      const lane = lanes.get(person);
      lane?.shift();
      if (lane && lane.length > 0) wait(person, lane);
      else lanes.delete(person);
    },
    drop,
    dropWaiting: () => waiting.flatMap((each) => each.splice(0).flatMap(drop)),
    isWaiting: () => waiting.some((each) => each.length > 0),
    size: () => lanes.size,
  };
}
