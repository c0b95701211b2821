import fc from 'fast-check';
import { renderTemplate } from '../../../src/channels/whatsapp/renderTemplate';
import { filledTemplate, templateComplaint } from '../../../src/channels/whatsapp/simulator/graph/templates';
import { blanksOf, readTemplateFiles, type TemplateFile } from '../../../src/channels/whatsapp/templateFiles';
import { projectFile } from '../../../src/projectFiles';

const file: TemplateFile = {
  name: 'place_offered',
  category: 'UTILITY',
  about: 'x',
  texts: {
    es: { body: 'Hay un cupo en {{class}}, en {{site}}.', buttons: ['Sí', 'No'], example: { class: 'x', site: 'y' } },
  },
};
const given = { name: 'place_offered', language: 'es', blanks: { class: 'Yoga', site: 'Bosa' } };
const choices = ['t:1', 't:2', 't:3'].map((id) => ({ id, title: id }));

test('a template goes out with its blanks by name and the first choices behind its buttons', () => {
  expect(renderTemplate(given, choices, file)).toEqual({
    type: 'template',
    template: {
      name: 'place_offered',
      language: { code: 'es' },
      components: [
        {
          type: 'body',
          parameters: [
            { type: 'text', parameter_name: 'class', text: 'Yoga' },
            { type: 'text', parameter_name: 'site', text: 'Bosa' },
          ],
        },
        { type: 'button', sub_type: 'quick_reply', index: '0', parameters: [{ type: 'payload', payload: 't:1' }] },
        { type: 'button', sub_type: 'quick_reply', index: '1', parameters: [{ type: 'payload', payload: 't:2' }] },
      ],
    },
  });
});

test('a button whose id is too long sends its title', () => {
  const { template } = renderTemplate(given, [{ id: 'x'.repeat(129), title: 'Sí' }], file);
  expect(template.components.filter(({ type }) => type === 'button')).toEqual([]);
});

test('without blanks and choices it has no components', () => {
  const plain = { ...file, texts: { es: { body: 'Hola.', buttons: [], example: {} } } };
  expect(renderTemplate({ ...given, blanks: {} }, choices, plain).template.components).toEqual([]);
});

test('a blank that the script has not filled is a fault of ours', () => {
  expect(() => renderTemplate({ ...given, blanks: { class: 'Yoga' } }, choices, file)).toThrow(/nobody filled: site/);
});

test('whatever fills the blanks, Meta takes it: one line, no row of spaces, never empty, 1,024 characters in all', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3000, unit: 'grapheme' }), (value) => {
      const wild = `${value}\n\t     ${value}`;
      const { template } = renderTemplate({ ...given, blanks: { class: wild, site: value } }, [], file);
      const [body] = template.components;
      const texts = body?.type === 'body' ? body.parameters.map(({ text }) => text) : [];
      expect(texts).toHaveLength(2);
      for (const text of texts) {
        expect(text).not.toMatch(/[\n\r\t\u2028\u2029]| {5}|^$/);
        expect(text.trim()).not.toBe('');
      }
      const fixed = (file.texts.es?.body ?? '').replace(/\{\{\w+\}\}/g, '').length;
      expect(texts.join('').length + fixed).toBeLessThanOrEqual(1024);
      expect(blanksOf(file.texts.es?.body ?? '')).toHaveLength(2);
    }),
  );
});

const ours = readTemplateFiles(projectFile('deployment', 'whatsapp', 'templates'));
const approved = [...ours.values()].flatMap(({ name, texts }) =>
  Object.entries(texts).map(([language, { body, buttons }]) => ({ name, language, body, buttons })),
);

test.each(approved)('$name in $language, filled, is taken as Meta takes it, and read as it was meant', (one) => {
  const source = ours.get(one.name) as TemplateFile;
  const blanks = source.texts[one.language]?.example ?? {};
  const { template } = renderTemplate({ name: one.name, language: one.language, blanks }, choices, source);
  const sent = JSON.parse(JSON.stringify(template));
  expect(templateComplaint(sent, approved)).toBeUndefined();
  const { text, buttons } = filledTemplate(sent, approved);
  expect(text).not.toMatch(/[{}]/);
  expect(buttons).toEqual(one.buttons.map((title, n) => ({ text: title, payload: choices[n]?.id })));
});
