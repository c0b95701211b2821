import { readFlags } from '../bench/flags';
import { table } from './effort';
import { tasks } from './tasks';

// `npm run effort` prints what each task costs the person who does it.
readFlags({
  name: 'effort',
  does: 'Prints what each task costs whoever does it: messages, taps, characters, the seconds they take at a stated pace, answers.',
  flags: {},
});
console.log(table(tasks).join('\n'));
