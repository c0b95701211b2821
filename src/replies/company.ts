import { type Company, mostOfAGroup, sizeOf } from '../domain/company';
import { disabilityFrom, groupAt, groupsNamed, isOfNoGroup } from './companyGroups';
import { inPlainWords, namesGrownChild, saidLast, tellsWhoStays } from './companySaid';
import { onlyThoseTaken } from './companyTaken';
import { comesAlone, withoutGivenNames, withoutTalk } from './companyTalk';
import { fillers, type Group, plain, saysAlone } from './companyWords';
import { corrected } from './corrected';
import { withoutFormulas } from './courtesies';
import { numberAt } from './number';
import { clausesOf, wordSet } from './text';

/** Who comes along, or what was not clear: how many of a group ("mis hijos"), of which group ("mi esposo"), or some words. */
export type CompanyRead =
  | { ok: true; value: Company }
  | { ok: false; why: 'how_many' | 'which_group' | 'not_understood'; text: string };

/**
 * Reads who comes along to be cared for: "voy sola", "dos niños y mi mamá", "mi hijo con discapacidad", "two kids". Only
 * counts are taken; what is not understood is asked back, never guessed.
 */
export function readCompany(text: string): CompanyRead {
  if (onlyRefused.test(text.slice(0, 20))) return { ok: true, value: { ...none } };
  const said = onlyThoseTaken(withoutFormulas(clausesOf(withoutGivenNames(text))).replace(because, ''));
  if (nobody.test(said)) return { ok: true, value: { ...none } };
  if (said === '' || said.split(' ').length > longestAnswer) return unclear('not_understood', '');
  if (!text.includes('?') && comesAlone(said, isAlone)) return { ok: true, value: { ...none } };
  if (tellsWhoStays(said) && !isAlone(said)) {
    return isAlone(saidLast(said)) ? { ok: true, value: { ...none } } : unclear('not_understood', said);
  }
  const line = inPlainWords(text.includes('?') ? said : withoutTalk(said));
  if (eldestAlone.test(line)) return unclear('not_understood', line);
  if (namesGrownChild(line)) return unclear('which_group', line);
  if (conditional.test(line)) return unclear('not_understood', line);
  const taken = corrected(line);
  if (!taken?.after) return readLine(line);
  // "Un niño, no perdón, son dos": two of those she had named.
  const after = readLine(taken.after);
  const number = onlyNumber(taken.after);
  const [named, ...others] = groupsNamed(taken.before);
  if (after.ok || number === undefined || named === undefined || others.length > 0) return after;
  return number > mostOfAGroup ? after : { ok: true, value: { ...none, [named]: number } };
}

function isAlone(line: string): boolean {
  return saysAlone(line.split(/[ /]+/).filter(Boolean).map(plain));
}

function readLine(line: string): CompanyRead {
  const words = line.split(/[ /]+/).filter(Boolean).map(plain);
  if (saysAlone(words)) return { ok: true, value: { ...none } };
  const counted = { ...none };
  let last: People | undefined;
  let since = 0;
  for (let at = 0; at < words.length; ) {
    const piece = pieceAt(words, at);
    if (!piece || (isGrownUp(words.slice(at, at + piece.length)) && last?.of === 'children')) {
      return unclear(!piece && isOfNoGroup(words, at) ? 'which_group' : 'not_understood', words[at] ?? '');
    }
    const isJoined = words.slice(since, at).some((word) => joints.has(word));
    at += piece.length;
    if (piece.kind === 'nothing') continue;
    since = at;
    const all = piece.count === undefined ? allOfThem(words, at) : undefined;
    if (all) {
      piece.count = all.value;
      at += all.length;
    }
    if (piece.count === undefined) return unclear('how_many', words.slice(at - 1, at).join(' '));
    if (last && !isJoined && isSame(last, piece)) continue;
    if (!add(counted, piece, last)) return unclear('not_understood', words.slice(at - piece.length, at).join(' '));
    last = piece;
  }
  const isMany = Object.values(counted).some((count) => count > mostOfAGroup);
  return sizeOf(counted) === 0 || isMany ? unclear('not_understood', words.join(' ')) : { ok: true, value: counted };
}

