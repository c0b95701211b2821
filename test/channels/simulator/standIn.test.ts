import { type EchoService, type Item, openEchoService, secrets, until } from './echoService';

const services: EchoService[] = [];
async function open(...args: Parameters<typeof openEchoService>): Promise<EchoService> {
  const service = await openEchoService(...args);
  services.push(service);
  return service;
}
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.close()));
});

describe('ticks', () => {
  test('read and typing come to her phone, and end with the reply', async () => {
    const { standIn, send } = await open();
    const ana = standIn.person({ name: 'Ana', phone: '573001112233' });
    const first = ana.says('hola');
    const second = ana.says('¿hay alguien?');
    await send({ status: 'read', message_id: second, typing_indicator: { type: 'text' } });
    expect(ana.thread().map(({ id, ticks }) => [id, ticks])).toEqual([
      [first, 'read'],
      [second, 'read'],
    ]);
    const contact = standIn.threads.byId(ana.id);
    expect((contact?.typingUntil ?? 0) - standIn.now()).toBeGreaterThan(24_000);
    await send({ to: '573001112233', text: { body: 'Sí' } });
    expect(contact?.typingUntil).toBe(0);
  });

  test('statuses come as sent, delivered, read, each with the tag', async () => {
    const { standIn, send, statuses } = await open({
      statuses: 'all',
      statusDelaysMs: { sent: 1, delivered: 20, read: 20 },
    });
    const ana = standIn.person({ name: 'Ana', phone: '573001112233' });
    ana.says('hola');
    const { json } = await send({ to: '573001112233', text: { body: 'Hola' }, biz_opaque_callback_data: 'outbox:1' });
    await until(() => statuses().length === 3, 'three statuses');
    expect(statuses().map(({ status, id, biz_opaque_callback_data: tag }) => [status, id, tag])).toEqual(
      ['sent', 'delivered', 'read'].map((status) => [status, json.messages[0].id, 'outbox:1']),
    );
    expect(ana.thread().at(-1)?.ticks).toBe('read');
    expect(await standIn.settled(1000)).toBe(true);
  });

  test('a message that is read before its webhook was answered stays read', async () => {
    const { standIn, send, waits, arrived } = await open();
    let release = (): void => {};
    waits.push(new Promise<void>((resolve) => (release = resolve)));
    const ana = standIn.person({ name: 'Ana', phone: '573001112233' });
    const id = ana.says('hola');
    await until(() => arrived.length === 1, 'the webhook');
    await send({ status: 'read', message_id: id });
    release();
    expect(await standIn.settled(1000)).toBe(true);
    expect(ana.thread()[0]?.ticks).toBe('read');
  });

  test('of a reaction Meta tells only that it was sent', async () => {
    const { standIn, send, statuses } = await open({
      statuses: 'all',
      statusDelaysMs: { sent: 1, delivered: 1, read: 1 },
    });
    const id = standIn.person({ name: 'Ana', phone: '573001112233' }).says('hola');
    await send({ to: '573001112233', type: 'reaction', reaction: { message_id: id, emoji: '✅' } });
    await until(() => statuses().length > 0, 'the status');
    expect(await standIn.settled(1000)).toBe(true);
    expect(statuses().map(({ status }) => status)).toEqual(['sent']);
  });

  test('a free message outside the window is accepted, fails, and is not on her phone', async () => {
    let now = Date.now();
    const { standIn, send, statuses } = await open({ statuses: 'all', clock: () => now });
    const ana = standIn.person({ name: 'Ana', phone: '573001112233' });
    ana.says('hola');
    now += 24 * 3_600_000 + 1;
    const { status } = await send({ to: '573001112233', text: { body: '¿Sigue ahí?' } });
    expect(status).toBe(200);
    await until(() => statuses().length === 1, 'the failure');
    expect(statuses()[0]).toMatchObject({
      status: 'failed',
      errors: [{ code: 131047, title: 'Re-engagement message' }],
    });
    expect(ana.thread()).toHaveLength(1);
    expect(standIn.ledger().accepted[0]).toMatchObject({ failure: 131047 });
  });
});

describe('the server', () => {
  test('answers errors with a trace id in body and header', async () => {
    const { standIn } = await open();
    const response = await fetch(`${standIn.url}/v25.0/${secrets.phoneNumberId}/messages`, {
      method: 'POST',
      body: '{}',
    });
    const { error } = (await response.json()) as Item;
    expect(response.status).toBe(401);
    expect(error.fbtrace_id).toBe(response.headers.get('x-fb-trace-id'));
  });

  test('shakes hands with the right token only', async () => {
    const right = await open();
    expect(await right.standIn.verify()).toBe(true);
    const wrong = await open({ verifyToken: 'other' });
    expect(await wrong.standIn.verify()).toBe(false);
  });

  test('closes at once, whatever hangs', async () => {
    const service = await openEchoService({ faults: { acceptThenSilence: 1 } });
    const lost = service.send({ to: '573001112233', text: { body: 'Hola' } }).catch(() => 'lost');
    const nobody = service.standIn
      .person({ name: 'Ana' })
      .nextReply(60_000)
      .catch(() => 'nobody');
    await until(() => service.standIn.ledger().totals.accepted === 1, 'the send');
    await service.close();
    expect(await Promise.all([lost, nobody])).toEqual(['lost', 'nobody']);
  });
});

describe('the ledger', () => {
  test('keeps what was accepted in order, counts tags seen twice, and names what was refused', async () => {
    const { standIn, send } = await open({ window: 'off' });
    for (const tag of ['1', '2', '1'])
      await send({ to: '573001112233', text: { body: tag }, biz_opaque_callback_data: tag });
    await send({ to: '573001112233', text: { body: '' } });
    const { accepted, refused, doubled, totals } = standIn.ledger();
    expect(doubled).toEqual(['1']);
    expect(accepted.map(({ order, tag, person }) => [order, tag, person])).toEqual([
      [1, '1', 'p1'],
      [2, '2', 'p1'],
      [3, '1', 'p1'],
    ]);
    expect(refused).toMatchObject([{ status: 400, code: 100, details: "The parameter text['body'] is required." }]);
    expect(totals).toEqual({ accepted: 3, refused: 1, doubled: 1 });
  });

  test('forgets the oldest when it may keep only a few, and still counts them', async () => {
    const { standIn, send } = await open({ window: 'off', limits: false, keep: { bubbles: 3, messages: 10 } });
    for (let i = 1; i <= 60; i++)
      await send({ to: '573001112233', text: { body: String(i) }, biz_opaque_callback_data: String(i) });
    const { accepted, totals } = standIn.ledger();
    expect(totals.accepted).toBe(60);
    expect(accepted.length).toBeLessThan(20);
    expect(accepted.at(-1)?.order).toBe(60);
    expect(
      standIn
        .person({ name: '', phone: '573001112233' })
        .thread()
        .map(({ text }) => text),
    ).toEqual(['58', '59', '60']);
  });
});
