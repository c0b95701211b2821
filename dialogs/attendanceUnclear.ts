import type { Unclear } from '../src/replies/whoCame';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { RosterLine } from '../src/services/desk';
import { listed } from './attendanceShown';
import { spokenChoice, spokenList } from './spoken';

/** All that is unclear in what she said, a line each. */
export function unclearLines(unclear: Unclear[], roster: RosterLine[], locale: string): string {
  return unclear.map((one) => sentence(locale, question(one, roster, locale))).join('\n');
}

function question(unclear: Unclear, roster: RosterLine[], locale: string): Said {
  const people = (numbers: number[]) => {
    const lines = roster.filter(({ number }) => numbers.includes(number));
    return lines.slice(0, MOST_NAMED).map((line) => listed(line, 40));
  };
  switch (unclear.kind) {
    case 'which':
      return say(unclear.numbers.length > 1 ? 'attendance.whichOne' : 'attendance.isIt', {
        text: unclear.text,
        people: spokenChoice(people(unclear.numbers), locale),
      });
    case 'together':
      return say('attendance.areThey', { text: unclear.text, people: spokenList(people(unclear.numbers), locale) });
    case 'no_such_number':
      return say('attendance.noSuchNumber', { number: unclear.number, last: roster.at(-1)?.number ?? 0 });
    case 'no_such_name':
      return say('attendance.noSuchName', { text: unclear.text });
    case 'how_many':
      return say('attendance.howMany', { number: unclear.number });
    case 'count_differs':
      return say('attendance.countDiffers', { said: unclear.said, found: unclear.found });
    case 'contradiction':
      return say('attendance.contradiction', { person: people([unclear.number])[0] ?? '' });
    case 'no_last':
      return say('attendance.noLast');
    case 'not_understood':
      return say('attendance.notUnderstood', { text: unclear.text });
    case 'no_roster':
      return say('talk.notUnderstood');
  }
}
// Five things of ten names each still fit a bubble.
const MOST_NAMED = 10;
