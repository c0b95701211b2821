import { z } from 'zod/v4';
import type { HttpReply, HttpRequest, Route } from '../../../../http/message';
import { json } from '../../../../http/reply';
import type { Person } from '../phone/person';
import type { Contact } from '../phone/threads';
import { ownPost } from '../sameSite';
import type { StandIn } from '../standIn';
import { personOf, whoShape } from './who';

/** Who has a phone, how the business knows her, and what happens to her number. */
export function peopleRoutes(standIn: StandIn): Route[] {
  return [
    { method: 'GET', path: '/simulator/people', answer: async () => json(200, peopleOf(standIn)) },
    { method: 'POST', path: '/simulator/person', answer: async (request) => person(standIn, request) },
    { method: 'POST', path: '/simulator/identity', answer: async (request) => identity(standIn, request) },
  ];
}

function peopleOf({ threads }: StandIn) {
  return { people: threads.all().map(personSheet) };
}

function personSheet({ bubbles, lost, seen, sends, count, changed, typingUntil, ...person }: Contact) {
  return { ...person, bubbles: bubbles.length, lost: lost.length };
}

const settings = z.object({
  ...whoShape,
  hidesPhone: z.boolean().optional(),
  sharesReceipts: z.boolean().optional(),
  reach: z.enum(['online', 'offline', 'blocked', 'gone']).optional(),
  windowOpen: z.boolean().optional(),
});

/** Opens a phone, or changes how an open one behaves. */
function person(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, settings);
  if (!post.ok) return post.reply;
  const { hidesPhone, sharesReceipts, reach, windowOpen, username } = post.value;
  const her = personOf(standIn, post.value);
  if (hidesPhone !== undefined) her.hidesNumber(hidesPhone, username);
  if (sharesReceipts !== undefined) her.sharesReceipts(sharesReceipts);
  if (reach !== undefined) her.reach(reach);
  if (windowOpen !== undefined) her.opensWindow(windowOpen);
  return sheetOf(standIn, her);
}

const act = z.discriminatedUnion('act', [
  z.object({ ...whoShape, act: z.literal('changeNumber'), to: z.string().regex(/^\d{5,15}$/) }),
  z.object({ ...whoShape, act: z.literal('changeId') }),
  z.object({ ...whoShape, act: z.literal('giveNumberTo'), to: z.string().min(1) }),
]);

function identity(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, act);
  if (!post.ok) return post.reply;
  const her = personOf(standIn, post.value);
  if (post.value.act === 'changeId') her.changesId();
  else if (post.value.act === 'changeNumber') her.changesNumber(post.value.to);
  else if (standIn.threads.byId(her.id)?.phone === undefined) return json(409, { error: 'no_number_to_give' });
  else return sheetOf(standIn, her.givesNumberTo(post.value.to));
  return sheetOf(standIn, her);
}

function sheetOf(standIn: StandIn, { id }: Person): HttpReply {
  const contact = standIn.threads.byId(id);
  return contact ? json(200, personSheet(contact)) : json(404, { error: 'no_such_person' });
}
