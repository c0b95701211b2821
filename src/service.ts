import { openBotService } from './channels/botService/open';
import { openWebChat } from './channels/webchat/open';
import type { StandIn } from './channels/whatsapp/simulator/standIn';
import { type Closer, closeAll } from './closers';
import type { Config } from './config';
import { createHttp, type Http } from './http/server';
import { startJobs } from './jobs/clock';
import type { Log } from './log';
import { createMetrics } from './metrics';
import { openGround } from './service/ground';
import { openLine } from './service/line';
import { openPhones } from './service/phones';
import { routes } from './service/routes';

/** A running service; `close` finishes what is under way, hands over the rest and resolves when all is shut. */
export type Service = { url: string; port: number; databaseUrl: string; standIn?: StandIn; close: () => Promise<void> };

/** Opens everything in order; a fault on the way closes what was open. Without WhatsApp it opens a stand-in for it, and the demo. */
export async function openService(config: Config, log: Log, now: Clock = () => new Date()): Promise<Service> {
  const closers: Closer[] = [];
  try {
    return await open(config, { log, now }, closers);
  } catch (fault) {
    await closeAll(closers, log);
    throw fault;
  }
}

/** What the scripts take the time to be; the world's, except where a story is told that happened on a given day. */
type Clock = () => Date;

async function open(config: Config, { log, now }: { log: Log; now: Clock }, closers: Closer[]): Promise<Service> {
  const metrics = createMetrics();
  const ground = await openGround(config, closers);
  const standIn = config.whatsapp ? undefined : await openPhones(config, ground, closers);
  const line = await openLine(config, standIn, { log, metrics, ground, closers, now });
  const publicUrl = config.production ? config.publicUrl : undefined;
  const chat = openWebChat({ ...ground, ...line, db: ground.chatPool, settings: config.webchat, publicUrl, log });
  metrics.webSockets(chat.open);
  const bots = config.botService
    ? openBotService({ config: config.botService, db: ground.linePool, accept: line.intake.accept, now, log })
    : undefined;
  const http = createHttp({
    routes: [
      ...routes(config, { ...ground, ...line, metrics, log, now, standIn }),
      ...chat.routes,
      ...(bots?.routes ?? []),
    ],
    sockets: chat.sockets,
    proxies: config.trustedProxies,
    log,
    metrics,
  });
  closers.push({ name: 'http', close: () => http.close(GRACE_MS) });
  closers.push({ name: 'web chat', close: chat.close });
  if (bots) closers.push({ name: 'bot service', close: startJobs([bots.job], log) });
  if (standIn) closers.push({ name: 'phones', close: () => standIn.release() });
  const service = await listen(config, http, { ...ground, standIn, closers, log });
  line.worker.start();
  return service;
}
const GRACE_MS = 5_000;

type Opened = { databaseUrl: string; standIn: StandIn | undefined; closers: Closer[]; log: Log };

async function listen(config: Config, http: Http, { databaseUrl, standIn, closers, log }: Opened): Promise<Service> {
  // On a simulated phone anybody can be anybody: it is for this machine only.
  const port = await http.listen(config.port, standIn && '127.0.0.1');
  // The stand-in was told where to post when the port was not yet known.
  config.port = port;
  const close = () => closeAll(closers, log);
  return { url: `http://127.0.0.1:${port}`, port, databaseUrl, ...(standIn && { standIn }), close };
}
