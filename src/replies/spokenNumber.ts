import { longestText } from './text';

/**
 * A text with the long numbers in it that are said in words, or half so, written as digits: "cincuenta y un millones
 * 903 mil doscientos catorce" gives "51903214", "uno cero uno cuatro dos siete" gives "101427". A number that is not
 * whole, as "52 millones", stays as it is.
 */
export function withSpokenNumbers(text: string): string {
  const plain = text.slice(0, longestText);
  if (!isSpoken.test(plain)) return plain;
  const tokens = [...plain.matchAll(/\p{L}+|\d+/gu)];
  let [written, from] = ['', 0];
  for (let at = 0; at < tokens.length; ) {
    const end = endOfRun(tokens, at, plain);
    const said = tokens.slice(at, end).map(([word]) => folded(word));
    const number = said.length > 3 ? spokenNumber(said) : undefined;
    if (number) {
      const [first, last] = [tokens[at], tokens[end - 1]];
      written += `${plain.slice(from, first?.index)}${number}`;
      from = (last?.index ?? 0) + (last?.[0].length ?? 0);
    }
    at = Math.max(end, at + 1);
  }
  return written + plain.slice(from);
}

// At a glance: without one of these no long number is said in words.
const isSpoken =
  /mill[oóò]n|(?:cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|cientos?|cientas|enta|zero|one|two|three|four|five|six|seven|eight|nine)/i;

/** Where words of numbers end that begin here, with nothing but spaces, commas or hyphens between them. */
function endOfRun(tokens: RegExpExecArray[] | RegExpMatchArray[], start: number, plain: string): number {
  let end = start;
  while (end < tokens.length && end - start < longestRun) {
    const [token, before] = [tokens[end], tokens[end - 1]];
    const gap = end > start ? plain.slice((before?.index ?? 0) + (before?.[0].length ?? 0), token?.index) : '';
    const word = folded(token?.[0] ?? '');
    const joins = word === 'y' || word === 'de' ? end > start : isPart(word);
    if (!joins || !/^[\s,.-]{0,3}$/.test(gap)) break;
    end++;
  }
  while (end > start && /^(?:y|de)$/.test(folded(tokens[end - 1]?.[0] ?? ''))) end--;
  return end;
}
const longestRun = 24;

function isPart(word: string): boolean {
  return values.has(word) || scales.test(word) || /^\d{1,3}$/.test(word);
}

function spokenNumber(words: string[]): string | undefined {
  const said = words.filter((word) => word !== 'de');
  return said.some((word) => /^millon/.test(word)) ? ofMillions(said) : inPieces(said);
}

/** "(mil) veintidós millones quinientos tres mil doscientos catorce", all three parts said. */
function ofMillions(words: string[]): string | undefined {
  const [million, thousand] = [words.findIndex((word) => /^millon/.test(word)), words.lastIndexOf('mil')];
  if (thousand < million) return undefined;
  const [billions, millions] = parted(words.slice(0, million));
  const high = belowThousand(millions);
  const middle = thousand === million + 1 ? 1 : belowThousand(words.slice(million + 1, thousand));
  const low = belowThousand(words.slice(thousand + 1));
  if (high === undefined || middle === undefined || low === undefined) return undefined;
  return `${billions}${billions ? padded(high) : high}${padded(middle)}${padded(low)}`;
}

/** "Mil veintidós" before the millions: a thousand of them. */
function parted(words: string[]): ['1' | '', string[]] {
  return words[0] === 'mil' ? ['1', words.slice(1)] : ['', words];
}

/** Digit by digit; or in groups as numbers are read aloud: "cincuenta y dos, ciento veintitrés, cuatrocientos seis". */
function inPieces(words: string[]): string | undefined {
  if (words.includes('mil')) return undefined;
  const single = words.map((word) => values.get(word) ?? Number(word));
  if (single.every((value) => value < 10)) return words.length > 5 && words.length < 12 ? single.join('') : undefined;
  const groups = groupsIn(words);
  if (!groups) return undefined;
  const [first = 0, ...rest] = groups;
  const isOfThousands = rest.length > 1 && rest.length < 4 && first > 0 && rest.every((value) => value > 99);
  const isOfPairs = groups.length > 2 && groups.length < 6 && groups.every((value) => value > 9 && value < 100);
  return isOfThousands || isOfPairs ? groups.join('') : undefined;
}

/** The numbers below a thousand that follow one another, each as long as it may be. */
function groupsIn(words: string[]): number[] | undefined {
  const groups: number[] = [];
  for (let at = 0; at < words.length; ) {
    let end = Math.min(at + 4, words.length);
    while (end > at && belowThousand(words.slice(at, end)) === undefined) end--;
    if (end === at) return undefined;
    groups.push(belowThousand(words.slice(at, end)) ?? 0);
    at = end;
  }
  return groups;
}

/** "Novecientos", "ciento veintitrés", "cincuenta y un", "214". */
function belowThousand(words: string[]): number | undefined {
  const [first = '', ...more] = words;
  if (words.length === 1 && /^\d{1,3}$/.test(first)) return Number(first);
  const value = values.get(first);
  if (value === undefined) return undefined;
  if (more.length === 0) return value;
  if (value > 99) {
    const rest = more[0] === 'y' ? undefined : belowThousand(more);
    return rest !== undefined && rest > 0 && rest < 100 && value % 100 === 0 && !/^\d/.test(more[0] ?? '')
      ? value + rest
      : undefined;
  }
  const unit = values.get(more[1] ?? '') ?? 0;
  const isTen = value > 29 && value % 10 === 0 && more.length === 2 && more[0] === 'y' && unit > 0 && unit < 10;
  return isTen ? value + unit : undefined;
}

const padded = (value: number) => String(value).padStart(3, '0');

function folded(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const scales = /^(?:mil|millon|millones)$/;

const values = new Map<string, number>(
  (
    'cero:0 zero:0 uno:1 un:1 una:1 one:1 dos:2 two:2 tres:3 three:3 cuatro:4 four:4 cinco:5 sinco:5 five:5 seis:6 six:6 siete:7 seven:7 ocho:8 hocho:8 eight:8 nueve:9 nuebe:9 nine:9 ' +
    'diez:10 dies:10 once:11 onse:11 doce:12 dose:12 trece:13 trese:13 catorce:14 catorse:14 quince:15 quinse:15 dieciseis:16 diesiseis:16 diecisiete:17 diesisiete:17 dieciocho:18 diesiocho:18 diecinueve:19 diesinueve:19 ' +
    'veinte:20 beinte:20 veintiuno:21 veintiun:21 veintidos:22 veintitres:23 veinticuatro:24 veinticinco:25 veintiseis:26 veintisiete:27 veintiocho:28 veintinueve:29 ' +
    'treinta:30 cuarenta:40 cincuenta:50 sincuenta:50 sesenta:60 setenta:70 ochenta:80 noventa:90 cien:100 ciento:100 siento:100 doscientos:200 trescientos:300 cuatrocientos:400 quinientos:500 ' +
    'seiscientos:600 setecientos:700 ochocientos:800 novecientos:900 dosientos:200 tresientos:300 cuatrosientos:400 seisientos:600 setesientos:700 ochosientos:800 novesientos:900'
  )
    .split(' ')
    .map((pair): [string, number] => {
      const [word = '', value = ''] = pair.split(':');
      return [word, Number(value)];
    }),
);
