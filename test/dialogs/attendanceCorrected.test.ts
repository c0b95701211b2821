import { openStory, type Story } from './story';

let story: Story;
beforeAll(async () => {
  story = await openStory();
});
afterAll(() => story.close());

const says = async (message: string) => {
  const bubbles = await story.does('Gloria', { says: message });
  return bubbles.map(({ text }) => text).join('\n');
};

test('once saved, a mark is put on the right one by saying who it was', async () => {
  await says('todas menos 3');
  await says('sí');
  const echo = await says('no era Marta Barrera sino Rosa Duarte');
  expect(echo).toContain('❌ Faltó 1 persona: 7. Rosa Duarte Barrera');
  expect(echo).toContain('¿Guardo?');
  expect(await says('sí')).toContain('33 presentes');
  expect(await says('me equivoqué, Rosa Duarte sí vino')).toContain('✅ Vinieron 34 personas');
  await says('cancelar');
});

test('who is not on the list is asked for, and the rest of the correction is kept', async () => {
  await says('todas menos 3, la 3 faltó');
  await says('sí');
  expect(await says('no era Marta Barrera sino Penélope')).toContain('No encuentro a *Penélope* en la lista');
  expect(await says('la 7')).toContain('❌ Faltó 1 persona: 7. Rosa Duarte Barrera');
  expect(await says('sí')).toContain('33 presentes');
});

test('what cannot be read of what she says out of the blue is told above the list, once', async () => {
  const list = await says('llegó Laura Castro CC 52999777');
  expect(list).toMatch(/^No entendí \*Laura Castro[\s\S]*1\. /);
  await says('la 9 llegó tarde');
  expect(await says('no')).not.toContain('No entendí');
});

test('asked who did not come, we name them and not the whole list', async () => {
  const said = await says('¿quién faltó hoy?');
  expect(said).toContain('No vinieron: 1.\n7. Rosa Duarte Barrera (faltó)');
  expect(said).not.toContain('1. Ana');
});
