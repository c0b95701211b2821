import { type Chats, openChats } from './chats';

let chats: Chats;
beforeAll(async () => {
  chats = await openChats();
});
afterAll(() => chats.database.close());

let people = 0;
async function readBack(name = 'Marleni del Socorro Rodrigues') {
  const phone = chats.phoneOf();
  people += 1;
  await phone.says('ver clases', 'chapinero', 'tejido', 'acepto', name);
  expect(await phone.says(`cc ${52_640_000 + people}`)).toContain('¿Está todo bien?');
  return phone;
}

test.each([
  ['todo bien pero el apellido es rodriguez con z', '*Apellidos:* Rodriguez'],
  ['El apellido es Rodríguez', '*Apellidos:* Rodríguez'],
  ['mi nombre es Marlene', '*Nombres:* Marlene'],
  ['me llamo Marleny Rodríguez', '*Nombres:* Marleny\n*Apellidos:* Rodríguez'],
  ['la cédula es 39.456.821', '*Documento:* Cédula de ciudadanía 39456821'],
  ['es 39456821', '*Documento:* Cédula de ciudadanía 39456821'],
  ['no, es CE 456821', '*Documento:* Cédula de extranjería 456821'],
])('read back, "%s" is put right at once', async (said, shown) => {
  const phone = await readBack();
  const again = await phone.says(said);
  expect(again).toContain(shown);
  expect(again).toContain('¿Está todo bien?');
});

test('of two last names the one it is a slip of is put right', async () => {
  const phone = await readBack('Ana Rodrigues Peña');
  expect(await phone.says('el apellido es Rodríguez con z')).toContain('*Apellidos:* Rodríguez Peña');
  expect(await phone.says('mi apellido es Mora')).toContain('¿Cuáles son sus nombres?');
});

test.each([
  ['el apellido está mal', '¿Cuáles son sus nombres?'],
  ['la cédula quedó mal', '¿Qué documento tiene?'],
  ['esa no es la sede', '¿Dónde le queda cerca?'],
  ['no señorita, mi segundo apellido quedó mal escrito', '¿Cuáles son sus nombres?'],
  ['ese sitio no es', '¿Dónde le queda cerca?'],
])('"%s" is asked for', async (said, asked) => {
  const phone = await readBack();
  expect(await phone.says(said)).toContain(asked);
});

test('whoever wants another class after all picks it, and says nothing of herself twice', async () => {
  const phone = await readBack();
  expect(await phone.says('no espere, mejor en otra clase')).toContain('Estas son las clases en *Chapinero*');
  expect(await phone.says('lectura')).toMatch(/^Revise, por favor:\n\*Nombres:\* Marleni del Socorro/);
  expect(await phone.says('sí')).toContain('Tiene su cupo en *Lectura*');
});

test('what is no word about her data is asked again', async () => {
  const phone = await readBack();
  expect(await phone.says('mmm')).toContain('No le entendí');
});
