import { judged, table } from './score';
import { suites } from './suites';

// `npm run corpus` prints how well people's words are read; with `-- --misses` also each seen utterance that is not.
console.log(table(suites).join('\n'));
if (process.argv.includes('--misses')) {
  for (const suite of suites) {
    for (const { row, got, verdict } of judged(suite)) {
      if (verdict !== 'right' && row.half === 'seen')
        console.log(`${suite.reader} ${verdict}: "${row.text}" ${row.context} => ${row.expected}, read as ${got}`);
    }
  }
}
