import { type Chats, openChats } from './chats';

let chats: Chats;
beforeAll(async () => {
  chats = await openChats();
});
afterAll(() => chats.database.close());

test('a number that came before its document is not asked for again', async () => {
  const phone = chats.phoneOf();
  await phone.says('registrarme', 'acepto', 'Rita Rey Paz');
  expect(await phone.says('52.888.201')).toContain('¿De qué documento es el número *52888201*?');
  expect(await phone.says('52888201')).toContain('Primero dígame de qué documento');
  expect(await phone.says('cédula')).toContain('¿Dónde le queda cerca?');
  expect(await phone.says('suba')).toContain('Cédula de ciudadanía 52888201');
  await phone.taps('Corregir');
  expect(await phone.taps('El documento')).toContain('¿Qué documento tiene?');
});

test('a mobile that came there is no number of a document', async () => {
  const phone = chats.phoneOf();
  await phone.says('registrarme', 'acepto', 'Rita Rey Paz', '3001234567');
  expect(await phone.says('cédula')).toContain('¿Cuál es el número?');
});

test('asked for the number, she may say that it is another document', async () => {
  const phone = chats.phoneOf();
  await phone.says('registrarme', 'acepto', 'Rita Rey Paz', 'cédula');
  expect(await phone.says('no, es pasaporte')).toContain('*Pasaporte*. ¿Cuál es el número?');
  expect(await phone.says('AB123456')).toContain('¿Dónde le queda cerca?');
  expect(await phone.says('suba')).toContain('Pasaporte AB123456');
  const another = chats.phoneOf();
  await another.says('registrarme', 'acepto', 'Rita Rey Paz', 'cédula');
  expect(await another.says('mejor PPT 5123457')).toContain('¿Dónde le queda cerca?');
  expect(await another.says('suba')).toContain('PPT 5123457');
});

test('what she tells with her permission is not asked again', async () => {
  const phone = chats.phoneOf();
  await phone.says('registrarme');
  expect(await phone.says('sí acepto, me llamo Rosa Pinto Leal')).toContain('¿Qué documento tiene?');
  expect(await phone.says('cc 52888202', 'suba')).toContain('*Apellidos:* Pinto Leal');
});

test('who she is, told before she has given it, is neither taken nor a wrong answer', async () => {
  const phone = chats.phoneOf();
  await phone.says('registrarme');
  const said = await phone.says('Rosa Pinto Leal cc 52888203');
  expect(said).toContain('Antes de recibir sus datos necesito su permiso');
  expect(await phone.says('sí')).toContain('¿Cómo se llama?');
  const { state } = await phone.conversation();
  expect(JSON.stringify(state)).not.toContain('52888203');
});

test.each([['no, soy Rosa Pinto Leal cc 52888204'], ['acepto pero no la cédula, soy Rosa Pinto Leal cc 52888204']])(
  '"%s" gives no permission',
  async (said) => {
    const phone = chats.phoneOf();
    await phone.says('registrarme');
    expect(await phone.says(said)).not.toContain('¿Qué documento tiene?');
  },
);

test.each([['mejor sí'], ['sí'], ['cambié de idea'], ['Sí, registrarme']])(
  'who has refused may think again: "%s"',
  async (words) => {
    const phone = chats.phoneOf();
    await phone.says('ver clases', 'chapinero', 'tejido');
    expect(await phone.says('no')).toContain('No guardamos sus datos');
    expect(await phone.choices()).toEqual(['Ver clases', 'Sí, registrarme']);
    expect(await phone.says(words)).toBe('¿Nos da su permiso para guardar sus datos?');
    await phone.says('sí', 'Rita Rey Paz', `ppt 77${words.length}001`);
    expect(await phone.says('sí')).toContain('Tiene su cupo en *Tejido*');
  },
);

test('who has refused is left in peace, and sees the classes she was looking at', async () => {
  const phone = chats.phoneOf();
  await phone.says('ver clases', 'chapinero', 'tejido', 'no');
  expect(await phone.taps('Ver clases')).toContain('Estas son las clases en *Chapinero*');
  await phone.says('tejido', 'no');
  expect(await phone.says('no gracias')).toContain('Está bien.');
});

test('whoever writes in English is answered in English, until she chooses', async () => {
  const phone = chats.phoneOf();
  expect(await phone.says('I want to enroll in a class')).toMatch(/^I answer you in English[\s\S]*Where is it easy/);
  expect(await phone.says('what do I need')).not.toContain('I answer you in English');
  await phone.says('español');
  expect(await phone.says('is it free?')).toContain('Todas las clases son gratis');
});
