import nock from 'nock';
import { readTemplateFiles, type TemplateFile, type TemplateText } from '../../../src/channels/whatsapp/templateFiles';
import { openTemplatesAtMeta } from '../../../src/channels/whatsapp/templatesAtMeta';
import { lookAfterTemplates } from '../../../src/commands/admin/runTemplates';
import { projectFile } from '../../../src/projectFiles';

const ours = readTemplateFiles(projectFile('deployment', 'whatsapp', 'templates'));
const host = 'https://graph.facebook.com';
const path = '/v25.0/222/message_templates';
const credentials = { phoneNumberId: '1', accessToken: 'token', appSecrets: ['s'], verifyToken: 'v' };
const config = { whatsapp: credentials, accountId: '222', graphUrl: host, graphVersion: 'v25.0' };

afterEach(() => nock.cleanAll());

function listed(name: string, language: string, more: object = {}) {
  const body = ours.get(name)?.texts[language]?.body;
  return {
    name,
    language,
    status: 'APPROVED',
    category: 'UTILITY',
    id: '1',
    components: [{ type: 'BODY', text: body }],
    ...more,
  };
}
const all = () => [...ours.values()].flatMap(({ name, texts }) => Object.keys(texts).map((code) => listed(name, code)));

async function look(create = false, files = ours) {
  const lines: string[] = [];
  const complaints: string[] = [];
  const talk = { say: (line: string) => lines.push(line), complain: (line: string) => complaints.push(line) };
  const code = await lookAfterTemplates(create, { templates: { config, files }, ...talk });
  return { code, lines, complaints };
}

test('with all approved there is nothing to do; pages are followed to their end', async () => {
  const [first = [], rest] = [all().slice(0, 5), all().slice(5)];
  nock(host, { reqheaders: { authorization: 'Bearer token' } })
    .get(path)
    .query(({ after }) => after === undefined)
    .reply(200, { data: first, paging: { cursors: { before: 'a', after: 'b=' }, next: 'https://…' } })
    .get(path)
    .query({ fields: /.*/, limit: '100', after: 'b=' })
    .reply(200, { data: rest, paging: { cursors: { before: 'b', after: 'c' } } });
  const { code, lines } = await look();
  expect(code).toBe(0);
  expect(all().length).toBeGreaterThan(15);
  expect(lines).toHaveLength(all().length);
  expect(lines.every((line) => line.endsWith('APPROVED'))).toBe(true);
});

test('what is not as it should be is said, with what to do', async () => {
  const others = all().filter(
    ({ name }) => name !== 'place_offered' && name !== 'class_reminder' && name !== 'help_answered',
  );
  const data = [
    ...others,
    listed('place_offered', 'es', { status: 'PAUSED' }),
    listed('place_offered', 'en', { status: 'REJECTED', rejected_reason: 'INVALID_FORMAT' }),
    listed('class_reminder', 'es', { category: 'MARKETING' }),
    listed('class_reminder', 'en', { components: [{ type: 'BODY', text: 'Another.' }] }),
    listed('help_answered', 'es', { status: 'PENDING', rejected_reason: 'NONE' }),
    { odd: true },
  ];
  nock(host).get(path).query(true).reply(200, { data });
  const { code, lines } = await look();
  expect(code).toBe(1);
  const about = (start: string) => lines.find((line) => line.startsWith(start));
  expect(about('place_offered  es')).toMatch(/PAUSED {2}Too many people/);
  expect(about('place_offered  en')).toMatch(/REJECTED INVALID_FORMAT {2}Read the reason/);
  expect(about('class_reminder  es')).toMatch(/APPROVED as MARKETING {2}Meta has put it/);
  expect(about('class_reminder  en')).toMatch(/CHANGED {2}The approved text/);
  expect(about('help_answered  es')).toMatch(/PENDING {2}Approval takes/);
  expect(about('help_answered  en')).toMatch(/MISSING {2}Send it in/);
});

test('those missing are sent in when asked for, in the form Meta wants', async () => {
  const one = new Map([['place_offered', ours.get('place_offered') as TemplateFile]]);
  const sent: Record<string, unknown>[] = [];
  nock(host)
    .get(path)
    .query(true)
    .reply(200, { data: [listed('place_offered', 'en')] })
    .post(path, (body) => sent.push(body) > 0)
    .reply(200, { id: '5', status: 'PENDING', category: 'UTILITY' });
  const { code, lines } = await look(true, one);
  expect(code).toBe(1);
  expect(lines[0]).toBe('place_offered  es  sent in: PENDING  Approval takes minutes, at most a day.');
  const { body, example } = ours.get('place_offered')?.texts.es ?? ({} as TemplateText);
  expect(sent).toEqual([
    {
      name: 'place_offered',
      language: 'es',
      category: 'UTILITY',
      parameter_format: 'NAMED',
      components: [
        {
          type: 'BODY',
          text: body,
          example: {
            body_text_named_params: ['class', 'site', 'until'].map((name) => ({
              param_name: name,
              example: example[name],
            })),
          },
        },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'QUICK_REPLY', text: 'Sí, tomar el cupo' },
            { type: 'QUICK_REPLY', text: 'No, gracias' },
          ],
        },
      ],
    },
  ]);
});

test('without credentials or the account’s id it says what is missing', async () => {
  const complaints: string[] = [];
  const talk = { say: () => {}, complain: (line: string) => complaints.push(line) };
  const { accountId: _, ...without } = config;
  expect(await lookAfterTemplates(false, { templates: { config: without, files: ours }, ...talk })).toBe(2);
  expect(complaints).toEqual([expect.stringContaining('WHATSAPP_ACCOUNT_ID')]);
});

test.each([
  [200, '<html>', /Invalid|expected/i],
  [400, { error: { code: 100, message: 'x', error_user_msg: 'The name is taken.' } }, /100: The name is taken/],
  [403, { error: { code: 10, message: '(#10) No permission' } }, /10: \(#10\) No permission/],
  [502, '<html>', /answered 502/],
])('an answer of %d that is no list is an error that says so', async (status, body, said) => {
  nock(host).get(path).query(true).reply(status, body);
  const atMeta = openTemplatesAtMeta({ url: host, version: 'v25.0', accessToken: 't', accountId: '222' });
  await expect(atMeta.list()).rejects.toThrow(said);
  atMeta.close();
});
