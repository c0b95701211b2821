import { z } from 'zod/v4';

/** A form's JSON (Flow JSON 7.3) of the parts we use. */
export type FlowJson = z.infer<typeof flow>;
type Screen = FlowJson['screens'][number];
type Part = Screen['layout']['children'][number];

/** Reads a form's JSON and holds it to Meta's rules for one without an endpoint (docs of Flow JSON, 2026). */
export function readFlow(text: string): { ok: true; json: FlowJson } | { ok: false; faults: string[] } {
  if (Buffer.byteLength(text) > MOST_BYTES) return { ok: false, faults: ['is larger than 10 MB'] };
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { ok: false, faults: ['is not JSON'] };
  }
  const read = flow.safeParse(given);
  if (!read.success)
    return { ok: false, faults: read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`) };
  const faults = [...screensFaults(read.data), ...read.data.screens.flatMap(screenFaults)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, json: read.data };
}
const MOST_BYTES = 10 * 1024 * 1024;

// Where sources differ about a limit, the lower one.
const words = (most: number) => z.string().min(1).max(most);
const bound = z.string().regex(/^\$\{data\.\w+\}$/, 'must be bound to data');
const flag = z.union([z.boolean(), bound]);
const named = { name: z.string().regex(/^[a-z]\w*$/, 'must be a plain word'), visible: flag.optional() };
const option = z.strictObject({ id: words(200), title: words(30), description: words(300).optional() });
const options = (most: number) => z.union([bound, z.array(option).min(1).max(most)]);
const payload = z.record(z.string(), z.union([z.string(), z.boolean(), z.number()]));
const click = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('complete'), payload }),
  z.strictObject({
    name: z.literal('navigate'),
    next: z.strictObject({ type: z.literal('screen'), name: z.string() }),
    payload,
  }),
]);
const shown = <Type extends string>(type: Type, most: number) =>
  z.strictObject({ type: z.literal(type), text: words(most), visible: flag.optional() });

const part = z.discriminatedUnion('type', [
  shown('TextHeading', 80),
  shown('TextSubheading', 80),
  shown('TextBody', 4096),
  shown('TextCaption', 4096),
  z.strictObject({
    type: z.literal('TextInput'),
    ...named,
    label: words(20),
    'input-type': z.enum(['text', 'number', 'email', 'password', 'passcode', 'phone']).optional(),
    required: flag.optional(),
    'min-chars': z.int().min(0).optional(),
    'max-chars': z.int().min(1).max(80).optional(),
    'helper-text': words(80).optional(),
    'error-message': words(30).optional(),
    pattern: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('Dropdown'),
    ...named,
    label: words(20),
    required: flag.optional(),
    'data-source': options(200),
  }),
  z.strictObject({
    type: z.literal('RadioButtonsGroup'),
    ...named,
    label: words(20),
    required: flag.optional(),
    'data-source': options(20),
  }),
  z.strictObject({ type: z.literal('OptIn'), ...named, label: words(30), required: flag.optional() }),
  z.strictObject({ type: z.literal('Footer'), label: words(35), 'on-click-action': click }),
]);

const datum = z.strictObject({
  type: z.enum(['string', 'boolean', 'number', 'array']),
  items: z.strictObject({ type: z.literal('object'), properties: z.record(z.string(), z.unknown()) }).optional(),
  __example__: z.unknown(),
});

// Neither `routing_model` nor `data_api_version`: both are for forms with an endpoint.
const flow = z.strictObject({
  version: z.enum(['7.0', '7.1', '7.2', '7.3']),
  screens: z
    .array(
      z.strictObject({
        id: z.string().regex(/^(?!SUCCESS$)[A-Za-z_]+$/, 'must be letters and "_", and not SUCCESS'),
        title: words(30),
        terminal: z.literal(true).optional(),
        success: z.boolean().optional(),
        sensitive: z.array(z.string()).default([]),
        data: z.record(z.string().regex(/^[a-z]\w*$/), datum).default({}),
        layout: z.strictObject({ type: z.literal('SingleColumnLayout'), children: z.array(part).min(1).max(50) }),
      }),
    )
    .min(1),
});

function screensFaults({ screens }: FlowJson): string[] {
  const ids = screens.map(({ id }) => id);
  return [
    ...(new Set(ids).size < ids.length ? ['has two screens of one id'] : []),
    ...(screens.some(({ terminal }) => terminal) ? [] : ['has no terminal screen']),
    ...screens
      .flatMap(({ layout }) => layout.children.flatMap(clickOf))
      .flatMap((act) => (act.name === 'navigate' && !ids.includes(act.next.name) ? [`has no ${act.next.name}`] : [])),
  ];
}

function screenFaults(screen: Screen): string[] {
  const { id, terminal, sensitive, data, layout } = screen;
  const parts = layout.children;
  const names = parts.flatMap((each) => ('name' in each ? [each.name] : []));
  const clicks = parts.flatMap(clickOf);
  const wrong = [
    clicks.length !== 1 && 'must have one Footer',
    clicks.some(({ name }) => (name === 'complete') !== (terminal === true)) &&
      'must complete only where it is terminal',
    parts.filter(({ type }) => type === 'OptIn').length > 5 && 'has more than 5 OptIns',
    new Set(names).size < names.length && 'has two fields of one name',
    ...sensitive.map((name) => !names.includes(name) && `has no field ${name} to be sensitive`),
    ...parts.map(partFault),
    ...Object.entries(data).map(([name, each]) => !isOf(each) && `needs an example of ${name} of its type`),
    ...textsIn(layout).flatMap((text) => bindingFaults(text, names, Object.keys(data))),
  ];
  return wrong.flatMap((what) => (what ? [`screen ${id} ${what}`] : []));
}

function partFault(each: Part): string | false {
  if ('pattern' in each && each.pattern !== undefined && !each['helper-text'])
    return `has a pattern in ${each.name} and no helper-text`;
  return (
    'required' in each && each.required === true && each.visible === false && `hides ${each.name}, which is required`
  );
}

function clickOf(each: Part): z.infer<typeof click>[] {
  return each.type === 'Footer' ? [each['on-click-action']] : [];
}

function isOf({ type, __example__: example }: z.infer<typeof datum>): boolean {
  return type === 'array' ? Array.isArray(example) && example.length > 0 : typeof example === type;
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

// Words and a binding in one text only between back-ticks.
function bindingFaults(text: string, names: string[], data: string[]): string[] {
  const bindings = [...text.matchAll(/\$\{(\w+)\.(\w+)\}/g)];
  if (bindings.length === 0) return text.includes('${') ? [`has the odd binding ${text}`] : [];
  const isAlone = bindings.length === 1 && bindings[0]?.[0] === text;
  return [
    ...(isAlone || /^`[^`]*`$/.test(text) ? [] : [`mixes words with a binding outside back-ticks: ${text}`]),
    ...bindings.flatMap(([whole, from, name = '']) =>
      (from === 'data' ? data : from === 'form' ? names : []).includes(name) ? [] : [`knows no ${whole}`],
    ),
  ];
}
