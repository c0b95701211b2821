import fc from 'fast-check';
import type { MarkStatus } from '../../../src/domain/marks';
import type { Act } from './acts';
import type { ModelOfMarks } from './model';
import type { Ground } from './world';

/** A step by numbers, from which an act is made when its time has come. */
type Step = {
  does: Act['does'] | 'all' | 'again';
  who: number;
  person: number;
  session: number;
  of: number;
  marks: { person: number; status: MarkStatus; reason: boolean }[];
  seen: 'now' | 'before' | 'no';
  sentBefore: number;
  number: number;
};
export type Round = { steps: Step[]; skew: number; exports: boolean };
/** Who has what in the two classes, person by person, and who teaches which. */
export type Start = { places: ('enrolled' | 'waitlisted' | 'out')[]; teaching: [number, number][] };

const HOUR = 3_600_000;
const PEOPLE = 8;
const INSTRUCTORS = 3;

const status = fc.constantFrom<MarkStatus>('present', 'late', 'excused', 'absent');
const oneMark = fc.record({
  person: fc.oneof({ weight: 2, arbitrary: fc.nat(PEOPLE - 1) }, { weight: 3, arbitrary: fc.constantFrom(4, 5) }),
  status,
  reason: fc.boolean(),
});

const DOES: { [does in Step['does']]: number } = {
  mark: 20,
  all: 8,
  undo: 14,
  again: 3,
  bring: 3,
  substitute: 1,
  enrol: 2,
  leave: 2,
  import: 2,
  'change class': 2,
  move: 1,
  cancel: 1,
  reopen: 2,
  'close after': 1,
  teach: 4,
  'teach no more': 1,
};
const does = fc.oneof(
  ...Object.entries(DOES).map(([name, weight]) => ({ weight, arbitrary: fc.constant(name as Step['does']) })),
);

const step: fc.Arbitrary<Step> = fc.record({
  does,
  // Now and then somebody who teaches nothing.
  who: fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(0, 0, 1, 1, 2) },
    { weight: 1, arbitrary: fc.nat(PEOPLE - 1) },
  ),
  person: fc.nat(PEOPLE - 1),
  // Two meetings of one class most of all, so that several write about the same people.
  session: fc.constantFrom(0, 0, 1, 2, 2, 2, 2, 2, 3, 4, 5),
  of: fc.nat(1),
  marks: fc.array(oneMark, { minLength: 1, maxLength: 5 }),
  seen: fc.constantFrom('now', 'now', 'no', 'before'),
  sentBefore: fc.constantFrom(0, 0, 0, 0, 0, 0, 60_000, 3 * HOUR, 28 * HOUR, 4 * 24 * HOUR),
  number: fc.nat(3),
});

/** Steps of one round are done at once; then time passes. `skew`: how far the process's clock is off. */
export function rounds(steps: number): fc.Arbitrary<Round[]> {
  const round = fc.record({
    steps: fc.array(step, { minLength: 1, maxLength: 3 }),
    skew: fc.constantFrom(0, 0, -3000, 3000),
    exports: fc.constantFrom(true, false, false),
  });
  return fc.array(round, { minLength: steps / 2, maxLength: steps / 2 });
}

export const start: fc.Arbitrary<Start> = fc.record({
  places: fc.array(fc.constantFrom('enrolled', 'enrolled', 'waitlisted', 'out'), {
    minLength: PEOPLE * 2,
    maxLength: PEOPLE * 2,
  }),
  teaching: fc.constantFrom<[number, number][]>(
    [
      [0, 0],
      [1, 0],
      [1, 1],
    ],
    [
      [0, 0],
      [1, 0],
      [2, 1],
    ],
  ),
});

/** What a step needs to become an act: `shown`, the lists as they were some time ago; `sent`: every message so far. */
export type Scene = {
  ground: Ground;
  at: number;
  shown: ModelOfMarks;
  model: ModelOfMarks;
  sent: Act[];
  newId: () => string;
};

/** The act that a step is by now. */
export function wanted(step: Step, scene: Scene): Act {
  const { ground, at, sent, newId } = scene;
  const pick = (n: number) => ground.people[n]?.id ?? '';
  const who = pick(step.who);
  const person = pick(step.person);
  const session = ground.sessions[step.session] ?? '';
  const ofClass = ground.classes[step.of] ?? '';
  switch (step.does) {
    case 'mark':
    case 'all':
      return {
        does: 'mark',
        at,
        who,
        session,
        message: newId(),
        sent: at - step.sentBefore,
        given: given(step, scene),
      };
    case 'again': {
      const before = sent[(step.number * 7 + step.person) % Math.max(1, sent.length)];
      return before ? { ...before, at } : { does: 'undo', at, who, message: newId(), sent: at };
    }
    case 'undo':
      return { does: 'undo', at, who, message: newId(), sent: at - step.sentBefore };
    case 'bring':
      return { does: 'bring', at, who, session, person, sent: at - step.sentBefore };
    case 'substitute':
      return { does: 'substitute', at, who, session, other: pick(step.person % INSTRUCTORS) };
    case 'enrol':
    case 'leave':
      return { does: step.does, at, person, ofClass };
    case 'import':
      return { does: 'import', at, person, ofClass, since: at - ([0, 3, 40, 300][step.number] ?? 0) * HOUR };
    case 'change class':
      return { does: 'change class', at, person, from: ofClass, to: ground.classes[1 - step.of] ?? '' };
    case 'move':
      return { does: 'move', at, session, hours: 1 + step.number * 9 };
    case 'cancel':
      return { does: 'cancel', at, session };
    case 'reopen':
      return { does: 'reopen', at, session: ground.sessions[step.number === 0 ? 1 : 0] ?? '', until: at + 24 * HOUR };
    case 'close after':
      return { does: 'close after', at, days: [8, 8, 1, 30][step.number] ?? 8 };
    case 'teach':
    case 'teach no more':
      return { does: step.does, at, who: pick(step.who % INSTRUCTORS), ofClass };
  }
}

// What she names, or all alike with what she names apart; as she saw the list a moment or a round ago, or with no list seen.
function given(step: Step, { ground, shown, model }: Scene): (Act & { does: 'mark' })['given'] {
  const session = ground.sessions[step.session] ?? '';
  const list = (step.seen === 'before' ? shown : model).table(session);
  const seen = (person: string) => (step.seen === 'no' ? {} : { seen: list[person]?.revision ?? 0 });
  const [first] = step.marks;
  const rest = step.does === 'all' ? step.marks.slice(1) : step.marks;
  const named = rest.map(({ person: n, status, reason }) => {
    const person = ground.people[n]?.id ?? '';
    return { person, status, ...(reason && { reason: 'cita médica' }), ...seen(person) };
  });
  // Most often she keeps to the list.
  const listed = step.number > 0 ? named.filter(({ person }) => list[person]) : named;
  if (step.does !== 'all') return listed;
  const others = Object.keys(list).filter((person) => !listed.some((one) => one.person === person));
  const status = first?.status ?? 'present';
  return [...others.map((person) => ({ person, status, bulk: true, ...seen(person) })), ...listed];
}
