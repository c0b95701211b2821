import type { Element } from './elements';
import type { People } from './people';
import type { Doubts } from './unclear';

/** A place in the elements of one sentence, and what was found unclear on the way. */
export type Cursor = Doubts & { elements: Element[]; at: number; text: string; people: People };
export type Is<K extends Element['is']> = Extract<Element, { is: K }>;

/** The element here, or so many further on. */
export function peek(cursor: Cursor, ahead = 0): Element | undefined {
  return cursor.elements[cursor.at + ahead];
}

/** Takes the element here if it is of one of these kinds. */
export function take<K extends Element['is']>(cursor: Cursor, ...kinds: K[]): Is<K> | undefined {
  const element = peek(cursor);
  if (!element || !(kinds as string[]).includes(element.is)) return undefined;
  cursor.at += 1;
  return element as Is<K>;
}

/** Whether the element here, or so many further on, is of one of these kinds. */
export function sees(cursor: Cursor, kinds: Element['is'][], ahead = 0): boolean {
  const element = peek(cursor, ahead);
  return element !== undefined && kinds.includes(element.is);
}

/** The text between two places, as typed, short enough to be said back. */
export function typed(cursor: Cursor, start: number, end: number): string {
  return cursor.text.slice(start, end).replace(/\s+/g, ' ').trim().slice(0, longestSaidBack);
}

const longestSaidBack = 120;
