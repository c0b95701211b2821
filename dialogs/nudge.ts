import { words } from '../src/script/build';
import { say } from '../src/script/say';
import { goesOnAs } from './answers';
import { programme } from './programme';

type Nudge = { may: boolean; answer: 'go_on' | 'later' };
const { script, ask, learn, stopWhen, goTo } = words<Nudge>();

/** Said once to somebody who has left her registration half-way. */
export const nudge = script(
  'nudge',
  [
    learn('may', (_, { desk }) => desk.mayNudge()),
    stopWhen(({ may, answer }, { speaker }) => !answer && (!may || speaker?.roles.includes('caregiver') === true)),
    ask('answer', {
      say: () => say('nudge.ask'),
      options: () => [
        { id: 'go_on', title: say('nudge.goOn') },
        { id: 'later', title: say('nudge.later') },
      ],
      read: goesOnAs('go_on', 'later', 'later'),
      help: say('nudge.help'),
    }),
    stopWhen(
      ({ answer }) => answer === 'later',
      () => say('nudge.bye'),
    ),
    goTo(() => ({ name: 'registration', goesOn: true })),
  ],
  {
    noDraft: true,
    template: () => ({ name: 'registration_unfinished', blanks: { programme: programme.name } }),
  },
);
