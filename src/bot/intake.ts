import type { Pool } from 'pg';
import { crashPoint } from '../crashPoint';
import { acceptMessages } from '../db/inbox';
import type { Inbound } from '../domain/talk';

export type Intake = {
  /** Resolves when the messages are durable; rejects when Postgres could not store them, and then none of them is. */
  accept: (messages: Inbound[]) => Promise<void>;
};

export type IntakeTools = {
  pool: Pool;
  /** Told, after the commit, of the conversations with new messages. */
  kick: (conversations: string[]) => void;
  count: (accepted: { messages: number; duplicates: number }) => void;
};

/**
 * Stores inbound messages; requests that come while statements are under way share the next one. At most two statements
 * run at once. A request Postgres finds fault with fails alone.
 */
export function createIntake({ pool, kick, count }: IntakeTools): Intake {
  let waiting: Request[] = [];
  let underWay = 0;

  function flush(): void {
    if (waiting.length === 0 || underWay >= MOST_UNDER_WAY) return;
    const requests = waiting;
    waiting = [];
    underWay += 1;
    void store(requests).finally(() => {
      underWay -= 1;
      flush();
    });
  }

  async function store(requests: Request[]): Promise<void> {
    try {
      await file(requests.flatMap(({ messages }) => messages));
      for (const { resolve } of requests) resolve();
    } catch (fault) {
      const [first, ...others] = requests;
      if (first && others.length === 0 && first.messages.length > 1 && isTheirs(fault)) await storeEach(first);
      else if (others.length > 0 && isTheirs(fault)) for (const request of requests) await store([request]);
      else for (const { reject } of requests) reject(fault);
    }
  }

  // One message that cannot be stored blocks none beside it; brought again, those are known.
  async function storeEach({ messages, resolve, reject }: Request): Promise<void> {
    const faults: unknown[] = [];
    for (const message of messages) await file([message]).catch((fault) => faults.push(fault));
    if (faults.length > 0) reject(faults[0]);
    else resolve();
  }

  async function file(messages: Inbound[]): Promise<void> {
    crashPoint('C0');
    const { conversations, duplicates } = await acceptMessages(pool, messages);
    crashPoint('C1');
    count({ messages: messages.length, duplicates });
    // After the answers have been written: the webhook's latency is what its sender sees.
    setImmediate(() => {
      crashPoint('C2');
      kick(conversations);
    });
  }

  return {
    accept(messages) {
      if (messages.length === 0) return Promise.resolve();
      return new Promise((resolve, reject) => {
        if (waiting.push({ messages, resolve, reject }) === 1) setImmediate(flush);
      });
    },
  };
}
const MOST_UNDER_WAY = 2;

type Request = { messages: Inbound[]; resolve: () => void; reject: (fault: unknown) => void };

// Class 22: a value Postgres cannot hold; 23: a rule of the schema.
function isTheirs(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && /^2[23]/.test(String(fault.code));
}
