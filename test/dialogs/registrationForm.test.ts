import fc from 'fast-check';
import { documents } from '../../dialogs/documents';
import { consentInForm, formFilled, formToFill, sitesFilled } from '../../dialogs/registrationForm';
import { readFlowFiles } from '../../src/channels/whatsapp/flowFiles';
import { renderForm } from '../../src/channels/whatsapp/render';
import { flowComplaint } from '../../src/channels/whatsapp/simulator/graph/flowMessages';
import { openFlowShelf } from '../../src/channels/whatsapp/simulator/graph/flows';
import { outboundComplaint } from '../../src/channels/whatsapp/simulator/graph/outboundRules';
import { documentFault } from '../../src/domain/document';
import { projectFile } from '../../src/projectFiles';
import { sentence } from '../../src/script/sentences';
import type { World } from '../../src/script/steps';
import type { Site } from '../../src/services/desk';
import { quickest } from '../setup/quickest';

const whole = { form: 'registration', shown: '1 es', first_names: 'Ana', last_names: 'Gil', document: 'CC' };
const filled = { ...whole, number: '52.123.456', site: 's1', consent: 'true' };
const read = (answers: Record<string, string>) => {
  const reading = formFilled({ kind: 'form', form: { answers } });
  return reading?.ok ? reading.value : undefined;
};

test('a form that is filled in well is all that registration asks', () => {
  expect(read(filled)).toEqual({
    language: 'es',
    names: { first: 'Ana', last: 'Gil' },
    document: { type: 'CC', number: '52123456' },
    site: 's1',
  });
});

test.each([
  [
    'all her names in one field',
    { first_names: 'ana maría gil mora', last_names: ' ' },
    { names: { first: 'Ana María', last: 'Gil Mora' } },
  ],
  ['only one name', { last_names: '' }, { names: { first: 'Ana', last: '' } }],
  ['no number', { number: '' }, { document: { type: 'CC' } }],
  ['a document under way', { document: 'OTRO', number: 'no tengo' }, { document: { type: 'OTRO' } }],
  [
    'one of another country',
    { document: 'OTRO', number: 'V 12345678' },
    { document: { type: 'OTRO', number: 'V12345678' } },
  ],
  ['that of a minor', { document: 'TI' }, { document: { type: 'TI' } }],
  ['a permission in English', { shown: '1 en', consent: 'True' }, { language: 'en' }],
])('%s is read as in the chat', (_, change, wanted) => {
  expect(read({ ...filled, ...change })).toMatchObject(wanted);
  expect(read({ ...filled, ...change })).not.toHaveProperty('again');
});

test.each([
  ['figures in her name', { first_names: 'An4' }, 'names', 'registration.nameDigits'],
  ['a sentence for a surname', { last_names: '¿qué es esto?' }, 'names', 'registration.nameNone'],
  ['no number in the number', { number: 'después' }, 'number', 'registration.numberNone'],
  ['two numbers', { number: '52123456 y 52123457' }, 'number', 'registration.numberSeveral'],
])('%s are refused as in the chat', (_, change, what, key) => {
  const { again, names, document } = Object(read({ ...filled, ...change }));
  expect(again.key).toBe(key);
  expect(what === 'names' ? names : document.number).toBeUndefined();
});

test.each([
  ['not ticked', { consent: 'false' }],
  ['left out', { consent: '' }],
  ['of another wording', { shown: '0 es' }],
  ['in a language there is not', { shown: '1 fr' }],
  ['of nobody knows what', { shown: '' }],
])('a permission that is %s is none', (_, change) => {
  expect(read({ ...filled, ...change })).not.toHaveProperty('language');
});

test.each([{}, { form: 'other' }, { first_names: 'Ana', consent: 'true' }])('%j is not our form', (answers) => {
  expect(read(answers)).toBe('broken');
});

test('whatever comes, it is read without a fault, and only what the readers of the chat take', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 1000 }),
    fc.constantFrom('true', 'CC', 'OTRO', '1 es', '52123456', 'Ana'),
  );
  const answers = fc.record(
    {
      form: fc.constantFrom('registration', 'x'),
      shown: odd,
      first_names: odd,
      last_names: odd,
      document: odd,
      number: odd,
      site: odd,
      consent: odd,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(answers, (given) => {
      const value = read(given as Record<string, string>);
      if (given.form !== 'registration') return expect(value).toBe('broken');
      const { names, document } = Object(value);
      if (names) expect(`${names.first} ${names.last}`).toMatch(/^[^\d]*\p{L}[^\d]*$/u);
      if (document) expect(documents.map(({ id }) => id)).toContain(document.type);
      if (document?.number) expect(documentFault(document.type, document.number)).not.toBe('impossible');
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['a number in many words', { number: 'dos mil '.repeat(120) }],
  ['a name of many words', { first_names: 'ana de la '.repeat(100) }],
])('%s is read in a moment', (_, change) => {
  expect(quickest(() => read({ ...filled, ...change }))).toBeLessThan(250);
});

describe.each(['es', 'en'])('as it goes out in %s', (locale) => {
  const files = readFlowFiles(projectFile('deployment', 'whatsapp', 'flows'));
  const json = files.find(({ language }) => language === locale)?.text ?? '';
  const site = (n: number, more: Partial<Site> = {}): Site => ({
    id: `s${n}`,
    code: `S${n}`,
    name: `Manzana del Cuidado número ${n}`,
    locality: `Localidad ${n % 20}`,
    address: 'Calle 1 # 2-3',
    ...more,
  });
  const sent = async (sites: Site[]) => {
    const world = { locale, desk: { sites: async () => sites } } as unknown as World;
    const form = await formToFill(world, false);
    if (!form) return undefined;
    const said = { text: sentence(locale, form.say), open: sentence(locale, form.open) };
    const shelf = openFlowShelf([{ name: 'registration', json }]);
    const flow = { id: shelf.all()[0]?.id ?? '', screen: 'REGISTRATION', mode: 'published' } as const;
    const content = renderForm({ name: form.name, language: locale, token: 't', data: form.data, ...said }, flow);
    const complaint = content && outboundComplaint({ to: '573001112233', ...content }, 1024);
    const ofFlow = content && flowComplaint({ flows: shelf }, content.interactive);
    return { form, complaints: [complaint, ofFlow] };
  };

  test.each([1, 27, 200, 201, 1000])('with %i sites it is a message that Meta takes', async (many) => {
    const { complaints, form } = Object(await sent(Array.from({ length: many }, (_, n) => site(n))));
    expect(complaints).toEqual([undefined, undefined]);
    expect(form.data.sites.length).toBe(many > 200 ? 20 : many);
  });

  test('the consent in it is the one of the chat, without its stars', async () => {
    const { form } = Object(await sent([site(1)]));
    expect(form.data.consent).toBe(consentInForm(locale));
    expect(form.data.consent).not.toContain('*');
    expect(form.data.shown).toBe(`1 ${locale}`);
  });

  test('without sites there is no form', async () => {
    expect(await sent([])).toBeUndefined();
  });

  test('an option stands for its site, or for all of its locality', async () => {
    const few = [site(1), site(2)];
    const many = Array.from({ length: 201 }, (_, n) => site(n));
    const first = async (sites: Site[]) => Object(await sent(sites)).form.data.sites[1].id;
    expect(sitesFilled({ site: await first(few) }, few)).toEqual([few[1]]);
    const meant = sitesFilled({ site: await first(many) }, many);
    expect(new Set(meant.map(({ locality }) => locality)).size).toBe(1);
    expect(meant.length).toBeGreaterThan(1);
    expect(sitesFilled({}, many)).toEqual([]);
  });
});
