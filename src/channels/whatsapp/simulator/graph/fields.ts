import type { Complaint } from './errors';

/** A JSON object whose fields nobody has looked at yet. */
export type Json = Record<string, unknown>;

/** Complaints found one by one; only the first is told, as Meta does. */
export type Complaints = Generator<Complaint, undefined>;

/** The field as an object; an empty one when it is something else. */
export function objectAt(from: Json, name: string): Json {
  const value = from[name];
  return isObject(value) ? value : {};
}

/** The field as a list of objects, an empty list or object standing for anything else. */
export function objectsAt(from: Json, name: string): Json[] {
  const value = from[name];
  return Array.isArray(value) ? value.map((one) => (isObject(one) ? one : {})) : [];
}

/** The field as text; undefined when it is something else. */
export function textAt(from: Json, name: string): string | undefined {
  const value = from[name];
  return typeof value === 'string' ? value : undefined;
}

/** Whether it is a JSON object, neither a list nor null. */
export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Demands a text of 1 to `max` UTF-16 units that is not all spaces: the strictest way Meta may count. */
export function* textComplaints(from: Json, name: string, called: string, max: number): Complaints {
  if (from[name] === undefined) {
    yield { code: 131008, details: `${called} is required.` };
    return undefined;
  }
  const text = textAt(from, name);
  if (text === undefined || text.trim() === '' || text.length > max)
    yield { code: 131009, details: `${called} length invalid. Min length: 1, Max length: ${max}` };
  return undefined;
}

/** Demands that no value stands twice. */
export function* twiceComplaints(values: unknown[], called: string): Complaints {
  if (new Set(values).size < values.length) yield { code: 131009, details: `Duplicated ${called}` };
  return undefined;
}
