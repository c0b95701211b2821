import type { RosterLine } from '../services/desk';
import { type Clause, peopleClauses, type Status } from './whoCame/clause';
import type { Cursor } from './whoCame/cursor';
import { type Decided, decide } from './whoCame/decide';
import { type Element, elementsOf } from './whoCame/elements';
import type { Item } from './whoCame/list';
import { type People, peopleOf } from './whoCame/people';
import { came, clausesOf } from './whoCame/sentence';
import { tidied, tokensOf } from './whoCame/tokens';
import type { Unclear } from './whoCame/unclear';

export type { Unclear };

/**
 * `marks`: everyone whom the reply decides, in the order of the roster. Who was not `named` is decided by what was said of
 * everyone or of the rest: whoever saves must not let that overwrite a mark that stands.
 */
export type WhoCame = { ok: true; marks: Decided[] } | { ok: false; unclear: Unclear[] };

/**
 * Reads an instructor's reply to "who came?": "todas menos 3, 7 y Rosa; 5 llegó tarde", "faltaron Rosa y la 5", "1-5, 9 y
 * Ana P.", in Spanish or English. It never guesses: one word that is not understood, a name that two people have, two
 * statements that cannot both be true, and the whole reply is asked back.
 */
export function whoCame(text: string, roster: RosterLine[]): WhoCame {
  if (roster.length === 0) return { ok: false, unclear: [{ kind: 'no_roster' }] };
  const clean = tidied(text);
  const tokens = tokensOf(clean);
  const people = peopleOf(roster);
  const isReadable = tokens.length > 0 && tokens.length <= mostTokens && !/[?¿]/.test(clean);
  const elements = isReadable ? elementsOf(tokens, people) : undefined;
  if (!elements) return { ok: false, unclear: [notUnderstood(clean)] };
  const unclear: Unclear[] = [];
  const sentences = sentencesOf(elements).map((sentence) => read(sentence, clean, people, unclear));
  const clauses = gathered(sentences, unclear);
  if (!clauses && unclear.length === 0) unclear.push(notUnderstood(clean));
  if (!clauses || unclear.length > 0) return { ok: false, unclear: distinct(unclear) };
  const decision = decide(clauses, people);
  if (decision.ok) return decision;
  return { ok: false, unclear: decision.unclear.length > 0 ? distinct(decision.unclear) : [notUnderstood(clean)] };
}

// A class of 60 told line by line with full names and marks is about 500.
const mostTokens = 600;
const mostSaidBack = 5;

function notUnderstood(text: string): Unclear {
  return { kind: 'not_understood', text: text.replace(/\s+/g, ' ').trim().slice(0, 120) };
}

function sentencesOf(elements: Element[]): Element[][] {
  const sentences: Element[][] = [[]];
  for (const element of elements) {
    if (element.is === 'end') sentences.push([]);
    else sentences.at(-1)?.push(element);
  }
  return sentences.filter(({ length }) => length > 0);
}

function read(elements: Element[], text: string, people: People, unclear: Unclear[]): Clause[] {
  const cursor: Cursor = { elements, at: 0, text, people, unclear: [] };
  const clauses = clausesOf(cursor);
  const said = text.slice(elements[0]?.start, elements.at(-1)?.end);
  unclear.push(...(clauses || cursor.unclear.length > 0 ? cursor.unclear : [notUnderstood(said)]));
  return clauses ?? [];
}

/**
 * All clauses of a reply, with what stands on lines of its own put together: "Faltaron:" with the names below, and a plain
 * list of who came. After anything else was said of somebody, people without a word about them are not understood.
 */
function gathered(sentences: Clause[][], unclear: Unclear[]): Clause[] | undefined {
  const clauses: Clause[] = [];
  let open: { statuses: Status[]; items: Item[]; except: Item[] } | undefined;
  const close = () => {
    const said = open && open.items.length > 0 ? peopleClauses({ ...open, extent: 'implied' }, unclear) : undefined;
    clauses.push(...(said ?? []));
    return open === undefined || said !== undefined;
  };
  for (const sentence of sentences) {
    const [first] = sentence;
    if (first?.kind === 'bare') {
      if (!open && clauses.length > 0) return undefined;
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

function distinct(unclear: Unclear[]): Unclear[] {
  const seen = new Map(unclear.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()].slice(0, mostSaidBack);
}
