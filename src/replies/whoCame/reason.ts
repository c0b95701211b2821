import { wordSet } from '../text';
import { type Cursor, type Is, peek, sees, take, typed } from './cursor';
import type { Element } from './elements';

/** What stands in brackets after somebody: a status ("(tarde)"), or a reason ("(cita médica)"). */
export type Aside = { status?: Is<'status'>; reason?: string };

/** Takes the brackets here, if there are any. */
export function takeAside(cursor: Cursor): Aside | undefined {
  if (!sees(cursor, ['open'])) return undefined;
  const close = cursor.elements.findIndex(({ is }, at) => at > cursor.at && is === 'close');
  const inside = cursor.elements.slice(cursor.at + 1, Math.max(close, cursor.at + 1));
  const [first, second] = inside;
  const aside =
    first?.is === 'status' && !second ? { status: first, ...told(cursor, first) } : reasonOf(cursor, inside);
  if (close < 0 || !aside) return undefined;
  cursor.at = close + 1;
  return aside;
}

/** Takes the reason that follows these statuses: after "por", "porque"; after an excuse also without. */
export function takeReason(cursor: Cursor, statuses: Is<'status'>[]): { ok: boolean; reason?: string } {
  const aside = takeAside(cursor);
  if (aside?.status && !aside.status.tells) return { ok: false };
  if (aside) return { ok: true, ...(aside.reason && { reason: aside.reason }) };
  const isGiven = take(cursor, 'because') !== undefined;
  if (statuses.at(-1)?.status === 'excused' && sees(cursor, ['colon']) && sees(cursor, [...free, 'status'], 1))
    cursor.at += 1;
  const isLoose = statuses.at(-1)?.status === 'excused' && (sees(cursor, free) || tellsHere(cursor));
  const begins = statuses.find(({ tells }) => tells) ?? (isGiven || isLoose ? peek(cursor) : undefined);
  if (!begins) return { ok: !isGiven };
  if ((isGiven || isLoose) && !passWords(cursor)) return { ok: false };
  return { ok: true, reason: typed(cursor, begins.start, peek(cursor, -1)?.end ?? begins.end) };
}

function tellsHere(cursor: Cursor): boolean {
  const status = peek(cursor);
  return status?.is === 'status' && status.tells === true;
}

const free: Element['is'][] = ['run', 'article', 'articles', 'from', 'title'];
const joining: Element['is'][] = [...free, 'because', 'that', 'upTo'];

/** Passes over the words of a reason. Not over what may be about somebody: a number, a status, a name on the roster. */
function passWords(cursor: Cursor): boolean {
  const begun = cursor.at;
  while (peek(cursor) && !sees(cursor, ['comma', 'rest'])) {
    const element = peek(cursor);
    const isAnd = element?.is === 'and' && sees(cursor, ['run'], 1);
    if (!element || !(isAnd || mayBeReason(cursor, element))) return false;
    cursor.at += 1;
  }
  return cursor.at > begun;
}

function mayBeReason(cursor: Cursor, element: Element): boolean {
  if (element.is === 'run')
    return !element.words.some((word) => doubts.has(word) || cursor.people.knows(word) === 'exactly');
  // "Por una cita".
  if (element.is === 'number') return element.spelled && element.value === 1;
  return joining.includes(element.is) || (element.is === 'status' && element.tells === true);
}

// "8 excusa creo" gives no reason but a doubt.
const doubts = wordSet('sin tambien tampoco creo casi quiza quizas talvez parece aunque maybe perhaps think also');

function reasonOf(cursor: Cursor, inside: Element[]): Aside | undefined {
  const [first, second, last] = [inside[0], inside[1], inside.at(-1)];
  const words: Element['is'][] = [...joining, 'number', 'comma', 'and'];
  const isReason = inside.every((one) => words.includes(one.is) || (one.is === 'status' && one.tells));
  const beginners: Element['is'][] = ['run', 'because', 'article', 'status'];
  // "(15 minutos)" is a reason, "(3, 7)" is not.
  const begins = first && (beginners.includes(first.is) || (first.is === 'number' && second?.is === 'run'));
  return isReason && begins && last ? { reason: typed(cursor, first.start, last.end) } : undefined;
}

function told(cursor: Cursor, status: Is<'status'>): Aside {
  return status.tells ? { reason: typed(cursor, status.start, status.end) } : {};
}

/** Takes the statuses that stand here one after the other: "no vino con excusa". */
export function takeStatuses(cursor: Cursor): Is<'status'>[] {
  const statuses: Is<'status'>[] = [];
  for (let status = take(cursor, 'status'); status; status = take(cursor, 'status')) statuses.push(status);
  return statuses;
}
