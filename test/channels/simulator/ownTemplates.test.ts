import { renderTemplate } from '../../../src/channels/whatsapp/renderTemplate';
import { blanksOf, readTemplateFiles } from '../../../src/channels/whatsapp/templateFiles';
import { openTemplatesAtMeta } from '../../../src/channels/whatsapp/templatesAtMeta';
import { projectFile } from '../../../src/projectFiles';
import { openEchoService, secrets } from './echoService';

test('our own templates are taken, listed, approved and sent in each of their languages', async () => {
  const service = await openEchoService();
  const { standIn, send } = service;
  const { accessToken } = secrets;
  const atMeta = openTemplatesAtMeta({ url: standIn.url, version: 'v25.0', accessToken, accountId: '102290129340398' });
  const files = [...readTemplateFiles(projectFile('deployment', 'whatsapp', 'templates')).values()];
  const all = files.flatMap((file) => Object.keys(file.texts).map((language) => ({ file, language })));
  for (const { file, language } of all) expect(await atMeta.create(file, language)).toBe('PENDING');
  expect((await atMeta.list()).map(({ name, language }) => `${name} ${language}`)).toEqual(
    all.map(({ file, language }) => `${file.name} ${language}`),
  );
  for (const template of standIn.account.templates) template.status = 'APPROVED';

  for (const [n, { file, language }] of all.entries()) {
    const text = file.texts[language];
    const blanks = Object.fromEntries(blanksOf(text?.body ?? '').map((blank) => [blank, 'Ana\nMaría']));
    const choices = (text?.buttons ?? []).map((title, at) => ({ id: `choice:${at}`, title }));
    const to = `5730011${String(n).padStart(5, '0')}`;
    const content = renderTemplate({ name: file.name, language, blanks }, choices, file);
    expect((await send({ to, ...content })).json.error).toBeUndefined();
    const bubble = standIn.threads.find({ phone: to })?.bubbles[0];
    expect(bubble?.text).not.toMatch(/\{\{/);
    expect(bubble?.choices.map(({ id }) => id)).toEqual(choices.map(({ id }) => id));
  }
  expect(standIn.invariants()).toMatchObject({ holds: true });
  atMeta.close();
  await service.close();
});
