import { type Json, objectAt, objectsAt, textAt } from '../graph/fields';
import { dataSent, flowSent, screenSent } from '../graph/flowMessages';
import type { FlowShelf } from '../graph/flows';

/** A form as her phone shows it, one screen long; `payload` and `token` go back with what she fills in. */
export type ShownForm = { title: string; parts: FormPart[]; send: string; payload: Json; token: string };

/** A piece of a form: words to read, or something to write, to choose or to tick. */
type FormPart =
  | { kind: 'words'; text: string; isHeading?: true }
  | { kind: 'text'; name: string; label: string; isRequired: boolean; most: number; helper?: string }
  | { kind: 'choice'; name: string; label: string; isRequired: boolean; options: FormOption[] }
  | { kind: 'tick'; name: string; label: string; isRequired: boolean };
type FormOption = { id: string; title: string; description?: string };

/** What she fills in: by the names of the fields; a choice by id or title. */
export type Filled = { [name: string]: string | boolean };

/** The form of a message, its data in their places. */
export function shownForm(parameters: Json, flows: FlowShelf): ShownForm | undefined {
  const flow = flowSent(flows, parameters);
  const screen = flow && screenSent(flow, parameters);
  if (!screen) return undefined;
  const data = dataSent(parameters);
  const parts = objectsAt(objectAt(screen, 'layout'), 'children').map((part) => bound(part, data));
  const footer = parts.find(({ type }) => type === 'Footer') ?? {};
  return {
    title: textAt(screen, 'title') ?? '',
    parts: parts.flatMap(shownPart),
    send: textAt(footer, 'label') ?? '',
    payload: objectAt(objectAt(footer, 'on-click-action'), 'payload'),
    token: textAt(parameters, 'flow_token') ?? '',
  };
}

/** What comes back when she sends it. Throws, as the phone would not let her send it, where something is missing. */
export function formResponse({ parts, payload, token }: ShownForm, filled: Filled): string {
  const values = Object.fromEntries(parts.flatMap((part) => filledIn(part, filled)));
  const answers = Object.entries(payload).flatMap(([key, value]): [string, unknown][] => {
    const [, name] = typeof value === 'string' ? (/^\$\{form\.(\w+)\}$/.exec(value) ?? []) : [];
    if (name === undefined) return [[key, value]];
    return values[name] === undefined ? [] : [[key, values[name]]];
  });
  return JSON.stringify({ ...Object.fromEntries(answers), flow_token: token });
}

function filledIn(part: FormPart, filled: Filled): [string, string | boolean][] {
  if (part.kind === 'words') return [];
  const { name, label, isRequired } = part;
  const given = filled[name] ?? (part.kind === 'tick' ? false : '');
  if (isRequired && (given === '' || given === false)) throw new Error(`The form wants "${label}" filled in.`);
  if (part.kind !== 'choice')
    return [[name, part.kind === 'text' ? String(given).slice(0, part.most) : given === true]];
  if (given === '') return [];
  const option = part.options.find(({ id, title }) => id === given || title === given);
  if (!option) throw new Error(`The form has no "${given}" to choose for "${label}".`);
  return [[name, option.id]];
}

function shownPart(part: Json): FormPart[] {
  const text = textAt(part, 'text');
  const named = { name: textAt(part, 'name') ?? '', label: textAt(part, 'label') ?? '' };
  const field = { ...named, isRequired: part.required === true };
  const helper = textAt(part, 'helper-text');
  if (part.visible === false) return [];
  switch (part.type) {
    case 'TextHeading':
    case 'TextSubheading':
      return [{ kind: 'words', text: text ?? '', isHeading: true }];
    case 'TextBody':
    case 'TextCaption':
      return [{ kind: 'words', text: text ?? '' }];
    case 'TextInput':
    case 'TextArea':
      return [{ kind: 'text', ...field, most: Number(part['max-chars'] ?? 80), ...(helper && { helper }) }];
    case 'Dropdown':
    case 'RadioButtonsGroup':
      return [{ kind: 'choice', ...field, options: objectsAt(part, 'data-source').map(optionOf) }];
    case 'OptIn':
      return [{ kind: 'tick', ...field }];
    default:
      return [];
  }
}

function optionOf(option: Json): FormOption {
  const description = textAt(option, 'description');
  return {
    id: textAt(option, 'id') ?? '',
    title: textAt(option, 'title') ?? '',
    ...(description !== undefined && { description }),
  };
}

// A payload keeps its bindings to fields, which she has yet to fill in.
function bound<T>(value: T, data: Json): T {
  if (Array.isArray(value)) return value.map((each) => bound(each, data)) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, bound(each, data)])) as T;
  const [, name] = typeof value === 'string' ? (/^\$\{data\.(\w+)\}$/.exec(value) ?? []) : [];
  return name === undefined ? value : (data[name] as T);
}
