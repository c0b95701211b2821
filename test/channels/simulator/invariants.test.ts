import { type EchoService, openEchoService, until } from './echoService';

let service: EchoService;
afterEach(() => service.close());
const phone = '573001112233';
const hello = (to: string, tag?: string) => ({
  to,
  text: { body: 'Hola' },
  ...(tag && { biz_opaque_callback_data: tag }),
});

describe('the invariants', () => {
  test('hold for a bot that behaves', async () => {
    service = await openEchoService({ statuses: 'sent', statusDelaysMs: { sent: 1, delivered: 1, read: 1 } });
    service.standIn.person({ name: 'Ana', phone }).says('hola');
    await service.send(hello(phone, '1'));
    await until(() => service.statuses().length === 1, 'the status');
    await until(() => service.standIn.invariants().withoutStatus.length === 0, 'its acknowledgement');
    expect(service.standIn.invariants()).toMatchObject({ holds: true, notTaken: 0, latest: [] });
  });

  test('name free words outside the window, and not a template', async () => {
    const templates = [{ name: 'reminder', language: 'es', body: 'Hola.' }];
    service = await openEchoService({ templates });
    const template = { name: 'reminder', language: { code: 'es' } };
    await service.send({ to: phone, type: 'template', template });
    expect(service.standIn.invariants().holds).toBe(true);
    await service.send(hello(phone));
    expect(service.standIn.invariants()).toMatchObject({
      holds: false,
      counts: { window: 1 },
      latest: [{ invariant: 'window', person: 'p1', message: 2 }],
    });
  });

  test('name a bubble that came twice', async () => {
    service = await openEchoService({ window: 'off' });
    for (const tag of ['1', '2', '1']) await service.send(hello(phone, tag));
    expect(service.standIn.invariants().latest).toMatchObject([{ invariant: 'double', message: 3 }]);
  });

  test('name a second message to her while the first is under way, and not one to somebody else', async () => {
    service = await openEchoService({ window: 'off', faults: { latencyMs: [50, 50] } });
    await Promise.all([service.send(hello(phone)), service.send(hello('573009998877'))]);
    expect(service.standIn.invariants().holds).toBe(true);
    await Promise.all([service.send(hello(phone)), service.send(hello(phone))]);
    expect(service.standIn.invariants().counts).toMatchObject({ order: 1 });
  });

  test('name a pace that Meta refuses', async () => {
    service = await openEchoService({ window: 'off', clock: () => 1_800_000_000_000 });
    for (let i = 0; i < 46; i++) await service.send(hello(phone));
    expect(service.standIn.invariants().counts).toMatchObject({ pairPace: 1, numberPace: 0 });
    for (let i = 0; i < 36; i++) await service.send(hello(`57300999${1000 + i}`));
    expect(service.standIn.invariants().counts).toMatchObject({ pairPace: 1, numberPace: 1 });
  });

  test('name a webhook that was given up, and count those not taken yet', async () => {
    service = await openEchoService({ delivery: { retryFactor: 0 } });
    service.answers.push(...Array<number>(15).fill(500));
    service.standIn.person({ name: 'Ana', phone }).says('hola');
    expect(service.standIn.invariants().notTaken).toBe(1);
    await until(() => service.standIn.invariants().counts.webhookLost === 1, 'that it is given up');
  });

  test('list what was accepted and never told of', async () => {
    service = await openEchoService({ window: 'off', statuses: 'all', faults: { neverSent: 1 } });
    await service.send(hello(phone));
    expect(await service.standIn.settled(1000)).toBe(true);
    expect(service.standIn.invariants()).toMatchObject({ holds: true, withoutStatus: [1] });
    expect(service.standIn.threads.byId('p1')).toMatchObject({ bubbles: [], lost: [{ text: 'Hola', code: 0 }] });
  });
});
