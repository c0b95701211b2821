import { type Company, mostOfAGroup, sizeOf } from '../domain/company';
import { numberAt } from './number';
import { phraseSet, wordSet, wordsOf } from './text';

/** Who comes along, or what was not clear: how many of a group ("mis hijos"), or some words. */
export type CompanyRead =
  | { ok: true; value: Company }
  | { ok: false; why: 'how_many' | 'not_understood'; text: string };

/**
 * Reads who comes along to be cared for: "voy sola", "dos niños y mi mamá", "mi hijo con discapacidad", "two kids". Only
 * counts are taken; what is not understood is asked back, never guessed.
 */
export function readCompany(text: string): CompanyRead {
  const words = wordsOf(text).slice(0, longestAnswer + 1);
  if (words.length === 0 || words.length > longestAnswer) return unclear('not_understood', '');
  if (alone.has(words.filter((word) => !polite.has(word)).join(' '))) return { ok: true, value: { ...none } };
  const counted = { ...none };
  let last: Piece | undefined;
  for (let at = 0; at < words.length; ) {
    const piece = pieceAt(words, at);
    if (!piece) return unclear('not_understood', words[at] ?? '');
    at += piece.length;
    if (piece.kind === 'nothing') continue;
    if (piece.count === undefined) return unclear('how_many', words.slice(at - 1, at).join(' '));
    if (!add(counted, piece, last)) return unclear('not_understood', words.slice(at - piece.length, at).join(' '));
    last = piece;
  }
  const isMany = Object.values(counted).some((count) => count > mostOfAGroup);
  return sizeOf(counted) === 0 || isMany ? unclear('not_understood', words.join(' ')) : { ok: true, value: counted };
}

type Group = keyof Company;
/** Something said: people of a group (`refers`: some of those named before), or words that say nothing of it. */
type Piece =
  | { kind: 'nothing'; length: number }
  | { kind: 'people'; length: number; of?: Group; count?: number; disabled: boolean; refers?: true };

const longestAnswer = 40;
const none: Company = { children: 0, older: 0, disabled: 0 };

const polite = wordSet('si no gracias por favor porfa voy vengo ire yo hola seria senora pues i ill am come coming be');
const alone = phraseSet(
  'sola|solo|solita|solito|sola yo|solo yo|yo sola|nadie|con nadie|ninguno|ninguna|nadie mas|a nadie|alone|just me|only me|nobody|no one|none|by myself|myself',
);

const people: [Group, Set<string>, Set<string>][] = [
  [
    'children',
    wordSet(
      'nino nina hijo hija bebe nieto nieta sobrino sobrina menor chiquito chiquita pequeno pequena hijito hijita bebecito ' +
        'nene nena child kid son daughter baby grandson granddaughter grandchild toddler nephew niece',
    ),
    wordSet(
      'ninos ninas hijos hijas bebes nietos nietas sobrinos sobrinas menores chiquitos chiquitas pequenos pequenas hijitos ' +
        'hijitas nenes nenas children kids sons daughters babies grandchildren toddlers nephews nieces',
    ),
  ],
  [
    'older',
    wordSet(
      'mama papa madre padre abuela abuelo abuelita abuelito suegra suegro mami papi viejita viejito anciana anciano mayor ' +
        'mother father mom mum dad grandmother grandfather grandma grandpa elder senior',
    ),
    wordSet(
      'papas padres abuelos abuelas abuelitos suegros viejitos ancianos mayores parents grandparents elders seniors',
    ),
  ],
];
const personWords = wordSet('persona adulto adulta senora senor familiar pariente person adult relative');
const personsWords = wordSet('personas adultos adultas senoras senores familiares people adults relatives persons');
const twins = wordSet('gemelos gemelas mellizos mellizas twins');
const fillers = wordSet(
  'y con mi mis a la las el los al de del que si voy vengo llevo llevare traigo llevaria ire iria viene vienen vendria conmigo ' +
    'tambien mas tengo son seria serian seriamos es hola gracias por favor porfa su tercera edad yo quiero senora pues and with my ' +
    'the i bring have am coming come comes also me plus yes please of old bringing',
);
const disabilities: string[] = [
  ...phraseSet(
    'con una discapacidad|con discapacidad|en situacion de discapacidad|tiene discapacidad|en condicion de discapacidad|' +
      'en silla de ruedas|con silla de ruedas|con autismo|con sindrome de down|que tiene discapacidad|with a disability|' +
      'with disability|with disabilities|in a wheelchair|in wheelchair|with autism|with down syndrome',
  ),
  ...wordSet(
    'discapacitado discapacitada discapacitados discapacitadas autista autistas sordo sorda ciego ciega disabled autistic',
  ),
];
const few = 4;

