import type { MarkStatus } from '../../src/domain/marks';
import { type WhoCame, whoCame } from '../../src/replies/whoCame';
import { complete } from '../../src/replies/whoCame/complete';
import type { RosterLine } from '../../src/services/desk';
import { classes } from '../replies/corpus/classes';
import type { Deed, Task } from './effort';

/** Marking a class of 12, 34 and 60, as it goes on a usual day, and what a doubt costs. */
export const attendanceTasks: Task[] = [
  marking('12 people, all came', 'Y', ['todas'], { others: 'present' }),
  marking('12 people, 2 absent', 'Y', ['todas menos 3 y 7'], { others: 'present', absent: [3, 7] }),
  marking('34 people, 2 absent, 1 late', 'S', ['todas menos 3 y 7; la 5 llegó tarde'], {
    others: 'present',
    absent: [3, 7],
    late: [5],
  }),
  marking('34 people, told by their names', 'S', ['todas menos Claudia, Dora y Sonia; Consuelo llegó tarde'], {
    others: 'present',
    absent: [3, 7, 32],
    late: [5],
  }),
  marking('19 people, a name that two have', 'H', ['todas menos Rosa, Ruth y la 5', '19'], {
    others: 'present',
    absent: [19, 17, 5],
  }),
  marking('60 people, 6 absent, 2 late, 1 excused', 'D', ['todas menos 3 7 15 22 31 40; 10 y 11 tarde; 60 excusa'], {
    others: 'present',
    absent: [3, 7, 15, 22, 31, 40],
    late: [10, 11],
    excused: [60],
  }),
  marking('60 people, 12 came', 'D', ['vinieron 1 a 10, 25 y 33'], {
    others: 'absent',
    present: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 25, 33],
  }),
];

type Told = { others: MarkStatus } & { [status in MarkStatus]?: number[] };

/** "asistencia", her words and what is asked back, and a tap that saves. */
function marking(name: string, ofClass: string, words: string[], told: Told): Task {
  const typed = ['asistencia', ...words].map((types): Deed => ({ types }));
  return {
    name: `mark ${name}`,
    does: [...typed, { taps: 'Guardar' }],
    is: () => isRead(rosterOf(ofClass), words, told),
  };
}

function rosterOf(ofClass: string): RosterLine[] {
  return (classes[ofClass] ?? []).map((name, at) => {
    const [firstNames = '', lastNames = ''] = name.split(',');
    return { number: at + 1, personId: String(at + 1), firstNames, lastNames };
  });
}

function isRead(roster: RosterLine[], [first = '', ...answers]: string[], told: Told): boolean {
  let read: WhoCame | undefined = whoCame(first, roster);
  for (const answer of answers) read = read && !read.ok ? complete(read.unfinished, answer, roster) : undefined;
  if (!read?.ok) return false;
  const found = new Map(read.marks.map(({ personId, status }) => [Number(personId), status]));
  const { others, ...named } = told;
  const statusOf = (number: number) =>
    (Object.entries(named) as [MarkStatus, number[]][]).find(([, numbers]) => numbers.includes(number))?.[0] ?? others;
  return roster.every(({ number }) => found.get(number) === statusOf(number));
}
