import nock from 'nock';
import { isBroken } from './verdict';
import { webSoak } from './webSoak';

beforeAll(() => nock.restore());

test('nothing is lost, doubled or out of order at the web chat while sockets are cut and a process dies', async () => {
  const report = await webSoak({ seconds: 8, sockets: 20, seed: 25, paceMs: 600, cutMs: 900, killMs: 3_000 });
  expect(report.findings.filter(isBroken)).toEqual([]);
  expect(report.counts.messages).toBeGreaterThan(40);
  expect(report.counts['sockets opened']).toBeGreaterThan(25);
  expect(report.counts['processes killed']).toBeGreaterThan(0);
}, 120_000);
