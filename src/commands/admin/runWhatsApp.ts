import type { MessageCommand } from './messageWords';
import { type CheckTools, checkWhatsApp } from './runCheck';
import { lookAfterFlows } from './runFlows';
import { lookAfterTemplates } from './runTemplates';

type WhatsAppCommand = Extract<MessageCommand, { kind: `whatsapp ${string}` }>;

/** Runs what is about the account at Meta, and gives the exit code. */
export function runWhatsApp(command: WhatsAppCommand, tools: CheckTools): Promise<number> {
  switch (command.kind) {
    case 'whatsapp check':
      return checkWhatsApp(tools);
    case 'whatsapp templates':
      return lookAfterTemplates(command.create, tools);
    case 'whatsapp flows':
      return lookAfterFlows(command.publish, tools);
  }
}
