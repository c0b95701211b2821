import { type Intent, isGreeting, readIntent } from '../src/replies/intent';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { Known, Titled, World } from '../src/script/steps';
import { programme } from './programme';

type Menu = { choice: Intent | 'enrol' | 'person' | 'hello'; asked: true };
const { script, ask, act, stopWhen, backTo, goTo } = words<Menu>();

/** Where every talk begins and comes back to: three things to tap, or her wish in her own words. */
export const menu = script(
  'menu',
  [
    ask('choice', {
      say: (_, { speaker }) =>
        speaker ? say('menu.hello', { name: speaker.firstNames }) : say('menu.welcome', { programme: programme.name }),
      options: (_, world) => offered(world),
      sayAgain: () => say('menu.again'),
      read: (text) => {
        const value = isGreeting(text) ? 'hello' : readIntent(text);
        return value ? { ok: true, value } : { ok: false };
      },
      help: say('menu.help'),
      hearsOpening: true,
    }),
    backTo(({ choice }) => (choice === 'hello' ? 'choice' : undefined), []),
    act(
      'asked',
      (_, { desk }) => desk.askForPerson({ script: 'menu' }).then(() => true),
      ({ choice }) => choice === 'person',
    ),
    stopWhen(
      ({ choice }) => choice === 'person',
      () => say('talk.person'),
    ),
    goTo(({ choice }) => (choice && choice !== 'person' && choice !== 'hello' ? wayTo[choice] : undefined)),
  ],
  { alwaysOpen: true, noDraft: true },
);

// Whoever wants to enrol is shown the classes first, and registered once she has picked one.
const wayTo: Record<Intent | 'enrol', { name: string; known?: Known }> = {
  attendance: { name: 'attendance' },
  classes: { name: 'enrolment' },
  enrol: { name: 'enrolment' },
  my_classes: { name: 'myClasses' },
  register: { name: 'registration' },
  see_data: { name: 'rights', known: { wish: 'see' } },
  change_data: { name: 'rights', known: { wish: 'change' } },
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
