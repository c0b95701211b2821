import nock from 'nock';
import { type Fact, factsByPhone } from '../chaos/effects';
import { startTcpProxy } from '../setup/tcpProxy';
import { comesToTheSummary, openScene, type Scene, until } from './scene';

// reliability: C0 before the inbox commit, C1 between it and the 200, C2 between that and the turn, C3 before the turn's
// commit, C5 between it and the cache; O1 before a reply is claimed, O2 before it is posted, O3 when the answer comes, O4
// before the answer is noted. C4, a commit whose answer is lost, kills nobody: it is played by the wire.
const points = ['C0', 'C1', 'C2', 'C3', 'C4', 'C5', 'O1', 'O2', 'O3', 'O4'];

type Outcome = { fact: Fact | undefined; sent: number; arrived: number; doubled: number; wentOn: string };
const outcomes = new Map<string, Outcome | Error>();

beforeAll(async () => {
  // It would stand between the services and their sockets.
  nock.restore();
  await Promise.all(
    [...points, 'O4 without statuses'].map(async (point) => {
      outcomes.set(point, await play(point).catch((fault) => fault as Error));
    }),
  );
}, 120_000);

test.each(points)('a process that dies at %s leaves one effect and one reply', (point) => {
  const outcome = outcomes.get(point);
  expect(outcome).toMatchObject({
    fact: { registered: true, registrations: 1, consents: 1, taken: 1 },
    doubled: 0,
    wentOn: 'enrolment.taken',
  });
  const { fact, sent, arrived } = outcome as Outcome;
  expect([fact?.messages, fact?.replies, arrived]).toEqual([sent, sent, sent]);
});

test('a reply whose post no status ever tells of is sent again, and its effect is one', () => {
  expect(outcomes.get('O4 without statuses')).toMatchObject({
    fact: { registered: true, registrations: 1, taken: 1 },
    doubled: 1,
    wentOn: 'enrolment.taken',
  });
});

/** She says yes to the summary; whoever works that dies; another process takes over; she goes on. */
async function play(point: string): Promise<Outcome> {
  const scene = await openScene({ standIn: { statuses: point.includes('without') ? 'none' : 'all' } });
  try {
    const her = scene.talker('Ana');
    const { save, close } = point === 'C4' ? await losesTheAnswer(scene) : await dies(scene, point.slice(0, 2));
    await comesToTheSummary(her, 1);
    await save(() => her.taps('save', 'enrolment.choice'));
    const free = her.latest()?.choices.map(({ id }) => id.split(':')[3] ?? '') ?? [];
    const wentOn = await her.taps(free[0] ?? '', 'enrolment.taken');
    await scene.quiet();
    await close();
    const fact = (await factsByPhone(scene.pool)).get(her.phone);
    const { tags, doubled } = scene.mailboxes.arrivals();
    return { fact, sent: her.sent.length, arrived: tags.size, doubled, wentOn };
  } finally {
    await scene.close();
  }
}

type Way = { save: (save: () => Promise<string>) => Promise<void>; close: () => Promise<void> };

async function dies(scene: Scene, point: string): Promise<Way> {
  const { standIn, webhooks } = scene;
  const first = await scene.start();
  const save = async (yes: () => Promise<string>) => {
    // A reply goes out without a claim of its own, unless it has been refused before.
    if (point === 'O1') standIn.setFaults({ refuse500: 1 });
    else first.arm(point);
    const done = yes();
    if (point === 'O1') {
      await until(() => standIn.ledger().refused.length > 0);
      standIn.setFaults({});
      first.arm(point);
    }
    expect((await first.ended).signal).toBe('SIGKILL');
    await scene.open();
    webhooks.shift();
    await done;
  };
  return { save, close: async () => {} };
}

async function losesTheAnswer(scene: Scene): Promise<Way> {
  const proxy = await startTcpProxy(scene.databaseUrl);
  await scene.open({ databaseUrl: proxy.url });
  const save = async (yes: () => Promise<string>) => {
    proxy.loseAnswerTo('commit');
    await yes();
  };
  return { save, close: proxy.stop };
}
