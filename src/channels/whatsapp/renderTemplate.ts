import type { Template } from '../../domain/notice';
import type { Choice } from '../../domain/talk';
import { cut } from './cut';
import { blanksOf, type TemplateFile, type TemplateText, textFor } from './templateFiles';

/** What the Graph API takes as a message made of an approved template. */
export type TemplateContent = {
  type: 'template';
  template: { name: string; language: { code: string }; components: Part[] };
};

type Part =
  | { type: 'body'; parameters: { type: 'text'; parameter_name: string; text: string }[] }
  | { type: 'button'; sub_type: 'quick_reply'; index: string; parameters: [{ type: 'payload'; payload: string }] };

/**
 * Fills a template: the blanks cleaned of what Meta refuses, the first choices behind its buttons. Throws when the script
 * has not filled a blank: that is a fault of ours.
 */
export function renderTemplate(
  { name, language, blanks }: Template,
  choices: Choice[],
  file: TemplateFile,
): TemplateContent {
  const found = textFor(file, language);
  if (!found) throw new Error(`The template ${name} has no text.`);
  const names = blanksOf(found.text.body);
  const room = roomFor(found.text);
  const parameters = names.map((blank) => {
    const value = blanks[blank];
    if (value === undefined) throw new Error(`The template ${name} has a blank that nobody filled: ${blank}.`);
    return { type: 'text' as const, parameter_name: blank, text: cut(cleaned(value), room) };
  });
  const components: Part[] = [
    ...(parameters.length > 0 ? [{ type: 'body' as const, parameters }] : []),
    ...buttonsOf(found.text, choices),
  ];
  return { type: 'template', template: { name, language: { code: found.code }, components } };
}

// New lines, tabs and more than four spaces are refused (132018), and so is nothing at all (131008).
function cleaned(value: string): string {
  return value.replace(/\s+/g, ' ').trim() || '–';
}

// Filled, a body has at most 1,024 characters; no name or place needs more than a part of that.
function roomFor({ body }: TemplateText): number {
  const blanks = [...body.matchAll(/\{\{\w+\}\}/g)];
  const fixed = body.length - blanks.reduce((sum, [blank]) => sum + blank.length, 0);
  return Math.max(1, Math.min(200, Math.floor((1024 - fixed) / Math.max(1, blanks.length))));
}

// Without a payload of ours the button sends its title, which is read like typed words.
function buttonsOf({ buttons }: TemplateText, choices: Choice[]): Part[] {
  return choices.slice(0, buttons.length).flatMap(({ id }, n): Part[] => {
    if (id === '' || id.length > LONGEST_PAYLOAD) return [];
    return [
      { type: 'button', sub_type: 'quick_reply', index: String(n), parameters: [{ type: 'payload', payload: id }] },
    ];
  });
}
const LONGEST_PAYLOAD = 128;
