import { type Chats, openChats } from './chats';

let chats: Chats;
beforeAll(async () => {
  chats = await openChats();
});
afterAll(() => chats.database.close());

async function opened(locale: string) {
  const page = chats.phoneOf();
  await page.opens(locale);
  return page;
}

test('in a browser set to English, one plain message in Spanish is answered in Spanish', async () => {
  const page = await opened('en-US');
  const said = await page.says('hola, quiero inscribirme en tejido');
  expect(said).toMatch(/^Le contesto en español\. For English write \*english\*\.[\s\S]*¿Dónde le queda cerca\?/);
  expect(await page.says('chapinero')).toContain('Estas son las clases en *Chapinero*');
});

test('a greeting alone is a courtesy; with the next message it is a language', async () => {
  const page = await opened('en-US');
  expect(await page.says('hola')).toContain('What would you like to do?');
  expect(await page.says('cursos')).toContain('Le contesto en español');
});

test('what says nothing of a language changes none, and one word of Spanish among English is none', async () => {
  const page = await opened('en-US');
  await page.says('hola', 'what classes are there?', 'chapinero');
  expect(await page.says('gracias')).not.toContain('español');
  expect((await page.conversation()).locale).toBe('en');
});

test('in a browser set to Spanish, whoever writes plain English is answered in it', async () => {
  const page = await opened('es-CO');
  expect(await page.says('I want to enroll in a class')).toMatch(/^I answer you in English/);
});

test('whoever has chosen a language keeps it, whatever she writes', async () => {
  const page = await opened('es-CO');
  await page.says('english', 'hola, quiero inscribirme en tejido');
  expect(await page.says('buenas tardes, quiero ver clases')).not.toContain('Le contesto');
  expect((await page.conversation()).locale).toBe('en');
});

test('on WhatsApp she who was answered in English comes back to Spanish by writing it', async () => {
  const phone = chats.phoneOf();
  await phone.says('I want to enroll in a class');
  expect(await phone.says('perdón, quiero ver clases')).toContain('Le contesto en español');
});

test('a name and a document are no language', async () => {
  const page = await opened('en-US');
  await page.says('enrol', 'chapinero');
  await page.taps('Tejido');
  await page.says('I agree', 'Nina Claro Bueno');
  expect(await page.says('CC 52777123')).toContain('Is everything right?');
});
