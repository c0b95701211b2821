/** One thing that must be so: how many were found that break it, and how many may. */
export type Finding = { invariant: string; says: string; found: number; most: number; examples?: string[] };

/** A finding that nothing may break. */
export function none(invariant: string, says: string, broken: string[]): Finding {
  const examples = broken.slice(0, 5);
  return { invariant, says, found: broken.length, most: 0, ...(examples.length > 0 && { examples }) };
}

/** Everything counted and found in one soak. */
export type Report = {
  seed: number;
  holds: boolean;
  counts: Record<string, number>;
  findings: Finding[];
};

export function isBroken({ found, most }: Finding): boolean {
  return found > most;
}

/** The report as people read it; `what` was played. */
export function table({ seed, holds, counts, findings }: Report, what = 'Soak'): string {
  const width = Math.max(...findings.map(({ invariant }) => invariant.length));
  const counted = Object.entries(counts).map(([name, count]) => `  ${name.padEnd(58)} ${String(count).padStart(8)}`);
  const found = findings.flatMap((finding) => {
    const { invariant, says, found, most, examples = [] } = finding;
    const line = `  ${invariant.padEnd(width)} ${says.padEnd(62)} ${String(found).padStart(8)}  of at most ${most}`;
    return [`${line}${isBroken(finding) ? '  BROKEN' : ''}`, ...examples.map((example) => `        ${example}`)];
  });
  const end = holds ? 'Every invariant holds.' : 'An invariant is BROKEN.';
  return ['', `${what} with seed ${seed}`, ...counted, '', ...found, '', end, ''].join('\n');
}
