import type { Pool, PoolClient } from 'pg';
import { createPool, inTransaction } from '../../src/db/pool';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { startTcpProxy, type TcpProxy } from '../setup/tcpProxy';

describe.each([{ pipeline: false }, { pipeline: true }])('a pool with pipeline $pipeline', ({ pipeline }) => {
  let database: FreshDatabase;
  let proxy: TcpProxy;
  let pool: Pool;

  beforeAll(async () => {
    database = await freshDatabase();
    await database.pool.query('create table note (text text unique)');
    proxy = await startTcpProxy(database.url);
  });
  beforeEach(() => {
    pool = createPool({ url: proxy.url, max: 2, pipeline, queryTimeout: 400 });
  });
  afterEach(async () => {
    await proxy.heal();
    await pool.end();
    await database.pool.query('delete from note');
  });
  afterAll(() => proxy.stop());

  test('a terminated backend of a checked-out client fails its statement and the next one is served', async () => {
    const client = await pool.connect();
    await terminate(database.pool, client);
    await expect(client.query('select 1')).rejects.toThrow();
    client.release(true);
    await expect(pool.query('select 2 as two')).resolves.toMatchObject({ rows: [{ two: 2 }] });
  });

  test('a terminated backend of an idle client is replaced', async () => {
    const client = await pool.connect();
    const id = await backend(client);
    client.release();
    await database.pool.query('select pg_terminate_backend($1)', [id]);
    await until(() => pool.totalCount === 0);
    await expect(pool.query('select 2 as two')).resolves.toMatchObject({ rows: [{ two: 2 }] });
  });

  test('a statement on a black-holed connection fails within its limit, and its client is not used again', async () => {
    await pool.query('select 1');
    proxy.blackHole();
    const began = Date.now();
    await expect(inTransaction(pool, (db) => db.query('select 1'))).rejects.toThrow('Query read timeout');
    expect(Date.now() - began).toBeLessThan(900);
    expect(pool.totalCount).toBe(0);
    await proxy.heal();
    await expect(pool.query('select 2 as two')).resolves.toMatchObject({ rows: [{ two: 2 }] });
  });

  test('a new connection into a black hole fails within 1.2 s', async () => {
    proxy.blackHole();
    const began = Date.now();
    await expect(pool.query('select 1')).rejects.toThrow('timeout');
    expect(Date.now() - began).toBeLessThan(1200);
  });

  test('an exhausted pool refuses within 1.2 s', async () => {
    const clients = await Promise.all([pool.connect(), pool.connect()]);
    const began = Date.now();
    await expect(pool.connect()).rejects.toThrow('timeout exceeded when trying to connect');
    expect(Date.now() - began).toBeLessThan(1200);
    for (const client of clients) client.release();
  });

  test('what a transaction wrote is there when it has ended', async () => {
    await expect(inTransaction(pool, async (db) => write(db, 'kept').then(() => 'done'))).resolves.toBe('done');
    await expect(notes(database.pool)).resolves.toEqual(['kept']);
  });

  test('a transaction whose work throws leaves nothing, and its client is used again', async () => {
    const work = inTransaction(pool, async (db) => {
      await write(db, 'gone');
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    await expect(notes(database.pool)).resolves.toEqual([]);
    expect(pool.idleCount).toBe(1);
  });

  test('a transaction that swallowed a failed statement throws at commit instead of pretending', async () => {
    const work = inTransaction(pool, async (db) => {
      await write(db, 'twice');
      await write(db, 'twice').catch(() => {});
    });
    await expect(work).rejects.toThrow('Postgres answered ROLLBACK to commit');
    await expect(notes(database.pool)).resolves.toEqual([]);
  });

  test('a transaction whose backend is terminated throws, and its client is destroyed', async () => {
    const work = inTransaction(pool, async (db) => {
      await write(db, 'gone');
      await terminate(database.pool, db);
      await write(db, 'never');
    });
    await expect(work).rejects.toThrow();
    expect(pool.totalCount).toBe(0);
    await expect(notes(database.pool)).resolves.toEqual([]);
  });

  test('a commit whose answer is lost throws, although the work is there', async () => {
    proxy.loseAnswerTo('commit');
    await expect(inTransaction(pool, (db) => write(db, 'there'))).rejects.toThrow();
    await expect(notes(database.pool)).resolves.toEqual(['there']);
  });

  test('a session that sits in a transaction is ended by Postgres after 10 s, one that waits for a lock after 5 s', async () => {
    const { rows } = await pool.query(
      `select name, setting, unit from pg_settings
       where name in ('idle_in_transaction_session_timeout', 'lock_timeout', 'application_name') order by name`,
    );
    expect(rows).toEqual([
      { name: 'application_name', setting: 'relevo', unit: null },
      { name: 'idle_in_transaction_session_timeout', setting: '10000', unit: 'ms' },
      { name: 'lock_timeout', setting: '5000', unit: 'ms' },
    ]);
  });
});

async function terminate(admin: Pool, client: PoolClient): Promise<void> {
  await admin.query('select pg_terminate_backend($1)', [await backend(client)]);
  await new Promise((resolve) => setTimeout(resolve, 50));
}

async function until(isSo: () => boolean): Promise<void> {
  for (const end = Date.now() + 2000; !isSo() && Date.now() < end; )
    await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isSo()).toBe(true);
}

async function backend(client: PoolClient): Promise<number | undefined> {
  const { rows } = await client.query<{ id: number }>('select pg_backend_pid() as id');
  return rows[0]?.id;
}

async function write(db: PoolClient, text: string): Promise<void> {
  await db.query('insert into note (text) values ($1)', [text]);
}

async function notes(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ text: string }>('select text from note');
  return rows.map(({ text }) => text);
}
