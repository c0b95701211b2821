import { readFile } from 'node:fs/promises';
import { z } from 'zod/v4';
import type { HttpReply, HttpRequest, Route } from '../../../http/message';
import { json } from '../../../http/reply';
import { projectFile } from '../../../projectFiles';
import { panelRoute, stateSheet } from './panelRoute';
import type { Bubble } from './phone/bubble';
import type { Contact } from './phone/threads';
import { ownPost } from './sameSite';
import type { StandIn } from './standIn';

/** The simulated phone at `/phone`: a static page, and the JSON it talks to. For use without WhatsApp credentials only. */
export function phoneRoutes(standIn: StandIn): Route[] {
  return [
    ...pageFiles.map(fileRoute),
    { method: 'GET', path: '/phone/people', answer: async () => json(200, peopleOf(standIn)) },
    { method: 'POST', path: '/phone/people', answer: async (request) => openPhone(standIn, request) },
    { method: 'GET', path: '/phone/thread', answer: (request) => changes(standIn, request) },
    { method: 'POST', path: '/phone/say', answer: async (request) => say(standIn, request) },
    { method: 'POST', path: '/phone/tap', answer: async (request) => tap(standIn, request) },
    { method: 'POST', path: '/phone/fill', answer: async (request) => fill(standIn, request) },
    { method: 'POST', path: '/phone/send', answer: async (request) => send(standIn, request) },
    panelRoute(standIn),
  ];
}

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

// Named one by one: nothing else in the folder can be asked for.
const styles = ['theme', 'page', 'handset', 'composer', 'sheet', 'bubbles', 'contents', 'panel'];
const scripts = ['phone', 'handset', 'bubble', 'sheet', 'form', 'formatting', 'icons', 'panel', 'server'];
const pageFiles = [
  { path: '/phone', file: 'phone.html', type: 'text/html' },
  { path: '/phone/wallpaper.svg', file: 'wallpaper.svg', type: 'image/svg+xml' },
  ...styles.map((name) => ({ path: `/phone/${name}.css`, file: `${name}.css`, type: 'text/css' })),
  ...scripts.map((name) => ({ path: `/phone/${name}.js`, file: `${name}.js`, type: 'text/javascript' })),
];

function fileRoute({ path, file, type }: (typeof pageFiles)[number]): Route {
  const headers = {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy,
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  };
  const where = projectFile('src', 'channels', 'whatsapp', 'simulator', 'page', file);
  return { method: 'GET', path, answer: async () => ({ status: 200, headers, body: await readFile(where) }) };
}

function peopleOf({ threads, contactName }: StandIn) {
  return {
    run: threads.run,
    contact: contactName,
    people: threads
      .all()
      .filter(({ name }) => name !== '')
      .map(personSheet),
  };
}

function personSheet({ id, name, label, phone }: Contact) {
  return { id, name, label: label ?? '', phone: phone ?? '' };
}

const newPhone = z.object({ name: z.string().trim().min(1).max(60), hidesNumber: z.boolean().optional() });
const MOST_PHONES = 200;

function openPhone(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, newPhone);
  if (!post.ok) return post.reply;
  if (standIn.threads.all().length >= MOST_PHONES) return json(409, { error: 'too_many_phones' });
  const { name, hidesNumber } = post.value;
  const bsuid = `CO.${String(Math.floor(Math.random() * 1e18)).padStart(18, '1')}`;
  const { id } = standIn.person(hidesNumber ? { name, bsuid } : { name });
  const contact = standIn.threads.byId(id);
  return json(201, contact && personSheet(contact));
}

// Short enough that a server which is closing need not wait for it, even when nobody calls `release`.
const LONGEST_POLL_MS = 2000;

/** What has changed on these phones since the cursor `after`; waits a little for something to change. */
async function changes(standIn: StandIn, { query }: HttpRequest): Promise<HttpReply> {
  const { threads } = standIn;
  const [run, version = ''] = (query.get('after') ?? '').split('.');
  const after = run === threads.run ? Number(version) || 0 : 0;
  const phones = query.getAll('person').flatMap((id) => threads.byId(id) ?? []);
  await threads.until(() => (phones.some(({ changed }) => changed > after) ? true : undefined), LONGEST_POLL_MS);
  return json(200, {
    run: threads.run,
    cursor: `${threads.run}.${threads.version()}`,
    phones: phones
      .filter(({ changed }) => changed > after)
      .map((contact) => ({
        person: contact.id,
        typingMs: Math.max(0, contact.typingUntil - standIn.now()),
        state: stateSheet(standIn, contact),
        lost: contact.lost.filter((one) => one.changed > after),
        bubbles: contact.bubbles.filter((bubble) => bubble.changed > after).map(bubbleSheet),
      })),
  });
}

function bubbleSheet({ changed, tapAs, ...shown }: Bubble) {
  return shown;
}

const said = z.object({ person: z.string(), text: z.string().trim().min(1).max(4096) });

function say(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, said);
  if (!post.ok) return post.reply;
  const person = standIn.personById(post.value.person);
  return person ? json(200, { id: person.says(post.value.text) }) : nobody;
}

const tapped = z.object({ person: z.string(), choice: z.string(), of: z.string() });

function tap(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, tapped);
  if (!post.ok) return post.reply;
  const { person: id, choice, of } = post.value;
  const person = standIn.personById(id);
  if (!person) return nobody;
  const isThere = person.thread().some((one) => one.id === of && one.choices.some(({ id: own }) => own === choice));
  return isThere ? json(200, { id: person.taps(choice, of) }) : json(404, { error: 'no_such_choice' });
}

const filled = z.object({
  person: z.string(),
  of: z.string(),
  values: z.record(z.string().max(64), z.union([z.string().max(4096), z.boolean()])),
});

function fill(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, filled);
  if (!post.ok) return post.reply;
  const { person: id, of, values } = post.value;
  const person = standIn.personById(id);
  if (!person) return nobody;
  try {
    return json(200, { id: person.fills(values, of) });
  } catch (fault) {
    return json(409, { error: fault instanceof Error ? fault.message : 'no_such_form' });
  }
}

const sent = z.object({
  person: z.string(),
  thing: z.discriminatedUnion('kind', [
    z.object({ kind: z.enum(['audio', 'image']) }),
    z.object({ kind: z.literal('contact'), name: z.string().max(100), phone: z.string().regex(/^\d{5,15}$/) }),
    z.object({ kind: z.literal('location'), latitude: z.number(), longitude: z.number(), name: z.string().max(100) }),
  ]),
});

function send(standIn: StandIn, request: HttpRequest): HttpReply {
  const post = ownPost(request, sent);
  if (!post.ok) return post.reply;
  const person = standIn.personById(post.value.person);
  return person ? json(200, { id: person.sends(post.value.thing) }) : nobody;
}

const nobody = json(404, { error: 'no_such_person' });
