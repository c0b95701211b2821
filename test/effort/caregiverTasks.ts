import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFile } from '../../src/projectFiles';
import type { Deed, Task } from './effort';

const HER_PLACE = 'Tiene su cupo';

/** From the first word to a place in a class, counted in the stories that are played against the service. */
export const caregiverTasks: Task[] = [
  story('registers, then takes a place', 'registers-then-chooses.txt'),
  story('registers by the form, then takes a place', 'form-filled.txt'),
  story('sees classes first, registers, takes a place', 'sees-classes-first.txt'),
  story('is registered, takes a place', 'returns-for-a-class.txt'),
];

function story(name: string, file: string): Task {
  const text = readFileSync(join(projectFile('test', 'dialogs', 'transcripts'), file), 'utf8');
  const [toThere = ''] = text.split(HER_PLACE);
  const does = toThere.split('\n').flatMap(deed);
  // A message is answered by one bubble.
  return { name, does, answers: does.length, is: () => text.includes(HER_PLACE) };
}

function deed(line: string): Deed[] {
  const [, what = ''] = /^> (.+)$/.exec(line) ?? [];
  if (what === '') return [];
  const [, fields] = /^\{(.+)\}$/.exec(what) ?? [];
  if (fields) return [filled(fields)];
  const [, tapped] = /^\[(.+)\]$/.exec(what) ?? [];
  return [tapped ? { taps: tapped } : { types: what }];
}

// One tap opens the form, one sends it; into each field to write in she taps, of a list she taps a row, and what is to be ticked.
function filled(fields: string): Deed {
  const all = fields.split('; ').map((field) => field.split(': '));
  const written = all.filter(([name = '']) => /names$|^number$/.test(name));
  const chosen = all.filter(([name = '']) => name === 'document' || name === 'site');
  const taps = 2 + written.length + 2 * chosen.length + 1;
  return { fills: written.map(([, words]) => words).join(''), withTaps: taps };
}
