import { addDays, weekday } from './calendar';

/**
 * A day as people name it: so many days `ago` (0: today, -1: tomorrow), by its `weekday`, 1 = Monday, or by its day of the
 * month, with the weekday it `falls` on if that was said. Plain JSON.
 */
export type DaySaid = { ago: number } | { weekday: number } | { date: number; month?: number; falls?: number };

/**
 * The date meant by somebody who speaks of what was: "el martes" is the last one, on a Tuesday today's. Nothing if there is
 * none: "el jueves 25" of a Wednesday.
 */
export function dateBefore(day: DaySaid, today: string): string | undefined {
  if ('ago' in day) return addDays(today, -day.ago);
  if ('date' in day) return lastDate(day, today);
  return addDays(today, -((weekday(today) - day.weekday + 7) % 7));
}

function lastDate(
  { date, month, falls }: { date: number; month?: number; falls?: number },
  today: string,
): string | undefined {
  const days = Array.from({ length: 366 }, (_, ago) => addDays(today, -ago));
  const last = days.find(
    (day) => Number(day.slice(8)) === date && (month ?? Number(day.slice(5, 7))) === Number(day.slice(5, 7)),
  );
  return last && (falls === undefined || weekday(last) === falls) ? last : undefined;
}
