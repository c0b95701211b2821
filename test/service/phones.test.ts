import { readConfig } from '../../src/config';
import { createLog } from '../../src/log';
import { openService } from '../../src/service';
import { freshDatabase } from '../setup/database';

async function opened(more: NodeJS.ProcessEnv = {}) {
  const database = await freshDatabase();
  const service = await start(database.url, more);
  const person = service.standIn?.person({ name: 'Ana', phone: '573005550001' });
  if (!person) throw new Error('There is no simulated phone.');
  const close = () => service.close().then(database.close);
  return { pool: database.pool, person, reply: () => person.nextReply(20_000), close };
}

function start(url: string, more: NodeJS.ProcessEnv = {}) {
  const key = { DATABASE_URL: url, DATA_KEY: Buffer.alloc(32, 5).toString('base64') };
  return openService(readConfig({ PORT: '0', ...key, ...more }), createLog('silent'));
}

test('the simulated phones of one database are one process’s; ended, it leaves them to the next', async () => {
  const { url } = await freshDatabase();
  const first = await start(url);
  await expect(start(url)).rejects.toThrow('Another Relevo has the simulated phones of this database');
  await first.close();
  const next = await start(url);
  await next.close();
});

test('on the simulated phone the form is there without any setting, with the demo’s own sites', async () => {
  const { pool, person, reply, close } = await opened();
  person.says('registrarme');
  await reply();
  person.taps('Llenar mis datos');
  const { form } = await reply();
  const sites = form?.parts.find((part) => part.kind === 'choice' && part.name === 'site');
  expect(sites).toMatchObject({ options: { length: 27 } });
  const site = sites?.kind === 'choice' ? (sites.options[0]?.id ?? '') : '';
  person.fills({ first_names: 'Ana', last_names: 'Gil', document: 'CC', number: '52700777', site, consent: true });
  expect((await reply()).text).toContain('Revise, por favor');
  person.taps('Sí, guardar');
  expect((await reply()).text).toContain('bienvenida, Ana');
  const { rows } = await pool.query('select site_id from person where first_names = $1 and last_names = $2', [
    'Ana',
    'Gil',
  ]);
  expect(rows).toEqual([{ site_id: site }]);
  await close();
});

test('where it is not wanted nobody is offered it', async () => {
  const { person, reply, close } = await opened({ WHATSAPP_FORMS: 'off' });
  person.says('registrarme');
  expect((await reply()).choices.map(({ title }) => title)).toEqual(['Sí, acepto', 'No acepto']);
  await close();
});
