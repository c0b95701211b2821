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

test('who wants no more messages is asked nothing more, and not told of what she left', async () => {
  const phone = await leftHalfWay();
  const said = await phone.says('no me escriban más');
  expect(said).toContain('no le enviaremos más');
  expect(said).not.toContain('?');
  expect(await phone.choices()).toEqual([]);
  chats.clock += 21 * hour;
  expect(await chats.tellDue()).toBe(0);
});

test('"No por ahora" is taken kindly', async () => {
  const phone = await leftHalfWay();
  chats.clock += 21 * hour;
  await chats.tellDue();
  expect(await phone.taps('No por ahora')).toContain('Cuando quiera terminar');
});

test.each([['Seguir'], ['seguir'], ['si sigamos'], ['1'], ['sí']])(
  '"%s", typed where her name is asked, goes on with the registration',
  async (words) => {
    const phone = chats.phoneOf();
    await phone.says('registrarme', 'acepto');
    const asked = (await phone.last()).text;
    chats.clock += 21 * hour;
    await chats.tellDue();
    expect(await phone.says(words)).toBe(asked);
  },
);

test.each([['No por ahora'], ['ahora no puedo'], ['más tarde'], ['2']])(
  '"%s", typed where her name is asked, leaves it kindly, and it can be taken up',
  async (words) => {
    const phone = chats.phoneOf();
    await phone.says('registrarme', 'acepto');
    const asked = (await phone.last()).text;
    chats.clock += 21 * hour;
    await chats.tellDue();
    expect(await phone.says(words)).toContain('Cuando quiera terminar');
    await phone.says('registrarme');
    expect(await phone.taps('Sí, seguimos')).toBe(asked);
  },
);

test('after a day without a word, a typed answer to it is taken at once', async () => {
  const phone = await leftHalfWay();
  const asked = (await phone.last()).text;
  chats.clock += 27 * hour;
  await chats.tellDue();
  expect(await phone.says('continuar')).toBe(asked);
});

test('what answers the open question is no answer to it', async () => {
  const phone = chats.phoneOf();
  await phone.says('registrarme', 'acepto');
  chats.clock += 21 * hour;
  await chats.tellDue();
  expect(await phone.says('Rosa Elena Gil')).toContain('¿Qué documento tiene?');
});

test.each([['más tarde'], ['ahora no'], ['3']])(
  'asked whether to go on, "%s" keeps what she had, and lets her go',
  async (words) => {
    const phone = await leftHalfWay();
    chats.clock += 50 * hour;
    expect(await phone.says('hola')).toContain('¿Seguimos donde íbamos?');
    expect(await phone.says(words)).toContain('queda guardado');
    expect(await phone.says('registrarme', 'seguir')).toContain('¿Qué documento tiene?');
  },
);

test('whoever does not want to go on is not taken to leave a class', async () => {
  const phone = await leftHalfWay();
  expect(await phone.says('no quiero seguir')).toContain('¿Qué quiere hacer?');
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
