/** Whether a word may be a known word with a slip or two: it sounds the same in Spanish, or an edit or two apart by length. */
export function isNear(typed: string, known: string): boolean {
  if (typed === known) return true;
  const shorter = Math.min(typed.length, known.length);
  if (shorter < 3 || Math.max(typed.length, known.length) > longestWord) return false;
  if (isWithin(typed, known, slips(shorter))) return true;
  return Math.abs(typed.length - known.length) < 3 && isWithin(sounds(typed), sounds(known), shorter < 7 ? 0 : 1);
}

/** As `isNear`, for people's names: "Mario" is no slip for "María", nor "Luis" for "Luisa". */
export function isNearName(typed: string, known: string): boolean {
  return isNear(typed, known) && !differsInGender(typed, known);
}

/** Whether two words are at most so many edits apart (a letter more, less, other, or two swapped). */
export function isWithin(one: string, other: string, edits: number): boolean {
  if (one === other) return true;
  if (edits === 0 || Math.abs(one.length - other.length) > edits) return false;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i++) {
    const next = nextRow(i, one, other, [before, row]);
    if (Math.min(...next) > edits) return false;
    [before, row] = [row, next];
  }
  return (row[other.length] ?? edits + 1) <= edits;
}

/** How a folded word sounds in Bogotá, letters that sound alike made one: "Yenny", "Jeni" and "Llenni" are the same. */
export function sounds(word: string): string {
  return word
    .replace(/(.)\1+/g, (same) => (same === 'll' ? 'y' : same.charAt(0)))
    .replace(/[cs]h/g, 'x')
    .replace(/ph/g, 'f')
    .replace(/h/g, '')
    .replace(/^x(?=[aeiou])(?!.*x)/, 'j')
    .replace(/qu(?=[ei])|[ck](?![ei])|q|k/g, 'k')
    .replace(/c|z/g, 's')
    .replace(/g(?=[eiy])/g, 'j')
    .replace(/gu(?=[ei])/g, 'g')
    .replace(/[vw]/g, 'b')
    .replace(/y(?![aeiou])/g, 'i')
    .replace(/y/g, 'j')
    .replace(/(.)\1+/g, '$1');
}

const longestWord = 30;

function slips(length: number): number {
  return length < 5 ? 0 : length < 8 ? 1 : 2;
}

function nextRow(i: number, one: string, other: string, [before, row]: [number[], number[]]): number[] {
  const next = [i];
  for (let j = 1; j <= other.length; j++) {
    const same = one[i - 1] === other[j - 1];
    let cost = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
    const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
    if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
    next.push(cost);
  }
  return next;
}

function differsInGender(one: string, other: string): boolean {
  const [stem, otherStem] = [one.replace(/[ao]$/, ''), other.replace(/[ao]$/, '')];
  return one !== other && stem === otherStem;
}
