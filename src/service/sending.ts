import type { Pool } from 'pg';
import type { Forms } from '../channels/whatsapp/forms';
import { createGraph } from '../channels/whatsapp/graph';
import { createReadMarks, type ReadMarks } from '../channels/whatsapp/readMarks';
import { createSender, type Sender } from '../channels/whatsapp/sender';
import { readTemplateFiles } from '../channels/whatsapp/templateFiles';
import { createUploads } from '../channels/whatsapp/uploads';
import type { Closer } from '../closers';
import type { Config, WhatsAppConfig } from '../config';
import { quietMs } from '../domain/quietHours';
import type { Log } from '../log';
import type { Metrics } from '../metrics';
import { projectFile } from '../projectFiles';
import { classSheet } from '../services/exports/classSheet';
import type { Vault } from '../services/vault';

/** How long a process may hold a message it is about to post. */
export const LEASE_SECONDS = 15;

export type SendingTools = {
  whatsapp: WhatsAppConfig;
  /** Where the Graph API is. */
  url: string;
  forms: Forms | undefined;
  pool: Pool;
  linePool: Pool;
  vault: Vault;
  log: Log;
  metrics: Metrics;
  closers: Closer[];
  now: () => Date;
};

/** Opens the way out to WhatsApp: the sender of the outbox, and the marks that a message was read. */
export function openSending(config: Config, tools: SendingTools): { sender: Sender; readMarks: ReadMarks | undefined } {
  const { whatsapp, url, forms, pool, linePool, vault, log, metrics, closers, now } = tools;
  const graph = createGraph({ ...whatsapp, url, version: config.graphVersion, log });
  closers.push({ name: 'graph', close: graph.close });
  const sender = createSender({
    pool: linePool,
    graph,
    log,
    metrics,
    leaseSeconds: LEASE_SECONDS,
    rate: config.graphRate,
    uploads: createUploads(graph, (file) => classSheet(pool, file, { vault, timeZone: config.timeZone })),
    templates: readTemplateFiles(projectFile('deployment', 'whatsapp', 'templates')),
    ...(forms && { forms }),
    now: () => now().getTime(),
    quietMs: () => quietMs(config.timeZone, now()),
    posting: (to) => readMarks?.answered(to),
  });
  closers.push({ name: 'sender', close: sender.close });
  const readMarks = config.typing
    ? createReadMarks({ graph, isBusy: sender.isBusy, count: metrics.readMark })
    : undefined;
  if (readMarks) closers.push({ name: 'read marks', close: readMarks.close });
  return { sender, readMarks };
}
