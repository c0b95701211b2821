import { createHash, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { scripts } from '../../dialogs/all';
import { consentInForm } from '../../dialogs/registrationForm';
import type { FilledForm, Outbound, Utterance } from '../../src/domain/talk';
import { buildCity, storyTime } from '../dialogs/city';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { openTurns } from '../setup/turns';
import { vault } from './chats';

let database: FreshDatabase;
let clock = storyTime.getTime();
let people = 0;
beforeAll(async () => {
  database = await freshDatabase({ pipeline: true });
  await buildCity(database.pool, vault);
});

// biome-ignore lint/suspicious/noExplicitAny: a row is looked at from the outside
const one = async (sql: string): Promise<any> => (await database.pool.query(sql)).rows[0];
const registered = async () =>
  (await one('select count(*)::integer as n from person where registered_at is not null')).n;

/** Somebody on WhatsApp, where forms are to be had unless it is said otherwise. */
function phone(hasForm = (): boolean => true, channel: 'whatsapp' | 'web' = 'whatsapp') {
  people += 1;
  const value = channel === 'web' ? randomUUID() : `5730088${String(people).padStart(5, '0')}`;
  const turns = openTurns(database.pool, scripts, { now: () => new Date(clock), hasForm });
  async function does(utterance: Utterance): Promise<Outbound> {
    clock += 1000;
    const from = [{ kind: channel === 'web' ? ('web' as const) : ('phone' as const), value }];
    await turns.receive({ channel, messageId: randomUUID(), from, sentAt: clock, utterance });
    expect(turns.faults).toEqual([]);
    const last = `select o.body from outbox o join address a using (conversation_id) where a.value = '${value}' order by o.id desc`;
    return (await one(`${last} limit 1`)).body;
  }
  return {
    value,
    says: (text: string) => does({ kind: 'text', text }),
    sends: (form: FilledForm) => does({ kind: 'form', form }),
    async asksForForm(): Promise<Outbound> {
      await does({ kind: 'text', text: 'registrarme' });
      return does({ kind: 'text', text: 'formulario' });
    },
  };
}

const answers = (number: string, change: Record<string, string> = {}) => ({
  ...{ form: 'registration', shown: '1 es', first_names: 'Ana', last_names: 'Gil Mora', document: 'CC' },
  ...{ number, consent: 'true', ...change },
});
const tokenOf = (bubble: Outbound) => bubble.form?.token ?? '';
const siteId = async () => (await one(`select id from site where code = 'S6'`)).id as string;

test('what she sends becomes a registration once she has looked it over, and her permission is proved by the form', async () => {
  const her = phone();
  const before = await registered();
  const bubble = await her.asksForForm();
  expect(bubble.form?.data).toMatchObject({ consent: consentInForm('es'), asks_site: true });
  const shown = await her.sends({ token: tokenOf(bubble), answers: answers('52700001', { site: await siteId() }) });
  expect(shown.text).toContain('*Apellidos:* Gil Mora');
  expect(await registered()).toBe(before);
  await her.says('sí');
  expect(await registered()).toBe(before + 1);
  const proof = await one(
    `select c.*, p.first_names, s.code from consent c join person p on p.id = c.person_id join site s on s.id = p.site_id
     order by c.id desc limit 1`,
  );
  expect(proof).toMatchObject({ given: true, text_version: '1', locale: 'es', answer: 'consent: true', code: 'S6' });
  expect(proof.text_hash).toBe(createHash('sha256').update(String(bubble.form?.data.consent)).digest('hex'));
  const inbox = await one(`select body->>'kind' as kind from inbox where message_id = '${proof.message_id}'`);
  expect(inbox.kind).toBe('form');
});

test('without the token it is hers all the same; with that of somebody else it is not', async () => {
  const [her, other] = [phone(), phone()];
  const [, theirs] = [await her.asksForForm(), await other.asksForForm()];
  const refused = await her.sends({ token: `${tokenOf(theirs)}x`, answers: answers('52700002') });
  expect(refused.text).toContain('aquí ya no hace falta');
  expect(refused.form?.token).toBeDefined();
  const taken = await her.sends({ answers: answers('52700002') });
  expect(taken.text).toContain('Recibí sus datos');
});

test('a form whose permission is not ticked keeps nothing before she allows it in the chat', async () => {
  const her = phone();
  const bubble = await her.asksForForm();
  const asked = await her.sends({
    token: tokenOf(bubble),
    answers: answers('52700003', { consent: 'false', site: await siteId() }),
  });
  expect(asked.choices?.map(({ title }) => title)).toEqual(['Sí, acepto', 'No acepto']);
  expect(asked.form).toBeUndefined();
  const conversation = `(select conversation_id from address where value = '${her.value}')`;
  expect((await one(`select count(*)::integer as n from consent where conversation_id = ${conversation}`)).n).toBe(0);
  expect((await her.says('acepto')).text).toContain('*Documento:* Cédula de ciudadanía 52700003');
});

const [never, always] = [(): boolean => false, (): boolean => true];
test.each([
  ['without forms', never, 'whatsapp'],
  ['on the web', always, 'web'],
] as const)('%s nobody is offered one', async (_, hasForm, channel) => {
  const her = phone(hasForm, channel);
  const asked = await her.says('registrarme');
  expect(asked.choices?.map(({ title }) => title)).toEqual(['Sí, acepto', 'No acepto']);
  expect((await her.says('formulario')).form).toBeUndefined();
});

test('asked anew it is the same form, so that she may send whichever she has opened', async () => {
  const her = phone();
  const first = await her.asksForForm();
  const again = await her.says('ayuda');
  expect(tokenOf(again)).toBe(tokenOf(first));
  expect(again.form?.text).toMatch(/^Sin su permiso no guardamos[\s\S]*Toque \*Llenar mis datos\*/);
  expect(again.choices?.map(({ title }) => title)).toEqual(['Sí, acepto', 'No acepto']);
});

test('words of danger in a form are answered with who helps and kept nowhere; the form is still hers to send', async () => {
  const her = phone();
  const bubble = await her.asksForForm();
  const told = await her.sends({
    token: tokenOf(bubble),
    answers: answers('52700004', { last_names: 'mi marido me pega' }),
  });
  expect(told.text).toContain('Línea Púrpura');
  const mine = `conversation_id = (select conversation_id from address where value = '${her.value}')`;
  expect((await one(`select count(*)::integer as n from inbox where ${mine} and body::text like '%me pega%'`)).n).toBe(
    0,
  );
  const shown = await her.sends({ token: tokenOf(bubble), answers: answers('52700004', { site: await siteId() }) });
  expect(shown.text).toContain('Revise, por favor');
});

test('on a phone of several people, whoever sends her form late is not asked first who she is', async () => {
  const her = phone();
  for (const words of ['registrarme', 'acepto', 'Berta Luna', 'cc 52700006', 'suba', 'sí', 'ahora no'])
    await her.says(words);
  await her.says('cambiar de persona');
  await her.says('otra persona');
  const bubble = await her.asksForForm();
  clock += 3_600_000;
  const mine = `id = (select conversation_id from address where value = '${her.value}')`;
  await database.pool.query(`update conversation set shared = true, asks_who = true where ${mine}`);
  const shown = await her.sends({ token: tokenOf(bubble), answers: answers('52700005', { site: await siteId() }) });
  expect(shown.text).toContain('Revise, por favor');
  clock += 3_600_000;
  expect((await her.says('hola')).text).toContain('¿Quién escribe');
});

test('whatever forms come, and wherever she is, nothing throws and nobody is registered', async () => {
  const before = await registered();
  const name = fc.oneof(fc.constantFrom(...Object.keys(answers(''))), fc.string({ maxLength: 5 }));
  const odd = fc.oneof(
    fc.constantFrom('registration', '1 es', 'true', 'CC', 'OTRO', '52700009', 'Ana', ''),
    fc.string({ maxLength: 40 }),
  );
  const form = fc.record({
    token: fc.option(fc.boolean(), { nil: undefined }),
    answers: fc.dictionary(name, odd, { maxKeys: 10 }),
  });
  const where = fc.constantFrom(
    ['hola'],
    ['registrarme'],
    ['registrarme', 'formulario'],
    ['registrarme', 'formulario', 'acepto'],
    ['ver clases', 'bosa'],
    ['registrarme', 'formulario', 'menú'],
  );
  await fc.assert(
    fc.asyncProperty(where, fc.array(form, { minLength: 1, maxLength: 3 }), async (path, forms) => {
      const her = phone();
      let token = '';
      for (const words of path) token = tokenOf(await her.says(words)) || token;
      for (const { token: isHers, answers: given } of forms) {
        const clean = Object.fromEntries(
          Object.entries(given).map(([key, value]) => [key, value.replaceAll('\0', '')]),
        );
        const said = await her.sends({ ...(isHers !== undefined && { token: isHers ? token : 'x' }), answers: clean });
        expect(said.text).not.toBe('');
      }
    }),
    { numRuns: 60 },
  );
  expect(await registered()).toBe(before);
});
