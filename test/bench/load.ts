import { Agent, request } from 'node:http';
import { signature, wireBytes } from '../../src/channels/whatsapp/simulator/delivery/wire';
import { newWamid } from '../../src/channels/whatsapp/simulator/wamid';
import { envelope, messageUpdate } from '../../src/channels/whatsapp/simulator/webhooks';
import { ACCOUNT } from './account';

/** A webhook as Meta would post it, signed. */
export type Signed = { body: Buffer; signature: string };

/** One text message of one of so many people, one after the other, each going through the same talk. */
export function signedMessages(
  count: number,
  { people, talk, from = 0 }: { people: number; talk: string[]; from?: number },
): Signed[] {
  return Array.from({ length: count }, (_, n) => {
    const at = from + n;
    const phone = `57310${String(at % people).padStart(7, '0')}`;
    const text = talk[Math.floor(at / people) % talk.length] ?? '';
    return signedMessage(phone, text);
  });
}

function signedMessage(phone: string, text: string): Signed {
  const message = { id: newWamid('inbound', { phone }), at: Date.now(), heard: { kind: 'text' as const, text } };
  const body = wireBytes(
    envelope(ACCOUNT.business, [messageUpdate(ACCOUNT.business, { phone, name: 'Prueba' }, message)]),
  );
  return { body, signature: signature(body, ACCOUNT.appSecret) };
}

/** What posting came to: milliseconds of each answer, and how many were not 200. */
export type Posted = { latencies: number[]; refused: number; seconds: number };

/** Posts all as fast as so many connections allow. */
export async function postAll(url: string, messages: Signed[], concurrency: number): Promise<Posted> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  const posted: Posted = { latencies: [], refused: 0, seconds: 0 };
  const began = process.hrtime.bigint();
  let next = 0;
  const lane = async () => {
    for (let message = messages[next++]; message; message = messages[next++]) await post(url, message, agent, posted);
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  agent.destroy();
  return { ...posted, seconds: since(began) / 1000 };
}

/** Posts so many a second, whether they are answered or not. */
export async function postPaced(url: string, messages: Signed[], perSecond: number): Promise<Posted> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const posted: Posted = { latencies: [], refused: 0, seconds: 0 };
  const began = process.hrtime.bigint();
  const under: Promise<void>[] = [];
  for (const [n, message] of messages.entries()) {
    const wait = (n * 1000) / perSecond - since(began);
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    under.push(post(url, message, agent, posted));
  }
  await Promise.all(under);
  agent.destroy();
  return { ...posted, seconds: since(began) / 1000 };
}

function post(url: string, { body, signature: signed }: Signed, agent: Agent, posted: Posted): Promise<void> {
  const headers = { 'content-type': 'application/json', 'content-length': body.length, 'x-hub-signature-256': signed };
  const began = process.hrtime.bigint();
  return new Promise((resolve) => {
    const done = (status: number | undefined) => {
      posted.latencies.push(since(began));
      if (status !== 200) posted.refused += 1;
      resolve();
    };
    const asked = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => done(answer.statusCode));
    });
    asked.once('error', () => done(undefined));
    asked.end(body);
  });
}

function since(began: bigint): number {
  return Number(process.hrtime.bigint() - began) / 1e6;
}

/** The value below which so much of a sorted list lies. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}
