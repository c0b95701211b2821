import type { MarkStatus } from '../domain/marks';
import type { RosterLine } from '../services/desk';
import { type Clause, peopleClauses, type Status } from './whoCame/clause';
import type { Cursor } from './whoCame/cursor';
import { type Decided, decide } from './whoCame/decide';
import { type Element, elementsOf } from './whoCame/elements';
import type { Item } from './whoCame/list';
import { type People, peopleOf } from './whoCame/people';
import { came, clausesOf } from './whoCame/sentence';
import { tidied, tokensOf } from './whoCame/tokens';
import { type Answer, type Doubts, doubt, isHowMany, type Open, type Unclear } from './whoCame/unclear';

export type { Unclear };

/**
 * `marks`: everyone whom the reply decides, in the order of the roster. Who was not `named` is decided by what was said of
 * everyone or of the rest: whoever saves must not let that overwrite a mark that stands. `isOfAll`: it speaks of everyone.
 * `isAsLast`: it goes by the session before. `left`: what stayed unclear and was left out, as typed. If not ok, `unfinished` is what is
 * kept until she has answered what is unclear; `isStatement`: it says that somebody came or did not, and not only a name.
 */
export type WhoCame =
  | { ok: true; marks: Decided[]; isOfAll: boolean; isAsLast: boolean; left: string[] }
  | { ok: false; unclear: Unclear[]; unfinished: Unfinished; isStatement: boolean };

/** A reply of which something is unclear, with what she has answered so far. Plain JSON. */
export type Unfinished = { text: string; answers: Answer[]; open: Open[]; left: string[] };

/**
 * What else a reader of replies may know: who was what in the session before, what was answered about this text, and
 * that it corrects marks that were read back.
 */
export type Besides = { last?: ReadonlyMap<string, MarkStatus>; answers?: Answer[]; isCorrection?: boolean };

/**
 * Reads an instructor's reply to "who came?": "todas menos 3, 7 y Rosa; 5 llegó tarde", "faltaron Rosa y la 5", "1-5, 9 y
 * Ana P.", in Spanish or English. It never guesses: one word that is not understood, a name that two people have, two
 * statements that cannot both be true, and that is asked back.
 */
export function whoCame(text: string, roster: RosterLine[], given: Besides = {}): WhoCame {
  const clean = tidied(text);
  const doubts: Doubts = { unclear: [], answers: given.answers ?? [], isCorrection: given.isCorrection ?? false };
  const people = peopleOf(roster, given.last);
  const tokens = tokensOf(clean);
  const isReadable = tokens.length > 0 && tokens.length <= mostTokens && !/[?¿]/.test(clean);
  const elements = (isReadable && roster.length > 0 && elementsOf(tokens, people)) || [];
  const sentences = sentencesOf(elements).map((sentence) => read(sentence, clean, people, doubts));
  const clauses = gathered(sentences, clean, doubts);
  const decided = clauses && doubts.unclear.length === 0 ? decide(clauses, people, doubts) : undefined;
  if (decided?.ok) {
    const isOfAll = clauses?.some(({ kind }) => kind === 'all') ?? false;
    return { ...decided, left: [], isOfAll, isAsLast: elements.some(({ is }) => is === 'last') };
  }
  const counted = clauses && countsTaken(doubts, (answers) => whoCame(text, roster, { ...given, answers }));
  if (counted) return counted;
  const clashes = decided?.unclear.map((about) => ({ about, start: 0, end: clean.length })) ?? [];
  const whole: Open =
    roster.length > 0 ? notUnderstood(clean, 0, clean.length) : { about: { kind: 'no_roster' }, start: 0, end: 0 };
  const open = distinct(doubts.unclear.length + clashes.length > 0 ? [...doubts.unclear, ...clashes] : [whole]);
  const unfinished = { text: clean, answers: doubts.answers, open, left: [] };
  return {
    ok: false,
    unclear: open.map(({ about }) => about),
    unfinished,
    isStatement: elements.some(({ is }) => saying.has(is)),
  };
}

