import nock from 'nock';
import { type FlowFile, readFlowFiles } from '../../../src/channels/whatsapp/flowFiles';
import type { TemplateFiles } from '../../../src/channels/whatsapp/templateFiles';
import { readCommand } from '../../../src/commands/admin/command';
import { checkWhatsApp } from '../../../src/commands/admin/runCheck';
import { projectFile } from '../../../src/projectFiles';

const graph = 'https://graph.example';
const home = 'https://relevo.example';
const text = { body: 'Hola.', buttons: [], example: {} };
const files: TemplateFiles = new Map([
  ['hello', { name: 'hello', category: 'UTILITY' as const, about: 'x', texts: { es: text } }],
]);
const whatsapp = { phoneNumberId: '1065', accessToken: 'secret-token', appSecrets: ['s'], verifyToken: 'verify-me' };

type Answers = {
  forms?: 'on' | 'off';
  flows?: [number, object];
  number?: [number, object];
  apps?: [number, object];
  webhook?: (challenge: string) => [number, string];
};

const well = {
  display_phone_number: '+57 300 000 0000',
  verified_name: 'Cuidado',
  quality_rating: 'GREEN',
  throughput: { level: 'STANDARD' },
  health_status: { can_send_message: 'AVAILABLE', entities: [] },
};

const form = readFlowFiles(projectFile('deployment', 'whatsapp', 'flows'))[0] as FlowFile;

async function checks({
  number = [200, well],
  apps = [200, { data: [{}] }],
  webhook,
  forms = 'off',
  flows = [200, {}],
}: Answers = {}) {
  nock(graph)
    .get(/^\/v25\.0\/1065\?/)
    .reply(...number);
  nock(graph)
    .get('/v25.0/77/subscribed_apps')
    .reply(...apps);
  nock(graph)
    .get(/^\/v25\.0\/77\/message_templates/)
    .reply(200, {
      data: [
        {
          name: 'hello',
          language: 'es',
          status: 'APPROVED',
          category: 'UTILITY',
          components: [{ type: 'BODY', text: 'Hola.' }],
        },
      ],
    });
  nock(home)
    .get(/^\/webhooks\/whatsapp\?/)
    .reply((uri) => {
      const query = new URL(uri, home).searchParams;
      expect(query.get('hub.verify_token')).toBe('verify-me');
      return (webhook ?? ((challenge) => [200, challenge]))(query.get('hub.challenge') ?? '');
    });
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  nock(graph)
    .get(/^\/v25\.0\/77\/flows/)
    .reply(...flows);
  const config = { whatsapp, accountId: '77', graphUrl: graph, graphVersion: 'v25.0', publicUrl: home, forms };
  const tools = { templates: { config, files }, flows: { config, files: [form] } };
  const code = await checkWhatsApp({ ...tools, say, complain: say });
  return { code, lines };
}
beforeAll(() => {
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
});
afterEach(() => nock.cleanAll());
afterAll(() => nock.enableNetConnect());

test('all well is a line each, and exit code 0', async () => {
  const { code, lines } = await checks();
  expect(lines.map((line) => line.split('.')[0])).toEqual([
    'OK      token: takes us to the number',
    'OK      number: +57 300 000 0000, Cuidado',
    'OK      quality: GREEN',
    'OK      throughput: STANDARD; WHATSAPP_RATE is for that',
    'OK      health: messages can be sent',
    'OK      subscribed app: the account sends its events',
    'OK      webhook: answers at https://relevo',
    'OK      templates: all 1 approved',
    'OK      forms: WHATSAPP_FORMS is off: everybody registers in the chat',
  ]);
  expect(code).toBe(0);
});

test.each([
  ['a token that ended', { number: [401, { error: { code: 190 } }] }, 'WRONG   token: answered 190. Make a new one'],
  [
    'a number of somebody else',
    { number: [400, { error: { code: 100 } }] },
    'WRONG   token: answered 100. It does not see',
  ],
  ['a token that may not', { number: [403, { error: { code: 10 } }] }, 'WRONG   token: answered 10. Give it'],
  ['an account that sends nothing', { apps: [200, { data: [] }] }, 'WRONG   subscribed app: none. No event will come'],
  ['a poor quality', { number: [200, { ...well, quality_rating: 'RED' }] }, 'WRONG   quality: RED. People block'],
  [
    'another verify token',
    { webhook: () => [403, ''] },
    'WRONG   webhook: answered 403. The service there has another',
  ],
  [
    'a page in place of the webhook',
    { webhook: () => [200, '<html>'] },
    'WRONG   webhook: answered 200. Meta must reach',
  ],
  [
    'a blocked account',
    {
      number: [
        200,
        {
          ...well,
          health_status: {
            can_send_message: 'BLOCKED',
            entities: [
              { entity_type: 'WABA', can_send_message: 'BLOCKED', errors: [{ possible_solution: 'Add a card.' }] },
            ],
          },
        },
      ],
    },
    'WRONG   health: WABA: BLOCKED. Add a card.',
  ],
] as [string, Answers, string][])('%s is told, with what to do, and exit code 1', async (_, answers, line) => {
  const { code, lines } = await checks(answers);
  expect(lines.find((each) => each.startsWith(line))).toBeDefined();
  expect(lines.join('\n')).not.toContain('secret-token');
  expect(code).toBe(1);
});

test('what could not be asked is told as unknown, which is no fault', async () => {
  const { code, lines } = await checks({ number: [200, {}], apps: [403, { error: { code: 200 } }] });
  expect(lines).toContain('UNKNOWN subscribed app: answered 200. The token needs whatsapp_business_management.');
  expect(lines[1]).toBe('OK      number: there.');
  expect(code).toBe(0);
});

test.each([
  [
    'published',
    [200, { data: [{ id: '1', name: form.nameAtMeta, status: 'PUBLISHED' }] }],
    'OK      forms: all 1 published.',
  ],
  [
    'of an older file',
    [200, { data: [{ id: '1', name: 'registration_en_0', status: 'PUBLISHED' }] }],
    'WRONG   forms: registration en MISSING. npm run admin -- whatsapp flows tells',
  ],
  [
    'throttled',
    [200, { data: [{ id: '1', name: form.nameAtMeta, status: 'THROTTLED' }] }],
    'WRONG   forms: registration en THROTTLED.',
  ],
  ['not to be seen', [403, { error: { code: 10, message: 'No' } }], 'UNKNOWN forms: The Graph API answered 10: No.'],
] as [string, [number, object], string][])('forms that are %s are told so', async (_, flows, line) => {
  const { lines } = await checks({ forms: 'on', flows });
  expect(lines.at(-1)).toContain(line);
});

test('without credentials there is nothing to check', async () => {
  const lines: string[] = [];
  const config = { graphUrl: graph, graphVersion: 'v25.0', publicUrl: home };
  const tools = { say: () => {}, complain: (line: string) => void lines.push(line) };
  const given = { templates: { config, files }, flows: { config, files: [] } };
  expect(await checkWhatsApp({ ...given, ...tools })).toBe(2);
  expect(lines[0]).toContain('four WHATSAPP_ credentials');
});

test('the command is read', () => {
  expect(readCommand(['whatsapp', 'check'])).toEqual({ ok: true, command: { kind: 'whatsapp check' } });
  expect(readCommand(['whatsapp', 'check', 'x'])).toMatchObject({ ok: false });
});
