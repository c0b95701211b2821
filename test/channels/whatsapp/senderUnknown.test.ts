import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { kept } from '../../db/outboxRows';
import { type Outcome, startGraphServer } from './graphServer';
import { pause, senderWorld, until } from './senderWorld';

const world = senderWorld();
const taken = () => world.graph.taken.map(({ tag }) => tag);

describe('a post whose end nobody knows', () => {
  const swallowed: [string, Outcome][] = [
    ['the connection broke', { kind: 'reset', accepted: true }],
    ['no answer came', { kind: 'hang', accepted: true }],
    ['the answer broke off', { kind: 'half', status: 200 }],
  ];

  test.each(swallowed)('because %s is not sent again when a status tells of it', async (_what, outcome) => {
    const [first = '', second = ''] = await world.messages(await world.person(), 2);
    world.graph.script(({ tag }) => (tag === first ? outcome : undefined));
    world.sender({ answerMs: 1500, confirmMs: 2000 });
    await until(async () => (await kept(world.pool, first)).status === 'unknown');
    await world.told('sent', first);
    await world.allSent();
    expect(taken()).toEqual([first, second]);
    expect(await kept(world.pool, first)).toMatchObject({ status: 'sent', provider_id: `wamid.${first}`, attempts: 1 });
  });

  test.each(swallowed)(
    'because %s is sent again when no status comes, if that does no harm',
    async (_what, outcome) => {
      const [first = '', second = ''] = await world.messages(await world.person(), 2);
      world.graph.script(({ tag, n }) => (tag === first && n === 1 ? outcome : undefined));
      world.sender({ answerMs: 1500 });
      await world.allSent();
      expect(taken()).toEqual([first, first, second]);
      expect(await kept(world.pool, first)).toMatchObject({ status: 'accepted', attempts: 2 });
    },
  );

  test('because a server broke down over it is not sent again when a status tells of it a while later', async () => {
    const [first = '', second = ''] = await world.messages(await world.person(), 2);
    world.graph.script(({ tag }) => (tag === first ? { kind: 'error', status: 500, code: 131000 } : undefined));
    world.sender({ confirmMs: 2000 });
    await until(async () => (await kept(world.pool, first)).error_code === 131000);
    await pause(1500);
    await world.told('sent', first);
    await world.allSent();
    expect(world.graph.posts.map(({ tag }) => tag)).toEqual([first, second]);
    expect(await kept(world.pool, first)).toMatchObject({ status: 'sent', error_code: null });
  });

  test('is never sent again on a guess where it costs, and holds nobody up; a late status settles it', async () => {
    const person = await world.person();
    const [first = ''] = await world.messages(person, 1, { resend: 'costly' });
    const [second = ''] = await world.messages(person, 1);
    world.graph.script(({ tag }) => (tag === first ? { kind: 'reset', accepted: true } : undefined));
    world.sender();
    await world.allSent();
    await pause(700);
    expect(taken()).toEqual([first, second]);
    expect(await kept(world.pool, first)).toMatchObject({ status: 'unknown', attempts: 1 });
    await world.told('delivered', first);
    expect(await kept(world.pool, first)).toMatchObject({ status: 'delivered' });
  });

  test('time after time is sent six times at most, and then holds nobody up', async () => {
    const [first = '', second = ''] = await world.messages(await world.person(), 2);
    world.graph.script(({ tag }) => (tag === first ? { kind: 'reset', accepted: true } : undefined));
    world.sender({ confirmMs: 10 });
    await world.allSent();
    expect(taken()).toEqual([...Array.from({ length: 6 }, () => first), second]);
    expect(await kept(world.pool, first)).toMatchObject({ status: 'unknown', attempts: 6, wait: Infinity });
  });

  test('in an outage burns the tries of few: one at a time is tried', async () => {
    for (let n = 0; n < 120; n++) await world.messages(await world.person(), 1);
    world.graph.script(() => ({ kind: 'answer', status: 502, body: '<html>' }));
    const sender = world.sender({ confirmMs: 60_000 });
    await until(() => world.heard.includes('line paused'));
    await pause(1500);
    // Those under way when it begins, those that followed its first signs, and one after each pause.
    expect(world.graph.posts.length).toBeLessThanOrEqual(64 + 8 + 4);
    await world.retire(sender);
    const { unknown = 0, waiting = 0 } = await world.standing();
    expect(unknown + waiting).toBe(120);
    expect(waiting).toBeGreaterThanOrEqual(44);
  });
});

