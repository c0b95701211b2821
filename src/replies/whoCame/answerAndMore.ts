import type { MarkStatus } from '../../domain/marks';
import type { RosterLine } from '../../services/desk';
import { walkInsIn } from '../walkIn';
import type { Besides, Unfinished, WhoCame } from '../whoCame';
import { complete } from './complete';
import { correction } from './correction';
import { type Element, elementsOf } from './elements';
import { mayBeCompleted } from './mayBeCompleted';
import { type People, peopleOf } from './people';
import { tidied, tokensOf } from './tokens';
import type { Open } from './unclear';

/** What a reply makes of what was unclear (nothing: it stays so), and what it says besides, to be read after that. */
export type Replied = { read?: WhoCame; more?: string };

/**
 * Reads a reply to what was unclear that may say more than was asked: "la 19; y la 7 llegó tarde", "y la 5 tampoco vino".
 * Nothing if it is not understood, or can be cut into answer and news in two ways.
 */
export function answerAndMore(
  unfinished: Unfinished,
  reply: string,
  roster: RosterLine[],
  besides: Besides = {},
): Replied | undefined {
  const read = complete(unfinished, reply, roster, besides);
  if (read) return { read };
  const clean = tidied(reply);
  if (clean.length > longestRead || /[?¿]/.test(clean)) return undefined;
  const talk: Talk = { unfinished, roster, besides, people: peopleOf(roster, besides.last) };
  const [way, ...others] = cutsOf(clean).flatMap((cut) => cutApart(cut, talk) ?? []);
  if (way) return others.every(({ outcome }) => outcome === way.outcome) ? way.replied : undefined;
  return isNewsOnly(clean, talk) ? { more: clean.trim() } : undefined;
}
const longestRead = 300;

type Talk = { unfinished: Unfinished; roster: RosterLine[]; besides: Besides; people: People };
/** `isLoose`: what parts them may also join two people of whom one thing is said. */
type Cut = { head: string; tail: string; isLoose: boolean };

/** Where an answer may end and news begin: at a stop, a comma, an "y", or before the next "la 7". */
function cutsOf(text: string): Cut[] {
  const cuts = [...text.matchAll(between)].map(({ 0: sign, index }) => ({
    head: text.slice(0, index),
    tail: text.slice(index + sign.length),
    isLoose: !/[;.\n]|pero|but/i.test(sign),
  }));
  return cuts.filter(({ head, tail }) => head.trim() !== '' && tail.trim() !== '').slice(0, mostCuts);
}
const joins = '(?:y|e|and|pero|but)(?=\\s)';
const between = new RegExp(
  `\\s*(?:[,;.\\n](?=\\s)\\s*(?:${joins}\\s*)?|;|\\s${joins}\\s*)|\\s+(?=(?:(?:a )?la|el|al|doña|don)\\s)|\\s+(?=\\d)`,
  'giu',
);
const mostCuts = 6;

function cutApart({ head, tail, isLoose }: Cut, talk: Talk): { replied: Replied; outcome: string } | undefined {
  const { unfinished, roster, besides, people } = talk;
  const read = complete(unfinished, head, roster, besides);
  if (!read) return undefined;
  const then = read.ok ? marked(roster, read) : roster;
  const plain = isLoose && !beginsAnew(tail, people) ? undefined : tail;
  for (const more of [plain, ofTheSame(tail, read, talk)]) {
    const said = more === undefined ? undefined : newsIn(more, then, besides);
    if (more !== undefined && said)
      return {
        replied: { read, more: more.trim() },
        outcome: JSON.stringify([read.ok ? read.marks : read.unclear, said]),
      };
  }
  return undefined;
}

/** "La 7 llegó tarde", "faltó la 5": of one person, or after its verb. "Y la 7 llegaron tarde" is of the one before, too. */
function beginsAnew(tail: string, people: People): boolean {
  const elements = elementsOf(tokensOf(tail), people) ?? [];
  const at = elements.findIndex(({ is }) => is === 'status');
  const status = elements[at];
  if (status?.is !== 'status' || status.bare) return false;
  const before = elements.slice(0, at).filter(isSomebody).length;
  return before === 0 ? elements.some(isSomebody) : before === 1 && status.of !== 'many';
}

function isSomebody({ is }: Element): boolean {
  return is === 'number' || is === 'run';
}

/** "La 19, pero avisó", "la 19, y la 5 también": the news made whole with what the answer says of the one it names. */
function ofTheSame(tail: string, read: WhoCame, { unfinished, people, roster }: Talk): string | undefined {
  const [open, another] = unfinished.open;
  const asked = open && !another && open.about.kind === 'which' ? open.about.numbers : [];
  const ids = new Set(roster.filter(({ number }) => asked.includes(number)).map(({ personId }) => personId));
  const [only, second] = read.ok ? read.marks.filter(({ personId, named }) => named && ids.has(personId)) : [];
  const number = roster.find(({ personId }) => personId === only?.personId)?.number;
  const verb = only && verbs[only.status];
  if (!verb || second || number === undefined) return undefined;
  const elements = elementsOf(tokensOf(tail), people) ?? [];
  const names = elements.filter(
    (one) => one.is === 'number' || (one.is === 'run' && people.named(one.words).numbers.length > 0),
  );
  const isAlike =
    names.length === 1 &&
    /^\P{L}*(?:(?:la|el|a|doña|don)\s+)*[\p{L}\d ]+\s(?:tambi[eé]n|tampoco|too|neither)[\s.!]*$/iu.test(tail);
  return names.length === 0 || isAlike ? `la ${number} ${verb}, ${tail.trim()}` : undefined;
}
const verbs: { [status in MarkStatus]?: string } = { absent: 'no vino', late: 'llegó tarde', present: 'vino' };

/** What words say of single people beside what has been said, as far as it is clear; nothing if they do not. */
function newsIn(words: string, roster: RosterLine[], besides: Besides): object | undefined {
  const found = walkInsIn(words, roster);
  if (found?.rest === '') return found.walkIns;
  const read = correction(found?.rest ?? words, roster, besides);
  if (!read.ok) return mayBeCompleted(read) ? read.unclear : undefined;
  return read.isOfAll || read.isAsLast ? undefined : read.marks.filter(({ named }) => named);
}

/** "Y la 7 llegó tarde": it says nothing of those who were asked about. */
function isNewsOnly(words: string, { unfinished, roster, besides }: Talk): boolean {
  const asked = new Set(unfinished.open.flatMap(numbersIn));
  const found = walkInsIn(words, roster);
  if (found?.rest === '') return true;
  const read = correction(found?.rest ?? words, roster, besides);
  if (!read.ok)
    return (
      read.unclear.every((one) => one.kind === 'which' && !one.numbers.some((n) => asked.has(n))) &&
      mayBeCompleted(read)
    );
  const named = read.marks.filter((mark) => mark.named).map(({ personId }) => personId);
  const isOfThem = roster.some(({ number, personId }) => asked.has(number) && named.includes(personId));
  return named.length > 0 && !isOfThem && !read.isOfAll && !read.isAsLast;
}

function numbersIn({ about }: Open): number[] {
  if ('numbers' in about) return about.numbers;
  return about.kind === 'contradiction' ? [about.number] : [];
}

function marked(roster: RosterLine[], { marks }: Extract<WhoCame, { ok: true }>): RosterLine[] {
  const statuses = new Map(marks.map(({ personId, status }) => [personId, status]));
  return roster.map((line) => {
    const mark = statuses.get(line.personId) ?? line.mark;
    return mark ? { ...line, mark } : line;
  });
}
