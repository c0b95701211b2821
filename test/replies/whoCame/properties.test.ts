import fc from 'fast-check';
import type { MarkStatus } from '../../../src/domain/marks';
import { whoCame } from '../../../src/replies/whoCame';
import type { RosterLine } from '../../../src/services/desk';

const first = 'Ana Beatriz Carmen Diana Elsa Flor Gloria Helena Inés Jimena Lucero Marta Nelly Olga Patricia'.split(
  ' ',
);
const family = 'Acosta Barrera Castro Duarte Espinosa Fajardo García Hernández Jaramillo Lozano'.split(' ');
const second = 'Moreno Niño Ortiz Peña Quiroga Ruiz Salazar Torres Urrego Vargas'.split(' ');

/** A class of so many, no two alike: the pairs of family names differ. */
function classOf(many: number): RosterLine[] {
  return Array.from({ length: many }, (_, at) => ({
    number: at + 1,
    personId: `p${at + 1}`,
    firstNames: first[at % first.length] ?? '',
    lastNames: `${family[at % 10]} ${second[(at + Math.floor(at / 10)) % 10]}`,
  }));
}

type Told = Map<number, { status: MarkStatus; reason?: string }>;
type Way = { list: (numbers: number[]) => string; sep: string };

const roster = classOf(34);
const status = fc.oneof(
  { weight: 6, arbitrary: fc.constant<MarkStatus>('present') },
  { weight: 2, arbitrary: fc.constantFrom<MarkStatus>('absent', 'late', 'excused') },
);
const told: fc.Arbitrary<Told> = fc
  .array(status, { minLength: roster.length, maxLength: roster.length })
  .map((all) => new Map(all.map((status, at) => [at + 1, { status }])));

const nameOf = (number: number) => `${roster[number - 1]?.firstNames} ${roster[number - 1]?.lastNames}`;
const written = fc.constantFrom<((number: number) => string)[]>(
  (number) => `la ${number}`,
  nameOf,
  (number) => nameOf(number).toUpperCase(),
  (number) => nameOf(number).normalize('NFD').replace(/\p{M}/gu, ''),
  (number) => `${number}. ${nameOf(number)}`,
  (number) => `#${number}`,
);
const way: fc.Arbitrary<Way> = fc.record({
  list: fc.tuple(written, fc.boolean()).map(([write, plain]) => (numbers: number[]) => {
    const isPlain = plain && numbers.length > 1;
    const items = numbers.map(isPlain ? String : write);
    const last = items.pop() ?? '';
    return items.length > 0
      ? `${items.join(', ')} y ${last.replace(/^(\d+)\. /, '$1 ')}`
      : last.replace(/^(\d+)\. /, '$1 ');
  }),
  sep: fc.constantFrom('; ', '\n', '. '),
});

const of = (told: Told, ...wanted: MarkStatus[]) =>
  [...told].filter(([, { status }]) => wanted.includes(status)).map(([number]) => number);

// Every form says all of it, but for the last ones, which leave out who is present or absent.
const forms: Record<string, (told: Told, way: Way) => string[]> = {
  'todas menos': (told, { list }) => {
    const absent = of(told, 'absent');
    return [absent.length > 0 ? `todas menos ${list(absent)}` : 'vinieron todas', ...others(told, list)];
  },
  faltaron: (told, { list }) => {
    const absent = of(told, 'absent');
    return [absent.length > 0 ? `faltaron ${list(absent)}` : 'nadie faltó', ...others(told, list, absent.length === 0)];
  },
  'no vinieron': (told, { list }) => {
    const absent = of(told, 'absent');
    return [absent.length > 0 ? `${list(absent)} no vinieron` : 'asistencia completa', ...others(told, list)];
  },
  vinieron: (told, { list }) => {
    const came = of(told, 'present', 'late');
    return [came.length > 0 ? `solo vinieron ${list(came)}` : 'no vino nadie', ...others(told, list)];
  },
  'line by line': (told, { list }) => {
    const words = { present: 'vino', absent: 'no vino', late: 'llegó tarde', excused: 'excusa' };
    return [...told].map(([number, { status }]) => `${list([number])} ${words[status]}`);
  },
  headed: (told, { list }) => {
    const heads = { present: 'Vinieron', absent: 'Faltaron', late: 'Tarde', excused: 'Con excusa' };
    return (['present', 'absent', 'late', 'excused'] as const).flatMap((status) => {
      const numbers = of(told, status);
      return numbers.length > 0 ? [`${heads[status]}: ${list(numbers)}`] : [];
    });
  },
  English: (told) => {
    const english = (numbers: number[]) => numbers.map((number) => `number ${number}`).join(' and ');
    const [absent, late, excused] = [of(told, 'absent'), of(told, 'late'), of(told, 'excused')];
    return [
      absent.length > 0 ? `everyone except ${english(absent)}` : 'everyone came',
      ...(late.length > 0 ? [`${english(late)} were late`] : []),
      ...(excused.length > 0 ? [`excused: ${english(excused)}`] : []),
    ];
  },
};