describe('in an outage', () => {
  test('the number is asked in place of messages: while nobody is there none is posted, and then one goes first', async () => {
    for (let n = 0; n < 60; n++) await world.messages(await world.person(), 1);
    const gone = await startGraphServer();
    await gone.stop();
    const sender = world.sender({ graphUrl: gone.url });
    await until(() => world.heard.includes('line paused'));
    await pause(1200);
    expect(await world.standing()).toEqual({ waiting: 60 });
    const { rows } = await world.pool.query('select distinct attempts from outbox');
    expect(rows).toEqual([{ attempts: 0 }]);
    const posted = world.heard.filter((line) => line.startsWith('posted')).length;
    expect(posted).toBeLessThanOrEqual(60);
    const back = await startGraphServer(gone.port);
    await until(() => back.posts.length > 30);
    await until(async () => (await world.standing()).accepted === 60);
    expect(back.requests[0]?.method).toBe('GET');
    expect(world.heard.filter((line) => line.startsWith('line'))).toEqual(['line paused', 'line open']);
    await world.retire(sender);
    await back.stop();
  });

  test('a gateway that answers 502 to everything is not fed with messages', async () => {
    for (let n = 0; n < 70; n++) await world.messages(await world.person(), 1);
    world.graph.script(() => ({ kind: 'answer', status: 502, body: '<html>' }));
    world.graph.gateway = 502;
    const sender = world.sender({ confirmMs: 60_000 });
    await until(() => world.heard.includes('line paused'));
    const answered = () => world.heard.filter((line) => line.startsWith('posted')).length;
    await until(() => answered() === world.graph.posts.length && answered() >= 64);
    const posts = world.graph.posts.length;
    await pause(1500);
    expect(world.graph.posts).toHaveLength(posts);
    await world.retire(sender);
  });
});

describe('a status that is faster than our answer', () => {
  test('is kept, and neither the answer nor an older status takes it back', async () => {
    const [id = ''] = await world.messages(await world.person(), 1);
    world.graph.script(() => ({ kind: 'accept', afterMs: 200 }));
    world.sender();
    await until(() => world.graph.posts.length === 1);
    await world.told('delivered', id, { providerId: `wamid.${id}.1` });
    expect(await kept(world.pool, id)).toMatchObject({ status: 'delivered', leased: false });
    await until(() => world.heard.includes('posted accepted'));
    await pause(50);
    expect(await kept(world.pool, id)).toMatchObject({ status: 'delivered', provider_id: `wamid.${id}.1` });
    await world.told('sent', id);
    expect(await kept(world.pool, id)).toMatchObject({ status: 'delivered' });
  });

  test('and says the message failed is believed', async () => {
    const [first = '', second = ''] = await world.messages(await world.person(), 2);
    world.graph.script(({ tag }) => (tag === first ? { kind: 'accept', afterMs: 200 } : undefined));
    world.sender();
    await until(() => world.graph.posts.length === 1);
    await world.told('failed', first, { errorCode: 131026 });
    await until(() => taken().includes(second));
    await world.allSent();
    expect(await kept(world.pool, first)).toMatchObject({
      status: 'failed',
      error_code: 131026,
      provider_id: `wamid.${first}`,
    });
  });
});

describe('a sender that dies', () => {
  test.each([
    ['O1', 'before the claim'],
    ['O2', 'between the claim and the post'],
    ['O3', 'when the post had been taken but the answer not read'],
    ['O4', 'between the answer and the mark'],
  ])('at %s, %s, costs nothing: each message comes once, in order', async (point) => {
    const ids = await world.messages(await world.person(), 3);
    await dieAt(point);
    // What Meta would tell of what it has taken.
    for (const { tag, providerId } of world.graph.taken) await world.told('sent', tag, { providerId });
    world.sender();
    await world.allSent();
    expect(taken()).toEqual(ids);
  });

  test('after a post was taken, with no status to tell, sends that one twice and no other', async () => {
    const ids = await world.messages(await world.person(), 3);
    await dieAt('O4');
    world.sender();
    await world.allSent();
    expect(taken()).toEqual([ids[0], ...ids]);
  });
});

async function dieAt(point: string): Promise<void> {
  const child = spawn(
    process.execPath,
    [
      '-r',
      require.resolve('../../setup/typescript.cjs'),
      require.resolve('./dyingSender.ts'),
      point,
      world.url,
      world.graph.url,
    ],
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}
