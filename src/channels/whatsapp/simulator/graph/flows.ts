import { randomInt } from 'node:crypto';
import { isObject, type Json, objectsAt, textAt } from './fields';

/** A form (Flow): published ones never change again. */
export type Flow = {
  id: string;
  name: string;
  categories: unknown[];
  status: 'DRAFT' | 'PUBLISHED' | 'DEPRECATED';
  json?: string;
  errors: Json[];
};

/** The forms of one account. */
export type FlowShelf = {
  all: () => Flow[];
  find: (id: string) => Flow | undefined;
  add: (name: string, categories: unknown[]) => Flow;
  remove: (id: string) => void;
};

/** A form that has been published. */
export type PublishedFlow = { name: string; json: string };

/** Opens a shelf with these on it. */
export function openFlowShelf(published: PublishedFlow[] = []): FlowShelf {
  const flows = new Map<string, Flow>();
  for (const { name, json } of published) {
    const flow: Flow = { id: newId(), name, categories: ['SIGN_UP'], status: 'PUBLISHED', json, errors: [] };
    flows.set(flow.id, flow);
  }
  return {
    all: () => [...flows.values()],
    find: (id) => flows.get(id),
    add: (name, categories) => {
      const flow: Flow = { id: newId(), name, categories, status: 'DRAFT', errors: [] };
      flows.set(flow.id, flow);
      return flow;
    },
    remove: (id) => flows.delete(id),
  };
}

function newId(): string {
  return String(randomInt(1e14, 2.8e14));
}

/** What Meta would find wrong in a form's JSON; an empty list when nothing. Of its rules only those that often bite. */
export function flowErrors(text: string): Json[] {
  let flow: unknown;
  try {
    flow = JSON.parse(text);
  } catch {
    return [fault('INVALID_JSON', 'The Flow JSON is not valid JSON.')];
  }
  if (!isObject(flow)) return [fault('INVALID_JSON', 'The Flow JSON is not an object.')];
  const screens = objectsAt(flow, 'screens');
  const version = textAt(flow, 'version') ?? '';
  return [
    ...(/^\d+\.\d+$/.test(version) ? [] : [fault('INVALID_PROPERTY_VALUE', 'Property "version" is required.')]),
    ...(screens.length > 0 ? [] : [fault('INVALID_PROPERTY_VALUE', 'At least one screen is required.')]),
    ...screens.flatMap(screenErrors),
    ...(screens.some(({ terminal }) => terminal === true)
      ? []
      : [fault('MISSING_TERMINAL_SCREEN', 'At least one screen must be terminal.')]),
  ];
}

function screenErrors(screen: Json): Json[] {
  const id = textAt(screen, 'id') ?? '';
  const parts = [...partsIn(screen.layout)];
  const footers = parts.filter(({ type }) => type === 'Footer');
  const wrong = [
    !/^[A-Za-z_]+$/.test(id) && 'may hold only letters and underscores',
    id === 'SUCCESS' && 'is a reserved name',
    parts.length > 50 && 'has more than 50 components',
    footers.length > 1 && 'has more than one Footer',
    screen.terminal === true && footers.length === 0 && 'is terminal and needs a Footer',
    ...parts.map(partError),
  ];
  return wrong.flatMap((what) => (what ? [fault('INVALID_PROPERTY_VALUE', `Screen "${id}" ${what}.`)] : []));
}

function* partsIn(of: unknown): Generator<Json> {
  if (!isObject(of)) return;
  for (const part of objectsAt(of, 'children')) {
    yield part;
    yield* partsIn(part);
  }
}

const longestLabel: Record<string, number> = { TextInput: 20, TextArea: 20, Dropdown: 20, Footer: 35, OptIn: 120 };

function partError(part: Json): string | false {
  const type = textAt(part, 'type') ?? '';
  const most = longestLabel[type];
  if (most !== undefined && (textAt(part, 'label') ?? '').length > most)
    return `has a ${type} whose label is longer than ${most} characters`;
  if (part.pattern !== undefined && part['helper-text'] === undefined)
    return `has a ${type} with a pattern and no helper-text`;
  return part.required === true && part.visible === false && `has a ${type} that is required and not visible`;
}

function fault(error: string, message: string): Json {
  return { error, error_type: 'FLOW_JSON_ERROR', message, line_start: 1, line_end: 1, column_start: 1, column_end: 1 };
}
