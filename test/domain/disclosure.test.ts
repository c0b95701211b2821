import fc from 'fast-check';
import { type BlockCounts, type Counts, fewest, type Publishable, publishable } from '../../src/domain/disclosure';

/** How often each person came to each service of each block, and how many sessions there were. */
type Month = { sessions: number[][]; people: number[][][] };

const counts = (sessions: number, people: number, attendances = people): Counts => ({ sessions, people, attendances });

function counted({ sessions, people }: Month): { blocks: BlockCounts[]; all: Counts } {
  const sum = (numbers: number[]) => numbers.reduce((whole, number) => whole + number, 0);
  const over = (held: number[], times: (person: number[][]) => number[]) =>
    counts(sum(held), people.filter((person) => sum(times(person)) > 0).length, sum(people.flatMap(times)));
  const blocks = sessions.map((held, block) => ({
    services: held.map((number, service) => over([number], (person) => [person[block]?.[service] ?? 0])),
    all: over(held, (person) => person[block] ?? []),
  }));
  return { blocks, all: over(sessions.flat(), (person) => person.flat()) };
}

const months: fc.Arbitrary<Month> = fc
  .array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
  .chain((sessions) =>
    fc.record({
      sessions: fc.constant(sessions),
      people: fc.array(
        fc.tuple(...sessions.map((held) => fc.tuple(...held.map((most) => timesOf(most))))) as fc.Arbitrary<number[][]>,
        { maxLength: 24 },
      ),
    }),
  );

// Most people come to few things.
function timesOf(most: number): fc.Arbitrary<number> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: most }) },
  );
}

/** What some counts can come to together: by their attendances, the most people. More people never make a total impossible. */
type Sums = Map<number, number>;

function plus(one: Sums, other: Sums): Sums {
  const sums: Sums = new Map();
  for (const [a, some] of one)
    for (const [b, more] of other) sums.set(a + b, Math.max(sums.get(a + b) ?? 0, some + more));
  return sums;
}

// Of one hidden count its reader knows the sessions: up to four people, each at least once, at most every time.
function hiddenSums({ sessions }: Counts, people: number[]): Sums {
  const sums: Sums = new Map();
  for (const number of people)
    for (let times = number; times <= number * sessions; times += 1)
      sums.set(times, Math.max(sums.get(times) ?? 0, number));
  return sums;
}

const anySmall = [0, 1, 2, 3, 4];

/**
 * Whether somebody who reads what is published, and knows that hidden counts are small, still finds it possible that a
 * certain hidden count is `value`: there are hidden counts with which every published number comes out.
 */
function possible(
  { blocks, all }: ReturnType<typeof counted>,
  given: Publishable,
  suspect: { block: number; service: number; value: number },
): boolean {
  const parts = blocks.map((block, at) => {
    const services = given.blocks[at]?.services ?? [];
    const known = block.services.filter((_, n) => services[n]);
    const hidden = block.services.flatMap((service, n) => {
      const people = suspect.block === at && suspect.service === n ? [suspect.value] : anySmall;
      return services[n] ? [] : [hiddenSums(service, people)];
    });
    const sums = [...known.map(exactly), ...hidden].reduce(plus, nothing);
    if (!given.blocks[at]?.all) return sums;
    return isTotal(block.all, sums) ? exactly(block.all) : new Map();
  });
  const sums = parts.reduce(plus, nothing);
  return given.all ? isTotal(all, sums) : sums.size > 0;
}

const nothing: Sums = new Map([[0, 0]]);
const exactly = ({ people, attendances }: Counts): Sums => new Map([[attendances, people]]);

// Attendances add up; a person counts once in a total, however many counts she is in.
function isTotal(total: Counts, sums: Sums): boolean {
  return (sums.get(total.attendances) ?? -1) >= total.people;
}

test('from all that is published of a month, a hidden count may still be anything from 0 to 4', () => {
  fc.assert(
    fc.property(months, (month) => {
      const truth = counted(month);
      const given = publishable(truth.blocks, truth.all);
      for (const [block, { services }] of given.blocks.entries())
        for (const [service, isGiven] of services.entries())
          if (!isGiven)
            expect(anySmall.filter((value) => possible(truth, given, { block, service, value }))).toEqual(anySmall);
    }),
    { numRuns: Number(process.env.DISCLOSURE_RUNS ?? 200) },
  );
});

