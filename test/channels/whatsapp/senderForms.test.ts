import { form, kept } from '../../db/outboxRows';
import { senderWorld } from './senderWorld';

const world = senderWorld();
const forms = { find: () => ({ id: '77', screen: 'REGISTRATION', mode: 'published' as const }) };
const types = () => world.graph.posts.map(({ body }) => Object(body.interactive).type ?? body.type);

test('a form goes out with its id, screen, token and data', async () => {
  await world.messages(await world.person(), 1, { form });
  world.sender({ forms });
  await world.allSent();
  expect(world.graph.posts[0]?.body.interactive).toEqual({
    type: 'flow',
    body: { text: 'Llene el formulario' },
    action: {
      name: 'flow',
      parameters: {
        flow_message_version: '3',
        flow_id: '77',
        flow_token: 'our token',
        flow_cta: 'Llenar',
        mode: 'published',
        flow_action: 'navigate',
        flow_action_payload: { screen: 'REGISTRATION', data: { shown: '1 es' } },
      },
    },
  });
});

test.each([131026, 131051, 132068, 132069, 135000, 100, 139001])(
  'one that is refused with %i leaves the question in its place, once, and what stands behind goes after it',
  async (code) => {
    const person = await world.person();
    const [first = ''] = await world.messages(person, 1, { form });
    const [second = ''] = await world.messages(person, 1, { text: 'y esto' });
    world.graph.script(({ body }) =>
      Object(body.interactive).type === 'flow' ? { kind: 'error', status: 400, code } : undefined,
    );
    world.sender({ forms });
    await world.allSent();
    expect(types()).toEqual(['flow', 'text', 'text']);
    expect(world.graph.taken.map(({ tag }) => tag)).toEqual([first, second]);
    expect(await kept(world.pool, first)).toMatchObject({ status: 'accepted', attempts: 1, error_code: null });
    expect(world.heard.join()).toContain('its question is asked in the chat');
  },
);

test('a refusal that is not about the form is what it always was', async () => {
  const [first = ''] = await world.messages(await world.person(), 1, { form });
  world.graph.script(() => ({ kind: 'error', status: 400, code: 131049 }));
  world.sender({ forms });
  await world.allSent();
  expect(types()).toEqual(['flow']);
  expect(await kept(world.pool, first)).toMatchObject({ status: 'failed', error_code: 131049 });
});

test.each([
  ['that cannot be sent just now', { find: () => undefined }, form],
  ['whose words have no room', forms, { ...form, text: 'x'.repeat(1025) }],
  ['on an installation without forms', undefined, form],
])('a form %s leaves as its question', async (_, given, bubble) => {
  await world.messages(await world.person(), 1, { form: bubble });
  world.sender(given ? { forms: given } : {});
  await world.allSent();
  expect(types()).toEqual(['text']);
});
