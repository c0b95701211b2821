import { type Chats, openChats } from './chats';

let chats: Chats;
beforeAll(async () => {
  chats = await openChats();
});
afterAll(() => chats.database.close());

async function asked() {
  const phone = chats.phoneOf();
  await phone.says('ver clases', 'chapinero', 'tejido', 'acepto', 'Nubia Velandia');
  return phone;
}

test('whoever has not her document at hand is told that she may look for it, and that it goes without', async () => {
  const phone = await asked();
  expect(await phone.says('no me acuerdo del número')).toMatch(/^Búsquelo con calma[\s\S]*¿Qué documento tiene\?/);
  await phone.says('cédula');
  expect(await phone.says('no la tengo aquí')).toMatch(/^Búsquelo con calma/);
  expect(await phone.says('no tengo')).toContain('*Documento:* En trámite o no tengo');
});

test('a number among words is her number', async () => {
  const phone = await asked();
  expect(await phone.says('ya la saqué: 51 774 902')).toContain('51774902');
  expect(await phone.says('cc')).toContain('*Documento:* Cédula de ciudadanía 51774902');
});
