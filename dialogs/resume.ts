import { words } from '../src/script/build';
import { say } from '../src/script/say';
import { goesOnAs } from './answers';

type Resume = { choice: 'go_on' | 'start_over' | 'later' };
const { script, ask } = words<Resume>();

/** Asked of somebody who comes back after a day or more, before anything she writes is taken as an answer. */
export const resume = script(
  'resume',
  [
    ask('choice', {
      say: () => say('resume.ask'),
      options: () => [
        { id: 'go_on', title: say('resume.goOn') },
        { id: 'start_over', title: say('resume.startOver') },
        { id: 'later', title: say('resume.later') },
      ],
      read: goesOnAs('go_on', 'start_over', 'later'),
    }),
  ],
  { noDraft: true },
);
