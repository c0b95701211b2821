import { createWriteStream } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Pool } from 'pg';
import { meaningOf } from '../../channels/whatsapp/errors';
import { writeAudit } from '../../db/audit';
import { deadAddresses } from '../../db/deadAddresses';
import { openHelpRequests } from '../../db/helpRequests';
import { parkedConversations, replayParked } from '../../db/parked';
import { decideReview, openReviews } from '../../db/reviews';
import type { Prices } from '../../domain/prices';
import { exportFile } from '../../services/exports/exportFile';
import { readExportRequest } from '../../services/exports/exportRequest';
import { importFile } from '../../services/imports/importFile';
import { createToken, revokeToken } from '../../services/tokens';
import type { Vault } from '../../services/vault';
import type { Command } from './command';
import { type CheckTools, checkWhatsApp } from './runCheck';
import { listUnsent, printCost } from './runMessages';
import { printEntryCode } from './runPeople';
import { reopen } from './runSessions';
import { lookAfterTemplates } from './runTemplates';

/** What commands work with. Lines for people go to `say`, faults to `complain`, a file without a name to `output`. */
export type AdminTools = {
  pool: Pool;
  vault: Vault;
  timeZone: string;
  now: Date;
  say: (line: string) => void;
  complain: (line: string) => void;
  output: NodeJS.WritableStream;
  prices: Prices | undefined;
  templates: CheckTools['templates'];
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
    case 'help-requests list':
      return listHelpRequests(tools);
    case 'instructors code':
      return printEntryCode(command.code, tools);
    case 'reviews list':
      return listReviews(tools);
    case 'reviews decide':
      return decide(command, tools);
    case 'addresses dead':
      return listDead(tools);
    case 'parked list':
      return listParked(tools);
    case 'parked replay':
      return replay(command.conversation, tools);
    case 'sessions reopen':
      return reopen(command, tools);
    case 'messages unsent':
      return listUnsent(command.since, tools);
    case 'messages cost':
      return printCost(command, tools);
    case 'whatsapp check':
      return checkWhatsApp(tools);
    case 'whatsapp templates':
      return lookAfterTemplates(command.create, tools);
  }
}

const by = { actor: 'command', channel: 'command' };

async function runImport(command: Command & { kind: 'import' }, tools: AdminTools): Promise<number> {
  const { pool, vault, timeZone, now, say, complain } = tools;
  const file = await readFile(command.file);
  const result = await importFile(pool, command.what, file, { vault, timeZone, now, by });
  if (result.ok) {
    say(`${command.what}: ${result.rows} rows read, ${result.added} of them new.`);
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
  const body = Readable.from(exportFile(pool, read.request, { vault, timeZone, by }));
  if (command.out === undefined) await pipeline(body, tools.output, { end: false });
  else await writeWhole(body, command.out);
  return 0;
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

async function listHelpRequests({ pool, say }: AdminTools): Promise<number> {
  const waiting = await openHelpRequests(pool);
  if (waiting.length === 0) say('Nobody waits for a person.');
  for (const { askedAt, channel, conversationId, script, question } of waiting)
    say([askedAt.toISOString(), channel, conversationId, [script, question].filter(Boolean).join('.')].join('  '));
  return 0;
}

async function listReviews({ pool, say }: AdminTools): Promise<number> {
  const reviews = await openReviews(pool);
  if (reviews.length === 0) say('Nothing waits for a decision.');
  for (const { id, kind, subjects, details, openedAt } of reviews)
    say([id, openedAt.toISOString(), kind, subjects.join(' '), JSON.stringify(details)].join('  '));
  return 0;
}

async function decide({ id, decision }: Command & { kind: 'reviews decide' }, tools: AdminTools): Promise<number> {
  const { pool, say, complain } = tools;
  if (!(await decideReview(pool, id, { decision, by: by.actor }))) {
    complain(`No open review has the number ${id}.`);
    return 1;
  }
  say('It is noted.');
  return 0;
}

async function listDead({ pool, say }: AdminTools): Promise<number> {
  const dead = await deadAddresses(pool);
  if (dead.length === 0) say('Everybody who was written to was reached.');
  for (const { since, kind, conversationId, code } of dead)
    say([since.toISOString(), kind, conversationId, meaningOf(code)?.operator ?? `code ${code}`].join('  '));
  return 0;
}

async function listParked({ pool, say }: AdminTools): Promise<number> {
  const parked = await parkedConversations(pool);
  if (parked.length === 0) say('No message is parked.');
  for (const { since, channel, conversationId, messages } of parked)
    say([since.toISOString(), channel, conversationId, messages].join('  '));
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
