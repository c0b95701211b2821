import { halves, type Labelled, languages, type Suite, type Verdict } from './suite';

/** How many of a reader's verdicts were of each kind. */
export type Score = { [verdict in Verdict]: number };

/** What a reader made of each utterance. */
export function judged({ rows, read, verdict = verdictOn }: Suite): { row: Labelled; got: string; verdict: Verdict }[] {
  return rows.map((row) => {
    const got = read(row.text, row.context);
    return { row, got, verdict: verdict(got, row.expected) };
  });
}

/** The sum of some verdicts. */
export function scoreOf(verdicts: Verdict[]): Score {
  const count = (wanted: Verdict) => verdicts.filter((verdict) => verdict === wanted).length;
  return { right: count('right'), unclear: count('unclear'), wrong: count('wrong') };
}

/** A line a reader, language and half, and the sums. */
export function table(suites: Suite[]): string[] {
  const all = suites.flatMap((suite) =>
    judged(suite).map(({ row, verdict }) => ({ ...row, reader: suite.reader, verdict })),
  );
  const line = (name: string, wanted: Partial<Labelled & { reader: string }>) => {
    const verdicts = all.filter((row) => Object.entries(wanted).every(([key, value]) => row[key as 'half'] === value));
    return verdicts.length > 0 ? [shown(name, wanted, scoreOf(verdicts.map(({ verdict }) => verdict)))] : [];
  };
  const readers = suites.flatMap(({ reader }) =>
    languages.flatMap((language) => halves.flatMap((half) => line(reader, { reader, language, half }))),
  );
  const sums = languages.flatMap((language) => halves.flatMap((half) => line('all', { language, half })));
  const whole = halves.flatMap((half) => line('all', { half }));
  return [heading, ...readers, ...sums, ...whole];
}

const heading = `${'reader'.padEnd(14)}      half    texts    right       unclear     wrong`;

function verdictOn(got: string, expected: string): Verdict {
  if (got === expected) return 'right';
  const wanted = expected.split(' | ');
  return got === 'unclear' || got.split(' | ').every((part) => wanted.includes(part)) ? 'unclear' : 'wrong';
}

function shown(name: string, { language, half }: Partial<Labelled>, { right, unclear, wrong }: Score): string {
  const texts = right + unclear + wrong;
  const share = (count: number) => `${String(count).padStart(4)} ${((100 * count) / texts).toFixed(1).padStart(5)} %`;
  const what = `${name.padEnd(14)} ${language ?? '  '}  ${half?.padEnd(7)} ${String(texts).padStart(5)}`;
  return `${what}  ${share(right)}  ${share(unclear)}  ${share(wrong)}`;
}
