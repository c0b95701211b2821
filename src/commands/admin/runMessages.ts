import { meaningOf } from '../../channels/whatsapp/errors';
import { type UnsentMessage, unsentMessages } from '../../db/messageReports';
import type { Db } from '../../db/pool';
import { addDays, dateIn, instantOf } from '../../domain/calendar';
import { csvLine } from '../../domain/csvCell';
import type { WhyUnsent } from '../../domain/delivery';
import type { Prices } from '../../domain/prices';
import { type MonthOfMessages, monthOfMessages } from '../../services/messageCost';
import { localTime } from './localTime';
import type { MessageCommand } from './messageWords';

type Tools = {
  pool: Db;
  timeZone: string;
  now: Date;
  prices: Prices | undefined;
  say: (line: string) => void;
  output: NodeJS.WritableStream;
};

const DEFAULT_DAYS = 7;

/** Lists the messages that have not left or arrived, each with its reason; no word of them, and nobody they are for. */
export async function listUnsent(since: string | undefined, { pool, timeZone, now, say }: Tools): Promise<number> {
  const day = since ?? addDays(dateIn(timeZone, now), -DEFAULT_DAYS);
  const unsent = await unsentMessages(pool, instantOf(timeZone, day, '00:00'));
  if (unsent.length === 0) say(`Every message since ${day} has left.`);
  for (const message of unsent) say(lineOf(message, timeZone));
  return 0;
}

function lineOf({ outboxId, filedAt, status, why, code, task, template }: UnsentMessage, timeZone: string): string {
  const said = (status === 'failed' && code !== null && meaningOf(code)?.operator) || REASONS[why];
  const about = [task ?? '-', template ?? '-', why, code ?? '-'];
  return [localTime(timeZone, filedAt), outboxId, status, ...about, said].join('  ');
}

const REASONS: Record<WhyUnsent, string> = {
  window_closed: 'She has not written for a day and it has no template: it goes when she writes.',
  quiet_hours: 'It waits for the morning.',
  pair_limit: 'She has got many messages in a row: it goes in a few seconds.',
  expired: 'It has waited a week for her to write, or many newer answers waited with it.',
  no_address: 'There is no number or id any more to write to.',
  refused: 'WhatsApp refused it.',
  template_refused: 'WhatsApp refused its template, or templates are paused: see npm run admin -- whatsapp templates.',
  given_up: 'WhatsApp refused it for now, time after time.',
  faulty: 'It could not be put into a form WhatsApp takes: a fault of ours. Report it with its number.',
  unconfirmed: 'It may have arrived; nobody has told, and sending it again might double it.',
};

/** Prints what a month's messages cost, by task, site and category. */
export async function printCost(command: MessageCommand & { kind: 'messages cost' }, tools: Tools): Promise<number> {
  const month = await monthOfMessages(tools.pool, command.month, tools);
  if (command.format === 'csv') tools.output.write(csvOf(month));
  else for (const line of linesOf(month, tools.prices)) tools.say(line);
  return 0;
}

function csvOf({ rows }: MonthOfMessages): string {
  const lines = rows.map(({ task, site, category, messages, charged, cost }) => [
    ...[task ?? '', site ?? '', category ?? '', String(messages), String(charged)],
    cost === undefined ? '' : cost.toFixed(4),
  ]);
  return [HEADER, ...lines].map((cells) => csvLine(cells, ',')).join('');
}
const HEADER = ['task', 'site', 'category', 'messages', 'charged', 'cost'];

function linesOf({ rows, messages, cost, unpriced, each }: MonthOfMessages, prices: Prices | undefined): string[] {
  const currency = prices?.currency ?? '';
  const table = rows.map((row) => [
    ...[row.task ?? '-', row.site ?? '-', row.category ?? '-', String(row.messages), String(row.charged)],
    row.cost === undefined ? '-' : row.cost.toFixed(4),
  ]);
  const all = [[...HEADER.slice(0, -1), currency || 'cost'], ...table];
  const widths = all[0]?.map((_, n) => Math.max(...all.map((cells) => cells[n]?.length ?? 0))) ?? [];
  const isNumber = (n: number) => n > 2;
  return [
    ...all.map((cells) =>
      cells.map((cell, n) => (isNumber(n) ? cell.padStart(widths[n] ?? 0) : cell.padEnd(widths[n] ?? 0))).join('  '),
    ),
    '',
    `${messages} messages, ${cost.toFixed(4)} ${currency}`.trim(),
    ...(unpriced > 0
      ? [`${unpriced} of them have no price: WHATSAPP_PRICES, or no status has told their kind yet.`]
      : []),
    ...each.map(({ what, messages: needed, completed }) =>
      completed === 0
        ? `No ${what} was completed; ${needed} messages were sent in it.`
        : `${(needed / completed).toFixed(1)} messages for each of ${completed} completed ${what}s.`,
    ),
  ];
}
