/** Whether two words are at most so many edits apart (a letter more, less, other, or two swapped). */
export function isWithin(one: string, other: string, edits: number): boolean {
  if (one === other) return true;
  if (edits === 0 || Math.abs(one.length - other.length) > edits) return false;
  const [short, long] = withoutCommonEnds(one, other);
  let before: number[] = [];
  let row = Array.from({ length: long.length + 1 }, (_, at) => at);
  for (let i = 1; i <= short.length; i++) {
    const next = nextRow(i, short, long, [before, row]);
    if (Math.min(...next) > edits) return false;
    [before, row] = [row, next];
  }
  return (row[long.length] ?? edits + 1) <= edits;
}

function withoutCommonEnds(one: string, other: string): [string, string] {
  const most = Math.min(one.length, other.length);
  let start = 0;
  while (start < most && one[start] === other[start]) start++;
  let end = 0;
  while (end < most - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  return [one.slice(start, one.length - end), other.slice(start, other.length - end)];
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
