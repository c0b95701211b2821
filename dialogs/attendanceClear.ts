import type { Unclear } from '../src/replies/whoCame';
import { complete } from '../src/replies/whoCame/complete';
import { type Said, say } from '../src/script/say';
import type { Reader, Titled, World } from '../src/script/steps';
import type { RosterLine } from '../src/services/desk';
import { besides, heard } from './attendanceHeard';
import { type Attendance, rosterThen } from './attendanceKnown';
import { listed } from './attendanceShown';
import { unclearLines } from './attendanceUnclear';

/** What of her words is unclear, all of it in one message; what she wrote besides stands. */
export function clearAsked(known: Partial<Attendance>, { locale }: World): Said {
  const open = openOf(known);
  const unclear = open.map(({ about }) => about);
  const lines = unclearLines(unclear, rosterThen(known), locale);
  return say(open.length > 1 ? 'attendance.unclearSeveral' : 'attendance.unclear', { lines });
}

/** The answers to tap, where one thing is unclear and they are few. */
export function clearOptions(known: Partial<Attendance>): Titled[] {
  const [only, another] = openOf(known);
  return only && !another ? optionsFor(only.about, rosterThen(known)) : [];
}

/** What a tap says in words, so that it is read as if she had typed it. */
export function tapMeans(id: string): string {
  return taps[id] ?? `la ${id}`;
}

/** Reads the answer to what was unclear. It must help; else it is asked again. */
export const clearTyped: Reader<Attendance, string> = (text, { known }) =>
  withAnswer(known, text) ? { ok: true, value: text } : { ok: false, again: say('attendance.stillUnclear') };

/** What she said, with her answer put into it. */
export function cleared(known: Partial<Attendance>): Partial<Attendance> {
  const { told, clear } = known;
  const read = clear === undefined ? undefined : withAnswer(known, clear);
  return told && read ? { told: heard(known, read) } : {};
}

const taps: Record<string, string> = {
  none: 'no está en la lista',
  yes: 'sí',
  no: 'no',
  present: 'vino',
  late: 'llegó tarde',
  absent: 'faltó',
};
const mostTaps = 9;

function openOf({ told }: Partial<Attendance>) {
  return told?.open?.open ?? [];
}

function withAnswer(known: Partial<Attendance>, text: string) {
  const open = known.told?.open;
  return open && complete(open, text, rosterThen(known), besides(known));
}

function optionsFor(about: Unclear, roster: RosterLine[]): Titled[] {
  const none = { id: 'none', title: say('attendance.notListed') };
  switch (about.kind) {
    case 'which': {
      const lines = roster.filter(({ number }) => about.numbers.includes(number));
      const people = lines.map((line) => ({ id: String(line.number), title: listed(line, 60) }));
      return people.length <= mostTaps ? [...people, none] : [];
    }
    case 'together':
      return [
        { id: 'yes', title: say('attendance.theyAre') },
        { id: 'no', title: say('attendance.theyAreNot') },
      ];
    case 'contradiction':
      return [
        { id: 'present', title: say('attendance.came') },
        { id: 'absent', title: say('attendance.missed') },
        { id: 'late', title: say('attendance.cameLate') },
      ];
    case 'no_such_name':
    case 'no_such_number':
      return [none];
    default:
      return [];
  }
}
