import { correctsMarks } from '../src/replies/marksCorrected';
import { saysNoClass } from '../src/replies/noClassSaid';
import { walkInsIn } from '../src/replies/walkIn';
import { type Unclear, type WhoCame, whoCame } from '../src/replies/whoCame';
import { correction } from '../src/replies/whoCame/correction';
import { mayBeCompleted } from '../src/replies/whoCame/mayBeCompleted';
import { yesNo } from '../src/replies/yesNo';
import { type Said, say } from '../src/script/say';
import type { Reader, Reading, Seen, World } from '../src/script/steps';
import type { RosterLine } from '../src/services/desk';
import { claimsRead } from './attendanceClaims';
import { withGuests } from './attendanceGuests';
import { besides, heard } from './attendanceHeard';
import { type Attendance, rosterThen, type Told } from './attendanceKnown';
import { unclearLines } from './attendanceUnclear';
import { sessionOf } from './sessionChosen';

/** Reads who came. Whoever has a mark already keeps it unless she names her; anything unclear is asked back, never guessed. */
export const marksTyped: Reader<Attendance, Told> = (text, seen) => {
  if (saysNoClass(text)) return { ok: true, value: notHeld(text, seen.known) };
  const claimed = claimsRead(text, seen.known);
  return reading(claimed ? toldBy(claimed, seen.known) : withWalkIns(text, seen.known, whoCame), seen);
};

/** What she said before she was asked, if it can be read. */
export function saidBefore(known: Partial<Attendance>, world: World): Told | undefined {
  const read = readBefore(known, world);
  return read?.ok ? read.value : undefined;
}

/** What could not be read of what she said before she was asked: it must not be passed over in silence. */
export function unreadBefore(known: Partial<Attendance>, world: World): Said[] {
  const read = known.anew ? undefined : readBefore(known, world);
  return read && !read.ok && read.again ? [read.again] : [];
}

function readBefore(known: Partial<Attendance>, world: World): Reading<Told> | undefined {
  if (!known.said) return undefined;
  const seen = { known, offered: [], world };
  return correctsMarks(known.said)
    ? reading(withWalkIns(known.said, known, correction), seen)
    : marksTyped(known.said, seen);
}

/**
 * Reads the answer to the echo: yes, no, or what is to be changed ("no, la 7 sí vino"). What she says of everyone takes the
 * place of all she had said.
 */
export const marksChanged: Reader<Attendance, Attendance['confirm']> = (text, seen) => {
  if (saysNoClass(text)) return { ok: true, value: notHeld(text, seen.known) };
  const plain = yesNo(text);
  // What she agreed to was another list than the one she has before her.
  if (plain && seen.world.isLate) return { ok: false, again: say('attendance.delayed') };
  if (plain) return { ok: true, value: plain === 'yes' ? 'save' : 'fix' };
  return reading(withWalkIns(text, seen.known, correction), seen);
};

/** What she has told, with what she says after it; nothing if that is not understood. */
export function toldMore(text: string, known: Partial<Attendance>): Told | undefined {
  const said = withWalkIns(text, known, correction);
  return 'told' in said ? said.told : undefined;
}

function notHeld(noClass: string, known: Partial<Attendance>): Told {
  return { ...(known.told ?? { marks: [] }), sessionId: sessionOf(known)?.sessionId ?? '', noClass };
}

type Heard = { told: Told } | { unclear: Unclear[]; roster: RosterLine[] };

/** Who came without being on the list is taken out of her words first; the others are read as ever. */
function withWalkIns(text: string, known: Partial<Attendance>, reads: typeof whoCame): Heard {
  const found = walkInsIn(text, known.roster ?? []);
  const next = found ? { ...known, told: withGuests(known, found.walkIns) } : known;
  if (found?.rest === '' && next.told) return { told: next.told };
  return toldBy(reads(found?.rest ?? text, rosterThen(next), besides(next)), next);
}

function toldBy(read: WhoCame, known: Partial<Attendance>): Heard {
  if (read.ok || mayBeCompleted(read)) return { told: heard(known, read) };
  return { unclear: read.unclear, roster: rosterThen(known) };
}

function reading(said: Heard, { known, world }: Seen<Attendance>): Reading<Told> {
  if ('unclear' in said)
    return {
      ok: false,
      again: say('attendance.notTold', { lines: unclearLines(said.unclear, said.roster, world.locale) }),
    };
  const told = world.isLate ? standing(known.told, said.told) : said.told;
  const isNew = told.open !== undefined || JSON.stringify(told.marks) !== JSON.stringify(known.told?.marks ?? []);
  const isNamedAnew = JSON.stringify(told.guests) !== JSON.stringify(known.told?.guests);
  if (isNew || isNamedAnew) return { ok: true, value: told };
  return { ok: false, again: say(world.isLate ? 'attendance.delayed' : 'attendance.nothingNew') };
}

// What she sent before and we heard after decides only whom she has not told of since.
function standing(since: Told | undefined, late: Told): Told {
  const decided = new Set(since?.marks.map(({ personId }) => personId));
  return { ...late, marks: [...(since?.marks ?? []), ...late.marks.filter(({ personId }) => !decided.has(personId))] };
}
