import { randomBytes } from 'node:crypto';
import type { HttpReply, HttpRequest } from '../../../http/message';
import { chance } from './chance';
import { playFate, tellSentFirst } from './fate';
import { type FaultKind, faultAt, isAccepted } from './faults';
import { type Complaint, graphError } from './graph/errors';
import { type Json, objectAt, textAt } from './graph/fields';
import { answerGraph, type GraphAnswer, type ReadMark, type SentMessage, unknownObject } from './graphApi';
import type { LittleAnswer } from './littleServer';
import { type Bubble, shownOutbound } from './phone/bubble';
import type { Contact } from './phone/threads';
import { personIn } from './wamid';
import { addressOf, type World } from './world';

/** Answers a request to the Graph API: Meta's answer, what it does on the person's phone, and the faults that were asked for. */
export async function answerBusiness(world: World, request: HttpRequest): Promise<LittleAnswer> {
  if (request.path.startsWith('/files/')) return file(world, request);
  const answer = await answerGraph(world.account, request);
  if (answer.read) markRead(world, answer.read);
  if (answer.sent) return answerSend(world, answer, answer.sent);
  if (answer.status !== 200) noteRefusal(world, answer);
  return reply(answer);
}

async function answerSend(world: World, answer: GraphAnswer, sent: SentMessage): Promise<LittleAnswer> {
  const contact = world.threads.find(sent.to) ?? world.threads.open({ name: '', ...sent.to });
  contact.sends += 1;
  const fault = faultAt(world.faults, chance(world.seed, 'send', JSON.stringify(addressOf(contact)), contact.sends));
  if (isAccepted(fault)) {
    const bubble = accept(world, contact, sent);
    if (fault === 'statusFirst') await tellSentFirst(world, contact, sent);
    void playFate(world, contact, sent, bubble);
  }
  return fault ? faulty(world, fault, answer) : reply(answer);
}

function accept(world: World, contact: Contact, sent: SentMessage): Bubble | undefined {
  const { id, at, type, body, tag, failure } = sent;
  world.ledger.accept({
    at,
    person: contact.id,
    id,
    type,
    body,
    ...(tag !== undefined && { tag }),
    ...(failure !== undefined && { failure }),
  });
  if (failure !== undefined) return undefined;
  contact.typingUntil = 0;
  if (type === 'reaction') return react(world, contact, objectAt(body, 'reaction'));
  const shown = shownOutbound(sent, world.account.templates);
  return world.threads.add(contact, { ...shown, id, at, direction: 'outbound', ticks: 'sent' });
}

function react(world: World, contact: Contact, reaction: Json): undefined {
  const bubble = contact.bubbles.find(({ id }) => id === reaction.message_id);
  if (bubble) bubble.reaction = textAt(reaction, 'emoji') ?? '';
  world.threads.touch(contact, bubble);
}

async function faulty(world: World, fault: FaultKind, answer: GraphAnswer): Promise<LittleAnswer> {
  switch (fault) {
    case 'refuse500':
      return refused(world, { code: 131000, details: 'Something went wrong.' }, 500);
    case 'refuse429':
      return refused(world, { code: 130429, details: 'Cloud API message throughput has been reached.' }, 429);
    case 'acceptThen500':
      return reply(graphError({ code: 131000, details: 'Something went wrong.' }));
    case 'html':
      world.ledger.refuse({ at: world.account.now(), status: 502, code: 0, details: 'HTML' });
      return { status: 502, headers: { 'content-type': 'text/html' }, body: '<html><h1>502 Bad Gateway</h1></html>' };
    case 'reset':
      world.ledger.refuse({ at: world.account.now(), status: 0, code: 0, details: 'reset' });
      return 'reset';
    case 'acceptThenReset':
      return 'reset';
    case 'acceptThenSilence':
      return 'silence';
    case 'slow':
      await world.pauses.pause(world.faults.slowMs ?? 2000);
      return reply(answer);
    case 'statusFirst':
      return reply(answer);
  }
}

function refused(world: World, complaint: Complaint, status: number): HttpReply {
  const answer = { ...graphError(complaint), status };
  noteRefusal(world, answer);
  return reply(answer, status === 429 ? { 'retry-after': '1' } : {});
}

function noteRefusal(world: World, answer: GraphAnswer): void {
  const error = objectAt(answer.body, 'error');
  world.ledger.refuse({
    at: world.account.now(),
    status: answer.status,
    code: Number(error.code ?? 0),
    details: textAt(objectAt(error, 'error_data'), 'details') ?? textAt(error, 'message') ?? '',
  });
}

function markRead(world: World, { messageId, isTyping }: ReadMark): void {
  const person = personIn(messageId);
  const contact = person && world.threads.find(person);
  if (!contact) return;
  const upTo = contact.bubbles.find(({ id }) => id === messageId)?.n ?? 0;
  for (const bubble of contact.bubbles)
    if (bubble.direction === 'inbound' && bubble.n <= upTo) world.threads.tick(contact, bubble, 'read');
  // Meta lets the dots go after 25 s.
  if (isTyping) contact.typingUntil = world.account.now() + 25_000;
  world.threads.touch(contact);
}

function file(world: World, request: HttpRequest): HttpReply {
  const id = request.path.slice('/files/'.length);
  if (request.headers.authorization !== `Bearer ${world.account.accessToken}`) return { status: 401 };
  const medium = world.account.media.find(id);
  if (!medium || Number(request.query.get('ext')) < world.account.now()) return reply(graphError(unknownObject(id)));
  return { status: 200, headers: { 'content-type': medium.mimeType }, body: medium.bytes };
}

function reply(answer: GraphAnswer, headers: Record<string, string> = {}): HttpReply {
  const trace = randomBytes(9).toString('base64url');
  const body = answer.body;
  const error = body.error && { error: { ...objectAt(body, 'error'), fbtrace_id: trace } };
  return {
    status: answer.status,
    headers: {
      ...headers,
      'content-type': 'application/json; charset=UTF-8',
      'x-fb-trace-id': trace,
      'facebook-api-version': 'v25.0',
    },
    body: JSON.stringify(error || body),
  };
}
