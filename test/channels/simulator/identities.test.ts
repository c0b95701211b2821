import { type EchoService, type Item, openEchoService, until } from './echoService';

let service: EchoService;
beforeEach(async () => {
  service = await openEchoService({ statuses: 'all', statusDelaysMs: { sent: 1, delivered: 1, read: 1 } });
});
afterEach(() => service.close());

async function heard(count: number): Promise<Item> {
  await until(() => service.messages().length === count, `${count} messages`);
  return service.messages().at(-1);
}
const contactsSeen = (): Item[] =>
  service.arrived.flatMap(({ value }) => (value as Item).entry[0].changes[0].value.contacts ?? []);

describe('a person', () => {
  test('with a number, an id, a parent id and a user name shows all of them', async () => {
    const ids = { bsuid: 'CO.111', parentBsuid: 'CO.ENT.999' };
    const ana = service.standIn.person({ name: 'Ana', phone: '573001112233', username: '@ana', ...ids });
    ana.says('hola');
    expect(await heard(1)).toMatchObject({
      from: '573001112233',
      from_user_id: 'CO.111',
      from_parent_user_id: 'CO.ENT.999',
    });
    expect(contactsSeen()).toEqual([
      {
        profile: { name: 'Ana', username: '@ana' },
        wa_id: '573001112233',
        user_id: 'CO.111',
        parent_user_id: 'CO.ENT.999',
      },
    ]);
    await service.send({ recipient: 'CO.ENT.999', text: { body: 'Hola' } });
    expect((await ana.nextReply()).text).toBe('Hola');
  });

  test('who hides her number has none in message, contact, status or message id, and is found by it all the same', async () => {
    const ana = service.standIn.person({ name: 'Ana', phone: '573001112233', bsuid: 'CO.111' });
    ana.hidesNumber(true, '@ana');
    ana.says('hola');
    const message = await heard(1);
    expect(message).not.toHaveProperty('from');
    expect(Buffer.from(message.id.slice(6), 'base64').toString('latin1')).not.toContain('573001112233');
    await service.send({ to: '573001112233', text: { body: 'Hola' } });
    await until(() => service.statuses().length === 3, 'the statuses');
    expect(JSON.stringify(service.arrived.map(({ value }) => value))).not.toContain('573001112233');
  });

  test('who moves to another number is announced by both, has a new id, and leaves the old ones to nobody', async () => {
    const ana = service.standIn.person({ name: 'Ana', phone: '573001112233', bsuid: 'CO.111' });
    ana.changesNumber('573009998877');
    const message = await heard(1);
    expect(message).toMatchObject({
      from: '573001112233',
      from_user_id: 'CO.111',
      type: 'system',
      system: { type: 'user_changed_number', wa_id: '573009998877', previous_user_id: 'CO.111' },
    });
    expect(contactsSeen()).toEqual([]);
    const { threads } = service.standIn;
    expect(threads.find({ phone: '573009998877' })?.bsuid).toBe(message.system.user_id);
    expect(message.system.user_id).toMatch(/^CO\.\d{10,}$/);
    expect(threads.find({ phone: '573001112233' })).toBeUndefined();
    expect(threads.find({ bsuid: 'CO.111' })).toBeUndefined();
    expect(threads.byId(ana.id)?.lastHeard).toBeUndefined();
  });

  test('whose id changes is announced without any number', async () => {
    const ana = service.standIn.person({ name: 'Ana', phone: '573001112233', bsuid: 'CO.111' });
    ana.changesId();
    const message = await heard(1);
    expect(message).toMatchObject({ system: { type: 'user_changed_user_id', previous_user_id: 'CO.111' } });
    expect(JSON.stringify(message)).not.toContain('573001112233');
    expect(service.standIn.threads.byId(ana.id)?.phone).toBe('573001112233');
  });

  test('whose number goes to somebody else is not announced, and keeps her own thread', async () => {
    const ana = service.standIn.person({ name: 'Ana', phone: '573001112233', bsuid: 'CO.111' });
    ana.says('hola');
    await heard(1);
    const eva = ana.givesNumberTo('Eva');
    expect(eva.id).not.toBe(ana.id);
    eva.says('¿quién es?');
    const message = await heard(2);
    expect(message.from).toBe('573001112233');
    expect(message.from_user_id).not.toBe('CO.111');
    expect([ana.thread().length, eva.thread().length]).toEqual([1, 1]);
  });
});

describe('what becomes of a message', () => {
  const told = () => service.statuses().map(({ status, errors }) => errors?.[0].code ?? status);
  const send = () => service.send({ to: '573001112233', text: { body: 'Hola' } });

  async function ana() {
    const person = service.standIn.person({ name: 'Ana', phone: '573001112233' });
    person.says('hola');
    await heard(1);
    return person;
  }

  test('for a person without read receipts ends at delivered', async () => {
    (await ana()).sharesReceipts(false);
    await send();
    expect(await service.standIn.settled(1000)).toBe(true);
    expect(told()).toEqual(['sent', 'delivered']);
  });

  test('for a person who is off line waits for her', async () => {
    const her = await ana();
    her.reach('offline');
    await send();
    expect(await service.standIn.settled(1000)).toBe(true);
    expect(told()).toEqual(['sent']);
    her.reach('online');
    await until(() => service.statuses().length === 3, 'the rest');
    expect(told().sort()).toEqual(['delivered', 'read', 'sent']);
    expect(service.standIn.ledger().bill.messages.service).toBe(1);
  });

  test.each([
    ['has blocked us', 'blocked', ['sent']],
    ['has no WhatsApp any more', 'gone', [131026]],
  ] as const)('for a person who %s never reaches her', async (_, reach, expected) => {
    const her = await ana();
    her.reach(reach);
    await send();
    expect(await service.standIn.settled(1000)).toBe(true);
    expect(told()).toEqual(expected);
    expect(her.thread()).toHaveLength(1);
    expect(service.standIn.threads.byId(her.id)?.lost).toHaveLength(1);
    expect(service.standIn.ledger().bill.amount).toBe(0);
  });
});
