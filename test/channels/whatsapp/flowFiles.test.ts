import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFlowFiles } from '../../../src/channels/whatsapp/flowFiles';
import { readFlow } from '../../../src/channels/whatsapp/flowRules';
import { flowErrors } from '../../../src/channels/whatsapp/simulator/graph/flows';
import { projectFile } from '../../../src/projectFiles';

const ours = readFlowFiles(projectFile('deployment', 'whatsapp', 'flows'));
type Json = { [key: string]: Json & Json[] & string };
const [first] = ours;

/** Our own form with one thing changed. */
function changed(change: (screen: Json, flow: Json) => void): string {
  const flow = structuredClone(first?.json) as unknown as Json;
  change(flow.screens?.[0] as Json, flow);
  return JSON.stringify(flow);
}
function faults(text: string): string {
  const read = readFlow(text);
  return read.ok ? '' : read.faults.join('; ');
}
const bound = (what: string) => `$\{${what}}`;
const parts = (screen: Json) => (screen.layout as Json).children as unknown as Json[];
const field = (screen: Json, name: string) => parts(screen).find((part) => (part.name as string) === name) as Json;

test('our forms are in both languages, and by the stand-in’s rules too there is nothing wrong with them', () => {
  expect(ours.map(({ name, language }) => `${name} ${language}`)).toEqual(['registration en', 'registration es']);
  for (const { text } of ours) expect(flowErrors(text)).toEqual([]);
});

test('the number of her document is masked in the chat', () => {
  for (const { json } of ours) expect(json.screens.map(({ sensitive }) => sensitive)).toEqual([['number']]);
});

test('a name at Meta is another one after every change', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-flows-'));
  writeFileSync(
    join(folder, 'registration.es.json'),
    changed((screen) => Object.assign(screen, { title: 'Inscripción' })),
  );
  const [other] = readFlowFiles(folder);
  rmSync(folder, { recursive: true });
  expect(other?.nameAtMeta).toMatch(/^registration_es_[0-9a-f]{8}$/);
  expect(other?.nameAtMeta).not.toBe(ours[1]?.nameAtMeta);
});

test.each([
  ['no JSON', '{', 'is not JSON'],
  ['an older version', changed((_, flow) => Object.assign(flow, { version: '4.0' })), 'version'],
  ['an endpoint', changed((_, flow) => Object.assign(flow, { data_api_version: '4.0' })), 'data_api_version'],
  ['a digit in a screen’s id', changed((screen) => Object.assign(screen, { id: 'SCREEN1' })), 'must be letters'],
  ['the reserved id', changed((screen) => Object.assign(screen, { id: 'SUCCESS' })), 'not SUCCESS'],
  ['two screens of one id', changed((screen, flow) => flow.screens?.push(screen)), 'two screens of one id'],
  ['no terminal screen', changed((screen) => delete screen.terminal), 'has no terminal screen'],
  ['no Footer', changed((screen) => parts(screen).pop()), 'must have one Footer'],
  ['two Footers', changed((screen) => parts(screen).push(parts(screen).at(-1) as Json)), 'must have one Footer'],
  [
    'a terminal screen that goes on',
    changed((screen) =>
      Object.assign(parts(screen).at(-1) as Json, {
        'on-click-action': { name: 'navigate', next: { type: 'screen', name: 'NOWHERE' }, payload: {} },
      }),
    ),
    'must complete only where it is terminal',
  ],
  ['a long label', changed((screen) => Object.assign(field(screen, 'number'), { label: 'x'.repeat(21) })), 'label'],
  ['a long OptIn', changed((screen) => Object.assign(field(screen, 'consent'), { label: 'x'.repeat(31) })), 'label'],
  [
    'a long helper',
    changed((screen) => Object.assign(field(screen, 'number'), { 'helper-text': 'x'.repeat(81) })),
    'helper',
  ],
  [
    'a pattern without a helper',
    changed((screen) => Object.assign(field(screen, 'first_names'), { pattern: '^a$' })),
    'pattern in first_names and no helper-text',
  ],
  [
    'a required field that is hidden',
    changed((screen) => Object.assign(field(screen, 'number'), { required: true, visible: false })),
    'hides number, which is required',
  ],
  [
    'data nobody declares',
    changed((screen) => Object.assign(field(screen, 'site'), { 'data-source': bound('data.blocks') })),
    `knows no ${bound('data.blocks')}`,
  ],
  [
    'a field that is not there',
    changed((screen) => parts(screen).splice(parts(screen).indexOf(field(screen, 'number')), 1)),
    `knows no ${bound('form.number')}`,
  ],
  [
    'words and a binding in one text',
    changed((screen) =>
      parts(screen).unshift({ type: 'TextBody', text: `Hola ${bound('data.shown')}` } as unknown as Json),
    ),
    'outside back-ticks',
  ],
  [
    'data without an example',
    changed((screen) => delete ((screen.data as Json).sites as Json).__example__),
    'needs an example of sites',
  ],
  [
    '51 parts',
    changed((screen) => parts(screen).unshift(...Array(50).fill({ type: 'TextBody', text: 'x' }))),
    'children',
  ],
  [
    'something sensitive that is not there',
    changed((screen) => screen.sensitive?.push('pin' as never)),
    'no field pin',
  ],
  [
    'two fields of one name',
    changed((screen) => parts(screen).unshift(field(screen, 'number'))),
    'two fields of one name',
  ],
])('a form with %s is refused, and it is said why', (_, text, said) => {
  expect(faults(text)).toContain(said);
});

test('all faults of a folder are named at once, and a form must be the same in all languages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'relevo-flows-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write(
    'registration.es.json',
    changed((screen) => Object.assign(field(screen, 'number'), { name: 'cedula' })),
  );
  write('Other.json', '{}');
  expect(() => readFlowFiles(folder)).toThrow(
    /Other\.json must be called[\s\S]*registration\.es\.json screen REGISTRATION/,
  );
  rmSync(join(folder, 'Other.json'));
  write(
    'registration.es.json',
    changed(
      (screen) =>
        parts(screen).shift() &&
        (parts(screen).unshift as (one: unknown) => void)({ type: 'TextInput', name: 'first_names', label: 'x' }),
    ),
  );
  write(
    'registration.en.json',
    changed((screen) => Object.assign(screen, { id: 'ANOTHER' })),
  );
  expect(() => readFlowFiles(folder)).toThrow(/registration must have the same screens/);
  rmSync(folder, { recursive: true });
});
