import { type FlowFile, readFlowFiles } from '../../../src/channels/whatsapp/flowFiles';
import type { StandIn } from '../../../src/channels/whatsapp/simulator/standIn';
import { lookAfterFlows } from '../../../src/commands/admin/runFlows';
import { projectFile } from '../../../src/projectFiles';
import { type EchoService, openEchoService, secrets } from '../simulator/echoService';

const ours = readFlowFiles(projectFile('deployment', 'whatsapp', 'flows'));
let service: EchoService;
let standIn: StandIn;
beforeEach(async () => {
  service = await openEchoService();
  standIn = service.standIn;
});
afterEach(() => service.close());

async function look(publish: boolean, files = ours, forms: 'on' | 'off' = 'on') {
  const said: string[] = [];
  const whatsapp = { phoneNumberId: '1', appSecrets: ['s'], verifyToken: 'v', accessToken: secrets.accessToken };
  const config = { whatsapp, accountId: standIn.account.wabaId, forms, graphUrl: standIn.url, graphVersion: 'v25.0' };
  const talk = { say: (line: string) => said.push(line), complain: (line: string) => said.push(line) };
  return { code: await lookAfterFlows(publish, { flows: { config, files }, ...talk }), said };
}
const there = () => standIn.account.flows.all().map(({ name, status }) => `${name} ${status}`);
const names = ours.map(({ nameAtMeta }) => nameAtMeta);
const rewritten = (file: FlowFile): FlowFile => ({ ...file, nameAtMeta: `${file.name}_${file.language}_00000000` });

test('they are brought as drafts, and published when it is asked for; twice the same does nothing more', async () => {
  const drafted = await look(false);
  expect(drafted.code).toBe(1);
  expect(drafted.said[1]).toBe(
    'registration  es  DRAFT  Try it with WHATSAPP_FORMS=draft; then publish it with --publish.',
  );
  expect(there()).toEqual(names.map((name) => `${name} DRAFT`));
  expect(await look(false)).toEqual(drafted);
  const published = await look(true);
  expect(published).toEqual({ code: 0, said: ['registration  en  PUBLISHED', 'registration  es  PUBLISHED'] });
  expect(await look(true)).toEqual(published);
  expect(there()).toEqual(names.map((name) => `${name} PUBLISHED`));
  expect(standIn.account.flows.all().map(({ json }) => json)).toEqual(ours.map(({ text }) => text));
});

test('a changed file is another form; the old one is given up only when the new one is published', async () => {
  await look(true);
  const changed = ours.map((file) => (file.language === 'es' ? rewritten(file) : file));
  const drafted = await look(false, changed);
  expect(drafted.code).toBe(1);
  expect(there()).toContain(`${names[1]} PUBLISHED`);
  const published = await look(true, changed);
  expect(published.code).toBe(0);
  expect(published.said).toContain(`  ${names[1]}  DEPRECATED  of an older file.`);
  expect(there()).toEqual([`${names[0]} PUBLISHED`, `${names[1]} DEPRECATED`, 'registration_es_00000000 PUBLISHED']);
});

test('a draft of an older file is deleted, and an older file taken back gets a name of its own', async () => {
  const [, es] = ours as [FlowFile, FlowFile];
  await look(false, [rewritten(es)]);
  await look(true, [es]);
  expect(there()).toEqual([`${names[1]} PUBLISHED`]);
  await look(true, [rewritten(es)]);
  await look(true, [es]);
  await look(true, [es]);
  expect(there()).toEqual([`${names[1]} DEPRECATED`, 'registration_es_00000000 DEPRECATED', `${names[1]}_2 PUBLISHED`]);
});

test('what Meta finds wrong is said, and nothing is published', async () => {
  const [en] = ours as [FlowFile];
  const { code, said } = await look(true, [{ ...en, text: '{}' }]);
  expect(code).toBe(1);
  expect(said[0]).toMatch(/^registration {2}en {2}INVALID {2}Meta finds: line 1: .*screen.* Mend deployment/);
  expect(there()).toEqual([`${names[0]} DRAFT`]);
});

test('it says that they are offered to nobody while WHATSAPP_FORMS is off, and what is missing', async () => {
  expect((await look(true, ours, 'off')).said.at(-1)).toContain('WHATSAPP_FORMS');
  const said: string[] = [];
  const config = { graphUrl: standIn.url, graphVersion: 'v25.0' };
  const talk = { say: () => {}, complain: (line: string) => said.push(line) };
  expect(await lookAfterFlows(false, { flows: { config, files: ours }, ...talk })).toBe(2);
  expect(said).toEqual([expect.stringContaining('WHATSAPP_ACCOUNT_ID')]);
});
