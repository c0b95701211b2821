import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FlowJson, readFlow } from './flowRules';

/** A form in one language as we have it at Meta: its JSON, and a name there that changes with every change of it. */
export type FlowFile = { name: string; language: string; json: FlowJson; text: string; nameAtMeta: string };

/** Reads a folder of `NAME.LANGUAGE.json`. Throws an error that names everything Meta would refuse. */
export function readFlowFiles(folder: string): FlowFile[] {
  const read = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readOne(file, readFileSync(join(folder, file), 'utf8')));
  const files = read.flatMap((each) => ('faults' in each ? [] : [each]));
  const faults = [...read.flatMap((each) => ('faults' in each ? each.faults : [])), ...unequal(files)];
  if (faults.length > 0) throw new Error(`Forms in ${folder} are not as they must be:\n- ${faults.join('\n- ')}`);
  return files;
}

/** What a name at Meta begins with, whichever version of the form it is of. */
export function stemOf({ name, language }: Pick<FlowFile, 'name' | 'language'>): string {
  return `${name}_${language}_`;
}

function readOne(file: string, text: string): FlowFile | { faults: string[] } {
  const [, name, language] = /^([a-z][a-z0-9_]*)\.([a-z]{2}(?:_[A-Z]{2})?)\.json$/.exec(file) ?? [];
  if (!name || !language) return { faults: [`${file} must be called like registration.es.json`] };
  const read = readFlow(text);
  if (!read.ok) return { faults: read.faults.map((fault) => `${file} ${fault}`) };
  const version = createHash('sha256').update(JSON.stringify(read.json)).digest('hex').slice(0, 8);
  return { name, language, json: read.json, text, nameAtMeta: `${stemOf({ name, language })}${version}` };
}

// A script fills a form in, and reads it, before it knows the language.
function unequal(files: FlowFile[]): string[] {
  const kinds = new Map<string, Set<string>>();
  for (const { name, json } of files) kinds.set(name, (kinds.get(name) ?? new Set()).add(skeletonOf(json)));
  return [...kinds].flatMap(([name, shapes]) =>
    shapes.size > 1 ? [`${name} must have the same screens, data, fields and answers in all languages`] : [],
  );
}

function skeletonOf({ screens }: FlowJson): string {
  return JSON.stringify(
    screens.map(({ id, data, layout }) => [
      id,
      Object.entries(data).map(([key, { type }]) => `${key} ${type}`),
      layout.children.map((part) => [
        part.type,
        'name' in part && part.name,
        'on-click-action' in part && part['on-click-action'],
      ]),
    ]),
  );
}
