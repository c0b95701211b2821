import { openStory, type Story } from './story';

let story: Story;
let tries = 0;
beforeAll(async () => {
  story = await openStory({ WHATSAPP_FORMS: 'on' });
});
afterAll(() => story.close());

const filled = {
  ...{ first_names: 'Ana', last_names: 'Gil', document: 'CC', number: '52700123' },
  ...{ site: 'Suba', consent: true },
};
const rows = async (sql: string) => (await story.meanwhile(sql)).rows;

test('from the webhook to the row: what she fills in is her registration', async () => {
  await story.does('Ana', { says: 'registrarme' });
  const [form] = await story.does('Ana', { taps: 'Llenar mis datos' });
  expect(form).toMatchObject({ shownAs: 'form', form: { title: 'Registro' } });
  await story.does('Ana', { fills: filled });
  await story.does('Ana', { taps: 'Sí, guardar' });
  expect(
    await rows(
      `select p.first_names, p.last_names, p.document_type, s.name, c.given, c.answer from person p
       join site s on s.id = p.site_id join consent c on c.person_id = p.id where p.last_names = 'Gil' and p.first_names = 'Ana'`,
    ),
  ).toEqual([
    { first_names: 'Ana', last_names: 'Gil', document_type: 'CC', name: 'Suba', given: true, answer: 'consent: true' },
  ]);
  expect(story.refusals()).toEqual([]);
});

test.each([
  ['refused', 'Berta', 'refuse:131026'],
  ['refused as throttled', 'Celia', 'refuse:132069'],
  ['taken and not delivered', 'Dora', 'fail:131026'],
  ['taken, and unknown to her phone', 'Elsa', 'fail:131051'],
] as const)('where the form is %s she is asked in the chat, once, and goes on there', async (_, name, fault) => {
  // A new phone each time it is tried: the form of an earlier try would still be open on hers.
  tries += 1;
  const who = `${name} ${tries}`;
  await story.does(who, { says: 'registrarme' });
  const person = story.standIn.threads.find({ phone: story.phoneOf(who) })?.id;
  story.standIn.nextFault({ fault, times: 1, ...(person && { person }) });
  const told = await story.does(who, { taps: 'Llenar mis datos' });
  expect(told.map(({ text }) => text)).toEqual(['¿Nos da su permiso para guardar sus datos?']);
  expect(told[0]?.choices.map(({ title }) => title)).toEqual(['Sí, acepto', 'No acepto']);
  const [next] = await story.does(who, { taps: 'Sí, acepto' });
  expect(next?.text).toContain('¿Cómo se llama?');
});
