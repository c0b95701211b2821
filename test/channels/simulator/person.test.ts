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

const echo = (item: Item) => ({ to: item.from, text: { body: `Dijo: ${item.text?.body ?? item.type}` } });
const choose = {
  type: 'interactive',
  interactive: {
    type: 'button',
    body: { text: '¿Va a venir?' },
    action: {
      buttons: [
        { type: 'reply', reply: { id: 'y', title: 'Sí' } },
        { type: 'reply', reply: { id: 'n', title: 'No' } },
      ],
    },
  },
};
const pick = {
  type: 'interactive',
  interactive: {
    type: 'list',
    body: { text: 'Elija' },
    action: { button: 'Ver', sections: [{ title: 'Hoy', rows: [{ id: 'r1', title: 'Yoga', description: '8:00' }] }] },
  },
};

describe('a person', () => {
  test('says something, and the reply comes to her phone', async () => {
    const { standIn, arrived } = await open({}, { reply: echo });
    const ana = standIn.person({ name: 'Ana Ruiz', phone: '573001112233' });
    const id = ana.says('¿Qué hay mañana?');
    expect(await ana.nextReply()).toMatchObject({
      direction: 'outbound',
      text: 'Dijo: ¿Qué hay mañana?',
      shownAs: 'text',
    });
    expect(arrived[0]).toMatchObject({ isSigned: true });
    expect(arrived[0]?.bytes.toString()).toContain('\\u00bfQu\\u00e9 hay ma\\u00f1ana?');
    expect(ana.thread().map(({ n, id: own, ticks }) => [n, own === id, ticks])).toEqual([
      [1, true, 'delivered'],
      [2, false, 'sent'],
    ]);
  });

  test('is the same person however often she is asked for', async () => {
    const { standIn } = await open();
    const ana = standIn.person({ name: 'Ana', phone: '573001112233', bsuid: 'CO.1' });
    expect(standIn.person({ name: '', bsuid: 'CO.1' }).id).toBe(ana.id);
    expect(standIn.person({ name: '', phone: '573001112233' }).id).toBe(ana.id);
  });

  test('taps a button by its title and a row by its id; an old one stays tappable', async () => {
    const { standIn, send, messages } = await open();
    const ana = standIn.person({ name: 'Ana', phone: '573001112233' });
    ana.says('hola');
    await send({ to: '573001112233', ...choose });
    await send({ to: '573001112233', ...pick });
    const [question, menu] = [await ana.nextReply(), await ana.nextReply()];
    expect(question).toMatchObject({
      shownAs: 'buttons',
      choices: [
        { id: 'y', title: 'Sí' },
        { id: 'n', title: 'No' },
      ],
    });
    expect(menu).toMatchObject({
      shownAs: 'list',
      open: 'Ver',
      choices: [{ id: 'r1', title: 'Yoga', detail: '8:00', section: 'Hoy' }],
    });
    ana.taps('r1');
    ana.taps('No');
    await until(() => messages().length === 3, 'both taps');
    expect(messages()[1]).toMatchObject({
      interactive: { list_reply: { id: 'r1', title: 'Yoga', description: '8:00' } },
      context: { id: menu.id },
    });
    expect(messages()[2]).toMatchObject({
      interactive: { button_reply: { id: 'n', title: 'No' } },
      context: { id: question.id },
    });
    expect(ana.thread().at(-1)).toMatchObject({ text: 'No', replyTo: question.id });
    expect(() => ana.taps('Quizá')).toThrow('nothing to tap');
    expect(() => ana.taps('Sí', menu.id)).toThrow('nothing to tap');
  });

  test('taps the quick reply of a template, which comes back as its payload', async () => {
    const { standIn, send, messages } = await open({
      templates: [{ name: 'reminder', language: 'es', body: 'Mañana hay {{1}}.', buttons: ['Voy', 'No voy'] }],
    });
    const ana = standIn.person({ name: 'Ana', phone: '573001112233' });
    const components = [
      { type: 'body', parameters: [{ type: 'text', text: 'yoga' }] },
      { type: 'button', sub_type: 'quick_reply', index: '1', parameters: [{ type: 'payload', payload: 'no:1' }] },
    ];
    await send({
      to: '573001112233',
      type: 'template',
      template: { name: 'reminder', language: { code: 'es' }, components },
    });
    expect(await ana.nextReply()).toMatchObject({
      text: 'Mañana hay yoga.',
      choices: [{ id: 'Voy' }, { id: 'no:1', title: 'No voy' }],
    });
    ana.taps('No voy');
    await until(() => messages().length === 1, 'the tap');
    expect(messages()[0]).toMatchObject({ type: 'button', button: { payload: 'no:1', text: 'No voy' } });
  });

  test('sends a voice note, a photo, a place, a contact, a reaction and something unknown', async () => {
    let now = Date.now();
    const { standIn, send, messages } = await open({ clock: () => now });
    const ana = standIn.person({ name: 'Ana', phone: '573001112233' });
    ana.says('hola');
    await send({ to: '573001112233', ...choose });
    ana.sends({ kind: 'audio' });
    ana.sends({ kind: 'image', caption: 'mi cédula' });
    ana.sends({ kind: 'location', latitude: 4.6, longitude: -74.1 });
    ana.sends({ kind: 'contact', name: 'Rosa', phone: '573004445566' });
    ana.sends({ kind: 'reaction', emoji: '👍' });
    ana.sends({ kind: 'unsupported' });
    await until(() => messages().length === 7, 'all of it');
    expect(messages().map(({ type }) => type)).toEqual([
      'text',
      'audio',
      'image',
      'location',
      'contacts',
      'reaction',
      'unsupported',
    ]);
    expect(ana.thread().find(({ direction }) => direction === 'outbound')).toMatchObject({ reaction: '👍' });
    const { audio } = messages()[1];
    const authorization = `Bearer ${secrets.accessToken}`;
    const sheet: Item = await (await fetch(`${standIn.url}/v25.0/${audio.id}`, { headers: { authorization } })).json();
    expect((await fetch(sheet.url)).status).toBe(401);
    const file = await fetch(sheet.url, { headers: { authorization } });
    expect([file.status, await file.text()]).toEqual([200, 'OggS']);
    now += 300_001;
    expect((await fetch(sheet.url, { headers: { authorization } })).status).toBe(400);
  });

  test('who hides her number is written to by her user id', async () => {
    const { standIn, statuses } = await open(
      { statuses: 'sent' },
      { reply: (item) => ({ recipient: item.from_user_id, text: { body: 'Hola' } }) },
    );
    const eva = standIn.person({ name: 'Eva', bsuid: 'CO.77' });
    eva.says('hola');
    expect(await eva.nextReply()).toMatchObject({ text: 'Hola' });
    await until(() => statuses().length === 1, 'the status');
    expect(statuses()[0]).toMatchObject({ status: 'sent', recipient_user_id: 'CO.77' });
    expect(statuses()[0]).not.toHaveProperty('recipient_id');
  });

  test('who gets no reply in time is told so', async () => {
    const { standIn } = await open();
    const ana = standIn.person({ name: 'Ana' });
    ana.says('hola');
    await expect(ana.nextReply(30)).rejects.toThrow('no reply within 30 ms');
  });
});
