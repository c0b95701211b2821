import type { Pool } from 'pg';
import { writeAudit } from '../../db/audit';
import { closeHelpRequest, openHelpRequests, whoWaits } from '../../db/helpRequests';
import { inTransaction } from '../../db/pool';
import { maskedName } from '../../domain/mask';
import type { HelpCommand } from './helpWords';
import { localTime } from './localTime';

type Tools = {
  pool: Pool;
  timeZone: string;
  now: Date;
  say: (line: string) => void;
  complain: (line: string) => void;
};

/** Does what staff do about those who have asked for a person, and gives the exit code. */
export function runHelp(command: HelpCommand, tools: Tools): Promise<number> {
  switch (command.kind) {
    case 'help-requests list':
      return list(tools);
    case 'help-requests show':
      return show(command.id, tools);
    case 'help-requests close':
      return close(command, tools);
  }
}

async function list({ pool, timeZone, say }: Tools): Promise<number> {
  const waiting = await openHelpRequests(pool);
  if (waiting.length === 0) say('Nobody waits for a person.');
  for (const { id, askedAt, channel, conversationId, script, question } of waiting) {
    const wasAt = [script, question].filter(Boolean).join('.');
    say([id, localTime(timeZone, askedAt), channel, conversationId, wasAt].join('  ').trimEnd());
  }
  return 0;
}

// The phone is needed whole to call her; so each look is in the audit log.
async function show(id: string, { pool, say, complain }: Tools): Promise<number> {
  const found = await inTransaction(pool, async (db) => {
    const waiting = await whoWaits(db, id);
    const object = { kind: 'help_request', id };
    if (waiting) await writeAudit(db, [{ actor: 'command', channel: 'command', action: 'look', object }]);
    return waiting;
  });
  if (!found) {
    complain(nobody(id));
    return 1;
  }
  const { names, phones, locale } = found;
  const reached = phones.length > 0 ? phones.map((digits) => `+${digits}`) : ['no phone: she writes on the web'];
  say([names ? maskedName(names) : 'not registered', ...reached, `language: ${locale ?? 'not chosen'}`].join('  '));
  return 0;
}

async function close({ id, by }: HelpCommand & { kind: 'help-requests close' }, tools: Tools): Promise<number> {
  const closed = await inTransaction(tools.pool, async (db) => {
    const isClosed = await closeHelpRequest(db, id, tools.now);
    const object = { kind: 'help_request', id };
    if (isClosed) await writeAudit(db, [{ actor: by, channel: 'command', action: 'help_answered', object }]);
    return isClosed;
  });
  if (closed) tools.say('She waits no more.');
  else tools.complain(nobody(id));
  return closed ? 0 : 1;
}

function nobody(id: string): string {
  return `Nobody waits for a person under the number ${id}.`;
}
