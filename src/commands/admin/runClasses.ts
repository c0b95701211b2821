import { type ClassStanding, classStanding } from '../../db/classSessions';
import { inTransaction } from '../../db/pool';
import { dateIn } from '../../domain/calendar';
import { cancelClass } from '../../services/sessions';
import type { ClassCommand } from './classWords';
import type { AdminTools } from './run';
import { clockOf } from './runPlaces';

/** Cancels a class once somebody has said yes to what that means; gives the exit code: 0 also where it is so already. */
export async function runClasses(command: ClassCommand, tools: AdminTools): Promise<number> {
  const { pool, timeZone, now, say, complain, ask } = tools;
  const { classCode, reason, by } = command;
  const standing = await classStanding(pool, classCode, now);
  if (!standing || (!standing.isCancelled && standing.endsOn < dateIn(timeZone, now))) {
    complain(standing ? `${classCode} ended on ${standing.endsOn}.` : `No class has the code "${classCode}".`);
    return 1;
  }
  const isAlready = `${classCode} is cancelled already.`;
  if (standing.isCancelled) {
    say(isAlready);
    return 0;
  }
  say(preview(classCode, standing));
  if (!command.isSure && !/^(y|yes|s[ií])$/i.test((await ask('Cancel it? This cannot be undone. (yes/no) ')).trim())) {
    complain('Nothing was done: it takes a "yes", or --yes.');
    return 1;
  }
  const staff = { kind: 'staff', actor: by, channel: 'command' } as const;
  const cancelled = await inTransaction(pool, (db) =>
    cancelClass(db, { classId: standing.id, reason }, staff, clockOf(tools)),
  );
  say(cancelled.ok ? `${classCode} is cancelled.` : isAlready);
  return 0;
}

function preview(classCode: string, { name, site, sessions, placed, waiting }: ClassStanding): string {
  const ahead = sessions === 1 ? 'the one session' : `the ${sessions} sessions`;
  const people = placed === 1 ? '1 person' : `${placed} people`;
  return [
    `Cancels ${classCode} (${name}, ${site}) with ${ahead} to come.`,
    `Told are ${people} with a place, ${waiting} waiting for one, and whoever teaches it.`,
  ].join('\n');
}
