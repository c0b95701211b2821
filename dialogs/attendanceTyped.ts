import { type Unclear, whoCame } from '../src/replies/whoCame';
import { yesNo } from '../src/replies/yesNo';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Reader, Reading } from '../src/script/steps';
import type { MarkGiven, RosterLine } from '../src/services/desk';
import { type Attendance, rosterThen, sessionOf } from './attendanceKnown';
import { listed } from './attendanceShown';
import { spokenList } from './spoken';

/** Reads who came. Whoever has a mark already keeps it unless she names her; anything unclear is asked back, never guessed. */
export const marksTyped: Reader<Attendance, Attendance['told']> = (text, { known, world }) => {
  const sessionId = sessionOf(known)?.sessionId ?? '';
  const read = readMarks(text, known.roster ?? [], world.locale);
  return read.ok ? { ok: true, value: { sessionId, marks: read.value } } : read;
};

/** Reads the answer to the echo: yes, no, or what is to be changed ("no, la 7 sí vino"). */
export const marksChanged: Reader<Attendance, Attendance['confirm']> = (text, { known, world }) => {
  const plain = yesNo(text);
  if (plain) return { ok: true, value: plain === 'yes' ? 'save' : 'fix' };
  const read = readMarks(text.replace(/^\s*no\s*[,.:;]/i, ''), rosterThen(known), world.locale);
  return read.ok ? { ok: true, value: { marks: read.value } } : read;
};

function readMarks(text: string, roster: RosterLine[], locale: string): Reading<MarkGiven[]> {
  const read = whoCame(text, roster);
  if (!read.ok) {
    const lines = read.unclear.map((unclear) => sentence(locale, said(unclear, roster, locale)));
    return { ok: false, again: say('attendance.unclear', { lines: lines.join('\n') }) };
  }
  const marked = new Set(roster.filter(({ mark }) => mark).map(({ personId }) => personId));
  const marks = read.marks.filter(({ personId, named }) => named || !marked.has(personId));
  if (marks.length === 0) return { ok: false, again: say('attendance.nothingNew') };
  return { ok: true, value: marks.map(({ named, ...mark }) => mark) };
}

function said(unclear: Unclear, roster: RosterLine[], locale: string): Said {
  switch (unclear.kind) {
    case 'which':
      return say('attendance.whichOne', { text: unclear.text, people: people(unclear.numbers, roster, locale) });
    case 'no_such_number':
      return say('attendance.noSuchNumber', { number: unclear.number, last: roster.at(-1)?.number ?? 0 });
    case 'no_such_name':
      return say('attendance.noSuchName', { text: unclear.text });
    case 'how_many':
      return say('attendance.howMany', { number: unclear.number });
    case 'contradiction':
      return say('attendance.contradiction', { person: people([unclear.number], roster, locale) });
    case 'not_understood':
      return say('attendance.notUnderstood', { text: unclear.text });
    case 'no_roster':
      return say('talk.notUnderstood');
  }
}

function people(numbers: number[], roster: RosterLine[], locale: string): string {
  const lines = roster.filter(({ number }) => numbers.includes(number));
  return spokenList(
    lines.map((line) => listed(line)),
    locale,
  );
}
