import { compared } from '../../db/merges';
import { classesByCode } from '../../db/places';
import { type Db, inTransaction } from '../../db/pool';
import { dateIn } from '../../domain/calendar';
import { maskedName } from '../../domain/mask';
import { type MoveRefusal, movePlace } from '../../services/moves';
import type { PlaceClock } from '../../services/offers';
import { withdraw } from '../../services/withdrawals';
import { type Meant, peopleMeant } from './peopleMeant';
import type { PlaceCommand } from './placeWords';
import type { AdminTools } from './run';

type Move = PlaceCommand & { kind: 'enrolments move' };
type End = PlaceCommand & { kind: 'enrolments end' };

/** Does what is asked about places, for all people it is about or, with every reason, for nobody; gives the exit code. */
export function runPlaces(command: PlaceCommand, tools: AdminTools): Promise<number> {
  return command.kind === 'enrolments move' ? move(command, tools) : end(command, tools);
}

async function move({ whose, from, to, by }: Move, tools: AdminTools): Promise<number> {
  const ids = await classesNamed([from, to], tools);
  const people = ids && (await peopleMeant(whose, tools));
  if (!people) return 1;
  const [fromId = '', toId = ''] = ids;
  const refused = await forEach(people, tools, async (db, { personId }) => {
    const wish = { personId, from: fromId, to: toId };
    const moved = await movePlace(db, wish, { actor: by, channel: 'command' }, clockOf(tools));
    return moved.ok ? undefined : moveRefusals[moved.why]({ from, to });
  });
  if (refused) return 1;
  tools.say(`${await named(people, tools)} a place in ${to} now, and none in ${from}. Whoever can be reached is told.`);
  return 0;
}

async function end({ whose, of, reason, by }: End, tools: AdminTools): Promise<number> {
  const ids = await classesNamed([of], tools);
  const people = ids && (await peopleMeant(whose, tools));
  if (!people) return 1;
  const [classId = ''] = ids;
  const refused = await forEach(people, tools, async (db, { personId }) => {
    const place = { classId, personId, reason };
    const ended = await withdraw(db, place, { actor: by, channel: 'command' }, clockOf(tools));
    return ended ? undefined : `She has no place in ${of}, and waits for none.`;
  });
  if (refused) return 1;
  tools.say(
    `${await named(people, tools)} no place in ${of} any more, and none in line. Whoever can be reached is told.`,
  );
  return 0;
}

async function classesNamed(codes: string[], { pool, complain }: AdminTools): Promise<string[] | undefined> {
  const classes = await classesByCode(pool, codes);
  const unknown = codes.filter((code) => !classes[code]);
  for (const code of unknown) complain(`No class has the code "${code}".`);
  return unknown.length > 0 ? undefined : codes.flatMap((code) => classes[code] ?? []);
}

// Whether somebody was refused; then nothing is done.
async function forEach(
  people: Meant[],
  { pool, complain }: AdminTools,
  act: (db: Db, one: Meant) => Promise<string | undefined>,
): Promise<boolean> {
  const refusals = await inTransaction(
    pool,
    async (db) => {
      const found: string[] = [];
      for (const one of people) {
        const refusal = await act(db, one);
        if (refusal !== undefined) found.push(one.row === undefined ? refusal : `row ${one.row}: ${refusal}`);
      }
      return found;
    },
    (found) => found.length === 0,
  );
  for (const refusal of refusals) complain(refusal);
  if (refusals.length > 0 && people.length > 1) complain('Nothing was done.');
  return refusals.length > 0;
}

// Masked, so that whoever has typed a document sees whose it is.
async function named(people: Meant[], { pool }: AdminTools): Promise<string> {
  if (people.length > 1) return `${people.length} people have`;
  const [found] = await compared(
    pool,
    people.map(({ personId }) => personId),
  );
  return `${found ? maskedName(found.names) : 'She'} has`;
}

/** The clock of what is done about places. */
export function clockOf({
  now,
  timeZone,
  offerTerms: terms,
}: Pick<AdminTools, 'now' | 'timeZone' | 'offerTerms'>): PlaceClock {
  return { now, today: dateIn(timeZone, now), terms };
}

type Codes = { from: string; to: string };
const moveRefusals: Record<MoveRefusal, (codes: Codes) => string> = {
  not_enrolled: ({ from }) => `She has no place in ${from}.`,
  already: ({ to }) => `She has a place in ${to} already.`,
  full: ({ to }) => `${to} is full.`,
  care_full: ({ to }) => `The care room of ${to} has no room for those who come with her.`,
  over: ({ to }) => `${to} is over or was cancelled.`,
  unknown_class: ({ to }) => `No class has the code "${to}".`,
  not_registered: () => 'She is not registered.',
};
