import type { HttpReply, HttpRequest } from '../../../http/message';
import { chance } from './chance';
import { type Fate, playFate, tellSentFirst } from './fate';
import { codeIn, type FaultName, faultAt, isAccepted } from './faults';
import { faultyAnswer } from './faultyAnswer';
import { graphError, titleOf, unknownObject } from './graph/errors';
import { type Json, objectAt, textAt } from './graph/fields';
import { categoryOf } from './graph/templates';
import { answerGraph, type GraphAnswer, type ReadMark, type SentMessage } from './graphApi';
import { graphReply, noteRefusal } from './graphReply';
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
  if (answer.tooFast) notePace(world, answer.tooFast);
  return graphReply(answer);
}

async function answerSend(world: World, answer: GraphAnswer, sent: SentMessage): Promise<LittleAnswer> {
  const contact = world.threads.find(sent.to) ?? world.threads.open({ name: '', ...sent.to });
  const { sending } = world;
  const underWay = sending.get(contact.id) ?? 0;
  if (underWay > 0) breach(world, 'order', contact);
  sending.set(contact.id, underWay + 1);
  const reply = await acceptedOrNot(world, contact, { answer, sent });
  const left = (sending.get(contact.id) ?? 1) - 1;
  if (left > 0) sending.set(contact.id, left);
  else sending.delete(contact.id);
  return reply;
}

async function acceptedOrNot(
  world: World,
  contact: Contact,
  { answer, sent }: { answer: GraphAnswer; sent: SentMessage },
): Promise<LittleAnswer> {
  contact.sends += 1;
  const fault = nextFault(world, contact);
  const { latencyMs: [shortest, longest] = [0, 0] } = world.faults;
  const latency = shortest + (longest - shortest) * chance(world.seed, 'latency', contact.id, contact.sends);
  if (latency > 0) await world.pauses.pause(latency);
  if (isAccepted(fault)) {
    const fate: Fate = { contact, sent: { ...sent, ...failureOf(contact, sent, fault) }, fault };
    fate.bubble = accept(world, fate);
    if (fault === 'statusFirst') await tellSentFirst(world, fate);
    void playFate(world, fate);
  }
  return fault ? faultyAnswer(world, fault, answer) : graphReply(answer);
}

function nextFault(world: World, contact: Contact): FaultName | undefined {
  const next = world.nextFaults.find(({ person }) => person === undefined || person === contact.id);
  if (!next)
    return faultAt(world.faults, chance(world.seed, 'send', JSON.stringify(addressOf(contact)), contact.sends));
  next.times -= 1;
  if (next.times <= 0) world.nextFaults = world.nextFaults.filter((one) => one !== next);
  return next.fault;
}

function failureOf(contact: Contact, { failure }: SentMessage, fault?: FaultName): { failure?: number } {
  const late = fault?.startsWith('fail') ? codeIn(fault) : undefined;
  const code = failure ?? (contact.reach === 'gone' ? 131026 : late);
  return code === undefined ? {} : { failure: code };
}

function accept(world: World, { contact, sent, fault }: Fate): Bubble | undefined {
  const { id, at, to, type, body, tag, failure, isInWindow } = sent;
  const category = categoryOf(sent, world.account.templates);
  const entry = { at, person: contact.id, id, type, body, category, isInWindow, to };
  const { order, price, isDouble } = world.ledger.accept({
    ...entry,
    ...(tag !== undefined && { tag }),
    ...(failure !== undefined && { failure }),
  });
  if (isDouble) breach(world, 'double', contact, order);
  if (!isInWindow && type !== 'template') breach(world, 'window', contact, order);
  const shown = shownOutbound(sent, world.account);
  if (failure !== undefined || fault === 'neverSent' || contact.reach === 'blocked')
    return lose(world, contact, { id, at, text: shown.text, code: failure ?? 0 });
  contact.typingUntil = 0;
  if (type === 'reaction') return react(world, contact, objectAt(body, 'reaction'));
  const bubble = {
    ...shown,
    id,
    at,
    direction: 'outbound',
    ticks: 'sent',
    price: { category, amount: price },
  } as const;
  return world.threads.add(contact, bubble);
}

function lose(world: World, contact: Contact, what: { id: string; at: number; text: string; code: number }): undefined {
  world.threads.lose(contact, { ...what, title: what.code > 0 ? titleOf(what.code) : 'Accepted, never sent' });
}

function react(world: World, contact: Contact, reaction: Json): undefined {
  const bubble = contact.bubbles.find(({ id }) => id === reaction.message_id);
  if (bubble) bubble.reaction = textAt(reaction, 'emoji') ?? '';
  world.threads.touch(contact, bubble);
}

function notePace(world: World, { code, to }: NonNullable<GraphAnswer['tooFast']>): void {
  const contact = world.threads.find(to);
  breach(world, code === 131056 ? 'pairPace' : 'numberPace', contact);
}

function breach(
  world: World,
  invariant: 'window' | 'pairPace' | 'numberPace' | 'order' | 'double',
  contact?: Contact,
  message?: number,
): void {
  const at = world.account.now();
  world.invariants.note({ invariant, at, person: contact?.id ?? '', ...(message !== undefined && { message }) });
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
  if (!medium || Number(request.query.get('ext')) < world.account.now())
    return graphReply(graphError(unknownObject(id)));
  return { status: 200, headers: { 'content-type': medium.mimeType }, body: medium.bytes };
}
