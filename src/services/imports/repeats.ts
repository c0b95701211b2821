import { cellFault } from './table';

/** Faults for values that may stand only once in a column and stand again. `value` gives nothing for a cell that may repeat. */
export function repeats<L extends { row: number }>(
  lines: L[],
  column: string,
  value: (line: L) => string | undefined,
): string[] {
  const firstRow = new Map<string, number>();
  return lines.flatMap((line) => {
    const key = value(line);
    if (key === undefined) return [];
    const first = firstRow.get(key);
    if (first !== undefined) return [cellFault(line.row, column, `stands already in row ${first}`)];
    firstRow.set(key, line.row);
    return [];
  });
}
