import { readFlowFiles } from '../channels/whatsapp/flowFiles';
import { type Forms, openForms } from '../channels/whatsapp/forms';
import type { StandIn } from '../channels/whatsapp/simulator/standIn';
import type { Closer } from '../closers';
import type { Config, WhatsAppConfig } from '../config';
import type { Log } from '../log';
import { projectFile } from '../projectFiles';

type FormTools = {
  whatsapp: WhatsAppConfig;
  url: string;
  standIn: StandIn | undefined;
  log: Log;
  closers: Closer[];
};

/** Opens the forms people may fill in: of a real number's if they are wanted, of the simulated phone's unless they are not. */
export async function openFormsOf(
  config: Config,
  { whatsapp, url, standIn, log, closers }: FormTools,
): Promise<Forms | undefined> {
  const mode = config.forms ?? (standIn ? 'on' : 'off');
  const accountId = standIn?.account.wabaId ?? config.accountId;
  const files = readFlowFiles(projectFile('deployment', 'whatsapp', 'flows'));
  if (mode === 'off' || !accountId) return undefined;
  const connection = { url, version: config.graphVersion, accessToken: whatsapp.accessToken, accountId };
  const forms = await openForms({ connection, files, mode, log });
  closers.push({ name: 'forms', close: forms.close });
  return forms;
}
