import { isBroken } from '../chaos/verdict';
import { freshDatabase } from '../setup/database';
import { playWeek } from './week';

test('a day of a small city, with every fault of the stand-in on, leaves nothing lost, doubled or untrue', async () => {
  const { url } = await freshDatabase();
  const size = { caregivers: 16, instructors: 2, sessions: 4, days: 1, processes: 2, seed: 20261123 };
  const report = await playWeek({ ...size, databaseUrl: url });
  expect(report.findings.filter(isBroken)).toEqual([]);
  expect(report.counts['messages of people']).toBeGreaterThan(60);
  expect(report.counts['meetings marked']).toBeGreaterThan(0);
  expect(report.counts['restarts of the service']).toBe(4);
}, 300_000);