/** Something said: people of a group (`refers`: some of those named before), or words that say nothing of it. */
type Piece = { kind: 'nothing'; length: number } | People;
/** `isKind`: told by what they are ("una persona mayor"), not by who ("mi suegra"). */
type People = {
  kind: 'people';
  length: number;
  of?: Group;
  count?: number;
  disabled: boolean;
  refers?: true;
  isKind?: boolean;
};

const onlyRefused = /^\s*(?:\u{1F645}[\u{1F3FB}-\u{1F3FF}]?(?:\u200d[\u2640\u2642]\ufe0f?)?\s*)+$/u;
// "Mi hijo y el mayor": an old man, or the eldest of hers.
const eldestAlone = /\b(?:nin|hij|niet)[oa]s? .*\b(?:y |\/ )(?:el|la) mayor(?= *$| \/)/;
// "0", "cero personas".
const nobody = /^(?:(?:voy con|llevo|somos|son) )?(?:0|cero|zero)(?: (?:personas?|acompanantes?|people))?$/;
const longestAnswer = 40;
const none: Company = { children: 0, older: 0, disabled: 0 };
const because = /(?<=\w) (?:\/ )?(?:porque|xq|pq|ya que|es que|pues es que|because|since)(?!\w).*$/;
// "Tengo que llevar al niño", "me acompaña".
const going = /^(?:llev|tra[ij]|acompan|ven[ig]|viaj)\w*$|^(?:me|que|puedo|quiero|necesito)$/;
const small = wordSet('little small young pequenos pequenas pequeno pequena');
const conditional = /\bsi (?:puedo|alcanzo|me|hay|logro|quiere)\b|\bif\b/;
const joints = wordSet('y e and mas tambien plus also con with ademas');

type Told = { value: number; length: number } | undefined;

function pieceAt(words: string[], at: number): Piece | undefined {
  const aged = ageAt(words, at);
  if (aged > 0) return { kind: 'nothing', length: aged };
  const told = pairAt(words, at) ?? numberAt(words, at);
  const piece = groupTold(words, at, told) ?? disabledTold(words, at, told);
  // "Dos, un niño y una niña".
  const isTotal =
    told &&
    at === 0 &&
    numberAt(words, told.length + (/^(?:mis|los|las|my)$/.test(words[told.length] ?? '') ? 1 : 0)) !== undefined;
  if (isTotal) return { kind: 'nothing', length: told.length };
  if (piece || told) return piece;
  return fillers.has(words[at] ?? '') || going.test(words[at] ?? '') ? { kind: 'nothing', length: 1 } : undefined;
}

// "Dos niños", "mi mamá en silla de ruedas", "una persona mayor"; a person of whom nothing more is said is none.
function groupTold(words: string[], at: number, told: Told): Piece | undefined {
  const led = at + (told?.length ?? 0);
  const start = small.has(words[led] ?? '') ? led + 1 : led;
  const group = groupAt(words, start);
  if (!group) return undefined;
  const end = start + group.length;
  const disability = disabilityFrom(words, end);
  if (!group.of && disability === 0) return undefined;
  const count = told?.value ?? group.count;
  const { of } = group;
  const length = end + disability - at;
  return {
    kind: 'people',
    length,
    ...(of && { of }),
    ...(count !== undefined && { count }),
    disabled: disability > 0,
    isKind: group.isKind ?? false,
  };
}

// "Uno con discapacidad", "en silla de ruedas".
function disabledTold(words: string[], at: number, told: Told): Piece | undefined {
  const start = at + (told?.length ?? 0);
  const disability = disabilityFrom(words, start);
  if (disability === 0) return undefined;
  return { kind: 'people', length: start - at + disability, count: told?.value ?? 1, disabled: true, refers: true };
}

