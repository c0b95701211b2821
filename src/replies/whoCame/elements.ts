import { areNear, type Spelled, spelled } from '../near';
import { numberAt } from '../number';
import { wordSet } from '../text';
import { correctable, longestPhrase, phrases, vocabulary } from './lexicon';
import type { People } from './people';
import type { Sense } from './sense';
import type { Token } from './tokens';

/**
 * A piece of a reply with its place in the text: a phrase we know, a number (`spelled` in letters), a run of other words
 * (a name, a reason, or something we do not understand), a sign. `odd` is what can mean nothing.
 */
export type Element = { start: number; end: number } & (
  | Sense
  | Sign
  | { is: 'number'; value: number; spelled: boolean }
  | Run
);
type Run = { is: 'run'; words: string[] };
type Sign = { is: 'end' | 'dash' | 'open' | 'close' };

/** The elements of a reply; nothing where it holds more unknown words than any reply about these people would. */
export function elementsOf(tokens: Token[], people: People): Element[] | undefined {
  const corrected = withCorrections(withoutMinutes(tokens), people);
  if (!corrected) return undefined;
  const elements: Element[] = [];
  for (let at = 0; at < corrected.length; ) {
    const { element, length } = elementAt({ tokens: corrected, at, people }, elements.at(-1));
    if (element) push(elements, element);
    at += length;
  }
  return elements;
}

/** Adds an element, unless it says nothing where it stands. "Todas. Menos 3" and "3,\n7" are one sentence. */
function push(elements: Element[], element: Element): void {
  const last = elements.at(-1);
  const begins = last === undefined || last.is === 'end';
  const saysNothing =
    element.is === 'filler' ||
    (begins && unsaidFirst.has(element.is)) ||
    (element.is === 'end' && goesOn.has(last?.is));
  // "Todas, gracias" ends before the comma; "todas menos 3," was sent too soon.
  if (element.is === 'filler' && last?.is === 'comma') elements.pop();
  if (saysNothing) return;
  if (element.is === 'except' && (last?.is === 'end' || last?.is === 'dash')) elements.pop();
  elements.push(element);
}

const unsaidFirst = new Set<Element['is']>(['opening', 'dash', 'comma', 'colon', 'and', 'end']);
const goesOn = new Set<Element['is'] | undefined>(['comma', 'and', 'except']);

const mostUnknownWords = 40;

/** "Llegó 20 minutos tarde" without the minutes; elsewhere a number of them is not passed over. */
function withoutMinutes(tokens: Token[]): Token[] {
  return tokens.filter((_, at) => !isOfMinutes(tokens, at));
}

function isOfMinutes(tokens: Token[], at: number): boolean {
  const ahead = tokens.slice(at, at + 4).findIndex(({ text }) => minutes.has(text));
  const end = at + ahead;
  const start = ahead < 0 ? -1 : startOfNumber(tokens, end);
  const isLate = (token: Token | undefined) => token !== undefined && lateness.has(token.text);
  return start >= 0 && start <= at && (isLate(tokens[end + 1]) || isLate(tokens[start - 1]));
}

function startOfNumber(tokens: Token[], end: number): number {
  if (tokens[end - 1]?.kind === 'number') return end - 1;
  const starts = [end - 3, end - 2, end - 1].filter((start) => start >= 0);
  return starts.find((start) => numberAt(wordsFrom(tokens, start, 3), 0)?.length === end - start) ?? -1;
}

const minutes = wordSet('minutos minuto minuticos mins min minutes minute');
const lateness = wordSet('tarde late');

/** Words that are no name on the roster but a slip away from a word of ours are read as that word. */
function withCorrections(tokens: Token[], people: People): Token[] | undefined {
  const meant = new Map<string, string>();
  for (const { kind, text } of tokens) {
    const isOurs = kind !== 'word' || text.length === 1 || vocabulary.has(text) || numberAt([text], 0);
    if (isOurs || meant.has(text) || people.knows(text) === 'exactly') continue;
    if (meant.size >= mostUnknownWords) return undefined;
    meant.set(text, people.knows(text) ? text : correction(text));
  }
  return tokens.map((token) => ({ ...token, text: meant.get(token.text) ?? token.text }));
}

const spellings: Spelled[] = [...correctable].map(spelled);

