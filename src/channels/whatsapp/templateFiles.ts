import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod/v4';

/** A template as we have it approved: its texts by Meta's code of their language. */
export type TemplateFile = z.infer<typeof shape> & { name: string };

/** A template in one language: blanks are `{{name}}`, buttons send the payload that goes out with them. */
export type TemplateText = TemplateFile['texts'][string];

/** All templates, by name. */
export type TemplateFiles = ReadonlyMap<string, TemplateFile>;

/** Reads a folder of `NAME.json`. Throws an error that names everything Meta would refuse. */
export function readTemplateFiles(folder: string): TemplateFiles {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
  const read = names.map((name) => readOne(name, readFileSync(join(folder, `${name}.json`), 'utf8')));
  const faults = read.flatMap((each) => ('faults' in each ? each.faults : []));
  if (faults.length > 0) throw new Error(`Templates in ${folder} are not as they must be:\n- ${faults.join('\n- ')}`);
  return new Map(read.flatMap((each) => ('name' in each ? [[each.name, each] as const] : [])));
}

/** The text for somebody's language: that language, else one of its kind ("es_CO" for "es"), else the first there is. */
export function textFor({ texts }: TemplateFile, language: string): { code: string; text: TemplateText } | undefined {
  const codes = Object.keys(texts);
  const code =
    codes.find((each) => each === language) ?? codes.find((each) => each.split('_')[0] === language) ?? codes[0];
  const text = code === undefined ? undefined : texts[code];
  return code !== undefined && text ? { code, text } : undefined;
}

/** The blanks of a text, each once, in their order. */
export function blanksOf(body: string): string[] {
  return [...new Set([...body.matchAll(/\{\{([^{}]*)\}\}/g)].map(([, name]) => name ?? ''))];
}

// Meta's limits for templates of text with quick replies.
const text = z.strictObject({
  body: z
    .string()
    .min(1)
    .max(1024)
    .regex(/^(?!\s*\{\{)[\s\S]*(?<!\}\}\s*)$/, 'must neither begin nor end with a blank'),
  buttons: z
    .array(z.string().min(1).max(20))
    .max(3)
    .refine((titles) => new Set(titles).size === titles.length, 'must have different titles')
    .default([]),
  /** A made-up filling, which Meta's reviewers want to see. */
  example: z.record(z.string(), z.string().min(1).max(60)).default({}),
});

const shape = z.strictObject({
  category: z.enum(['UTILITY', 'MARKETING']),
  /** When it is sent; for the people who keep the texts. */
  about: z.string().min(1),
  texts: z.record(z.string().regex(/^[a-z]{2}(_[A-Z]{2})?$/), text),
});

function readOne(name: string, file: string): TemplateFile | { faults: string[] } {
  let given: unknown;
  try {
    given = JSON.parse(file);
  } catch {
    return { faults: [`${name} is not JSON`] };
  }
  const read = shape.safeParse(given);
  if (!read.success)
    return { faults: read.error.issues.map(({ path, message }) => `${name} ${path.join('.')} ${message}`) };
  const template = { name, ...read.data };
  const faults = [
    ...(/^[a-z][a-z0-9_]{0,511}$/.test(name) ? [] : [`${name}: a name has small letters, digits and _`]),
    ...Object.entries(template.texts).flatMap(([code, each]) =>
      blankFaults(each).map((said) => `${name} ${code} ${said}`),
    ),
    ...unequal(template),
  ];
  return faults.length > 0 ? { faults } : template;
}

function blankFaults({ body, example }: TemplateText): string[] {
  const blanks = blanksOf(body);
  return [
    ...blanks.filter((blank) => !/^[a-z][a-z0-9_]*$/.test(blank)).map((blank) => `has the odd blank {{${blank}}}`),
    ...blanks.filter((blank) => !example[blank]).map((blank) => `has no example for {{${blank}}}`),
    ...Object.keys(example)
      .filter((blank) => !blanks.includes(blank))
      .map((blank) => `has an example for {{${blank}}}, which is not in its body`),
  ];
}

// A script fills a template before it knows the language.
function unequal({ name, texts }: TemplateFile): string[] {
  const kinds = Object.values(texts).map(({ body, buttons }) => `${blanksOf(body).sort()} ${buttons.length}`);
  return new Set(kinds).size > 1 ? [`${name} must have the same blanks and as many buttons in all languages`] : [];
}