// "Mis abuelitos, los dos".
function allOfThem(words: string[], at: number): Told {
  const isArticle = /^l[oa]s$/.test(words[at] ?? '');
  const told = isArticle ? numberAt(words, at + 1) : pairAt(words, at);
  return told && { value: told.value, length: told.length + (isArticle ? 1 : 0) };
}

// "De 3 y 5 años", "de seis meses": how old they are is not counted.
function ageAt(words: string[], at: number): number {
  // "Uno de 3 y otro de 5".
  const isOfOne = ofOne.has(words[at] ?? '') && words[at + 1] === 'de' && numberAt(words, at + 2) !== undefined;
  if (isOfOne) return ages.has(words[at + 3] ?? '') ? 4 : 3;
  // "De 75", "she is 4": no count, unless people follow.
  const number = led.has(words[at] ?? '') ? numberAt(words, at + 1) : undefined;
  const after = at + 1 + (number?.length ?? 0);
  if (number && at > 0 && !ages.has(words[after] ?? '') && !groupAt(words, after) && !isListed(words, after))
    return after - at;
  const end = words.findIndex((word, n) => n >= at && ages.has(word));
  if (end < 0 || end - at > 6) return 0;
  const between = words.slice(at, end);
  const isAge = between.every((word) => linking.has(word) || numberAt([word], 0) !== undefined);
  const first = between[0] ?? '';
  return isAge && (first === 'de' || first === 'aged' || between.length === 1) ? end + 1 - at : 0;
}
const led = wordSet('de tiene is aged');
const ofOne = wordSet('uno una otro otra');
const ages = wordSet('anos ano meses mes anitos years year months month');
const linking = wordSet('de y and a aged');

// "De 3 y 5 años" goes on, "de 3 y un niño" does not.
function isListed(words: string[], at: number): boolean {
  if (!linking.has(words[at] ?? '')) return false;
  const next = numberAt(words, at + 1);
  return next !== undefined && !groupAt(words, at + 1 + next.length);
}

function pairAt(words: string[], at: number): { value: number; length: number } | undefined {
  const phrase = words.slice(at, at + 3).join(' ');
  if (phrase === 'un par de' || phrase === 'a couple of') return { value: 2, length: 3 };
  return words[at] === 'ambos' || words[at] === 'both' ? { value: 2, length: 1 } : undefined;
}

// "Una persona mayor, mi suegra", "mi mamá, que es adulta mayor": one, told twice.
function isSame(one: People, other: People): boolean {
  return (
    Boolean(one.isKind || other.isKind) && one.of !== undefined && one.of === other.of && one.count === other.count
  );
}

function isGrownUp(words: string[]): boolean {
  return words.some((word) => ages.has(word)) && words.some((word) => (numberAt([word], 0)?.value ?? 0) > 17);
}

function onlyNumber(line: string): number | undefined {
  const numbers = line.split(' ').flatMap((word) => numberAt([word], 0)?.value ?? []);
  return numbers.length === 1 ? numbers[0] : undefined;
}

// "Dos niños, uno con discapacidad": he is one of those two. "Mi hijo con discapacidad" is counted there, not twice.
function add(counted: Company, piece: Piece & { kind: 'people' }, last: Piece | undefined): boolean {
  const { of, count = 0, disabled, refers } = piece;
  const before = refers && last?.kind === 'people' && !last.disabled ? last.of : undefined;
  counted[of && !disabled ? of : 'disabled'] += count;
  if (before === undefined) return true;
  counted[before] -= count;
  return counted[before] >= 0;
}

function unclear(why: (CompanyRead & { ok: false })['why'], text: string): CompanyRead {
  return { ok: false, why, text: text.slice(0, 40) };
}
