import { readFlags } from '../../bench/flags';
import { judged, table } from './score';
import { suites } from './suites';

const { misses } = readFlags({
  name: 'corpus',
  does: 'Prints how many of the labelled utterances each reader takes right, asks back, takes wrong.',
  flags: { misses: { kind: 'switch', says: 'prints also each of the seen ones that is not read right' } },
});

// `npm run corpus` prints how well people's words are read; with `-- --misses` also each seen utterance that is not.
console.log(table(suites).join('\n'));
if (misses) {
  for (const suite of suites) {
    for (const { row, got, verdict } of judged(suite)) {
      if (verdict !== 'right' && row.half === 'seen')
        console.log(`${suite.reader} ${verdict}: "${row.text}" ${row.context} => ${row.expected}, read as ${got}`);
    }
  }
}