test('the reader of the test above does find out a hidden count where every total is published', () => {
  const truth = { blocks: [{ services: [counts(1, 9), counts(1, 3)], all: counts(1, 12) }], all: counts(1, 12) };
  const everyTotal = { blocks: [{ services: [true, false], all: true }], all: true };
  const values = anySmall.filter((value) => possible(truth, everyTotal, { block: 0, service: 1, value }));
  expect(values).toEqual([3]);
});

test('small counts are hidden, all others are not, and no total of fewer than five people is given', () => {
  fc.assert(
    fc.property(months, (month) => {
      const { blocks, all } = counted(month);
      const given = publishable(blocks, all);
      expect(given.blocks.map(({ services }) => services)).toEqual(
        blocks.map(({ services }) => services.map(({ people }) => people >= fewest)),
      );
      for (const [at, block] of [...blocks.entries()])
        if (given.blocks[at]?.all) expect(block.all.people).toBeGreaterThan(4);
      if (given.all) expect(all.people).toBeGreaterThan(4);
    }),
  );
});

test.each([
  ['nothing hidden: given', [9, 6], 15, true],
  ['one hidden: it would be the difference', [9, 3], 12, false],
  ['two hidden that can only be 0', [9, 0, 0], 9, false],
  ['two hidden that can only be 4', [9, 4, 4], 17, false],
  ['two hidden that can be 0 and 4, or 1 and 3, or both 2', [9, 1, 3], 13, true],
  ['three hidden, of which each may be anything', [9, 2, 3, 3], 17, true],
  ['all hidden, but not all small', [3, 2, 1], 6, true],
  ['too few altogether', [1, 2, 1], 4, false],
])('a total over %s', (_, people, total, isGiven) => {
  const services = people.map((number) => counts(1, number));
  expect(
    publishable([{ services, all: counts(services.length, total) }], counts(services.length, total)).blocks[0]?.all,
  ).toBe(isGiven);
});

test('a total of people who are all different would tell that each hidden count is 4', () => {
  const services = [counts(2, 9), counts(2, 4), counts(2, 4)];
  expect(publishable([{ services, all: counts(6, 17) }], counts(6, 17)).blocks[0]?.all).toBe(false);
  expect(publishable([{ services, all: counts(6, 13, 17) }], counts(6, 13, 17)).blocks[0]?.all).toBe(true);
});

test('a month keeps its total although a block had to hide its own', () => {
  const one = { services: [counts(2, 9, 15), counts(2, 3, 4)], all: counts(4, 11, 19) };
  const other = { services: [counts(2, 20, 30), counts(2, 2, 3)], all: counts(4, 21, 33) };
  const given = publishable([one, other], counts(8, 30, 52));
  expect(given.blocks.map(({ all }) => all)).toEqual([false, false]);
  expect(given.all).toBe(true);
});

// The rule is public: not to give a total tells something too.
test('whoever knows the rule itself finds at least two possible values for each hidden count', () => {
  const possibleTables = new Map<string, number[][]>();
  const upTo6 = [0, 1, 2, 3, 4, 5, 6];
  for (const a of upTo6)
    for (const b of upTo6)
      for (const c of upTo6)
        for (const d of upTo6) {
          const published = readBy([a, b, c, d]);
          possibleTables.set(published, [...(possibleTables.get(published) ?? []), [a, b, c, d]]);
        }
  let hidden = 0;
  for (const [published, tables] of possibleTables)
    for (const [at, shown] of (JSON.parse(published) as (number | null)[]).slice(0, 4).entries()) {
      if (shown !== null) continue;
      hidden += 1;
      const values = new Set(tables.map((table) => table[at]));
      expect({ published, ambiguous: values.size > 1 }).toEqual({ published, ambiguous: true });
    }
  expect(hidden).toBeGreaterThan(50);
});

// Two blocks of two services, nobody at two of them: what a reader sees.
function readBy(people: number[]): string {
  const [a, b, c, d] = people.map((number) => counts(1, number)) as [Counts, Counts, Counts, Counts];
  const total = (...parts: Counts[]) =>
    counts(
      parts.length,
      parts.reduce((whole, part) => whole + part.people, 0),
    );
  const blocks = [
    { services: [a, b], all: total(a, b) },
    { services: [c, d], all: total(c, d) },
  ];
  const all = total(a, b, c, d);
  const given = publishable(blocks, all);
  const flags = [
    ...given.blocks.flatMap(({ services }) => services),
    ...given.blocks.map((block) => block.all),
    given.all,
  ];
  const numbers = [a, b, c, d, ...blocks.map((block) => block.all), all].map((one) => one.people);
  return JSON.stringify(numbers.map((number, at) => (flags[at] ? number : null)));
}
