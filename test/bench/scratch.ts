import { Client } from 'pg';

/** The option of a program that makes such databases. */
export const ownServer = {
  kind: 'text',
  usual: 'postgres://postgres@127.0.0.1:5432/postgres',
  says: 'the Postgres to make a scratch database on, dropped at the end',
} as const;

/** Works in a database of its own on the server of a URL, and drops it. */
export async function inScratch<T>(server: string, work: (databaseUrl: string) => Promise<T>): Promise<T> {
  const name = `relevo_bench_${process.pid}_${Date.now()}`;
  await onServer(server, `create database ${name}`);
  try {
    const url = new URL(server);
    url.pathname = `/${name}`;
    return await work(url.href);
  } finally {
    await onServer(server, `drop database ${name} with (force)`);
  }
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  await client.query(statement);
  await client.end();
}
