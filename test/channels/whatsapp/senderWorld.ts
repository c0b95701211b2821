import nock from 'nock';
import type { Pool } from 'pg';
import { createGraph } from '../../../src/channels/whatsapp/graph';
import { createSender, type Sender, type SenderTools } from '../../../src/channels/whatsapp/sender';
import type { ClaimedRow } from '../../../src/db/outbox';
import { acceptStatuses } from '../../../src/db/outboxStatuses';
import type { DeliveryStatus } from '../../../src/domain/delivery';
import { createLog } from '../../../src/log';
import { converse, file, type RowGiven } from '../../db/outboxRows';
import { freshDatabase } from '../../setup/database';
import { type GraphServer, startGraphServer } from './graphServer';

/** A database, a Graph API on a socket, and senders between them, with short times. */
export type SenderWorld = {
  pool: Pool;
  url: string;
  graph: GraphServer;
  /** What was logged and measured, in order. */
  heard: string[];
  /** `answerMs`: how long an answer is waited for; long, because this machine may be busy with other things. */
  sender: (tools?: Partial<SenderTools> & { answerMs?: number; graphUrl?: string }) => Sender;
  /** Stops a sender and forgets it. */
  retire: (sender: Sender) => Promise<void>;
  /** A person who has just written; `number` makes the phone. */
  person: (number?: number) => Promise<string>;
  /** Files messages of a person with the texts 1, 2, 3 …; gives their ids. */
  messages: (conversation: string, count: number, row?: RowGiven) => Promise<string[]>;
  /** Files a message as a turn does that may post it itself. */
  offered: (conversation: string, row?: RowGiven) => Promise<ClaimedRow>;
  told: (status: DeliveryStatus['status'], tag: string, more?: Partial<DeliveryStatus>) => Promise<unknown>;
  /** How many rows there are of each status. */
  standing: () => Promise<Record<string, number>>;
  /** Waits until nothing is left to send. */
  allSent: () => Promise<void>;
};

/** Sets one up for a test file. */
export function senderWorld(): SenderWorld {
  const senders = new Set<Sender>();
  const graphs: { close: () => void }[] = [];
  const world = { heard: [] as string[] } as SenderWorld;

  beforeAll(async () => {
    // It would stand between the client and the socket.
    nock.restore();
    Object.assign(world, await freshDatabase({ keyed: true }));
  });
  beforeEach(async () => {
    world.heard.length = 0;
    world.graph = await startGraphServer();
  });
  afterEach(async () => {
    await Promise.all([...senders].map(world.retire));
    for (const graph of graphs.splice(0)) graph.close();
    await world.graph.stop();
    await world.pool.query('truncate outbox, address, person_address');
  });

  world.sender = ({ answerMs = 8000, graphUrl = world.graph.url, ...tools } = {}) => {
    const config = { url: graphUrl, version: 'v25.0', phoneNumberId: '1065', accessToken: 't' };
    const graph = createGraph({ ...config, connectMs: answerMs, totalMs: answerMs });
    graphs.push(graph);
    const sender = createSender({ ...quick(world), graph, ...tools });
    senders.add(sender);
    return sender;
  };
  world.retire = async (sender) => {
    senders.delete(sender);
    await sender.close();
  };
  world.person = async (number = Math.floor(Math.random() * 1e9)) => {
    const person = await converse(world.pool, { phone: `57${String(number).padStart(9, '0')}` });
    await world.pool.query('update conversation set last_inbound_at = now() where id = $1', [person]);
    return person;
  };
  world.messages = async (conversation, count, row = {}) => {
    const ids: string[] = [];
    for (let n = 1; n <= count; n++) ids.push(await file(world.pool, { conversation, text: String(n), ...row }));
    return ids;
  };
  world.offered = async (conversationId, row = {}) => {
    const given = { conversation: conversationId, status: 'sending', attempts: 1, lease: '12 seconds', ...row };
    const id = await file(world.pool, given);
    const { resend = 'harmless', text = 'hola' } = row;
    return {
      ...{ id, conversationId, body: { text }, resend, attempts: 1, refusals: 0, to: { phone: '573009998877' } },
      ...{ priority: 0, asTemplate: false, heardAt: new Date() },
    };
  };
  world.told = (status, tag, more = {}) =>
    acceptStatuses(world.pool, [{ tag, providerId: `wamid.${tag}`, status, at: 1_750_030_073_000, ...more }]);
  world.standing = async () => {
    const { rows } = await world.pool.query<{ status: string; n: number }>(
      'select status, count(*)::integer as n from outbox group by 1 order by 1',
    );
    return Object.fromEntries(rows.map(({ status, n }) => [status, n]));
  };
  world.allSent = () =>
    until(async () => {
      const { rowCount } = await world.pool.query(`select from outbox where unsent and next_at < 'infinity'`);
      return rowCount === 0;
    });
  return world;
}

function quick(world: SenderWorld): Omit<SenderTools, 'graph'> {
  return {
    pool: world.pool,
    log: createLog('info', { write: (line) => world.heard.push(line) }),
    metrics: {
      posted: (kind) => world.heard.push(`posted ${kind}`),
      refused: (code, action) => world.heard.push(`refused ${code} ${action}`),
      line: (state, code) => world.heard.push(`line ${state}${code ? ` ${code}` : ''}`),
      cut: () => world.heard.push('cut'),
    },
    leaseSeconds: 12,
    postMs: 9000,
    confirmMs: 300,
    rate: Infinity,
    sweepMs: 40,
    probeMs: 150,
  };
}

/** Waits until something is so; 25 seconds at most. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 25_000; Date.now() < end; await pause(10)) if (await isSo()) return;
  throw new Error('It did not come to be within 25 seconds.');
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
