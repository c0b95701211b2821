import { bogotaLocalities } from '../src/domain/localities';
import { type ClassOrder, classOrder } from '../src/replies/classOrder';
import { type CoordinatorWish, coordinatorWish } from '../src/replies/coordinatorWishes';
import { type Intent, isGreeting, readIntent } from '../src/replies/intent';
import { place } from '../src/replies/place';
import { wordsOf } from '../src/replies/text';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { Known, Titled, World } from '../src/script/steps';
import { orderTo } from './orders';
import { programme } from './programme';

type Menu = {
  choice:
    | Intent
    | { wish: CoordinatorWish | 'person' | 'hello' }
    | { wish: 'class_order'; order: ClassOrder; said: string };
  asked: true;
};
const { script, ask, act, stopWhen, backTo, goTo } = words<Menu>();

/** Where every talk begins and comes back to: three things to tap, or her wish in her own words. */
export const menu = script(
  'menu',
  [
    ask('choice', {
      say: (_, { speaker, shared }) =>
        speaker
          ? say(shared ? 'menu.helloShared' : 'menu.hello', { name: speaker.firstNames })
          : say('menu.welcome', { programme: programme.name }),
      options: (_, world) => offered(world),
      sayBriefly: () => say('menu.again'),
      read: (text, { world }) => {
        const value = isGreeting(text)
          ? { wish: 'hello' as const }
          : (orderOf(text, world) ?? ofHerSites(text, world) ?? readIntent(text) ?? classesThere(text));
        return value ? { ok: true, value } : { ok: false };
      },
      value: (id) => meant[id] ?? { wish: 'hello' },
      help: say('menu.help'),
      hearsOpening: true,
    }),
    backTo(({ choice }) => (choice?.wish === 'hello' ? 'choice' : undefined), []),
    act(
      'asked',
      (_, { desk }) => desk.askForPerson({ script: 'menu' }).then(() => true),
      ({ choice }) => isForPerson(choice),
    ),
    stopWhen(
      ({ choice }) => isForPerson(choice),
      () => say('talk.person'),
    ),
    goTo(({ choice }) => choice && wayTo(choice)),
  ],
  { alwaysOpen: true, noDraft: true },
);

// What an instructor says of a class she says of one she gives, a coordinator of one at her sites.
function orderOf(text: string, { speaker }: World): Menu['choice'] | undefined {
  const isInstructor = speaker?.roles.includes('instructor');
  const order = isInstructor || speaker?.roles.includes('coordinator') ? classOrder(text) : undefined;
  return order && (isInstructor || order.kind !== 'came') ? { wish: 'class_order', order, said: text } : undefined;
}

// "Bosa", and nothing besides: the classes there.
function classesThere(text: string): Intent | undefined {
  const everywhere = bogotaLocalities.map(({ name }) => ({ id: name, name, locality: name }));
  const placed = wordsOf(text).length <= 5 ? place(text, everywhere, bogotaLocalities) : undefined;
  return placed?.kind === 'one' ? { wish: 'classes', sought: { place: placed.id } } : undefined;
}

function ofHerSites(text: string, { speaker }: World): { wish: CoordinatorWish } | undefined {
  if (!speaker?.roles.includes('coordinator')) return undefined;
  const wish = coordinatorWish(text, speaker.roles.includes('instructor'));
  return wish && { wish };
}

// What no script does yet is for a person of the team.
function isForPerson(choice: Menu['choice'] | undefined): boolean {
  return choice !== undefined && ['person', 'web', 'new_number'].includes(choice.wish);
}

// Whoever wants to enrol is shown the classes first, and registered once she has picked one. What she said along goes with her.
function wayTo(choice: Menu['choice']): { name: string; known?: Known } | undefined {
  if (choice.wish === 'class_order') return orderTo(choice.order, choice.said);
  const { wish, sought, given: said, day } = { sought: undefined, given: undefined, day: undefined, ...choice };
  const along = { ...(sought && { sought }), ...(said && { said }) };
  if (isPlain(wish)) return { name: plain[wish] };
  switch (wish) {
    case 'earlier_attendance':
      return { name: 'attendance', known: { earlier: true, ...(day && { day }) } };
    case 'sheet':
      return { name: 'sheet' };
    case 'classes':
      return { name: 'enrolment', known: along };
    case 'my_classes':
    case 'next_session':
    case 'line':
      return { name: 'myClasses' };
    case 'not_coming':
      return { name: 'notComing' };
    case 'leave_line':
    case 'leave_class':
      return { name: 'myClasses', known: { choice: 'leave' } };
    case 'register':
      return { name: 'registration', known: along };
    case 'see_data':
      return { name: 'rights', known: { wish: 'see' } };
    case 'change_data':
    case 'erase_data':
      return { name: 'rights', known: { wish: 'change' } };
    case 'stop_reminders':
    case 'want_reminders':
      return { name: 'reminders', known: { wanted: wish === 'want_reminders' } };
    case 'person':
    case 'hello':
    case 'web':
    case 'new_number':
      return undefined;
  }
}

// Wishes that are a script each, and nothing more.
const plain = {
  attendance: 'attendance',
  check_in: 'checkIn',
  check_in_code: 'checkInCode',
  undo_marks: 'undo',
  my_list: 'myList',
  who_missed: 'whoMissed',
  unmarked: 'unmarked',
  three_absences: 'missedThree',
  pending: 'pending',
  teachers: 'teachers',
} as const;

function isPlain(wish: string): wish is keyof typeof plain {
  return Object.hasOwn(plain, wish);
}

// What each button means.
const meant: Record<string, Menu['choice']> = {
  attendance: { wish: 'attendance' },
  classes: { wish: 'classes' },
  my_classes: { wish: 'my_classes' },
  enrol: { wish: 'classes' },
  person: { wish: 'person' },
  pending: { wish: 'pending' },
  teachers: { wish: 'teachers' },
};

function offered({ speaker }: World): Titled[] {
  const isInstructor = speaker?.roles.includes('instructor');
  const isCaregiver = speaker?.roles.includes('caregiver');
  const third = isCaregiver ? myClasses : person;
  if (speaker?.roles.includes('coordinator'))
    return isInstructor ? [attendance, pending, third] : [pending, teachersOfHers, third];
  if (isInstructor) return [attendance, classes, third];
  return isCaregiver ? [classes, myClasses, person] : [classes, enrol, person];
}

const attendance: Titled = { id: 'attendance', title: say('menu.attendance') };
const classes: Titled = { id: 'classes', title: say('menu.classes') };
const myClasses: Titled = { id: 'my_classes', title: say('menu.myClasses') };
const pending: Titled = { id: 'pending', title: say('menu.pending') };
const teachersOfHers: Titled = { id: 'teachers', title: say('menu.teachers') };
const enrol: Titled = { id: 'enrol', title: say('menu.enrol') };
const person: Titled = { id: 'person', title: say('menu.person') };
