import { once } from 'node:events';
import { createServer } from 'node:http';
import { freshDatabase, onServer, testRun } from './database';

test('two databases of one file are migrated, empty and apart', async () => {
  const [one, two] = await Promise.all([freshDatabase(), freshDatabase({ max: 1 })]);
  await one.pool.query(`insert into site (code, kind, name, locality) values ('x', 'block', 'X', 'Bosa')`);
  const count = 'select count(*)::int as sites from site';
  expect((await one.pool.query(count)).rows).toEqual([{ sites: 1 }]);
  expect((await two.pool.query(count)).rows).toEqual([{ sites: 0 }]);
});

test('a closed database is gone', async () => {
  const { url, close } = await freshDatabase();
  const name = new URL(url).pathname.slice(1);
  await close();
  await close();
  const { rows } = await onServer((server) => server.query('select from pg_database where datname = $1', [name]));
  expect(rows).toEqual([]);
  expect(name.startsWith(testRun())).toBe(true);
});

test('no test reaches beyond this machine, whatever it asks for', async () => {
  await expect(fetch('https://graph.facebook.com/')).rejects.toThrow(
    'Disallowed net connect for "graph.facebook.com:443/"',
  );
  const server = createServer((_request, response) => response.end('here')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address && typeof address === 'object' ? address.port : 0;
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here');
  server.close();
});
