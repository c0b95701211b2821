import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import nock from 'nock';
import { WebSocket } from 'ws';
import { readConfig } from '../../../src/config';
import { createLog } from '../../../src/log';
import { openService, type Service } from '../../../src/service';
import { environment } from '../../chaos/environment';
import { until } from '../../http/httpServer';
import { freshDatabase } from '../../setup/database';
import { type Guest, newGuest, pause } from './chat';
import { FetchedRequest } from './xmlHttpRequest';

let service: Service;
const opened: WebSocket[] = [];
const clients: DirectLine[] = [];

/** Sockets as a browser has them, known to the test so that it can cut them. */
class CountedSocket extends WebSocket {
  constructor(url: string) {
    super(url);
    opened.push(this);
  }
}

beforeAll(async () => {
  nock.restore();
  Object.assign(globalThis, { XMLHttpRequest: FetchedRequest, WebSocket: CountedSocket });
  const { url } = await freshDatabase();
  const given = environment({ databaseUrl: url, graphUrl: 'http://127.0.0.1:9' });
  service = await openService(readConfig(given), createLog('silent'));
});
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
});
afterAll(() => service.close());

type Said = Activity & { text?: string; suggestedActions?: { actions: { title: string; value: string }[] } };

/** Microsoft's client as Web Chat uses it, and what it has brought, in order. */
function client(guest: Guest, over: object = {}) {
  // Its least pause before it connects again is three seconds.
  const line = new DirectLine({
    domain: `${service.url}/v3/directline`,
    token: guest.token,
    random: () => 0,
    ...over,
  } as ConstructorParameters<typeof DirectLine>[0]);
  clients.push(line);
  const heard: Said[] = [];
  const states: ConnectionStatus[] = [];
  line.connectionStatus$.subscribe((state) => states.push(state));
  line.activity$.subscribe(
    (activity) => heard.push(activity as Said),
    () => {}, // its end is told as an error
  );
  const post = (activity: object) =>
    new Promise<string>((resolve, reject) => {
      line.postActivity({ from: { id: '' }, ...activity } as Activity).subscribe(resolve, reject);
    });
  return { line, heard, states, post, online: () => until(() => states.includes(ConnectionStatus.Online)) };
}

// The client gives out what comes together one by one, so that two frames can cross; Web Chat sorts as here.
const inOrder = (heard: Said[]) =>
  [...heard].sort((a, b) => a.channelData['webchat:sequence-id'] - b.channelData['webchat:sequence-id']);
const isReply = ({ from }: Said) => from.role === 'bot';

test('it opens the chat, is greeted, taps a button by its title, and is answered', async () => {
  const her = client(await newGuest(service.url));
  await her.online();
  await her.post({ type: 'event', name: 'webchat/join', locale: 'es-CO' });
  await until(() => her.heard.some(isReply));
  const [join, greeting] = her.heard;
  expect(join).toMatchObject({ type: 'event', name: 'webchat/join', from: { role: 'user' } });
  const button = greeting?.suggestedActions?.actions[0];
  const id = await her.post({
    type: 'message',
    text: button?.title,
    value: button?.value,
    channelData: { clientActivityID: 'tap-1' },
  });
  await until(() => her.heard.filter(isReply).length === 2);
  expect(her.heard[2]).toMatchObject({ id, text: button?.title, channelData: { clientActivityID: 'tap-1' } });
});

test('who opens the page again in mid-talk is not greeted again, and finds it as it was', async () => {
  const guest = await newGuest(service.url);
  const before = client(guest);
  await before.online();
  await before.post({ type: 'event', name: 'webchat/join' });
  await until(() => before.heard.some(isReply));
  before.line.end();
  const after = client(guest, { conversationId: guest.id });
  await after.online();
  await after.post({ type: 'event', name: 'webchat/join' });
  await after.post({ type: 'message', text: 'ayuda' });
  await until(() => after.heard.filter(isReply).length === 2);
  expect(inOrder(after.heard).map(({ type }) => type)).toEqual(['event', 'message', 'event', 'message', 'message']);
});

test('speaks the language of her browser', async () => {
  const her = client(await newGuest(service.url));
  await her.online();
  await her.post({ type: 'event', name: 'webchat/join', locale: 'en-GB' });
  await until(() => her.heard.some(isReply));
  expect(her.heard.find(isReply)?.text).toContain('What would you like to do');
});

test('cut off, it goes on where it was: nothing lost, nothing twice', async () => {
  const guest = await newGuest(service.url);
  const her = client(guest);
  await her.online();
  await her.post({ type: 'message', text: 'hola' });
  await until(() => her.heard.length === 2);
  opened.at(-1)?.terminate();
  await guest.say('ayuda');
  await until(() => her.heard.length === 4);
  await guest.say('menú');
  await until(() => her.heard.length === 6);
  await pause(100);
  expect(new Set(her.heard.map(({ id }) => id)).size).toBe(6);
  expect(inOrder(her.heard).map((activity) => (isReply(activity) ? 'we' : 'she'))).toEqual([
    'she',
    'we',
    'she',
    'we',
    'she',
    'we',
  ]);
}, 20_000);

test('it can do without sockets and ask', async () => {
  const her = client(await newGuest(service.url), { webSocket: false, pollingInterval: 200 });
  await her.online();
  await her.post({ type: 'message', text: 'hola' });
  await until(() => her.heard.length === 2);
  await her.post({ type: 'message', text: 'ayuda' });
  await until(() => her.heard.length === 4);
  expect(new Set(her.heard.map(({ id }) => id)).size).toBe(4);
});

test('a token that is none of ours ends it', async () => {
  const guest = await newGuest(service.url);
  const her = client({ ...guest, token: `${guest.token}x` });
  await until(
    () => her.states.includes(ConnectionStatus.FailedToConnect) || her.states.includes(ConnectionStatus.ExpiredToken),
  );
  expect(her.heard).toEqual([]);
});