function others(told: Told, list: Way['list'], exceptExcused = false): string[] {
  const [late, excused] = [of(told, 'late'), exceptExcused ? [] : of(told, 'excused')];
  return [
    ...(late.length > 0 ? [`${list(late)} ${late.length > 1 ? 'llegaron' : 'llegó'} tarde`] : []),
    ...(excused.length > 0 ? [`${list(excused)} con excusa`] : []),
  ];
}

/** What the form says, where it cannot say all: after "nadie faltó" nobody is excused. */
function sayable(form: string, told: Told): Told {
  const isFull = form === 'faltaron' && of(told, 'absent').length === 0;
  return new Map(
    [...told].map(([number, mark]) => [number, isFull && mark.status === 'excused' ? { status: 'present' } : mark]),
  );
}

test.each(Object.keys(forms))('any marks, said as "%s", are read back as they are', (form) => {
  fc.assert(
    fc.property(told, way, (marks, way) => {
      const said = sayable(form, marks);
      const text = forms[form]?.(said, way).join(way.sep) ?? '';
      const read = whoCame(text, roster);
      expect([text, read.ok ? byNumber(read.marks) : read.unclear]).toEqual([
        text,
        Object.fromEntries(statusesOf(said)),
      ]);
    }),
  );
});

test.each(Object.keys(forms))('one word that nobody knows, put anywhere into "%s", and nothing is read', (form) => {
  fc.assert(
    fc.property(told, way, fc.nat(), fc.constantFrom('xqzt', 'casi', 'quizás', '%', '99'), (marks, way, at, word) => {
      const text = forms[form]?.(sayable(form, marks), way).join(way.sep) ?? '';
      // A word after an excuse is its reason.
      fc.pre(!text.includes('excusa') && !text.includes('excused'));
      const words = text.split(/(?<=[^\S\n])/);
      words.splice(at % (words.length + 1), 0, ` ${word} `);
      expect([words.join(''), whoCame(words.join(''), roster).ok]).toEqual([words.join(''), false]);
    }),
  );
});

test('ranges say what their numbers say', () => {
  const number = fc.integer({ min: 1, max: 34 });
  const joined = fc.constantFrom(
    (a: number, b: number) => `${a}-${b}`,
    (a: number, b: number) => `${a} a ${b}`,
    (a: number, b: number) => `del ${a} al ${b}`,
  );
  fc.assert(
    fc.property(number, number, joined, (one, other, write) => {
      fc.pre(one < other);
      const read = whoCame(`faltaron ${write(one, other)}`, roster);
      const absent = read.ok ? read.marks.filter(({ status }) => status === 'absent') : [];
      expect(absent.map(({ personId }) => personId)).toEqual(
        roster.slice(one - 1, other).map(({ personId }) => personId),
      );
    }),
  );
});

const piece = fc.oneof(
  fc.constantFrom(
    ...'todas nadie menos excepto faltaron vinieron no vino tarde excusa y , ; : - ( ) 3 7 34 99 la las del a solo el resto las demás si que por \n Ana García'.split(
      ' ',
    ),
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
);

test('no text throws, decides a person twice, or decides somebody else', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const read = whoCame(pieces.join(' '), roster);
      const ids = read.ok ? read.marks.map(({ personId }) => personId) : [];
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !roster.some(({ personId }) => personId === id))).toEqual([]);
      expect(read.ok || read.unclear.length > 0).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('whatever is sent, a class of sixty is read in 20 ms', () => {
  const sixty = classOf(60);
  const names = sixty.map(({ firstNames, lastNames }) => `${firstNames} ${lastNames}`);
  const slips = names.map((name, at) => name.replace(/.(?=.$)/, String.fromCharCode(97 + (at % 26))));
  const texts = [
    ...['dos mil ', 'todas ', 'Ana ', '1-60, ', '3 ', '3 y ', 'no ', '(', 'la ', 'excusa ', 'a', '🙂', '\n'].map(
      (piece) => piece.repeat(10_000 / piece.length),
    ),
    'dos mil '.repeat(25),
    names.join(', '),
    `faltaron ${slips.join(', ')}`,
    sixty.map(({ number }, at) => `${number}. ${names[at]} ✅`).join('\n'),
    Array.from({ length: 2000 }, (_, at) => `garc${at.toString(36).replace(/\d/g, 'x')}`).join(' '),
  ];
  for (const text of texts)
    expect([text.slice(0, 40), quickest(() => whoCame(text, sixty)) < 20]).toEqual([text.slice(0, 40), true]);
});

function statusesOf(told: Told): [number, MarkStatus][] {
  return [...told].map(([number, { status }]) => [number, status]);
}

function byNumber(marks: { personId: string; status: MarkStatus }[]): Record<number, MarkStatus> {
  return Object.fromEntries(marks.map(({ personId, status }) => [Number(personId.slice(1)), status]));
}

// The best of five, in time of the processor: the machine may be busy, the reader may not.
function quickest(act: () => unknown): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const began = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}
