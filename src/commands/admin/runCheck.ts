import { checkUp, type Finding } from '../../channels/whatsapp/checkup';
import type { Config } from '../../config';
import { type FlowTools, flowsNotReady } from './runFlows';
import { lookAfterTemplates, type TemplateTools } from './runTemplates';

export type CheckTools = Omit<TemplateTools, 'templates'> & {
  flows: FlowTools['flows'];
  templates: TemplateTools['templates'] & { config: Pick<Config, 'publicUrl'> };
};

/** Looks at token, number, events, webhook, templates and forms, a line each with what to do. Exit code 0 only when nothing is wrong. */
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
  findings.push(await templates(tools), await forms(tools.flows));
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
    return notAsked(what, fault);
  }
}

// Without them everybody registers in the chat, which is no fault where they are not wanted.
async function forms(flows: FlowTools['flows']): Promise<Finding> {
  const what = 'forms';
  const { forms: wanted = 'off', accountId } = flows.config;
  if (wanted === 'off') return { what, state: 'ok', told: 'WHATSAPP_FORMS is off: everybody registers in the chat' };
  if (!accountId) return { what, state: 'unknown', told: 'WHATSAPP_ACCOUNT_ID is not set' };
  try {
    const open = await flowsNotReady(flows);
    if (open.length === 0) return { what, state: 'ok', told: `all ${flows.files.length} published` };
    const advice = 'npm run admin -- whatsapp flows tells what to do. Meanwhile everybody registers in the chat.';
    return { what, state: 'wrong', told: open.join(', '), advice };
  } catch (fault) {
    return notAsked(what, fault);
  }
}

function notAsked(what: string, fault: unknown): Finding {
  return { what, state: 'unknown', told: fault instanceof Error ? fault.message.replace(/\.$/, '') : 'no answer' };
}