function correction(word: string): string {
  if (word.length < 5) return word;
  const typed = spelled(word);
  const near = spellings.filter((known) => areNear(typed, known));
  return near.find((known) => known.sound === typed.sound)?.word ?? near[0]?.word ?? word;
}

type Found = { element: Element | undefined; length: number };

type Here = { tokens: Token[]; at: number; people: People };

function elementAt(here: Here, before: Element | undefined): Found {
  const { tokens, at } = here;
  const token = tokens[at];
  if (!token) return { element: undefined, length: 1 };
  if (token.kind === 'number') {
    const length = isListMark(here, before) ? 2 : 1;
    const isTooLong = token.text.length > 4;
    return found(
      tokens,
      at,
      isTooLong ? { is: 'odd' } : { is: 'number', value: Number(token.text), spelled: false },
      length,
    );
  }
  if (token.kind === 'sign') return found(tokens, at, meaningOf(tokens, at, before), 1);
  if (isCalledSo(here)) return runAt(tokens, at);
  return phraseAt(tokens, at) ?? spelledAt(tokens, at) ?? runAt(tokens, at);
}

/** "Segunda Pérez" is a name, where somebody has it. */
function isCalledSo({ tokens, at, people }: Here): boolean {
  const [word = '', next = ''] = wordsFrom(tokens, at, 2);
  const isName = next !== '' && people.knows(word) === 'exactly' && people.knows(next) === 'exactly';
  return isName && phrases.get(word)?.is === 'ordinal' && people.named([word, next]).numbers.length > 0;
}

type Meaning<E = Element> = E extends Element ? Omit<E, 'start' | 'end'> : never;

function found(tokens: Token[], at: number, meaning: Meaning | undefined, length: number): Found {
  const start = tokens[at]?.start ?? 0;
  const end = tokens[at + length - 1]?.end ?? start;
  return { element: meaning && ({ ...meaning, start, end } as Element), length };
}

/**
 * "3. Rosa", "3) Rosa", "3 - Rosa" where a line begins: the sign only sets the number apart. Within a list it does so if the
 * third is that Rosa and nothing is said of her: "faltaron 2 y 3. Rosa llegó tarde" are two sentences.
 */
function isListMark({ tokens, at, people }: Here, before: Element | undefined): boolean {
  const [number, sign, word] = tokens.slice(at, at + 3);
  if (!/^[.)\-–—]$/.test(sign?.text ?? '') || (word?.kind !== 'word' && !ticks.test(word?.text ?? ''))) return false;
  if (before === undefined || before.is === 'end') return true;
  const { element: name, length } = runAt(tokens, at + 2);
  const next = phraseAt(tokens, at + 2 + length)?.element ?? tokens[at + 2 + length];
  const isAlone = next === undefined || ('is' in next ? next.is === 'and' : /^[,;.\n]$/.test(next.text));
  return isAlone && name?.is === 'run' && people.named(name.words).numbers.includes(Number(number?.text));
}

const ticks = /^[✅✔☑👍✓❌✖👎✗❎]$/u;