type Told = { value: number; length: number } | undefined;

function pieceAt(words: string[], at: number): Piece | undefined {
  const aged = ageAt(words, at);
  if (aged > 0) return { kind: 'nothing', length: aged };
  const told = pairAt(words, at) ?? numberAt(words, at);
  const piece = groupTold(words, at, told) ?? disabledTold(words, at, told);
  if (piece || told) return piece;
  return fillers.has(words[at] ?? '') ? { kind: 'nothing', length: 1 } : undefined;
}

// "Dos niños", "mi mamá en silla de ruedas", "una persona mayor"; a person of whom nothing more is said is none.
function groupTold(words: string[], at: number, told: Told): Piece | undefined {
  const start = at + (told?.length ?? 0);
  const group = groupAt(words, start);
  if (!group) return undefined;
  const end = start + group.length;
  const disability = disabilityAt(words, end);
  if (!group.of && disability === 0) return undefined;
  const count = told?.value ?? group.count;
  const { of } = group;
  const length = end + disability - at;
  return { kind: 'people', length, ...(of && { of }), ...(count !== undefined && { count }), disabled: disability > 0 };
}

// "Uno con discapacidad", "en silla de ruedas".
function disabledTold(words: string[], at: number, told: Told): Piece | undefined {
  const start = at + (told?.length ?? 0);
  const disability = disabilityAt(words, start);
  if (disability === 0) return undefined;
  return { kind: 'people', length: start - at + disability, count: told?.value ?? 1, disabled: true, refers: true };
}

// "De 3 y 5 años", "de seis meses": how old they are is not counted.
function ageAt(words: string[], at: number): number {
  const end = words.findIndex((word, n) => n >= at && ages.has(word));
  if (end < 0 || end - at > 6) return 0;
  const between = words.slice(at, end);
  const isAge = between.every((word) => linking.has(word) || numberAt([word], 0) !== undefined);
  const first = between[0] ?? '';
  return isAge && (first === 'de' || first === 'aged' || between.length === 1) ? end + 1 - at : 0;
}
const ages = wordSet('anos ano meses mes anitos years year months month');
const linking = wordSet('de y and a aged');

function pairAt(words: string[], at: number): { value: number; length: number } | undefined {
  const phrase = words.slice(at, at + 3).join(' ');
  if (phrase === 'un par de' || phrase === 'a couple of') return { value: 2, length: 3 };
  return words[at] === 'ambos' || words[at] === 'both' ? { value: 2, length: 1 } : undefined;
}

// How many a word says by itself: "mi hijo" is one, "mis hijos" may be any number.
function groupAt(words: string[], at: number): { of?: Group; count?: number; length: number } | undefined {
  const word = words[at] ?? '';
  if (twins.has(word)) return { of: 'children', count: 2, length: 1 };
  const isOne = personWords.has(word);
  if (isOne || personsWords.has(word)) {
    const next = words[at + 1] ?? '';
    const isOlder = next === 'mayor' || next === 'mayores';
    return { ...(isOlder && { of: 'older' as const }), ...(isOne && { count: 1 }), length: isOlder ? 2 : 1 };
  }
  if (word === 'older' || word === 'elderly') {
    const next = words[at + 1] ?? '';
    const isNext = personWords.has(next) || personsWords.has(next);
    return { of: 'older', ...(!personsWords.has(next) && { count: 1 }), length: isNext ? 2 : 1 };
  }
  for (const [of, single, plural] of people) {
    if (single.has(word)) return { of, count: 1, length: 1 };
    if (plural.has(word)) return { of, length: 1 };
  }
  return undefined;
}

function disabilityAt(words: string[], at: number): number {
  const rest = words.slice(at, at + few).join(' ');
  const found = disabilities.find((phrase) => rest === phrase || rest.startsWith(`${phrase} `));
  return found === undefined ? 0 : found.split(' ').length;
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

function unclear(why: 'how_many' | 'not_understood', text: string): CompanyRead {
  return { ok: false, why, text: text.slice(0, 40) };
}
