import { isGreeting, readIntent } from '../src/replies/intent';
import { folded } from '../src/replies/text';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { Known, Option } from '../src/script/steps';
import type { EnrolResult, MyClass } from '../src/services/placesDesk';
import { ELSE, yesNoAs } from './answers';
import { agains, listed, shortly } from './myClassesShown';

/** `choice`: 'more', 'leave', 'done', or the class of the next term to take; `which`: the class to leave, or 'none'. */
type MyClasses = {
  classes: MyClass[];
  choice: string;
  which: string;
  left: { ok: boolean; mine: MyClass | null };
  after: 'undo' | 'done' | 'else';
  back: EnrolResult;
};
const { script, ask, learn, act, stopWhen, goTo } = words<MyClasses>();

/** What she attends or waits for, when, where and how often she came; leaving in one step, and the same class again. */
export const myClasses = script(
  'myClasses',
  [
    learn('classes', (_, { desk }) => desk.myClasses()),
    stopWhen(
      ({ classes = [], left }) => classes.length === 0 && !left,
      () => say('myClasses.none'),
    ),
    ask('choice', {
      say: ({ classes = [] }, world) => say('myClasses.list', { n: classes.length, classes: listed(classes, world) }),
      sayBriefly: () => say('myClasses.again'),
      options: ({ classes = [] }, world) => [
        { id: 'more', title: say('myClasses.more') },
        ...(toLeave({ classes }).length > 0 ? [{ id: 'leave', title: say('myClasses.leave') }] : []),
        ...agains(classes, world),
        { id: 'done', title: say('myClasses.done') },
      ],
      // "Mis clases", "salir de la lista": not one of these buttons, however like it.
      read: (text, { offered }) =>
        !isTitle(text, offered) && (isGreeting(text) || readIntent(text)) ? { ok: true, value: ELSE } : { ok: false },
      open: say('myClasses.openChoices'),
    }),
    goTo(({ choice }) => (choice === ELSE ? { name: 'menu' } : undefined)),
    goTo(({ choice }) => (choice === 'more' ? { name: 'enrolment' } : undefined)),
    stopWhen(
      ({ choice }) => choice === 'done',
      () => say('myClasses.bye'),
    ),
    // The same class next term is hers with this one tap; who comes along is asked only where it has a care room.
    goTo((known) => (known.choice === 'leave' ? undefined : toTake(known, known.choice, { take: 'wanted' }))),

    ask('which', {
      say: (known) => whichAsked(known),
      options: (known, { locale }) => [
        ...toLeave(known).map((one, _, { length }) =>
          length === 1
            ? { id: one.classId, title: say('myClasses.leaveYes') }
            : { id: one.classId, title: one.name, detail: shortly(one, locale) },
        ),
        { id: 'none', title: say('myClasses.keepAll') },
      ],
      read: (text, seen) => yesNoAs(toLeave(seen.known)[0]?.classId ?? 'none', 'none')(text, seen),
      open: say('myClasses.open'),
      when: (known) => toLeave(known).length > 0,
    }),
    stopWhen(
      ({ which = 'none' }) => which === 'none',
      () => say('myClasses.bye'),
    ),
    act('left', async (known, { desk }) => ({ ...(await desk.leave(known.which ?? '')), mine: chosen(known) ?? null })),
    stopWhen(
      ({ left }) => left?.ok !== true,
      () => say('myClasses.notInIt'),
    ),
    stopWhen(
      (known) => chosen(known)?.status !== 'enrolled',
      (known) => say('myClasses.leftLine', { name: chosen(known)?.name ?? '' }),
    ),

    ask('after', {
      say: (known) => say('myClasses.left', { name: chosen(known)?.name ?? '' }),
      options: () => [
        { id: 'undo', title: say('myClasses.undo') },
        { id: 'done', title: say('myClasses.done') },
      ],
      // What she says next need not be about this.
      read: (text, { offered }) =>
        !isTitle(text, offered) && (isGreeting(text) || readIntent(text)) ? { ok: true, value: ELSE } : { ok: false },
      help: say('myClasses.undoHelp'),
    }),
    goTo(({ after }) => (after === 'else' ? { name: 'menu' } : undefined)),
    stopWhen(
      ({ after }) => after === 'done',
      () => say('myClasses.bye'),
    ),
    act('back', (known, { desk }) => {
      const { classId = '', company } = chosen(known) ?? {};
      return desk.enrol(classId, company && { company });
    }),
    stopWhen(
      ({ back }) => back?.ok === true,
      (known) => say('myClasses.undone', { name: chosen(known)?.name ?? '' }),
    ),
    goTo((known) => toTake(known, known.which, {})),
  ],
  { noDraft: true },
);

function isTitle(text: string, offered: Option[]): boolean {
  return offered.some(({ title }) => folded(title) === folded(text));
}

// Once she has left it, it is among hers no more.
function chosen({ classes = [], which, left }: Partial<MyClasses>): MyClass | undefined {
  return left?.mine ?? classes.find(({ classId }) => classId === which);
}

// What has ended needs no leaving.
function toLeave({ classes = [] }: Partial<MyClasses>): MyClass[] {
  return classes.filter(({ isOver }) => !isOver);
}

function whichAsked(known: Partial<MyClasses>) {
  const [only, another] = toLeave(known);
  if (!only || another) return say('myClasses.which');
  return say(only.status === 'enrolled' ? 'myClasses.leaveOne' : 'myClasses.leaveLine', { name: only.name });
}

// Enrolment, at this class and the others of its site.
function toTake({ classes = [], left }: Partial<MyClasses>, classId: string | undefined, known: Known) {
  const mine = left?.mine ?? classes.find(({ again }) => again?.classId === classId);
  const near = mine ? [{ id: mine.siteId, name: mine.site }] : [];
  return { name: 'enrolment', known: { ...known, near, choice: classId ?? '' } };
}
