import { scripts } from '../../dialogs/all';
import { createVault } from '../../src/services/vault';
import { buildCity, knownPhones } from '../dialogs/city';
import { type Input, isOffered, openWalker, type Walk } from '../dialogs/walker';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { slowness } from '../setup/quickest';

let database: FreshDatabase;
let walk: (phone?: string) => Walk;

beforeAll(async () => {
  database = await freshDatabase({ pipeline: true });
  await buildCity(database.pool, createVault(Buffer.alloc(32, 7)));
  walk = openWalker(database.pool);
  // What is compiled at its first use is not what is measured.
  await measured(walk(), [{ types: 'hola' }, { types: 'registrarme' }]);
});

const texts = [
  'dos mil '.repeat(25),
  'dos mil '.repeat(500),
  '1 y 2 y '.repeat(500),
  'todas menos '.repeat(300),
  '👩🏽‍🦽'.repeat(500),
];
const MOST_CPU_MS = 50;

const registers = ['acepto', 'María Pérez Gómez', 'cédula', '<number>', 'bosa'];
const stories: [string, string | undefined, (string | Input)[]][] = [
  [
    'a caregiver who registers',
    undefined,
    [
      'hola',
      'registrarme',
      ...registers,
      '1',
      'corregir',
      'el nombre',
      'Ana Lucía',
      'Díaz Mora',
      'corregir',
      'la sede',
      'suba',
      'sí',
    ],
  ],
  [
    'a caregiver who takes a class and leaves it',
    undefined,
    [
      'registrarme',
      ...registers,
      '1',
      'sí',
      'ahora no',
      'ver clases',
      'otra sede',
      'engativá',
      'estiramiento',
      'sí, voy con alguien',
      'tres niños',
      'voy sola',
      'mis clases',
      'dejar una clase',
      'sí, dejarla',
    ],
  ],
  [
    'a caregiver who wants a class with rules',
    undefined,
    [
      'registrarme',
      ...registers,
      '1',
      'sí',
      'ahora no',
      'ver clases',
      'otra sede',
      'engativá',
      'años dorados',
      'sí',
      '1950',
    ],
  ],
  [
    'a caregiver who is offered a place',
    undefined,
    [
      'registrarme',
      ...registers,
      '1',
      'sí',
      'ahora no',
      isOffered('BO-1'),
      { gets: 'placeOffer', about: 'BO-1' },
      'no',
      { gets: 'offerEnded', about: 'BO-1' },
    ],
  ],
  [
    'a caregiver who is reminded',
    undefined,
    [
      'registrarme',
      ...registers,
      '1',
      'sí',
      'ahora no',
      isOffered('DA-1'),
      { gets: 'placeOffer', about: 'DA-1' },
      'lo tomo',
      { gets: 'reminder', about: 'DA-1' },
      'no más recordatorios',
    ],
  ],
  [
    'a caregiver with an odd number, who then checks in',
    undefined,
    ['registrarme', ...registers.slice(0, 3), '12', 'bosa', 'sí', 'menú', 'asistir'],
  ],
  [
    'an instructor who marks her class',
    knownPhones.Gloria,
    ['hola', { gets: 'attendanceDue', about: 'YO-1' }, 'menú', 'asistencia', '1', 'todas menos 3 y 7'],
  ],
  [
    'an instructor who cancels a meeting, and holds it after all',
    knownPhones.Nubia,
    [
      'menú',
      'cancelar la clase',
      '1',
      'sí',
      'no',
      'cancelar la clase',
      '1',
      'sí',
      'por la lluvia',
      'sí hay clase',
      '1',
    ],
  ],
  ['somebody who does not want her data kept', undefined, ['registrarme', 'no acepto']],
  [
    'an instructor who leaves open which of two she means',
    knownPhones.Gloria,
    ['asistencia', '1', 'todas menos Ana', 'menú', 'código', 'mi lista', 'quién falta'],
  ],
  ['an instructor whose class was not held', knownPhones.Gloria, ['menú', 'no hubo clase', 'sí']],
  [
    'a caregiver who tells her last names by themselves',
    undefined,
    ['registrarme', 'acepto', 'Ana Lucía', 'Díaz Mora', 'cédula', '<number>', 'bosa'],
  ],
  [
    'an instructor who moves a meeting',
    knownPhones.Nubia,
    ['menú', 'aplazar la clase', '1', 'el domingo a las 6', '1', 'decir el motivo', 'otra razón', 'sí'],
  ],
  [
    'an instructor who has a colleague give a meeting',
    knownPhones.Nubia,
    ['menú', 'necesito un reemplazo', '1', 'Helena Ríos', 'sí'],
  ],
  ['an instructor whose list a newcomer comes to', knownPhones.Martha, ['menú', 'llegó Elvira Peña', 'cocina']],
  [
    'somebody who comes back to what she left',
    undefined,
    ['registrarme', ...registers.slice(0, 3), 'menú', 'registrarme'],
  ],
];
const seen = new Set<string>();

// A number in Spanish words once blocked a process for nine seconds.
test.each(stories)('whatever %s types at any question, its whole turn takes little CPU', async (_, phone, story) => {
  const slow = await measured(
    walk(phone),
    story.map((input) => (typeof input === 'string' ? { types: input } : input)),
  );
  expect(slow).toEqual([]);
});

test('these stories pass through nearly every question there is', () => {
  const all = scripts.flatMap(({ name, steps }) =>
    steps.flatMap((step) => (step.kind === 'ask' ? `${name}.${step.name}` : [])),
  );
  const missed = all.filter((name) => !seen.has(name));
  expect(seen.size > 0.7 * all.length ? [] : missed).toEqual([]);
});

/** Types every hostile text at every question of a story; gives those that took long, by the quickest of three tries. */
async function measured(her: Walk, story: Input[]): Promise<string[]> {
  const slow: string[] = [];
  for (const input of story) {
    const { at = 'nothing' } = await her.does(input);
    seen.add(at);
    const restore = await her.keep();
    for (const text of texts) {
      const took: number[] = [];
      for (let n = 0; n < 3; n += 1) {
        await restore();
        const before = process.cpuUsage();
        await her.does({ types: text });
        const { user, system } = process.cpuUsage(before);
        took.push((user + system) / 1000);
      }
      const quickest = Math.min(...took) / slowness();
      if (quickest > MOST_CPU_MS) slow.push(`${at}: "${text.slice(0, 12)}" ${quickest} ms`);
    }
    await restore();
  }
  return slow;
}
