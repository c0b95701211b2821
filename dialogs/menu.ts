import { type Intent, isGreeting, readIntent } from '../src/replies/intent';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { Known, Titled, World } from '../src/script/steps';
import { programme } from './programme';

type Menu = { choice: Intent | { wish: 'person' | 'hello' }; asked: true };
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
      sayAgain: () => say('menu.again'),
      read: (text) => {
        const value = isGreeting(text) ? { wish: 'hello' as const } : readIntent(text);
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

// What no script does yet is for a person of the team.
function isForPerson(choice: Menu['choice'] | undefined): boolean {
  return choice !== undefined && ['person', 'web', 'new_number'].includes(choice.wish);
}

// Whoever wants to enrol is shown the classes first, and registered once she has picked one. What she said along goes with her.
function wayTo(choice: Menu['choice']): { name: string; known?: Known } | undefined {
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
    case 'not_coming':
    case 'line':
    case 'leave_line':
      return { name: 'myClasses' };
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
  unmarked: 'unmarked',
  three_absences: 'missedThree',
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
};

function offered({ speaker }: World): Titled[] {
  const isInstructor = speaker?.roles.includes('instructor');
  const isCaregiver = speaker?.roles.includes('caregiver');
  if (isInstructor) return [attendance, classes, isCaregiver ? myClasses : person];
  return isCaregiver ? [classes, myClasses, person] : [classes, enrol, person];
}

const attendance: Titled = { id: 'attendance', title: say('menu.attendance') };
const classes: Titled = { id: 'classes', title: say('menu.classes') };
const myClasses: Titled = { id: 'my_classes', title: say('menu.myClasses') };
const enrol: Titled = { id: 'enrol', title: say('menu.enrol') };
const person: Titled = { id: 'person', title: say('menu.person') };
