import { any } from './anyOf';
import { readIntent } from './intent';
import { wordsOf } from './text';

/** What a coordinator may ask of her sites: what is not marked, and who teaches. */
export type CoordinatorWish = 'pending' | 'teachers';

/** Reads what a coordinator wants; `teaches`: she has lists of her own, which plain words of attendance mean then. */
export function coordinatorWish(text: string, teaches: boolean): CoordinatorWish | undefined {
  const line = wordsOf(text).slice(0, LONGEST).join(' ');
  if (who.test(line)) return 'teachers';
  const wish = readIntent(text)?.wish;
  if (wish === 'unmarked' || open.test(line)) return 'pending';
  return !teaches && wish !== undefined && ofAttendance.has(wish) ? 'pending' : undefined;
}
const LONGEST = 20;

const ofAttendance = new Set<string>(['attendance', 'my_list', 'who_missed', 'earlier_attendance']);
const open = any('^(ver )?(las |los |mis )?pendientes?$', '^(see |show )?(the )?(pending|unmarked)( classes)?$');
const who = any(
  '(quien|quienes|who)( \\w+){0,2} (dicta|dictan|ensena|ensenan|orienta|orientan|da|dan|teach|teaches|instructs)( \\w+){0,5}$',
  '^(ver |see )?(a )?(las |los |mis |the |my )?(instructor|instructora|instructoras|instructores|profesora|profesoras|profesores|docentes|instructors|teachers)$',
);
