import { Redis } from 'ioredis';
import { isSigned } from '../../src/channels/whatsapp/signature';
import { readWebhook } from '../../src/channels/whatsapp/webhook';
import { createPool } from '../../src/db/pool';
import type { Route } from '../../src/http/message';
import { createHttp } from '../../src/http/server';
import { createLog } from '../../src/log';
import { ACCOUNT } from './account';

// The floor under any such service: the same server, body, signature and zod, one GET and one SET in Redis, and one
// statement that commits; no bot, no sends.
async function main(): Promise<void> {
  const [databaseUrl = '', redisUrl = ''] = process.argv.slice(2);
  const pool = createPool({ url: databaseUrl, max: 12, pipeline: true });
  await pool.query('create table if not exists floor (id text primary key, body json, n bigint)');
  const redis = new Redis(redisUrl, { enableAutoPipelining: true });
  const http = createHttp({ routes: [route(pool, redis)], log: createLog('silent') });
  const port = await http.listen(0, '127.0.0.1');
  console.log(`http://127.0.0.1:${port}/webhooks/whatsapp`);
  process.once('SIGTERM', () => process.exit(0));
}

const STATE = JSON.stringify({
  dialogs: { dialogStack: [{ id: 'registration', state: { known: { text: 'x'.repeat(400) } } }] },
});

function route(pool: ReturnType<typeof createPool>, redis: Redis): Route {
  return {
    method: 'POST',
    path: '/webhooks/whatsapp',
    maxBody: 3 * 1024 * 1024,
    async answer({ body, headers }) {
      if (!isSigned(body, headers['x-hub-signature-256'], [ACCOUNT.appSecret])) return { status: 401 };
      const content = readWebhook(body, ACCOUNT.business);
      const [message] = 'messages' in content ? content.messages : [];
      if (!message) return { status: 400 };
      const person = message.from[0]?.value ?? '';
      await redis.get(`floor:${person}`);
      await pool.query({ name: 'floor', text: COMMIT, values: [person, STATE] });
      await redis.set(`floor:${person}`, STATE, 'EX', 600);
      return { status: 200 };
    },
  };
}

const COMMIT =
  'insert into floor (id, body, n) values ($1, $2, 1) on conflict (id) do update set body = excluded.body, n = floor.n + 1';

void main();