const signs = new Map<string, Meaning>([
  ...[...';\n!…|'].map((sign): [string, Meaning] => [sign, { is: 'end' }]),
  ...[...'-–—'].map((sign): [string, Meaning] => [sign, { is: 'dash' }]),
  ...[...'+&'].map((sign): [string, Meaning] => [sign, { is: 'and' }]),
  ...[...':='].map((sign): [string, Meaning] => [sign, { is: 'colon' }]),
  ...[...'(['].map((sign): [string, Meaning] => [sign, { is: 'open' }]),
  ...[...')]'].map((sign): [string, Meaning] => [sign, { is: 'close' }]),
  ...[...'✅✔☑👍✓'].map((sign): [string, Meaning] => [
    sign,
    { is: 'status', status: 'present', of: 'any', soft: true, sign: true },
  ]),
  ...[...'❌✖👎✗❎'].map((sign): [string, Meaning] => [
    sign,
    { is: 'status', status: 'absent', of: 'any', soft: true, negated: true, sign: true },
  ]),
  [',', { is: 'comma' }],
  ['#', { is: 'article' }],
]);
// Bold marks of WhatsApp, quotation marks, bullets; faces, hands and flowers that people add out of kindness.
const decoration =
  /^[*_"“”«»'’`´¡·•\u{1F600}-\u{1F644}\u{1F647}-\u{1F64F}\u{1F337}-\u{1F33C}\u{1F490}\u{1F44B}\u{1F495}-\u{1F49C}❤✨🎉💪☀🌞]$/u;

function meaningOf(tokens: Token[], at: number, before: Element | undefined): Meaning | undefined {
  const { text, start, end } = tokens[at] ?? { text: '', start: 0, end: 0 };
  const [last, next] = [tokens[at - 1], tokens[at + 1]];
  const isInsideNumber = last?.kind === 'number' && next?.kind === 'number' && last.end === start && next.start === end;
  if (isInsideNumber && (text === '.' || text === ':')) return { is: 'odd' };
  // "Sra. Rosa", "nro. 3"; "Pérez-Gómez" is two words of one name.
  if (text === '.') return before?.is === 'title' || before?.is === 'article' ? undefined : { is: 'end' };
  return decoration.test(text) ? undefined : (signs.get(text) ?? { is: 'odd' });
}

function phraseAt(tokens: Token[], at: number): Found | undefined {
  if (isInitial(tokens, at)) return undefined;
  const words = wordsFrom(tokens, at, longestPhrase);
  for (let length = words.length; length > 0; length--) {
    const sense = phrases.get(words.slice(0, length).join(' '));
    if (sense) return found(tokens, at, sense, length);
  }
  return undefined;
}

function wordsFrom(tokens: Token[], at: number, most: number): string[] {
  const near = tokens.slice(at, at + most);
  const end = near.findIndex(({ kind }) => kind !== 'word');
  return near.slice(0, end < 0 ? most : end).map(({ text }) => text);
}

function spelledAt(tokens: Token[], at: number): Found | undefined {
  const words = wordsFrom(tokens, at, 3);
  const number = numberAt(words, 0);
  if (!number) return undefined;
  // "Veinte y dos" may be 22, or 20 and 2.
  const isDoubtful = number.length === 3 && number.value < 30;
  return found(
    tokens,
    at,
    isDoubtful ? { is: 'odd' } : { is: 'number', value: number.value, spelled: true },
    number.length,
  );
}

/** A run of words we do not know: "Rosa de la Cruz P." is one, its particles and initials with it. */
function runAt(tokens: Token[], at: number): Found {
  const words: string[] = [];
  let end = at;
  for (let step = 1; step > 0; step = isUnknown(tokens, end) ? 1 : joinsName(tokens, end)) {
    words.push(...wordsFrom(tokens, end, step));
    end += step;
    if (isInitial(tokens, end - 1) && tokens[end]?.text === '.') end += 1;
  }
  return found(tokens, at, { is: 'run', words }, end - at);
}

function isUnknown(tokens: Token[], at: number): boolean {
  if (tokens[at]?.kind !== 'word') return false;
  return isInitial(tokens, at) || (!phraseAt(tokens, at) && !spelledAt(tokens, at));
}

/** How many tokens join a name to its next word: particles, or a hyphen without spaces. */
function joinsName(tokens: Token[], at: number): number {
  const [before, here, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const isHyphen = here?.text === '-' && before?.end === here.start && after?.start === here.end;
  if (isHyphen && isUnknown(tokens, at + 1)) return 1;
  const particles = wordsFrom(tokens, at, 3).findIndex((word) => !/^(?:del?|las?|los|van|von|der)$/.test(word));
  // "Las" of "las demás" begins a phrase of ours.
  const isPhrase = (phraseAt(tokens, at)?.length ?? 0) > particles;
  return particles > 0 && !isPhrase && isUnknown(tokens, at + particles) ? particles : 0;
}

function isInitial(tokens: Token[], at: number): boolean {
  const [word, dot] = [tokens[at], tokens[at + 1]];
  if (word?.kind !== 'word' || word.text.length > 1) return false;
  // "Natalia O" at the end of what is said: no "or" stands there.
  const isLastO =
    word.text === 'o' && tokens[at - 1]?.kind === 'word' && dot?.kind !== 'word' && dot?.kind !== 'number';
  return isLastO || (dot?.text === '.' && dot.start === word.end);
}
