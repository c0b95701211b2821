import { scripts } from '../../dialogs/all';
import { createIntake } from '../bot/intake';
import { createBot } from '../bot/router';
import { createTurnStorage } from '../bot/turnStorage';
import { createTurns } from '../bot/turns';
import { createWorker, type Worker } from '../bot/worker';
import { createWorlds } from '../bot/world';
import type { Forms } from '../channels/whatsapp/forms';
import type { Sender } from '../channels/whatsapp/sender';
import type { StandIn } from '../channels/whatsapp/simulator/standIn';
import { listening } from '../channels/whatsapp/voice/listening';
import type { Closer } from '../closers';
import type { Config, WhatsAppConfig } from '../config';
import type { Inbound } from '../domain/talk';
import { attendanceJob } from '../jobs/attendance';
import { startJobs } from '../jobs/clock';
import { heldJob } from '../jobs/held';
import { noticesJob } from '../jobs/notices';
import { offersJob } from '../jobs/offers';
import { orphansJob } from '../jobs/orphans';
import { startReconciling } from '../jobs/reconcile';
import { remindersJob } from '../jobs/reminders';
import type { Log } from '../log';
import type { Metrics } from '../metrics';
import { openFormsOf } from './forms';
import { type Ground, TURNS_AT_ONCE } from './ground';
import { SIMULATED } from './phones';
import { LEASE_SECONDS, openSending } from './sending';

/** What messages pass through on their way in, and out again. */
export type Line = {
  whatsapp: WhatsAppConfig & { hears: boolean };
  intake: ReturnType<typeof createIntake>;
  /** What WhatsApp brings: made durable, and then marked as read. */
  accept: (messages: Inbound[]) => Promise<void>;
  worker: Worker;
  sender: Sender;
};
type LineTools = { log: Log; metrics: Metrics; ground: Ground; closers: Closer[]; now: () => Date };

/** Opens the way from the inbox to the outbox: messages in, turns, messages out, and what happens by the clock. */
export async function openLine(config: Config, standIn: StandIn | undefined, tools: LineTools): Promise<Line> {
  const { log, metrics, closers, now } = tools;
  const { pool, linePool, cache } = tools.ground;
  const whatsapp = config.whatsapp ?? { ...SIMULATED, appSecrets: [SIMULATED.appSecret] };
  const url = standIn?.url ?? config.graphUrl;
  const forms = await openFormsOf(config, { whatsapp, url, standIn, log, closers });
  const { sender, readMarks } = openSending(config, {
    ...tools.ground,
    whatsapp,
    url,
    forms,
    log,
    metrics,
    closers,
    now,
  });
  const report = (fault: unknown, conversation: string) => log.error({ fault, conversation }, 'A turn failed.');
  const worker = createWorker({
    work: turns(config, tools, { sender, forms }),
    pool,
    concurrency: TURNS_AT_ONCE,
    report,
  });
  closers.push({ name: 'worker', close: worker.stop });
  metrics.cacheErrors(cache.faults);
  const stopReconciling = startReconciling({ db: pool, metrics, log });
  closers.push({ name: 'reconciliation', close: stopReconciling });
  const jobs = jobsOf(config, tools, { worker, sender });
  closers.push({ name: 'jobs', close: startJobs(jobs, log) });
  const intake = createIntake({ pool: linePool, kick: worker.kick, count: metrics.accepted });
  const hearing = {
    pool,
    source: { ...whatsapp, url, version: config.graphVersion },
    locale: config.locale,
    kickTurns: worker.kick,
    count: metrics.voiceNote,
    log,
  };
  const heard = listening(config.transcription, intake.accept, hearing);
  closers.push({ name: 'voice notes', close: heard.close });
  const accept = (messages: Inbound[]) => heard.accept(messages).then(() => readMarks?.received(messages));
  return { whatsapp: { ...whatsapp, hears: heard.hears }, intake, accept, worker, sender };
}

// What happens by the clock.
function jobsOf(
  { timeZone, offerTerms, digestAt }: Config,
  { ground: { pool }, metrics, now }: LineTools,
  { worker, sender }: Pick<Line, 'worker' | 'sender'>,
) {
  return [
    noticesJob({ db: pool, now, timeZone, kick: worker.kick }),
    remindersJob({ db: pool, now }),
    offersJob({ pool, now, timeZone, terms: offerTerms }),
    orphansJob({ db: pool, freed: sender.kick, lost: metrics.strayStatuses }),
    attendanceJob({ db: pool, now, timeZone, digestAt }),
    heldJob(pool),
  ];
}

function turns(
  { locale, timeZone, publicUrl, lines, offerTerms }: Config,
  { log, metrics, ground, now }: LineTools,
  { sender, forms }: { sender: Sender; forms: Forms | undefined },
) {
  const storage = createTurnStorage();
  return createTurns({
    pool: ground.turnPool,
    cache: ground.cache,
    storage,
    bot: createBot(scripts, storage, { lines, told: metrics.danger }),
    locale,
    worldOf: createWorlds({
      ...{ vault: ground.vault, timeZone, locale, publicUrl, offerTerms, now },
      ...(forms && { hasForm: (name, language) => forms.find(name, language) !== undefined }),
    }),
    post: sender.offer,
    wake: ground.wakes.tell,
    leaseSeconds: LEASE_SECONDS,
    count: metrics.turn,
    report: (fault, conversation) => log.error({ fault, conversation }, 'A turn failed; its message is worked again.'),
  });
}
