import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** An empty database of one's own on a server, until `drop`. */
export type ScratchDatabase = { url: string; drop: () => Promise<void> };

/** Makes a scratch database on the server of `url`, whose user must be allowed to; the database of `url` is left alone. */
export async function makeScratchDatabase(url: string): Promise<ScratchDatabase> {
  const name = `relevo_scratch_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name} template template0 encoding 'UTF8'`).catch((cause: Error) => {
    throw new Error(`No scratch database can be made on the server of DATABASE_URL: ${cause.message}`, { cause });
  });
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => onServer(url, `drop database if exists ${name} with (force)`) };
}

async function onServer(connectionString: string, statement: string): Promise<void> {
  const server = new Client({ connectionString, connectionTimeoutMillis: 5000 });
  // A connection that is lost rejects the statement too; without a listener the event would end the process.
  server.on('error', () => {});
  await server.connect();
  try {
    await server.query(statement);
  } finally {
    await server.end();
  }
}