const saying = new Set<Element['is']>(['status', 'everyone', 'nobody', 'except', 'last', 'only']);

/** "Vinieron 32, faltaron la 5 y la 6": numbers that may be counts are, if all else is clear and the counts are right. */
function countsTaken(doubts: Doubts, readWith: (answers: Answer[]) => WhoCame): WhoCame | undefined {
  const { unclear, answers } = doubts;
  const isOpen = unclear.length > 0 && unclear.every((one) => one.about.kind === 'how_many' && !isHowMany(doubts, one));
  if (!isOpen) return undefined;
  const counted = readWith([...answers, ...unclear.map(({ start, end }): Answer => ({ to: 'count', start, end }))]);
  return counted.ok ? counted : undefined;
}

// A class of 60 told line by line with full names and marks is about 500.
const mostTokens = 600;
const mostSaidBack = 5;

function notUnderstood(text: string, start: number, end: number): Open {
  return { about: { kind: 'not_understood', text: text.replace(/\s+/g, ' ').trim().slice(0, 120) }, start, end };
}

function sentencesOf(elements: Element[]): Element[][] {
  const sentences: Element[][] = [[]];
  for (const element of elements) {
    if (element.is === 'end') sentences.push([]);
    else sentences.at(-1)?.push(element);
  }
  return sentences.filter(({ length }) => length > 0);
}

type Sentence = { clauses: Clause[]; start: number; end: number };

function read(elements: Element[], text: string, people: People, doubts: Doubts): Sentence {
  const cursor: Cursor = { elements, at: 0, text, people, ...doubts, unclear: [] };
  const clauses = clausesOf(cursor);
  const [start, end] = [elements[0]?.start ?? 0, elements.at(-1)?.end ?? 0];
  if (!clauses && cursor.unclear.length === 0) cursor.unclear.push(notUnderstood(text.slice(start, end), start, end));
  // What is not understood may turn the rest of its sentence round: she says all of it anew.
  for (const { about, ...place } of cursor.unclear)
    doubt(doubts, about, about.kind === 'not_understood' ? { start, end } : place);
  return { clauses: clauses ?? [], start, end };
}

/**
 * All clauses of a reply, with what stands on lines of its own put together: "Faltaron:" with the names below, and a plain
 * list of who came. After anything else was said of somebody, people without a word about them are not understood.
 */
function gathered(sentences: Sentence[], text: string, doubts: Doubts): Clause[] | undefined {
  const clauses: Clause[] = [];
  let open: { statuses: Status[]; items: Item[]; except: Item[] } | undefined;
  const close = () => {
    const said = open && open.items.length > 0 ? peopleClauses({ ...open, extent: 'implied' }, doubts) : undefined;
    clauses.push(...(said ?? []));
    return open === undefined || said !== undefined;
  };
  for (const { clauses: sentence, start, end } of sentences) {
    const [first] = sentence;
    if (first?.kind === 'bare') {
      // Somebody named without a word, where marks are corrected: it could be any.
      if (!open && (clauses.length > 0 || doubts.isCorrection)) {
        doubts.unclear = [
          ...doubts.unclear.filter((one) => one.start < start || one.end > end),
          notUnderstood(text.slice(start, end), start, end),
        ];
        return undefined;
      }
      open ??= { statuses: [came], items: [], except: [] };
      open.items.push(...first.items);
      open.except.push(...first.except);
    } else {
      if (!close()) return undefined;
      open = first?.kind === 'header' ? { statuses: first.statuses, items: [], except: [] } : undefined;
      if (first?.kind !== 'header') clauses.push(...sentence);
    }
  }
  return close() ? clauses : undefined;
}

function distinct(open: Open[]): Open[] {
  const seen = new Map(open.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()].slice(0, mostSaidBack);
}
