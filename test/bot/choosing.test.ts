import { type Chats, openChats } from './chats';

let chats: Chats;
beforeAll(async () => {
  chats = await openChats();
});
afterAll(() => chats.database.close());

const localities = ['Bosa', 'Chapinero', 'Ciudad Bolívar', 'Engativá', 'Suba', 'Usaquén'];

async function registered(document: string) {
  const phone = chats.phoneOf();
  await phone.says('registrarme', 'acepto', 'Rita Rey Paz', `cc ${document}`, 'suba', 'sí', 'ahora no');
  return phone;
}

test.each([
  ['5', 'las localidades donde hay sedes'],
  ['otra sede', 'las localidades donde hay sedes'],
  ['xyzw', 'No conozco ese lugar'],
  ['usme', 'En *Usme* todavía no hay sedes'],
  ['que cursos hay', 'Primero dígame el lugar'],
  ['no sé', 'elíjala de la lista'],
])('where she is near, "%s" brings the localities to tap', async (said, told) => {
  const phone = chats.phoneOf();
  await phone.says('ver clases');
  expect(await phone.says(said)).toContain(told);
  expect(await phone.choices()).toEqual(localities);
  expect(await phone.taps('Chapinero')).toContain('Estas son las clases en *Chapinero*');
});

test('who types nothing but numbers finds her way to a class', async () => {
  const phone = chats.phoneOf();
  await phone.says('1', '1', '1', '2');
  expect(await phone.says('1')).toContain('Para guardarle el cupo en *Tejido*');
});

test('a locality alone, at the menu, is a wish for its classes', async () => {
  const phone = chats.phoneOf();
  await phone.says('hola');
  expect(await phone.says('chapinero')).toContain('Estas son las clases en *Chapinero*');
  await phone.says('menú');
  expect(await phone.says('rosa')).toContain('No le entendí');
});

test.each([['ninguna'], ['no'], ['no gracias']])('none of the classes: "%s"', async (said) => {
  const phone = chats.phoneOf();
  await phone.says('ver clases', 'chapinero');
  expect(await phone.says(said)).toContain('Está bien.');
});

test.each([['otra localidad'], ['muy lejos'], ['queda lejos']])('somewhere else: "%s"', async (said) => {
  const phone = chats.phoneOf();
  await phone.says('ver clases', 'chapinero');
  expect(await phone.says(said)).toContain('¿Dónde le queda cerca?');
});

test('"la de las 2" refuses nothing', async () => {
  const phone = chats.phoneOf();
  await phone.says('ver clases', 'chapinero');
  expect(await phone.says('la de las 2')).not.toContain('Está bien.');
});

test('asked whether she takes a class, she may name another', async () => {
  const phone = await registered('52888101');
  await phone.says('ver clases', 'sí', 'chapinero', 'tejido');
  expect(await phone.says('mejor lectura')).toContain('*Lectura* en Chapinero');
});

test('"mis clases" among her classes shows them, not others to take', async () => {
  const phone = await registered('52888102');
  await phone.says('ver clases', 'sí', 'chapinero', 'tejido', 'sí', 'mis clases');
  expect(await phone.says('mis clases')).toContain('Tiene 1 clase');
  expect(await phone.says('ver más clases')).not.toContain('Tiene 1 clase');
});

test('"ver clases" at the consent, as we tell her to write, shows them', async () => {
  const phone = chats.phoneOf();
  await phone.says('registrarme');
  expect(await phone.says('ver clases')).toContain('¿Dónde le queda cerca?');
});

test('somebody of no group is asked about', async () => {
  const phone = await registered('52888103');
  await phone.says('ver clases', 'sí', 'engativá', 'estiramiento');
  await phone.taps('Sí, voy con alguien');
  expect(await phone.says('mi esposo')).toContain('¿Es persona mayor o con discapacidad?');
  expect(await phone.says('mi esposo con discapacidad')).toContain('Tiene su cupo');
});

test('asked where, whoever says what she seeks is shown that, once she has said the place', async () => {
  const phone = chats.phoneOf();
  await phone.says('ver clases');
  const said = await phone.says('quiero el de tejido');
  expect(said).toMatch(/^Con gusto le muestro las clases[\s\S]*¿Dónde le queda cerca\?/);
  await phone.says('chapinero');
  expect(await phone.choices()).toEqual(['Tejido', 'Ver todas las clases']);
});

test('a yes takes the only class that is shown', async () => {
  const phone = chats.phoneOf();
  await phone.says('quiero clases de tejido', 'chapinero');
  expect(await phone.says('sí, esa')).toContain('Para guardarle el cupo en *Tejido*');
  await phone.says('menú', 'ver clases', 'chapinero');
  expect(await phone.says('sí')).toContain('No le entendí');
});
