import { randomUUID } from 'node:crypto';
import { readFlowFiles } from '../channels/whatsapp/flowFiles';
import { openStandIn, type StandIn } from '../channels/whatsapp/simulator/standIn';
import { readTemplateFiles, type TemplateFiles } from '../channels/whatsapp/templateFiles';
import type { Closer } from '../closers';
import type { Config } from '../config';
import { takePhones } from '../db/installation';
import { dateIn } from '../domain/calendar';
import { projectFile } from '../projectFiles';
import { demoPhones, loadDemo } from '../services/demo';
import type { Ground } from './ground';

/** Opens the simulated phones and the demo they are for. */
export async function openPhones(config: Config, { pool, vault }: Ground, closers: Closer[]): Promise<StandIn> {
  const letGo = await takePhones(pool);
  // Each would post what the people of the other's phones are to read to phones where nobody has written.
  if (!letGo)
    throw new Error(
      'Another Relevo has the simulated phones of this database: end it, or give this one a DATA_DIR (or DATABASE_URL) of its own.',
    );
  closers.push({ name: 'hold on the phones', close: letGo });
  await loadDemo(pool, vault, { today: dateIn(config.timeZone, new Date()), timeZone: config.timeZone });
  const standIn = await openStandIn({
    ...SIMULATED,
    keep: { bubbles: 500, messages: 1000 },
    templates: approved(readTemplateFiles(projectFile('deployment', 'whatsapp', 'templates'))),
    flows: readFlowFiles(projectFile('deployment', 'whatsapp', 'flows')).map(({ nameAtMeta, text }) => ({
      name: nameAtMeta,
      json: text,
    })),
    webhookUrl: () => `http://127.0.0.1:${config.port}/webhooks/whatsapp`,
  });
  closers.push({ name: 'stand-in', close: standIn.close });
  standIn.person({ name: 'Luz Dary', label: 'cuidadora', phone: demoPhones.caregiver });
  standIn.person({ name: 'Martha Lucía', label: 'instructora', phone: demoPhones.instructor });
  return standIn;
}

// What has been sent in counts as approved here.
export function approved(files: TemplateFiles) {
  return [...files.values()].flatMap(({ name, texts }) =>
    Object.entries(texts).map(([language, { body, buttons }]) => ({ name, language, body, buttons })),
  );
}

/** Secrets of the simulated phone only, which is never on where a real number is: it listens on this machine alone. */
export const SIMULATED = {
  phoneNumberId: '100000000000001',
  accessToken: randomUUID(),
  appSecret: randomUUID(),
  verifyToken: randomUUID(),
  host: '127.0.0.1',
};
