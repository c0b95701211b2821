import { parseArgs } from 'node:util';
import { isDate } from '../../domain/calendar';

/** What can be asked about messages and their templates. */
export type MessageCommand =
  | { kind: 'messages unsent'; since?: string }
  | { kind: 'messages cost'; month: string; format: 'text' | 'csv' }
  | { kind: 'whatsapp check' }
  | { kind: 'whatsapp templates'; create: boolean }
  | { kind: 'whatsapp flows'; publish: boolean };

type Read = { ok: true; command: MessageCommand } | { ok: false; fault: string };

const string = { type: 'string' } as const;

/** Reads the words after `messages`. */
export function readMessages([verb, ...options]: string[]): Read {
  if (verb !== 'unsent' && verb !== 'cost') return { ok: false, fault: 'messages needs "unsent" or "cost".' };
  try {
    return verb === 'unsent' ? readUnsent(options) : readCost(options);
  } catch (fault) {
    return { ok: false, fault: `messages ${verb}: ${(fault as Error).message}` };
  }
}

function readUnsent(args: string[]): Read {
  const { since } = parseArgs({ args, options: { since: string } }).values;
  if (since !== undefined && !isDate(since))
    return { ok: false, fault: 'messages unsent: --since needs a date like 2026-11-01.' };
  return { ok: true, command: { kind: 'messages unsent', ...(since !== undefined && { since }) } };
}

function readCost(args: string[]): Read {
  const { month = '', format = 'text' } = parseArgs({ args, options: { month: string, format: string } }).values;
  if (!isDate(`${month}-01`)) return { ok: false, fault: 'messages cost needs --month, like 2026-11.' };
  if (format !== 'text' && format !== 'csv') return { ok: false, fault: 'messages cost: --format is text or csv.' };
  return { ok: true, command: { kind: 'messages cost', month, format } };
}

/** Reads the words after `whatsapp`. */
export function readWhatsApp([verb, ...options]: string[]): Read {
  if (verb === 'check' && options.length === 0) return { ok: true, command: { kind: 'whatsapp check' } };
  const [option, ...more] = options;
  if (verb === 'templates' && more.length === 0 && [undefined, '--create'].includes(option))
    return { ok: true, command: { kind: 'whatsapp templates', create: option !== undefined } };
  if (verb === 'flows' && more.length === 0 && [undefined, '--publish'].includes(option))
    return { ok: true, command: { kind: 'whatsapp flows', publish: option !== undefined } };
  return {
    ok: false,
    fault: 'whatsapp knows "check", "templates" with --create or without, and "flows" with --publish or without.',
  };
}
