import type { TemplateFiles } from '../../../src/channels/whatsapp/templateFiles';
import { settleHeld } from '../../../src/db/heldMessages';
import { WINDOW_MS } from '../../../src/domain/delivery';
import { kept } from '../../db/outboxRows';
import { pause, senderWorld, until } from './senderWorld';

const world = senderWorld();
const taken = () => world.graph.taken.map(({ tag }) => tag);
const template = { name: 'class_reminder', language: 'es', blanks: { class: 'Yoga' } };
const text = { body: 'Su clase {{class}} es mañana.', buttons: [], example: { class: 'x' } };
const templates: TemplateFiles = new Map([
  ['class_reminder', { name: 'class_reminder', category: 'UTILITY' as const, about: 'x', texts: { es: text } }],
]);
const late = (code = 131047) => ({ kind: 'error' as const, status: 400, code });

async function heard(person: string, ago: string | null): Promise<void> {
  await world.pool.query(
    'update conversation set last_inbound_at = now() - $2::interval, updated_at = now() where id = $1',
    [person, ago],
  );
}
async function silent(ago: string | null = '25 hours'): Promise<string> {
  const person = await world.person();
  await heard(person, ago);
  return person;
}

describe('more than a day after her last message', () => {
  test('a message goes as its template', async () => {
    const [id = ''] = await world.messages(await silent(), 1, { template });
    world.sender({ templates });
    await world.allSent();
    expect(world.graph.posts).toMatchObject([
      { tag: id, body: { type: 'template', template: { name: 'class_reminder', language: { code: 'es' } } } },
    ]);
    expect(await kept(world.pool, id)).toMatchObject({ status: 'accepted', why: null, attempts: 1 });
  });

  test('a message without one waits for her, holds nobody up, and is not looked at again and again', async () => {
    const person = await silent(null);
    const [first = ''] = await world.messages(person, 1);
    const [second = ''] = await world.messages(person, 1, { template });
    world.sender({ templates });
    await until(() => taken().length === 1);
    await pause(150);
    expect(taken()).toEqual([second]);
    expect(await kept(world.pool, first)).toMatchObject({
      status: 'waiting',
      why: 'window_closed',
      attempts: 0,
      wait: Infinity,
    });
  });

  test('a message whose template nobody has made fails as one that Meta refuses, and the operator is told', async () => {
    const [id = ''] = await world.messages(await silent(), 1, { template });
    world.sender({ templates: new Map() });
    await until(async () => (await kept(world.pool, id)).status === 'failed');
    expect(await kept(world.pool, id)).toMatchObject({ why: 'template_refused', error_code: 132001 });
    expect(world.heard.join('\n')).toMatch(/"code":132001.*template does not exist/);
    expect(world.heard).toContain('refused 132001 fail');
    expect(world.graph.posts).toEqual([]);
  });

  test('a template that is paused fails this message and no other', async () => {
    const [id = ''] = await world.messages(await silent(), 1, { template });
    const [other = ''] = await world.messages(await world.person(), 1);
    world.graph.script(({ tag }) => (tag === id ? late(132015) : undefined));
    world.sender({ templates });
    await world.allSent();
    expect(taken()).toEqual([other]);
    expect(await kept(world.pool, id)).toMatchObject({ status: 'failed', why: 'template_refused', error_code: 132015 });
    expect(world.heard.join('\n')).toMatch(/The template is paused/);
  });

  test('templates wait for an hour once Meta has cut them, and answers go on', async () => {
    const first = await world.messages(await silent(), 1, { template });
    world.graph.script(({ body }) => (body.type === 'template' ? late(131064) : undefined));
    world.sender({ templates });
    await until(async () => (await kept(world.pool, first[0] ?? '')).attempts === 1 && world.graph.posts.length === 1);
    const [second = ''] = await world.messages(await silent(), 1, { template });
    const [answer = ''] = await world.messages(await world.person(), 1);
    await until(async () => (await kept(world.pool, second)).why === 'template_refused');
    await until(() => taken().includes(answer));
    expect(world.graph.posts).toHaveLength(2);
    const { wait } = await kept(world.pool, second);
    expect(wait).toBeGreaterThan(3500);
    expect(world.heard.filter((line) => line.includes('"error"'))).toHaveLength(1);
  });
});

