import { kept } from '../../db/outboxRows';
import { pause, senderWorld, until } from './senderWorld';

const world = senderWorld();
const taken = () => world.graph.taken.map(({ tag }) => tag);

describe('a refusal that', () => {
  test('will never change fails the message with its code, and the next one goes', async () => {
    const [first = '', second = ''] = await world.messages(await world.person(), 2);
    world.graph.script(({ tag }) => (tag === first ? { kind: 'error', status: 400, code: 131026 } : undefined));
    world.sender();
    await world.allSent();
    expect(await kept(world.pool, first)).toMatchObject({ status: 'failed', error_code: 131026, why: 'refused' });
    expect(taken()).toEqual([second]);
  });

  test('may pass is tried again after about a second, not before, and holds up what stands behind', async () => {
    const [first = '', second = ''] = await world.messages(await world.person(), 2);
    const times: number[] = [];
    world.graph.script(({ n }) => {
      times.push(performance.now());
      return n === 1 && times.length === 1 ? { kind: 'error', status: 400, code: 1 } : undefined;
    });
    world.sender();
    await world.allSent();
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(790);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeLessThan(8000); // a machine that is busy with other tests
    expect(taken()).toEqual([first, second]);
    expect(await kept(world.pool, first)).toMatchObject({ attempts: 2, error_code: null });
  });

  test('comes after processes have died with the message in hand is only the first of its refusals', async () => {
    const [first = ''] = await world.messages(await world.person(), 1, { attempts: 5 });
    world.graph.script(({ n }) => (n === 1 ? { kind: 'error', status: 500, code: 131000 } : undefined));
    world.sender();
    await world.allSent();
    expect(taken()).toEqual([first]);
    expect(await kept(world.pool, first)).toMatchObject({ status: 'accepted', attempts: 7 });
  });

  test('never passes ends after six tries, and the next one goes', async () => {
    const person = await world.person();
    const [first = ''] = await world.messages(person, 1, { attempts: 5, refusals: 5 });
    const [second = ''] = await world.messages(person, 1);
    world.graph.script(({ tag }) => (tag === first ? { kind: 'error', status: 503, code: 2 } : undefined));
    world.sender();
    await world.allSent();
    expect(world.graph.posts.map(({ tag }) => tag)).toEqual([first, second]);
    expect(await kept(world.pool, first)).toMatchObject({ status: 'failed', error_code: 2, attempts: 6 });
  });

  test('is of one pair makes this person wait, and nobody else', async () => {
    const [ana, eva] = [await world.person(), await world.person()];
    const mine = await world.messages(ana, 2);
    const others = await world.messages(eva, 4);
    world.graph.script(({ tag, n }) =>
      tag === mine[0] && n === 1 ? { kind: 'error', status: 400, code: 131056 } : undefined,
    );
    world.sender();
    await until(() => taken().length === 4);
    expect(taken()).toEqual(others);
    await world.allSent();
    expect(taken()).toEqual([...others, ...mine]);
    expect(world.heard).not.toContain('line paused 131056');
  });

  test('is of the number makes everybody wait, costs no try, and slows the line down', async () => {
    for (let n = 0; n < 30; n++) await world.messages(await world.person(), 1);
    let calm = Infinity;
    world.graph.script(() => {
      if (performance.now() > calm) return undefined;
      calm = Math.min(calm, performance.now() + 300);
      return { kind: 'error', status: 429, code: 130429 };
    });
    world.sender();
    await until(() => world.graph.posts.length > 0);
    await pause(500);
    const before = world.graph.posts.length;
    expect(taken()).toEqual([]);
    expect(before).toBeLessThanOrEqual(30);
    expect((await world.standing()).accepted).toBeUndefined();
    await world.allSent();
    expect(new Set(taken()).size).toBe(30);
    expect(taken()).toHaveLength(30);
    const { rows } = await world.pool.query('select distinct attempts from outbox');
    expect(rows).toEqual([{ attempts: 1 }]);
    expect(world.heard.filter((line) => line.startsWith('line'))).toEqual(['line paused 130429', 'line open']);
  });
});

describe('a refusal that stops the line', () => {
  test.each([
    ['a dead token', 401, 190],
    ['a payment problem', 400, 131042],
    ['a locked account', 403, 131031],
  ])(
    'for %s keeps every message, tells the operator once, and goes on when the number answers again',
    async (_what, status, code) => {
      let broken = true;
      world.graph.script(() => (broken ? { kind: 'error', status, code } : undefined));
      world.graph.healthy = false;
      const people = await Promise.all(Array.from({ length: 100 }, () => world.person()));
      const ids = await Promise.all(people.map((person) => world.messages(person, 2)));
      world.sender();
      await until(() => world.heard.includes(`line stopped ${code}`));
      await until(async () => (await world.standing()).waiting === 200);
      const before = world.graph.posts.length;
      expect(before).toBeLessThanOrEqual(64);
      await pause(400);
      expect(world.graph.posts).toHaveLength(before);
      expect(world.graph.requests.filter(({ method }) => method === 'GET').length).toBeGreaterThan(1);
      expect(await world.standing()).toEqual({ waiting: 200 });
      const { rows } = await world.pool.query('select distinct attempts from outbox');
      expect(rows).toEqual([{ attempts: 0 }]);
      expect(world.heard.filter((line) => line.includes('"error"'))).toEqual([
        expect.stringMatching(new RegExp(`"code":${code}.*Nothing is sent on WhatsApp until somebody acts`)),
      ]);
      broken = false;
      world.graph.healthy = true;
      await world.allSent();
      expect(taken().sort()).toEqual(ids.flat().sort());
      for (const mine of ids) expect(taken().filter((tag) => mine.includes(tag))).toEqual(mine);
      expect(world.heard.filter((line) => line.startsWith('line'))).toEqual([
        `line stopped ${code}`,
        'line paused',
        'line open',
      ]);
    },
  );

  test('stops it as well when only a status tells of it; a status about one message does not', async () => {
    world.graph.healthy = false;
    const sender = world.sender();
    sender.failed(131026);
    sender.failed(131042);
    expect(world.heard.filter((line) => line.startsWith('line'))).toEqual(['line stopped 131042']);
    const ids = await world.messages(await world.person(), 2);
    await pause(400);
    expect(world.graph.posts).toEqual([]);
    world.graph.healthy = true;
    await world.allSent();
    expect(taken()).toEqual(ids);
  });

  test('still, though the number answers, is met by one post a probe, not by all', async () => {
    for (let n = 0; n < 100; n++) await world.messages(await world.person(), 1);
    world.graph.script(() => ({ kind: 'error', status: 400, code: 131042 }));
    const sender = world.sender();
    await until(() => world.heard.includes('line stopped 131042'));
    const probes = () => world.graph.requests.filter(({ method }) => method === 'GET').length;
    await until(() => probes() > 3);
    expect(world.graph.posts.length).toBeLessThanOrEqual(64 + probes());
    await world.retire(sender);
    expect(await world.standing()).toEqual({ waiting: 100 });
  });
});
