import { soundOf } from './near';
import { wordsOf } from './text';

/** The number a whole message is: "3", "tres", "treinta y dos", "3️⃣"; words up to 99. */
export function wholeNumber(text: string): number | undefined {
  const words = wordsOf(text);
  const found = numberAt(words, 0);
  return found?.length === words.length ? found.value : undefined;
}

/** The number that begins at a place in folded words, and how many of them it takes. One look ahead: linear in any text. */
export function numberAt(words: string[], at: number): { value: number; length: number } | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  if (/^\d{1,6}$/.test(word)) return { value: Number(word), length: 1 };
  const value = cardinals.get(word);
  if (value === undefined) return undefined;
  const joined = words[at + 1] === 'y';
  const unit = cardinals.get(words[at + (joined ? 2 : 1)] ?? '') ?? 0;
  const takesUnit = unit > 0 && unit < 10 && (joined ? spanishTens.has(word) : englishTens.has(word));
  return takesUnit ? { value: value + unit, length: joined ? 3 : 2 } : { value, length: 1 };
}

/** The place that begins in folded words: "segunda" is 2, "2" "da" is 2, "ultima" is -1, the last but one -2. */
export function ordinalAt(words: string[], at: number): { value: number; length: number } | undefined {
  const word = words[at] ?? '';
  if (beforeLast.test(words.slice(at, at + 3).join(' '))) return { value: -2, length: 3 };
  const value = ordinals.get(word) ?? (word.length > 4 ? ordinalSounds.get(soundOf(word)) : undefined);
  if (value !== undefined) return { value, length: 1 };
  const isMarked = /^\d{1,3}$/.test(words[at] ?? '') && ordinalEndings.has(words[at + 1] ?? '');
  return isMarked ? { value: Number(words[at]), length: 2 } : undefined;
}

const spanish =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve ' +
  'veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve';
const english =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const spanishTens = new Set('diez veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa'.split(' '));
const englishTens = new Set('twenty thirty forty fifty sixty seventy eighty ninety'.split(' '));

const cardinals = new Map<string, number>([
  ...spanish.split(' ').map((word, value): [string, number] => [word, value]),
  ...english.split(' ').map((word, value): [string, number] => [word, value]),
  ...[...spanishTens].map((word, at): [string, number] => [word, (at + 1) * 10]),
  ...[...englishTens].map((word, at): [string, number] => [word, (at + 2) * 10]),
  ['un', 1],
  ['una', 1],
  // As they sound.
  ...(
    [
      ['nuebe', 9],
      ['hocho', 8],
      ['sinco', 5],
      ['dies', 10],
      ['onse', 11],
      ['dose', 12],
      ['trese', 13],
      ['quinse', 15],
    ] as const
  ).map(([word, value]): [string, number] => [word, value]),
  ['veintiun', 21],
  ['veintiuna', 21],
]);

const ordinals = new Map<string, number>(
  [
    'primera primero primer first',
    'segunda segundo second',
    'tercera tercero tercer third',
    'cuarta cuarto fourth',
    'quinta quinto fifth',
    'sexta sexto sixth',
    'septima septimo setima setimo seventh',
    'octava octavo eighth',
    'novena noveno ninth',
    'decima decimo tenth',
  ].flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
);
for (const last of ['ultima', 'ultimo', 'last']) ordinals.set(last, -1);
for (const next of ['penultima', 'penultimo']) ordinals.set(next, -2);

const beforeLast = /^(?:one before last|last but one)$/;

const ordinalSounds = new Map([...ordinals].map(([word, value]) => [soundOf(word), value]));

const ordinalEndings = new Set('a o ra ro er da do ta to va vo na no ma mo st nd rd th'.split(' '));