describe('refused as too late although our clock says otherwise', () => {
  test('at once: it goes as its template, in its place', async () => {
    const person = await world.person();
    const [first = ''] = await world.messages(person, 1, { template });
    const [second = ''] = await world.messages(person, 1);
    world.graph.script(({ tag, body }) => (tag === first && body.type !== 'template' ? late() : undefined));
    world.sender({ templates });
    await world.allSent();
    expect(taken()).toEqual([first, second]);
    expect(world.graph.taken[0]?.body.type).toBe('template');
  });

  test('at once and without a template: it waits for her and is not tried against the same wall', async () => {
    const [id = ''] = await world.messages(await world.person(), 1);
    world.graph.script(() => late());
    world.sender();
    await until(async () => (await kept(world.pool, id)).why === 'window_closed');
    await pause(200);
    expect(world.graph.posts).toHaveLength(1);
  });

  test('by a later status: it goes as its template, once, whatever is told again of the first copy', async () => {
    const [id = ''] = await world.messages(await world.person(), 1, { template });
    world.sender({ templates });
    await world.allSent();
    const failed = { providerId: `wamid.${id}.1`, errorCode: 131047 };
    expect(await world.told('failed', id, failed)).toMatchObject({ moved: 1, freed: true });
    expect(await world.told('failed', id, failed)).toMatchObject({ moved: 0 });
    await world.allSent();
    await world.told('failed', id, failed);
    await pause(150);
    expect(world.graph.taken.map(({ body }) => body.type)).toEqual(['text', 'template']);
    expect(await kept(world.pool, id)).toMatchObject({ status: 'accepted', provider_id: `wamid.${id}.2` });
  });

  test('by a later status and without a template: it waits for her', async () => {
    const [id = ''] = await world.messages(await world.person(), 1);
    world.sender();
    await world.allSent();
    await world.told('failed', id, { providerId: `wamid.${id}.1`, errorCode: 131047 });
    expect(await kept(world.pool, id)).toMatchObject({ status: 'waiting', why: 'window_closed', wait: Infinity });
    await pause(150);
    expect(world.graph.posts).toHaveLength(1);
  });

  test('by a status that is faster than our answer: the answer does not count it as sent', async () => {
    const [id = ''] = await world.messages(await world.person(), 1);
    world.graph.script(() => ({ kind: 'accept', afterMs: 200 }));
    world.sender();
    await until(() => world.graph.posts.length === 1);
    await world.told('failed', id, { providerId: `wamid.${id}.1`, errorCode: 131047 });
    await until(() => world.heard.includes('posted accepted'));
    await pause(80);
    expect(await kept(world.pool, id)).toMatchObject({ status: 'waiting', why: 'window_closed' });
  });
});

describe('what waits for her', () => {
  const settle = () => settleHeld(world.pool, { windowMs: WINDOW_MS, days: 7 });

  test('goes when she has written and the turn that saw it let it wait', async () => {
    const person = await silent();
    const [id = ''] = await world.messages(person, 1);
    world.sender();
    await until(async () => (await kept(world.pool, id)).why === 'window_closed');
    expect(await settle()).toEqual({ released: 0, expired: 0 });
    await heard(person, '0');
    expect(await settle()).toEqual({ released: 1, expired: 0 });
    await until(() => taken().includes(id));
  });

  test('is given up after a week, with its reason', async () => {
    const [id = '', young = ''] = await world.messages(await silent(), 2, { why: 'window_closed', next: 'infinity' });
    await world.pool.query(`update outbox set created_at = now() - interval '8 days' where id = $1`, [id]);
    expect(await settle()).toEqual({ released: 0, expired: 1 });
    expect(await kept(world.pool, id)).toMatchObject({ status: 'failed', why: 'expired' });
    expect(await kept(world.pool, young)).toMatchObject({ status: 'waiting', why: 'window_closed' });
  });
});

test('at night what can wait is left for the morning, and answers behind it go', async () => {
  const person = await world.person();
  const [notice = ''] = await world.messages(person, 1, { priority: 2 });
  const [answer = ''] = await world.messages(person, 1);
  const [urgent = ''] = await world.messages(await world.person(), 1, { priority: 1 });
  world.sender({ quietMs: () => 3_600_000 });
  await until(() => taken().length === 2);
  await pause(100);
  expect(taken().sort()).toEqual([answer, urgent].sort());
  const { wait, why, attempts } = await kept(world.pool, notice);
  expect(wait).toBeGreaterThan(3500);
  expect({ why, attempts }).toEqual({ why: 'quiet_hours', attempts: 0 });
});

test('answers go before notices that have waited longer', async () => {
  const notices: string[] = [];
  for (let n = 0; n < 30; n++)
    notices.push(...(await world.messages(await world.person(), 1, { priority: 2, next: '-1 minute' })));
  const answers: string[] = [];
  for (let n = 0; n < 10; n++) answers.push(...(await world.messages(await world.person(), 1)));
  world.sender({ rate: 10 });
  await until(() => taken().length >= 20);
  const first = taken().slice(0, 20);
  expect(answers.filter((id) => first.includes(id)).length).toBe(10);
});

test('the 46th message in a row waits for its turn with her, in order, and nobody else does', async () => {
  const ana = await world.person();
  const mine = await world.messages(ana, 48);
  world.sender();
  await until(() => taken().length === 45);
  const [other = ''] = await world.messages(await world.person(), 1);
  await until(() => taken().includes(other));
  expect(taken()).toEqual([...mine.slice(0, 45), other]);
  await until(async () => (await kept(world.pool, mine[45] ?? '')).why === 'pair_limit');
  expect((await kept(world.pool, mine[45] ?? '')).wait).toBeLessThan(6.1);
  await until(() => taken().length === 47);
  expect(taken().at(-1)).toBe(mine[45]);
});
