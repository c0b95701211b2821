import { randomBytes } from 'node:crypto';
import { ACCOUNT } from './account';
import { type Running, run } from './processes';

/** The stand-in and the service, each a process of its own. */
export type Both = { graph: Running; service: Running; close: () => Promise<void> };

export type BothOptions = {
  databaseUrl: string;
  redisUrl: string;
  statuses: 'none' | 'all';
  profile: string | undefined;
};

/** Starts both on a database and a Redis; `profile` is a folder for the service's CPU profile. */
export async function openBoth({ databaseUrl, redisUrl, statuses, profile }: BothOptions): Promise<Both> {
  const port = String(20_000 + Math.floor(Math.random() * 20_000));
  const { appSecret, verifyToken, accessToken, business } = ACCOUNT;
  const graph = await run('src/commands/simulator.js', {
    args: [
      ...['--port', '0', '--no-limits', '--window', 'off', '--keep', '50', '--statuses', statuses],
      ...['--webhook', `http://127.0.0.1:${port}/webhooks/whatsapp`, '--app-secret', appSecret],
      ...['--access-token', accessToken, '--phone-number-id', business.phoneNumberId],
    ],
  });
  const service = await run('src/main.js', {
    nodeArgs: profile ? ['--cpu-prof', '--cpu-prof-dir', profile] : [],
    env: {
      PORT: port,
      DATABASE_URL: databaseUrl,
      REDIS_URL: redisUrl,
      DATA_KEY: randomBytes(32).toString('base64'),
      WHATSAPP_PHONE_NUMBER_ID: business.phoneNumberId,
      WHATSAPP_ACCESS_TOKEN: accessToken,
      WHATSAPP_APP_SECRET: appSecret,
      WHATSAPP_VERIFY_TOKEN: verifyToken,
      WHATSAPP_GRAPH_URL: urlOf(graph),
      WHATSAPP_RATE: '100000',
      WHATSAPP_TYPING: 'off',
      LOG_LEVEL: 'warn',
    },
  });
  const said = `http://127.0.0.1:${port}`;
  return {
    graph,
    service: { ...service, said },
    close: async () => void (await Promise.all([service.stop(), graph.stop()])),
  };
}

function urlOf(graph: Running): string {
  return JSON.parse(graph.said).url;
}

/** Where the service takes webhooks. */
export function webhook(service: Running): string {
  return `${service.said}/webhooks/whatsapp`;
}

/** Waits until the stand-in has taken so many replies. */
export async function sent(graph: Running, wanted: number): Promise<void> {
  const until = performance.now() + 300_000;
  let accepted = 0;
  while (performance.now() < until) {
    const figures = (await (await fetch(`${urlOf(graph)}/simulator/figures`)).json()) as {
      totals: { accepted: number };
    };
    accepted = figures.totals.accepted;
    if (accepted >= wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Only ${accepted} of ${wanted} replies had been sent after five minutes.`);
}
