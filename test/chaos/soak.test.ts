import { soak } from './soak';
import { isBroken } from './verdict';

test('nothing is lost, doubled or out of order while processes, Redis and Postgres fail', async () => {
  const report = await soak({ seconds: 6, people: 10, seed: 25 });
  expect(report.findings.filter(isBroken)).toEqual([]);
  expect(report.counts.messages).toBeGreaterThan(40);
  expect(report.counts['processes killed']).toBeGreaterThan(0);
}, 120_000);
