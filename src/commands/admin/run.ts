import { createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { meaningOf } from '../../channels/whatsapp/errors';
import { writeAudit } from '../../db/audit';
import { deadAddresses } from '../../db/deadAddresses';
import { parkedConversations, replayParked } from '../../db/parked';
import type { OfferTerms } from '../../db/places';
import type { Prices } from '../../domain/prices';
import { exportFile } from '../../services/exports/exportFile';
import { readExportRequest } from '../../services/exports/exportRequest';
import { importFile } from '../../services/imports/importFile';
import { createToken, revokeToken } from '../../services/tokens';
import type { Vault } from '../../services/vault';
import type { ClassCommand } from './classWords';
import type { Command } from './command';
import type { HelpCommand } from './helpWords';
import { localTime } from './localTime';
import type { PlaceCommand } from './placeWords';
import type { ReviewCommand } from './reviewWords';
import type { CheckTools } from './runCheck';
import { runClasses } from './runClasses';
import { runHelp } from './runHelp';
import { listUnsent, printCost } from './runMessages';
import { printEntryCode } from './runPeople';
import { runPlaces } from './runPlaces';
import { runReviews } from './runReviews';
import { runSessions } from './runSessions';
import { runWhatsApp } from './runWhatsApp';
import type { SessionCommand } from './sessionWords';

/**
 * What commands work with. Lines for people go to `say`, faults to `complain`, a file without a name to `output`; `ask` gives
 * a line that is typed or comes by the input.
 */
export type AdminTools = {
  pool: Pool;
  vault: Vault;
  timeZone: string;
  now: Date;
  say: (line: string) => void;
  complain: (line: string) => void;
  ask: (question: string) => Promise<string>;
  output: NodeJS.WritableStream;
  prices: Prices | undefined;
  offerTerms: OfferTerms;
  templates: CheckTools['templates'];
  flows: CheckTools['flows'];
};

/** Runs a command and gives the exit code: 0 when it did what was asked. */
export async function run(command: Command, tools: AdminTools): Promise<number> {
  switch (command.kind) {
    case 'import':
      return runImport(command, tools);
    case 'export':
      return runExport(command, tools);
    case 'token add':
      tools.say(await createToken(tools.pool, command.name));
      return 0;
    case 'token revoke':
      return runRevoke(command.name, tools);
    case 'instructors code':
      return printEntryCode(command.code, tools);
    case 'addresses dead':
      return listDead(tools);
    case 'parked list':
      return listParked(tools);
    case 'parked replay':
      return replay(command.conversation, tools);
    case 'messages unsent':
      return listUnsent(command.since, tools);
    case 'messages cost':
      return printCost(command, tools);
    case 'whatsapp check':
    case 'whatsapp templates':
    case 'whatsapp flows':
      return runWhatsApp(command, tools);
    default:
      return runProgramme(command, tools);
  }
}

type AboutProgramme = HelpCommand | ReviewCommand | SessionCommand | ClassCommand | PlaceCommand;

// What staff decide about people, their places, and classes.
function runProgramme(command: AboutProgramme, tools: AdminTools): Promise<number> {
  switch (command.kind) {
    case 'help-requests list':
    case 'help-requests show':
    case 'help-requests close':
      return runHelp(command, tools);
    case 'reviews list':
    case 'reviews show':
    case 'reviews decide':
    case 'reviews undo':
      return runReviews(command, tools);
    case 'sessions cancel':
    case 'sessions move':
    case 'sessions restore':
    case 'sessions not-held':
    case 'sessions reopen':
      return runSessions(command, tools);
    case 'classes cancel':
      return runClasses(command, tools);
    case 'enrolments move':
    case 'enrolments end':
      return runPlaces(command, tools);
  }
}

const by = { actor: 'command', channel: 'command' };

async function runImport(command: Command & { kind: 'import' }, tools: AdminTools): Promise<number> {
  const { pool, vault, timeZone, now, say, complain } = tools;
  const file = await readFile(command.file);
  const result = await importFile(pool, command.what, file, { vault, timeZone, now, by });
  if (result.ok) {
    for (const warning of result.warnings ?? []) complain(warning);
    const rows = result.rows === 1 ? '1 row' : `${result.rows} rows`;
    say(`${command.what}: ${rows} read, ${result.added} new.`);
    return 0;
  }
  for (const fault of result.faults) complain(fault);
  complain(`Nothing was imported: ${result.faults.length === 1 ? 'one fault' : `${result.faults.length} faults`}.`);
  return 1;
}

async function runExport(command: Command & { kind: 'export' }, tools: AdminTools): Promise<number> {
  const { pool, vault, timeZone, now } = tools;
  const read = await readExportRequest(pool, command.what, command.wish, { timeZone, now });
  if (!read.ok) {
    for (const fault of read.faults) tools.complain(fault);
    return 2;
  }
  let rows = 0;
  const counted = (count: number) => {
    rows = count;
  };
  const body = Readable.from(exportFile(pool, read.request, { vault, timeZone, by, counted }));
  if (command.out === undefined) await pipeline(body, tools.output, { end: false });
  else await writeWhole(body, command.out);
  if (command.out !== undefined) tools.say(`${command.out} is written: ${entries(rows)}.`);
  return 0;
}

function entries(rows: number): string {
  if (rows === 0) return 'nothing was held in these days, or the other words leave all of it out';
  return rows === 1 ? 'one entry' : `${rows} entries`;
}

// Under its own name only when it is whole; readable by its owner only, because it holds personal data.
async function writeWhole(body: Readable, file: string): Promise<void> {
  const unfinished = `${file}.part`;
  try {
    await pipeline(body, createWriteStream(unfinished, { mode: 0o600 }));
    await rename(unfinished, file);
  } catch (fault) {
    await rm(unfinished, { force: true });
    throw fault;
  }
}

async function runRevoke(name: string, { pool, say, complain }: AdminTools): Promise<number> {
  const revoked = await revokeToken(pool, name);
  if (revoked === 0) complain(`No token in force has the name "${name}".`);
  else say(`Revoked ${revoked === 1 ? 'the token' : `${revoked} tokens`} "${name}".`);
  return revoked === 0 ? 1 : 0;
}

async function listDead({ pool, timeZone, say }: AdminTools): Promise<number> {
  const dead = await deadAddresses(pool);
  if (dead.length === 0) say('Everybody who was written to was reached.');
  for (const { since, kind, conversationId, code } of dead)
    say([localTime(timeZone, since), kind, conversationId, meaningOf(code)?.operator ?? `code ${code}`].join('  '));
  return 0;
}

async function listParked({ pool, timeZone, say }: AdminTools): Promise<number> {
  const parked = await parkedConversations(pool);
  if (parked.length === 0) say('No message is parked.');
  for (const { since, channel, conversationId, messages } of parked)
    say([localTime(timeZone, since), channel, conversationId, messages].join('  '));
  return 0;
}

async function replay(conversation: string, { pool, say, complain }: AdminTools): Promise<number> {
  const messages = await replayParked(pool, conversation);
  if (messages === 0) {
    complain('This conversation has no parked message.');
    return 1;
  }
  const object = { kind: 'conversation', id: conversation };
  await writeAudit(pool, [{ ...by, action: 'replay', object, details: { messages } }]);
  say(`${messages === 1 ? 'One message is' : `${messages} messages are`} back in line.`);
  return 0;
}
