import { words } from '../src/script/build';
import { say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { World } from '../src/script/steps';
import type { MyClass } from '../src/services/desk';
import { spokenSlots } from './spoken';

type MyClasses = {
  classes: MyClass[];
  choice: 'more' | 'leave' | 'done';
  which: string;
  left: { ok: boolean };
};
const { script, ask, learn, act, stopWhen, goTo } = words<MyClasses>();

/** What she attends, when, where and how often she came; and leaving a class in one step. */
export const myClasses = script(
  'myClasses',
  [
    learn('classes', (_, { desk }) => desk.myClasses()),
    stopWhen(
      ({ classes = [] }) => classes.length === 0,
      () => say('myClasses.none'),
    ),
    ask('choice', {
      say: ({ classes = [] }, world) => say('myClasses.list', { n: classes.length, classes: listed(classes, world) }),
      options: () => [
        { id: 'more', title: say('myClasses.more') },
        { id: 'leave', title: say('myClasses.leave') },
        { id: 'done', title: say('myClasses.done') },
      ],
    }),
    goTo(({ choice }) => (choice === 'more' ? { name: 'enrolment' } : undefined)),
    stopWhen(
      ({ choice }) => choice === 'done',
      () => say('myClasses.bye'),
    ),
    ask('which', {
      say: () => say('myClasses.which'),
      options: ({ classes = [] }, { locale }) => [
        ...classes.map(({ classId, name, slots }) => ({
          id: classId,
          title: name,
          detail: spokenSlots(slots, locale),
        })),
        { id: 'none', title: say('myClasses.keepAll') },
      ],
      open: say('myClasses.open'),
    }),
    stopWhen(
      ({ which }) => which === 'none',
      () => say('myClasses.bye'),
    ),
    act('left', ({ which = '' }, { desk }) => desk.leave(which)),
    stopWhen(
      ({ left }) => left?.ok === true,
      ({ classes = [], which }) =>
        say('myClasses.left', { name: classes.find((one) => one.classId === which)?.name ?? '' }),
    ),
    stopWhen(
      () => true,
      () => say('myClasses.notInIt'),
    ),
  ],
  { noDraft: true },
);

function listed(classes: MyClass[], { locale }: World): string {
  const lines = classes.map(({ name, site, slots, came, sessions }) => {
    const attended = sentence(
      locale,
      sessions > 0 ? say('myClasses.came', { came, sessions }) : say('myClasses.notYet'),
    );
    return sentence(locale, say('myClasses.line', { name, site, when: spokenSlots(slots, locale), attended }));
  });
  return lines.join('\n\n');
}
