import { checkUp, type Finding } from '../../channels/whatsapp/checkup';
import type { Config } from '../../config';
import { lookAfterTemplates, type TemplateTools } from './runTemplates';

export type CheckTools = Omit<TemplateTools, 'templates'> & {
  templates: TemplateTools['templates'] & { config: Pick<Config, 'publicUrl'> };
};

/** Looks at token, number, events, webhook and templates, a line each with what to do. Exit code 0 only when nothing is wrong. */
export async function checkWhatsApp(tools: CheckTools): Promise<number> {
  const { config } = tools.templates;
  if (!config.whatsapp) {
    tools.complain('This needs the four WHATSAPP_ credentials. Without them the simulated phone is on.');
    return 2;
  }
  const findings = await checkUp({
    ...config.whatsapp,
    url: config.graphUrl,
    version: config.graphVersion,
    publicUrl: config.publicUrl,
    ...(config.accountId && { accountId: config.accountId }),
  });
  findings.push(await templates(tools));
  for (const { what, state, told, advice } of findings)
    tools.say([state.toUpperCase().padEnd(7), `${what}:`, `${told}.`, advice ?? ''].join(' ').trimEnd());
  return findings.some(({ state }) => state === 'wrong') ? 1 : 0;
}

async function templates(tools: CheckTools): Promise<Finding> {
  const what = 'templates';
  if (!tools.templates.config.accountId) return { what, state: 'unknown', told: 'WHATSAPP_ACCOUNT_ID is not set' };
  const lines: string[] = [];
  try {
    const code = await lookAfterTemplates(false, { ...tools, say: (line) => void lines.push(line) });
    if (code === 0) return { what, state: 'ok', told: `all ${lines.length} approved` };
    const open = lines.filter((line) => !/ {2}APPROVED$/.test(line)).length;
    const told = `${open} of ${lines.length} are not ready`;
    return { what, state: 'wrong', told, advice: 'npm run admin -- whatsapp templates tells which, and what to do.' };
  } catch (fault) {
    return { what, state: 'unknown', told: fault instanceof Error ? fault.message.replace(/\.$/, '') : 'no answer' };
  }
}
