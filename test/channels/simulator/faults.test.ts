import { chance } from '../../../src/channels/whatsapp/simulator/chance';
import { type FaultKind, faultAt, faultKinds } from '../../../src/channels/whatsapp/simulator/faults';
import { type EchoService, openEchoService, until } from './echoService';

let service: EchoService;
afterEach(() => service?.close());

async function meet(fault: FaultKind) {
  service = await openEchoService({ faults: { [fault]: 1, slowMs: 150 }, statuses: 'sent', window: 'off' });
  const began = Date.now();
  const sending = service.send({ to: '573001112233', text: { body: 'Hola' } });
  const answer = await Promise.race([
    sending.catch((fault: Error) => ({ status: 0, json: fault.message })),
    new Promise<{ status: number; json: unknown }>((resolve) =>
      setTimeout(() => resolve({ status: -1, json: '' }), 400),
    ),
  ]);
  return { ...answer, ms: Date.now() - began, accepted: service.standIn.ledger().totals.accepted };
}

describe('a fault', () => {
  test.each<[FaultKind, number, number]>([
    ['refuse500', 500, 0],
    ['refuse429', 429, 0],
    ['reset', 0, 0],
    ['acceptThen500', 500, 1],
    ['acceptThenReset', 0, 1],
    ['acceptThenSilence', -1, 1],
    ['statusFirst', 200, 1],
    ['slow', 200, 1],
  ])('%s answers %i and accepts %i', async (fault, status, accepted) => {
    expect(await meet(fault)).toMatchObject({ status, accepted });
  });

  test('html is no JSON', async () => {
    service = await openEchoService({ faults: { html: 1 } });
    await expect(service.send({ to: '573001112233', text: { body: 'Hola' } })).rejects.toThrow(/JSON/);
    expect(service.standIn.ledger().totals).toMatchObject({ accepted: 0, refused: 1 });
  });

  test('slow takes its time', async () => {
    expect((await meet('slow')).ms).toBeGreaterThanOrEqual(150);
  });

  test('statusFirst lets the status overtake the answer', async () => {
    await meet('statusFirst');
    expect(service.statuses()).toMatchObject([{ status: 'sent' }]);
  });

  test('that accepted the message still tells its status, so that the sender can find out', async () => {
    await meet('acceptThenReset');
    await until(() => service.statuses().length === 1, 'the status');
  });

  test('never touches a request that is refused anyway', async () => {
    service = await openEchoService({ faults: { refuse500: 1 } });
    expect((await service.send({ to: '573001112233', text: { body: '' } })).status).toBe(400);
  });

  test('can be switched off in mid-run', async () => {
    service = await openEchoService({ faults: { refuse500: 1 } });
    expect((await service.send({ to: '573001112233', text: { body: 'a' } })).status).toBe(500);
    service.standIn.setFaults({});
    expect((await service.send({ to: '573001112233', text: { body: 'a' } })).status).toBe(200);
  });
});

describe('the draw', () => {
  test('falls on each fault as often as asked', () => {
    const shares = { refuse500: 0.1, slow: 0.2 };
    const drawn = Array.from({ length: 20_000 }, (_, i) => faultAt(shares, chance(1, 'x', i)));
    expect(drawn.filter((one) => one === 'refuse500').length / 20_000).toBeCloseTo(0.1, 1);
    expect(drawn.filter((one) => one === 'slow').length / 20_000).toBeCloseTo(0.2, 1);
    expect(drawn.filter((one) => one === undefined).length / 20_000).toBeCloseTo(0.7, 1);
    expect(new Set(faultKinds).size).toBe(17);
  });

  test('is the same again with the same seed, whatever the order of people, and another with another seed', async () => {
    const play = async (seed: number, phones: string[]) => {
      service = await openEchoService({ seed, faults: { refuse500: 0.5 }, limits: false, window: 'off' });
      const seen: Record<string, string> = {};
      for (let i = 0; i < 20; i++)
        for (const to of phones)
          seen[to] = `${seen[to] ?? ''}${(await service.send({ to, text: { body: 'a' } })).status} `;
      await service.close();
      return seen;
    };
    const there = await play(3, ['573001112233', '573004445566']);
    expect(await play(3, ['573004445566', '573001112233'])).toEqual(there);
    expect(await play(4, ['573001112233', '573004445566'])).not.toEqual(there);
  });
});
