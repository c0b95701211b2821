import fc from 'fast-check';
import type { MarkStatus } from '../../../src/domain/marks';
import type { RosterLine } from '../../../src/services/desk';

const first = 'Ana Beatriz Carmen Diana Elsa Flor Gloria Helena Inés Jimena Lucero Marta Nelly Olga Patricia'.split(
  ' ',
);
const family = 'Acosta Barrera Castro Duarte Espinosa Fajardo García Hernández Jaramillo Lozano'.split(' ');
const second = 'Moreno Niño Ortiz Peña Quiroga Ruiz Salazar Torres Urrego Vargas'.split(' ');

/** A class of so many, no two alike: the pairs of family names differ. */
export function classOf(many: number): RosterLine[] {
  return Array.from({ length: many }, (_, at) => ({
    number: at + 1,
    personId: `p${at + 1}`,
    firstNames: first[at % first.length] ?? '',
    lastNames: `${family[at % 10]} ${second[(at + Math.floor(at / 10)) % 10]}`,
  }));
}

/** Who is what, by number. */
export type Told = Map<number, { status: MarkStatus; reason?: string }>;
/** How people and sentences are strung together. */
export type Way = { list: (numbers: number[]) => string; sep: string };

/** A class in which given names come twice or three times, and family names tell all apart. */
export const roster = classOf(34);
const status = fc.oneof(
  { weight: 6, arbitrary: fc.constant<MarkStatus>('present') },
  { weight: 2, arbitrary: fc.constantFrom<MarkStatus>('absent', 'late', 'excused') },
);
/** Any marks: most came. */
export const told: fc.Arbitrary<Told> = fc
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
/** Any way of writing people: by number, name, both, shouted, without accents. */
export const way: fc.Arbitrary<Way> = fc.record({
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

/** The forms a reply may take. Each says all marks. */
export const forms: Record<string, (told: Told, way: Way) => string[]> = {
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
  counted: (told, { list }) => {
    const absent = of(told, 'absent');
    return [
      absent.length > 1 ? `faltaron ${absent.length}: ${list(absent)}` : `todas${absent.map((n) => ` menos la ${n}`)}`,
      ...others(told, list),
    ];
  },
  'the rest': (told, { list }) => {
    const absent = of(told, 'absent');
    return [absent.length > 0 ? `${list(absent)} no, las demás sí` : 'todas bien', ...others(told, list)];
  },
  spoken: (told) => {
    const [absent, late, excused] = [of(told, 'absent'), of(told, 'late'), of(told, 'excused')];
    const run = (numbers: number[]) => numbers.map((number) => `la ${spoken(number)}`).join(' ');
    const verb = (many: number, one: string, more: string) => (many > 1 ? more : one);
    return [
      absent.length > 0 ? `todas menos ${run(absent)}` : 'vinieron todas',
      ...(late.length > 0 ? [`${verb(late.length, 'llegó', 'llegaron')} tarde ${run(late)}`] : []),
      ...(excused.length > 0 ? [`con excusa ${run(excused)}`] : []),
    ];
  },
  ticked: (told) => {
    const signs = { present: '✅', absent: '❌', late: 'tarde', excused: 'excusa' };
    return [...told].map(([number, { status }]) => `${number}. ${nameOf(number)} ${signs[status]}`);
  },
  'ticks first': (told) => {
    const signs = { present: '✅', absent: '❌', late: 'tarde:', excused: 'excusa:' };
    return [...told].map(([number, { status }]) => `${signs[status]} ${nameOf(number)}`);
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

const units =
  'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete'.split(
    ' ',
  );
const teens =
  'dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete'.split(
    ' ',
  );
const later = 'veintiocho veintinueve treinta'.split(' ');

function spoken(number: number): string {
  return [...units, ...teens, ...later][number] ?? `treinta y ${units[number - 30]}`;
}

function others(told: Told, list: Way['list'], exceptExcused = false): string[] {
  const [late, excused] = [of(told, 'late'), exceptExcused ? [] : of(told, 'excused')];
  return [
    ...(late.length > 0 ? [`${list(late)} ${late.length > 1 ? 'llegaron' : 'llegó'} tarde`] : []),
    ...(excused.length > 0 ? [`${list(excused)} con excusa`] : []),
  ];
}

/** What the form says, where it cannot say all: after "nadie faltó" nobody is excused. */
export function sayable(form: string, told: Told): Told {
  const isFull = form === 'faltaron' && of(told, 'absent').length === 0;
  return new Map(
    [...told].map(([number, mark]) => [number, isFull && mark.status === 'excused' ? { status: 'present' } : mark]),
  );
}
