import fc from 'fast-check';
import { type GraphContent, render } from '../../../src/channels/whatsapp/render';
import type { Choice, Outbound } from '../../../src/domain/talk';

describe('a bubble', () => {
  test('without choices is text', () => {
    expect(render({ text: 'Hola, Ana.' })).toEqual({ type: 'text', text: { body: 'Hola, Ana.' } });
    expect(render({ text: 'Hola.', choices: [], open: 'Ver' })).toEqual({ type: 'text', text: { body: 'Hola.' } });
  });

  test('with three short choices has buttons', () => {
    expect(render({ text: '¿Acepta?', choices: choices('Sí, acepto', 'No', 'Leer más') })).toEqual({
      type: 'interactive',
      interactive: {
        type: 'button',
        body: { text: '¿Acepta?' },
        action: {
          buttons: [
            { type: 'reply', reply: { id: 'c1', title: 'Sí, acepto' } },
            { type: 'reply', reply: { id: 'c2', title: 'No' } },
            { type: 'reply', reply: { id: 'c3', title: 'Leer más' } },
          ],
        },
      },
    });
  });

  test('with four choices has a list behind the label it was given', () => {
    expect(
      render({ text: '¿Dónde?', choices: choices('Usme', 'Suba', 'Bosa', 'Engativá'), open: 'Ver lugares' }),
    ).toEqual({
      type: 'interactive',
      interactive: {
        type: 'list',
        body: { text: '¿Dónde?' },
        action: {
          button: 'Ver lugares',
          sections: [
            {
              rows: [
                { id: 'c1', title: 'Usme' },
                { id: 'c2', title: 'Suba' },
                { id: 'c3', title: 'Bosa' },
                { id: 'c4', title: 'Engativá' },
              ],
            },
          ],
        },
      },
    });
  });

  test.each<[string, Outbound, string]>([
    ['a title of 20 is a button', { text: 'x', choices: choices('a'.repeat(20)) }, 'button'],
    ['a title of 21 is a row', { text: 'x', choices: choices('a'.repeat(21)) }, 'list'],
    ['a detail needs a row', { text: 'x', choices: [{ id: '1', title: 'Yoga', detail: 'lunes a las 8' }] }, 'list'],
    ['ten are a list', { text: 'x', choices: choices(...'abcdefghij') }, 'list'],
    ['eleven are text', { text: 'x', choices: choices(...'abcdefghijk') }, 'text'],
    ['a body of 1,024 has buttons', { text: 'x'.repeat(1024), choices: choices('Sí') }, 'button'],
    ['a body of 1,025 is text', { text: 'x'.repeat(1025), choices: choices('Sí') }, 'text'],
    ['an id of 200 fits a row', { text: 'x', choices: [{ id: 'i'.repeat(200), title: 'a'.repeat(21) }] }, 'list'],
    ['an id of 201 does not', { text: 'x', choices: [{ id: 'i'.repeat(201), title: 'a'.repeat(21) }] }, 'text'],
    ['an id of 256 fits a button', { text: 'x', choices: [{ id: 'i'.repeat(256), title: 'a' }] }, 'button'],
    ['an id of 257 does not', { text: 'x', choices: [{ id: 'i'.repeat(257), title: 'a' }] }, 'text'],
    ['an id that comes twice cannot be tapped', { text: 'x', choices: twice({ id: 'a', title: 'A' }) }, 'text'],
    ['an id with a space around it cannot be tapped', { text: 'x', choices: [{ id: 'a ', title: 'A' }] }, 'text'],
    ['an empty id cannot be tapped', { text: 'x', choices: [{ id: '', title: 'A' }] }, 'text'],
    ['a title of 72 fits a row', { text: 'x', choices: choices('a'.repeat(72)) }, 'list'],
    ['a title of 73 is read in text', { text: 'x', choices: choices('a'.repeat(73)) }, 'text'],
  ])('%s', (_fact, out, way) => {
    const content = render(out);
    expect(content.type === 'interactive' ? content.interactive.type : content.type).toBe(way);
  });

  test('whose choices are numbers says all of them, details too', () => {
    const out = { text: '¿Cuál?', choices: choices(...'abcdefghij', 'Yoga  del\nparque') };
    const [first] = out.choices;
    if (first) first.detail = 'lunes';
    expect(bodyOf(render(out))).toBe(
      '¿Cuál?\n\n1. a — lunes\n2. b\n3. c\n4. d\n5. e\n6. f\n7. g\n8. h\n9. i\n10. j\n11. Yoga del parque',
    );
  });

  test('with a title too long for a row has the whole of it in the description', () => {
    const title = 'Manzana del Cuidado de Ciudad Bolívar';
    const [row, second] = rowsOf({ text: 'x', choices: [{ id: '1', title, detail: 'Calle 70' }, ...choices('B')] });
    expect(row).toEqual({ id: '1', title: 'Manzana del Cuidado de …', description: `${title} · Calle 70` });
    expect(second).toEqual({ id: 'c1', title: 'B' });
  });

  test('with the same title twice shows which is which', () => {
    const titles = ['Yoga', 'yoga', 'Yoga', 'Yoga (2)'];
    expect(rowsOf({ text: 'x', choices: choices(...titles) }).map((row) => row.title)).toEqual([
      'Yoga',
      'yoga (2)',
      'Yoga (3)',
      'Yoga (2) (2)',
    ]);
    const long = 'Escolaridad flexible de la mañana';
    const labels = rowsOf({ text: 'x', choices: choices(long, long) }).map((row) => row.title);
    expect(labels).toEqual(['Escolaridad flexible de…', 'Escolaridad flexibl… (2)']);
  });

  test('is never empty, nor is anything in it', () => {
    expect(bodyOf(render({ text: ' \u200b\n' }))).toBe('…');
    expect(
      render({
        text: '',
        choices: [
          { id: '1', title: ' ' },
          { id: '2', title: '', detail: ' ' },
        ],
      }),
    ).toMatchObject({
      interactive: { body: { text: '…' }, action: { buttons: [{ reply: { title: '1' } }, { reply: { title: '2' } }] } },
    });
    expect(render({ text: 'x', open: ' ', choices: choices(...'abcd') })).toMatchObject({
      interactive: { action: { button: '☰' } },
    });
  });

  test('that is too long is cut, and somebody hears of it', () => {
    const heard = jest.fn();
    expect(bodyOf(render({ text: 'x'.repeat(4096) }, heard))).toHaveLength(4096);
    expect(heard).not.toHaveBeenCalled();
    expect(bodyOf(render({ text: 'x'.repeat(4097) }, heard))).toBe(`${'x'.repeat(4095)}…`);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('that is too long with its choices keeps the choices', () => {
    const heard = jest.fn();
    const body = bodyOf(render({ text: 'x'.repeat(4090), choices: choices(...'abcdefghijkl') }, heard));
    expect(body).toHaveLength(4096);
    expect(body).toMatch(/x…\n\n1\. a\n2\. b\n(.*\n)*12\. l$/);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('loses its details before its text', () => {
    const list = choices(...'abcdefghijkl').map((choice) => ({ ...choice, detail: 'd'.repeat(300) }));
    expect(bodyOf(render({ text: 'x'.repeat(2000), choices: list }))).toMatch(/^x{2000}\n\n1\. a\n2\. b\n/);
  });

  test('whatever it is, keeps all of Meta’s limits, and its ids', () => {
    fc.assert(
      fc.property(outbound, (out) => {
        const content = render(out);
        expect(faultsOf(content)).toEqual([]);
        if (content.type === 'text' || 'name' in content.interactive.action) return;
        expect(idsOf(content)).toEqual(out.choices?.map(({ id }) => id));
      }),
      { numRuns: 1000 },
    );
  });
});

const unit = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom('', ' ', '\n', '👩🏽‍🦱', 'x'.repeat(20), 'ñ'.repeat(25), '\u200b') },
);
const text = fc.tuple(unit, fc.constantFrom(1, 1, 3, 40, 300)).map(([part, times]) => part.repeat(times));
const choice = fc.record(
  { id: fc.oneof(unit, text), title: fc.oneof(unit, text), detail: fc.oneof(unit, text) },
  { requiredKeys: ['id', 'title'] },
);
const outbound: fc.Arbitrary<Outbound> = fc.record(
  {
    text,
    choices: fc.oneof(
      fc.array(choice, { maxLength: 3 }),
      fc.array(choice, { maxLength: 14 }),
      fc.uniqueArray(choice, { maxLength: 11, selector: ({ id }) => id }),
    ),
    open: text,
    asks: fc.constantFrom('location', 'contact'),
  },
  { requiredKeys: ['text'] },
);

function faultsOf(content: GraphContent): string[] {
  if (content.type === 'text') return over([[content.text.body, 4096]]);
  const { body, action } = content.interactive;
  if ('name' in action) return over([[body.text, 1024]]);
  if ('buttons' in action) {
    expect(action.buttons.length).toBeLessThanOrEqual(3);
    expect(new Set(action.buttons.map(({ reply }) => reply.title)).size).toBe(action.buttons.length);
    return over([
      [body.text, 1024],
      ...action.buttons.flatMap(({ reply }): [string, number][] => [
        [reply.title, 20],
        [reply.id, 256],
      ]),
    ]);
  }
  const rows = action.sections.flatMap((section) => section.rows);
  expect(rows.length).toBeLessThanOrEqual(10);
  expect(new Set(rows.map(({ title }) => title)).size).toBe(rows.length);
  return over([
    [body.text, 1024],
    [action.button, 20],
    ...rows.flatMap((row): [string, number][] => [
      [row.title, 24],
      [row.id, 200],
      [row.description ?? '-', 72],
    ]),
  ]);
}

function over(texts: [string, number][]): string[] {
  return texts.filter(([text, most]) => text.length > most || text.trim() === '').map(([text]) => text);
}

function idsOf(content: Extract<GraphContent, { type: 'interactive' }>): string[] {
  const { action } = content.interactive;
  if ('buttons' in action) return action.buttons.map(({ reply }) => reply.id);
  return 'sections' in action ? action.sections.flatMap(({ rows }) => rows.map(({ id }) => id)) : [];
}

function rowsOf(out: Outbound) {
  const content = render(out);
  if (content.type === 'text' || content.interactive.type !== 'list') throw new Error('No list.');
  return content.interactive.action.sections.flatMap((section) => section.rows);
}

function bodyOf(content: GraphContent): string {
  if (content.type !== 'text') throw new Error('No text.');
  return content.text.body;
}

function choices(...titles: string[]): Choice[] {
  return titles.map((title, n) => ({ id: `c${n + 1}`, title }));
}

function twice(choice: Choice): Choice[] {
  return [choice, { ...choice, title: 'B' }];
}
