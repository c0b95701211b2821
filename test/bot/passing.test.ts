import { type Chats, openChats } from './chats';

let chats: Chats;
beforeAll(async () => {
  chats = await openChats();
});
afterAll(() => chats.database.close());

const where = '¿Dónde le queda cerca?';

test.each([
  ['es virtual?', 'Las clases son presenciales'],
  ['que horarios tienen', 'Cada clase tiene su día'],
  ['dan certificado?', 'Eso se lo contesta el equipo'],
  ['mi esposo es discapacitado y no lo puedo dejar solo', 'cuidamos'],
  ['los hombres pueden?', 'también pueden venir'],
  ['tengo 17 años, puedo?', 'menos de 18 años'],
  ['¿hay parqueadero para la moto?', 'Eso se lo contesta el equipo'],
])('asked where she is near, "%s" is answered, and the question is asked again', async (asked, answer) => {
  const phone = chats.phoneOf();
  await phone.says('ver clases');
  const said = await phone.says(asked);
  expect(said).toContain(answer);
  expect(said).toContain(where);
  expect(said).not.toContain('No conozco');
});

test('at the consent what is asked in passing leaves the question alone, not its whole text', async () => {
  const phone = chats.phoneOf();
  await phone.says('registrarme');
  for (const aside of ['para qué quieren mis datos', 'es virtual?', 'ayuda']) {
    const said = await phone.says(aside);
    expect(said).toContain('¿Nos da su permiso para guardar sus datos?');
    expect(said).not.toContain('Quién responde');
  }
  expect(await phone.says('english')).toContain('Who answers for it');
});

test('a question at the menu that nobody has an answer to leads to a person', async () => {
  const phone = chats.phoneOf();
  await phone.says('hola');
  expect(await phone.says('¿hay parqueadero para la moto?')).toContain('Escriba *persona*');
});

test('an instructor who asks something is not sent to the team', async () => {
  const gloria = chats.phoneOf('573101000001');
  await gloria.says('asistencia');
  expect(await gloria.says('¿qué hago con las nuevas?')).not.toContain('Eso se lo contesta');
});

test('whoever has to go for a moment is waited for, wherever she stands', async () => {
  const phone = chats.phoneOf();
  await phone.says('registrarme');
  expect(await phone.says('ya vengo, el niño está llorando')).toMatch(/^Con calma\. Aquí la espero\.[\s\S]*permiso/);
  expect(await phone.says('ya volví')).toMatch(/^Qué bueno que volvió[\s\S]*permiso/);
  expect(await phone.says('mmm')).not.toContain('Si prefiere');
  await phone.says('menú');
  expect(await phone.says('ahorita le escribo')).toBe('Con calma. Aquí la espero.');
});

test('asked when or where the class is that she is taking, or has, we know', async () => {
  const phone = chats.phoneOf();
  await phone.says('ver clases', 'chapinero', 'tejido');
  expect(await phone.says('pero eso q dias es?')).toMatch(/^\*Tejido\* es [a-z]+/);
  await phone.says('acepto', 'Rita Rey Paz', 'cc 52888777', 'sí', 'mis clases');
  expect(await phone.says('y dónde queda')).toMatch(/^\*Chapinero\*: /);
  expect(await phone.says('y si no puedo ir un día?')).toContain('escriba *no voy*');
  await phone.says('menú');
  const said = await phone.says('dónde queda');
  expect(said).toMatch(/^\*Chapinero\*: Transversal 3 Bis Este/);
  expect(said).not.toContain('equipo');
});
