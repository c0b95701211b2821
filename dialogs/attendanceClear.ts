import { folded } from '../src/replies/text';
import type { Unclear } from '../src/replies/whoCame';
import { answerAndMore } from '../src/replies/whoCame/answerAndMore';
import { complete } from '../src/replies/whoCame/complete';
import { type Said, say } from '../src/script/say';
import type { Reader, Titled, World } from '../src/script/steps';
import type { RosterLine } from '../src/services/desk';
import { cameUnlisted } from './attendanceGuests';
import { besides, heard } from './attendanceHeard';
import { type Attendance, rosterThen, type Told } from './attendanceKnown';
import { listed } from './attendanceShown';
import { toldMore } from './attendanceTyped';
import { unclearLines } from './attendanceUnclear';
import { spokenList } from './spoken';

/** What of her words is unclear, all of it in one message; what she wrote besides stands. */
export function clearAsked(known: Partial<Attendance>, { locale }: World): Said[] {
  const open = openOf(known);
  const unclear = open.map(({ about }) => about);
  const lines = unclearLines(unclear, rosterThen(known), locale);
  const more = (known.told?.more ?? []).map((text) => `*${text.replace(/\s+/g, ' ').slice(0, 60)}*`);
  return [
    ...(more.length > 0 ? [say('attendance.noted', { more: spokenList(more, locale) })] : []),
    say(open.length > 1 ? 'attendance.unclearSeveral' : 'attendance.unclear', { lines }),
  ];
}

/** The answers to tap, where one thing is unclear and they are few. */
export function clearOptions(known: Partial<Attendance>): Titled[] {
  const [only, another] = openOf(known);
  const options = only && !another ? optionsFor(only.about, rosterThen(known)) : [];
  const isMissed = saysMissed.test(folded(known.told?.open?.text ?? ''));
  return only?.about.kind === 'no_such_name' && !another && !isMissed ? [unlistedOption, ...options] : options;
}

/** What a tap says in words, so that it is read as if she had typed it. */
export function tapMeans(id: string): string {
  return taps[id] ?? `la ${id}`;
}

/** Reads the answer to what was unclear, and what she says besides. It must help or be news; else it is asked again. */
export const clearTyped: Reader<Attendance, string> = (text, { known }) =>
  toldAfter(known, text) ? { ok: true, value: text } : { ok: false, again: say('attendance.stillUnclear') };

/** What she said, with her answer put into it. */
export function cleared(known: Partial<Attendance>): Partial<Attendance> {
  const told = known.clear === undefined ? undefined : toldAfter(known, known.clear);
  return told ? { told } : {};
}

function toldAfter(known: Partial<Attendance>, answer: string): Told | undefined {
  const { told } = known;
  const before = told?.more ?? [];
  const came = unlisted(known, answer);
  if (came) return withMore(known, came, before);
  const said = told?.open && answerAndMore(told.open, answer, rosterThen(known), besides(known));
  if (!told || !said) return undefined;
  const more = [...before, ...(said.more === undefined ? [] : [said.more])];
  return withMore(known, said.read ? heard(known, said.read) : told, more);
}

/** What she has said besides, once all before it is clear; what cannot be read then is told as left out. */
function withMore(known: Partial<Attendance>, { more: _, ...told }: Told, more: string[]): Told {
  const [next, ...others] = more;
  if (next === undefined) return told;
  if (told.open) return { ...told, more };
  const then = toldMore(next, { ...known, told }) ?? { ...told, left: [...(told.left ?? []), next] };
  return withMore(known, then, others);
}

/** "Vino sin estar en la lista": what she wrote besides stands, and the one nobody knew is added. */
function unlisted(known: Partial<Attendance>, answer: string): Told | undefined {
  if (!saysUnlisted.test(folded(answer.slice(0, 200)))) return undefined;
  const told = cameUnlisted(known);
  const read = told && withAnswer(known, taps.none ?? '');
  if (!told || !read) return undefined;
  const { left = [], ...next } = heard({ ...known, told }, read);
  const named = known.told?.open?.open[0]?.about;
  const others = left.filter((text) => !(named && 'text' in named && named.text === text));
  return { ...next, ...(others.length > 0 && { left: others }) };
}
const saysUnlisted =
  /^(?:(?:es|ella es|si|vino)[ ,]*)*(?:una? )?(?:nueva|nuevo|invitada|visitante|sin estar en la lista|agreguela|anadala|sumela|new|a guest|not on the list,? but came)$/;

const taps: Record<string, string> = {
  unlisted: 'vino sin estar en la lista',
  none: 'no está en la lista',
  yes: 'sí',
  no: 'no',
  present: 'vino',
  late: 'llegó tarde',
  absent: 'faltó',
};
const mostTaps = 9;
const unlistedOption: Titled = { id: 'unlisted', title: say('attendance.cameUnlisted') };
const saysMissed = /falt|ausent|excus|no vin|no lleg|no asist|absent|miss|didn/;

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
