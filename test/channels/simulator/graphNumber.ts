import type { GraphAccount } from '../../../src/channels/whatsapp/simulator/graph/account';
import { openFlowShelf } from '../../../src/channels/whatsapp/simulator/graph/flows';
import { openMediaShelf } from '../../../src/channels/whatsapp/simulator/graph/media';
import { answerGraph } from '../../../src/channels/whatsapp/simulator/graphApi';

/** A business number in a world of its own; its clock and the person's last message are set by hand. */
export type TestNumber = GraphAccount & { at: number; heard: number | undefined };

/** Asks the Graph API; a body makes it a POST. */
export type Ask = (
  path: string,
  more?: { method?: string; body?: object | Buffer; headers?: Record<string, string>; query?: string },
) => ReturnType<typeof answerGraph>;

export const hour = 3_600_000;

/** Makes a number that nobody has written to, except just now. */
export function testNumber(): TestNumber {
  const at = 1_800_000_000_000;
  const number: TestNumber = {
    at,
    heard: at,
    phoneNumberId: '106540352242922',
    wabaId: '102290129340398',
    accessToken: 'token',
    isSubscribed: true,
    health: 'AVAILABLE',
    flows: openFlowShelf(),
    statusesOf: () => undefined,
    displayPhone: '576015550100',
    verifiedName: 'Relevo',
    templates: [
      { name: 'class_reminder', language: 'es_CO', body: 'Hola {{1}}, mañana hay {{2}}.', buttons: ['Voy', 'No voy'] },
      { name: 'named', language: 'es', body: 'Hola {{nombre}}.' },
    ],
    media: openMediaShelf(() => number.at),
    window: 'status',
    listBody: 4096,
    filesUrl: () => 'http://127.0.0.1:1/files',
    now: () => number.at,
    lastHeard: () => number.heard,
    knowsUser: (bsuid) => bsuid === 'CO.123',
    knowsMessage: (id) => id === 'wamid.known',
  };
  return number;
}

/** Asks with the right token. */
export function askOf(number: TestNumber): Ask {
  return (path, { body, method = body ? 'POST' : 'GET', headers = {}, query = '' } = {}) =>
    answerGraph(number, {
      method,
      path,
      params: {},
      query: new URLSearchParams(query),
      address: '127.0.0.1',
      headers: { authorization: 'Bearer token', ...headers },
      body: Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body ?? {})),
    });
}

/** Sends to one phone, unless the body says otherwise. */
export function sendOf(number: TestNumber) {
  return (body: object) =>
    askOf(number)('/v25.0/106540352242922/messages', {
      body: { messaging_product: 'whatsapp', to: '573001112233', ...body },
    });
}

export const text = (body: unknown) => ({ type: 'text', text: { body } });
