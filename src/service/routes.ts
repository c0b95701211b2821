import type { Pool } from 'pg';
import type { StateCache } from '../bot/stateCache';
import { chatPageRoutes } from '../channels/webchat/pageRoutes';
import { phoneRoutes } from '../channels/whatsapp/simulator/phoneRoutes';
import type { StandIn } from '../channels/whatsapp/simulator/standIn';
import { createStatusIntake } from '../channels/whatsapp/statusIntake';
import { whatsappRoutes } from '../channels/whatsapp/webhookRoutes';
import type { Config } from '../config';
import { changeAddresses } from '../db/addressChanges';
import { answers } from '../db/pool';
import { checkInRoutes } from '../http/checkInRoutes';
import { exportRoutes } from '../http/exportRoutes';
import { fileRoutes } from '../http/fileRoutes';
import { goOnRoutes } from '../http/goOnRoutes';
import { healthRoutes } from '../http/healthRoutes';
import type { Route } from '../http/message';
import { homeRoutes } from '../http/pages';
import type { Log } from '../log';
import type { Metrics } from '../metrics';
import type { Ground } from './ground';
import type { Line } from './line';

type RouteTools = Ground & Line & { metrics: Metrics; log: Log; now: () => Date; standIn: StandIn | undefined };

/** Every route but those of Direct Line. */
export function routes(
  config: Config,
  { pool, linePool, vault, cache, whatsapp, accept, sender, metrics, log, now, standIn }: RouteTools,
): Route[] {
  const number = config.whatsappNumber ? { number: config.whatsappNumber } : {};
  return [
    ...whatsappRoutes({
      config: whatsapp,
      accept,
      acceptChange: (change) => changeAddresses(linePool, change).then(() => {}),
      acceptStatuses: createStatusIntake({ pool: linePool, freed: sender.kick, failed: sender.failed, metrics, log }),
      metrics: metrics.webhook,
      log,
    }),
    ...exportRoutes({ pool, vault, timeZone: config.timeZone, now }),
    ...checkInRoutes({ pool, vault, now, ...number }),
    ...goOnRoutes(number),
    ...fileRoutes({ pool, vault, timeZone: config.timeZone, now }),
    ...healthRoutes({ ready: () => readiness(pool, cache), metrics }),
    ...homeRoutes({ phone: standIn !== undefined, ...(config.production && { publicUrl: config.publicUrl }) }),
    ...chatPageRoutes({
      origins: config.webchat.origins,
      publicUrl: config.production ? config.publicUrl : undefined,
      locale: config.locale,
      phone: standIn !== undefined,
      ...(config.whatsappNumber && { number: config.whatsappNumber }),
    }),
    ...(standIn ? phoneRoutes(standIn) : []),
  ];
}

// Redis away slows nothing down that a caregiver would notice: it is told, but does not take the process out of service.
async function readiness(pool: Pool, cache: StateCache) {
  const postgres = await answers(pool);
  return { ok: postgres, checks: { postgres, cache: cache.isReady() } };
}
