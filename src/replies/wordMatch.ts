import { isNear } from './near';

/** Something with names, each in folded words. */
export type Named = { id: string; names: string[][] };

/**
 * Who is named best by some words: all that share the highest score, and which words named nobody. A word counts for
 * those it names exactly; only if there are none, for those whose name begins with it, or is a slip away.
 */
export function bestNamed(words: string[], all: Named[]): { ids: string[]; strays: string[] } {
  const rows = all.flatMap(({ id, names }) => names.map((name) => ({ id, name, score: 0 })));
  const strays: string[] = [];
  for (const word of words) {
    const strengths = rows.map(({ name }) => strength(word, name));
    const strongest = Math.max(0, ...strengths);
    if (strongest === 0) strays.push(word);
    else
      rows.forEach((row, at) => {
        const isExact = strengths[at] === exact;
        if (isExact || strongest < exact) row.score += strengths[at] ?? 0;
      });
  }
  const best = Math.max(0, ...rows.map(({ score }) => score));
  const ids = best === 0 ? [] : rows.filter(({ score }) => score === best).map(({ id }) => id);
  return { ids: [...new Set(ids)], strays };
}

const exact = 3;
const alike = 2;

function strength(word: string, name: string[]): number {
  if (name.includes(word)) return exact;
  if (/^\d/.test(word)) return 0;
  return name.some((one) => (word.length > 2 && one.startsWith(word)) || isNear(word, one)) ? alike : 0;
}
