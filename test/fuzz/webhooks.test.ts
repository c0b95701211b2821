import { freshDatabase } from '../setup/database';
import { fuzz } from './fuzz';

test('five thousand mutated webhooks are answered as they must be, and nothing breaks', async () => {
  const { url } = await freshDatabase();
  const { answers, bad, unhandled, counts, turnFaults } = await fuzz(url, { bodies: 5000, seed: 20_261_121 });
  expect({ bad, unhandled, turnFaults }).toEqual({ bad: [], unhandled: [], turnFaults: 0 });
  // They are no noise: most are read, every kind of thing is found in them, and some are refused.
  expect(answers[200]).toBeGreaterThan(4000);
  expect(answers[400]).toBeGreaterThan(20);
  expect(answers[401]).toBeGreaterThan(20);
  for (const kind of ['messages', 'changes', 'statuses', 'dropped', 'events', 'moved', 'turns'])
    expect(counts[kind]).toBeGreaterThan(10);
}, 240_000);
