import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blanksOf, readTemplateFiles, textFor } from '../../../src/channels/whatsapp/templateFiles';
import { projectFile } from '../../../src/projectFiles';

const ours = readTemplateFiles(projectFile('deployment', 'whatsapp', 'templates'));

function reading(files: Record<string, unknown>): () => unknown {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'));
  for (const [name, given] of Object.entries(files))
    writeFileSync(join(folder, `${name}.json`), typeof given === 'string' ? given : JSON.stringify(given));
  return () => readTemplateFiles(folder);
}
const good = {
  category: 'UTILITY',
  about: 'x',
  texts: { es: { body: 'Su clase {{class}} cambia.', example: { class: 'Yoga' } } },
};
const text = (more: object) => ({ ...good, texts: { es: { ...good.texts.es, ...more } } });

describe('our templates', () => {
  test.each([...ours.keys()])('%s is there in Spanish and English', (name) => {
    expect(Object.keys(ours.get(name)?.texts ?? {}).sort()).toEqual(['en', 'es']);
  });

  test('are those the scripts may count on', () => {
    expect([...ours.keys()]).toEqual([
      'account_update',
      'attendance_digest',
      'attendance_due',
      'class_reminder',
      'help_answered',
      'next_term',
      'place_offered',
      'registration_unfinished',
      'session_cancelled',
      'session_moved',
      'substitute_asked',
    ]);
  });

  test('filled with their examples have sentences of at most twenty words', () => {
    for (const { texts } of ours.values())
      for (const { body, example } of Object.values(texts)) {
        const filled = blanksOf(body).reduce(
          (all, blank) => all.replaceAll(`{{${blank}}}`, example[blank] ?? ''),
          body,
        );
        const sentences = filled.replace(/\b(a|p)\. m\./g, '$1m').split(/[.?!:](?:\s|$)/);
        expect(sentences.filter((each) => each.trim().split(/\s+/).length > 20)).toEqual([]);
      }
  });
});

test.each<[string, unknown, RegExp]>([
  ['is not JSON', '{', /x is not JSON/],
  ['has an unknown field', { ...good, footer: 'x' }, /footer/i],
  ['begins with a blank', text({ body: '{{class}} cambia.' }), /neither begin nor end/],
  ['ends with a blank', text({ body: 'Cambia {{class}} ' }), /neither begin nor end/],
  ['has a blank without an example', text({ example: {} }), /no example for \{\{class\}\}/],
  ['has an example without a blank', text({ example: { class: 'Yoga', site: 'Bosa' } }), /\{\{site\}\}, which is not/],
  ['has a blank with capitals', text({ body: 'Su {{Class}} cambia.', example: { Class: 'x' } }), /odd blank/],
  ['has a button that is too long', text({ buttons: ['x'.repeat(21)] }), /buttons/],
  ['has two buttons alike', text({ buttons: ['Sí', 'Sí'] }), /different titles/],
  ['is too long', text({ body: `x ${'y'.repeat(1030)} {{class}}.` }), /body/],
  [
    'has other blanks in another language',
    { ...good, texts: { ...good.texts, en: { body: 'Your class changes.' } } },
    /same blanks/,
  ],
  ['has a strange code of a language', { ...good, texts: { spanish: good.texts.es } }, /texts/],
])('a template that %s stops the start and is named', (_what, file, fault) => {
  expect(reading({ x: file })).toThrow(fault);
});

test('a name is of small letters, digits and underscores', () => {
  expect(reading({ 'Class-Reminder': good })).toThrow(/a name has small letters/);
});

test('somebody’s language is found: exactly, of its kind, or the first there is', () => {
  const of = (...codes: string[]) => ({
    name: 'x',
    category: 'UTILITY' as const,
    about: 'x',
    texts: Object.fromEntries(codes.map((code) => [code, { body: code, buttons: [], example: {} }])),
  });
  expect(textFor(of('en', 'es'), 'es')?.code).toBe('es');
  expect(textFor(of('en', 'es_CO'), 'es')?.code).toBe('es_CO');
  expect(textFor(of('pt_BR'), 'es')?.code).toBe('pt_BR');
  expect(textFor(of(), 'es')).toBeUndefined();
});
