import { type Chats, openChats } from './chats';

let chats: Chats;
beforeAll(async () => {
  chats = await openChats();
});
afterAll(() => chats.database.close());

const register = (document: string) => [
  'registrarme',
  'acepto',
  'Rita Rey Paz',
  `cc ${document}`,
  'suba',
  'sí',
  'ahora no',
];
const take = (where: string, name: string) => ['ver clases', 'otra sede', where, name, 'sí'];

async function enrolled(document: string, ...classes: [string, string][]) {
  const phone = chats.phoneOf();
  await phone.says(...register(document));
  for (const [where, name] of classes) await phone.says('menú', ...take(where, name));
  return phone;
}

async function replies() {
  const { rows } = await chats.database.pool.query('select coming from session_reply');
  return rows.map(({ coming }) => coming);
}

test('"no voy" is for her next meeting, and leaves her place hers', async () => {
  const phone = await enrolled('52888301', ['chapinero', 'tejido']);
  const before = (await replies()).length;
  expect(await phone.says('no voy')).toContain('Su próxima clase de *Tejido* es el miércoles 18 de noviembre');
  expect(await phone.choices()).toEqual(['Avisar que no voy', 'Dejar una clase', 'Nada más']);
  expect(await phone.says('sí')).toContain('Gracias por avisar');
  expect(await replies()).toHaveLength(before + 1);
  expect(await phone.says('mis clases')).toContain('*Tejido*');
});

test('whoever has several says which', async () => {
  const phone = await enrolled('52888302', ['chapinero', 'tejido'], ['bosa', 'danza']);
  expect(await phone.says('no puedo ir mañana')).toContain('¿A cuál clase no puede venir?');
  expect(await phone.says('danza')).toContain('Gracias por avisar');
});

test('whoever means to leave it can', async () => {
  const phone = await enrolled('52888303', ['chapinero', 'tejido']);
  await phone.says('no voy');
  expect(await phone.taps('Dejar una clase')).toContain('¿Deja *Tejido*?');
  expect(await phone.says('sí')).toContain('dejó *Tejido*');
  expect(await phone.says('deshacer')).toContain('sigue en *Tejido*');
});

test('who has no class is told so', async () => {
  const phone = await enrolled('52888304');
  expect(await phone.says('no voy')).toContain('Todavía no tiene clases');
});

test('to leave the waiting list takes one step', async () => {
  const phone = await enrolled('52888305', ['bosa', 'costura']);
  expect(await phone.says('quiero salir de la lista de espera')).toContain('¿Sale de la lista de espera de *Costura*?');
});

test.each([['ok'], ['👍'], ['listo'], ['muchas gracias']])(
  '"%s" after all is done is no wrong answer',
  async (said) => {
    const phone = chats.phoneOf();
    await phone.says('hola', 'persona');
    expect(await phone.says(said)).toContain('Con mucho gusto');
  },
);
