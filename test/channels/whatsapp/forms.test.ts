import { type FlowFile, readFlowFiles } from '../../../src/channels/whatsapp/flowFiles';
import { openForms } from '../../../src/channels/whatsapp/forms';
import { projectFile } from '../../../src/projectFiles';
import { openEchoService, secrets } from '../simulator/echoService';

const [en, es] = readFlowFiles(projectFile('deployment', 'whatsapp', 'flows')) as [FlowFile, FlowFile];

async function look(there: [FlowFile, string][], mode: 'on' | 'draft' = 'on') {
  const flows = there.map(([{ nameAtMeta, text }]) => ({ name: nameAtMeta, json: text }));
  const service = await openEchoService({ flows });
  const shelf = service.standIn.account.flows.all();
  for (const [n, [, status]] of there.entries()) Object.assign(shelf[n] ?? {}, { status });
  const { url, account } = service.standIn;
  const connection = { url, version: 'v25.0', accessToken: secrets.accessToken, accountId: account.wabaId };
  const warned: string[] = [];
  const log = { warn: (fields: object, words: string) => void warned.push(`${JSON.stringify(fields)} ${words}`) };
  const forms = await openForms({ connection, files: [en, es], mode, log });
  forms.close();
  await service.close();
  return { forms, warned, ids: shelf.map(({ id }) => id) };
}

test('a form is found where it is published, by its language', async () => {
  const { forms, ids, warned } = await look([
    [es, 'PUBLISHED'],
    [en, 'PUBLISHED'],
  ]);
  expect(forms.find('registration', 'es')).toEqual({ id: ids[0], screen: 'REGISTRATION', mode: 'published' });
  expect(forms.find('registration', 'en')).toMatchObject({ id: ids[1] });
  expect(forms.find('registration', 'fr')).toBeUndefined();
  expect(warned).toEqual([]);
});

test.each(['DRAFT', 'DEPRECATED', 'THROTTLED', 'BLOCKED'])(
  'one that is %s is offered to nobody, and it is said',
  async (status) => {
    const { forms, warned } = await look([
      [es, status],
      [en, 'PUBLISHED'],
    ]);
    expect(forms.find('registration', 'es')).toBeUndefined();
    expect(warned).toEqual(['{"form":"registration es"} A form cannot be sent: npm run admin -- whatsapp flows']);
  },
);

test('a draft is offered where drafts are to be tried', async () => {
  const { forms } = await look([[es, 'DRAFT']], 'draft');
  expect(forms.find('registration', 'es')).toMatchObject({ mode: 'draft' });
});

test('one of an older file is not offered: it would not take what we fill it with', async () => {
  const { forms } = await look([[{ ...es, nameAtMeta: 'registration_es_00000000' }, 'PUBLISHED']]);
  expect(forms.find('registration', 'es')).toBeUndefined();
});

test('with nobody to ask, nothing is offered and the service starts all the same', async () => {
  const connection = { url: 'http://127.0.0.1:9', version: 'v25.0', accessToken: 't', accountId: '1' };
  const warned: string[] = [];
  const log = { warn: (_: object, words: string) => void warned.push(words) };
  const forms = await openForms({ connection, files: [es], mode: 'on', log });
  expect(forms.find('registration', 'es')).toBeUndefined();
  expect(warned).toEqual([expect.stringContaining('could not be looked up')]);
  forms.close();
});
