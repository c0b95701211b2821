import type { FlowFile } from '../../channels/whatsapp/flowFiles';
import {
  type FlowAtMeta,
  type FlowsAtMeta,
  openFlowsAtMeta,
  otherVersions,
  thisVersion,
} from '../../channels/whatsapp/flowsAtMeta';
import type { Config } from '../../config';

export type FlowTools = {
  flows: {
    config: Pick<Config, 'whatsapp' | 'accountId' | 'forms' | 'graphUrl' | 'graphVersion'>;
    files: FlowFile[];
  };
  say: (line: string) => void;
  complain: (line: string) => void;
};

/**
 * Brings our forms to the account: a draft of each that it lacks, published if asked to; then what an older file left
 * there is given up. Twice the same does nothing more. Exit code 0 only when all are published.
 */
export async function lookAfterFlows(publish: boolean, tools: FlowTools): Promise<number> {
  const { config, files } = tools.flows;
  if (!config.whatsapp || !config.accountId) {
    tools.complain('This needs the four WHATSAPP_ credentials and WHATSAPP_ACCOUNT_ID.');
    return 2;
  }
  const atMeta = openFlowsAtMeta(connectionOf(config, config.whatsapp.accessToken, config.accountId));
  try {
    const there = await atMeta.list();
    let open = 0;
    for (const file of files) {
      const { status, advice } = await bring(file, there, { atMeta, publish });
      if (status !== 'PUBLISHED') open += 1;
      tools.say(`${file.name}  ${file.language}  ${status}  ${advice}`.trimEnd());
      if (status === 'PUBLISHED')
        for (const old of otherVersions(file, there)) tools.say(await giveUp(old, atMeta, publish));
    }
    if (open === 0 && config.forms !== 'on') tools.say('They are offered to nobody before WHATSAPP_FORMS is on.');
    return open === 0 ? 0 : 1;
  } finally {
    atMeta.close();
  }
}

/** How the forms stand, without changing anything: a line for each that is not published. */
export async function flowsNotReady({ config, files }: FlowTools['flows']): Promise<string[]> {
  const { whatsapp, accountId } = config;
  if (!whatsapp || !accountId) return [];
  const atMeta = openFlowsAtMeta(connectionOf(config, whatsapp.accessToken, accountId));
  try {
    const there = await atMeta.list();
    return files.flatMap((file) => {
      const status = thisVersion(file, there).found?.status ?? 'MISSING';
      return status === 'PUBLISHED' ? [] : [`${file.name} ${file.language} ${status}`];
    });
  } finally {
    atMeta.close();
  }
}

function connectionOf(
  { graphUrl, graphVersion }: FlowTools['flows']['config'],
  accessToken: string,
  accountId: string,
) {
  return { url: graphUrl, version: graphVersion, accessToken, accountId };
}

type Standing = { status: string; advice: string };

async function bring(
  file: FlowFile,
  there: FlowAtMeta[],
  { atMeta, publish }: { atMeta: FlowsAtMeta; publish: boolean },
): Promise<Standing> {
  const { found, nextName } = thisVersion(file, there);
  if (found && found.status !== 'DRAFT')
    return { status: found.status, advice: ADVICE[found.status] ?? 'See WhatsApp Manager.' };
  const id = found?.id ?? (await atMeta.create(nextName));
  const faults = await atMeta.upload(id, file);
  if (faults.length > 0)
    return {
      status: 'INVALID',
      advice: `Meta finds: ${faults.join(' ')} Mend deployment/whatsapp/flows, and run this again.`,
    };
  if (!publish) return { status: 'DRAFT', advice: 'Try it with WHATSAPP_FORMS=draft; then publish it with --publish.' };
  await atMeta.publish(id);
  return { status: 'PUBLISHED', advice: '' };
}

async function giveUp({ id, name, status }: FlowAtMeta, atMeta: FlowsAtMeta, publish: boolean): Promise<string> {
  if (!publish) return `  ${name}  ${status}  of an older file: --publish gives it up.`;
  if (status === 'DRAFT') await atMeta.remove(id);
  else await atMeta.deprecate(id);
  return `  ${name}  ${status === 'DRAFT' ? 'DELETED' : 'DEPRECATED'}  of an older file.`;
}

const ADVICE: { [status: string]: string } = {
  PUBLISHED: '',
  THROTTLED: 'Meta lets only some through for now and nobody is offered it. See WhatsApp Manager.',
  BLOCKED: 'Meta sends it to nobody, and nobody is offered it. See WhatsApp Manager.',
};
