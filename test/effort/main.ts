import { table } from './effort';
import { tasks } from './tasks';

// `npm run effort` prints what each task costs the person who does it.
console.log(table(tasks).join('\n'));
