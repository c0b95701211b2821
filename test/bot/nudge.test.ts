import { type Chats, openChats } from './chats';

const hour = 3_600_000;
let chats: Chats;
beforeEach(async () => {
  chats = await openChats();
});
afterEach(() => chats.database.close());

async function leftHalfWay() {
  const phone = chats.phoneOf();
  await phone.says('registrarme', 'acepto', 'Rosa Elena Gil');
  return phone;
}

test('an unfinished registration is told of once, 20 hours after her last answer', async () => {
  const phone = await leftHalfWay();
  chats.clock += 10 * hour;
  await phone.says('cc 52888001');
  chats.clock += 19 * hour;
  expect(await chats.tellDue()).toBe(0);
  chats.clock += 2 * hour;
  expect(await chats.tellDue()).toBe(1);
  expect((await phone.last()).text).toContain('Su registro quedó a medias');
  expect((await phone.last()).template).toMatchObject({ name: 'registration_unfinished' });
  chats.clock += 48 * hour;
  expect(await chats.tellDue()).toBe(0);
});

test('"Seguir" goes on at the very question, and never is she told again', async () => {
  const phone = await leftHalfWay();
  const asked = (await phone.last()).text;
  chats.clock += 21 * hour;
  await chats.tellDue();
  expect(await phone.taps('Seguir')).toBe(asked);
  chats.clock += 30 * hour;
  expect(await chats.tellDue()).toBe(0);
});

test('from the menu too', async () => {
  const phone = await leftHalfWay();
  const asked = (await phone.last()).text;
  await phone.says('menú');
  chats.clock += 21 * hour;
  await chats.tellDue();
  expect(await phone.says('sí')).toBe(asked);
});

test('"No por ahora" is taken kindly', async () => {
  const phone = await leftHalfWay();
  chats.clock += 21 * hour;
  await chats.tellDue();
  expect(await phone.taps('No por ahora')).toContain('Cuando quiera terminar');
});

test.each([
  ['finished', ['cc 52888001', 'suba', 'sí']],
  ['cancelled', ['cancelar']],
  ['left', ['salir']],
])('once it is %s nothing is told', async (_, words) => {
  const phone = await leftHalfWay();
  await phone.says(...words);
  chats.clock += 30 * hour;
  expect(await chats.tellDue()).toBe(0);
});

test.each([[['registrarme']], [['registrarme', 'no acepto']]])(
  'whoever has not given her leave is never written to: %j',
  async (words) => {
    await chats.phoneOf().says(...words);
    chats.clock += 30 * hour;
    expect(await chats.tellDue()).toBe(0);
  },
);

test('"no más recordatorios" holds until "quiero recordatorios"', async () => {
  const phone = await leftHalfWay();
  expect(await phone.says('menú', 'no más recordatorios')).toContain('no le enviaremos más');
  await phone.says('registrarme', 'sí', 'cc 52888001');
  chats.clock += 21 * hour;
  const before = (await phone.last()).text;
  await chats.tellDue();
  expect((await phone.last()).text).toBe(before);

  const other = await leftHalfWay();
  expect(await other.says('menú', 'no más recordatorios', 'quiero recordatorios')).toContain('le enviaremos record');
});
