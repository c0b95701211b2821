import { type Chats, openChats } from './chats';

let chats: Chats;
beforeAll(async () => {
  chats = await openChats();
});
afterAll(() => chats.database.close());

const document = '¿Qué documento tiene?';

async function atReadBack() {
  const phone = chats.phoneOf();
  expect(await phone.says('registrarme', 'acepto', 'María Pérez', 'CC 52123456', 'suba')).toContain('¿Está todo bien?');
  return phone;
}

test('"atrás" after a document that was changed at the read-back goes to the document', async () => {
  const phone = await atReadBack();
  expect(await phone.says('es cédula de extranjería 1234567')).toContain('Cédula de extranjería 1234567');
  expect(await phone.says('atrás')).toContain(document);
});

test('"atrás" after another type, said where its number was asked, goes to the document', async () => {
  const phone = await atReadBack();
  await phone.says('no', 'el documento', 'cédula de extranjería');
  expect(await phone.says('no, es pasaporte')).toContain('*Pasaporte*. ¿Cuál es el número?');
  expect(await phone.says('atrás')).toContain(document);
});

test('"atrás" at the read-back goes to the last question, where nothing was changed', async () => {
  const phone = await atReadBack();
  expect(await phone.says('atrás')).toContain('¿Dónde le queda cerca?');
});
