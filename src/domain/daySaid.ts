import { addDays, weekday } from './calendar';

/** A day as people name it: so many days `ago` (0: today, -1: tomorrow), or by its `weekday`, 1 = Monday. Plain JSON. */
export type DaySaid = { ago: number } | { weekday: number };

/** The date meant by somebody who speaks of what was: "el martes" is the last one, on a Tuesday today's. */
export function dateBefore(day: DaySaid, today: string): string {
  if ('ago' in day) return addDays(today, -day.ago);
  return addDays(today, -((weekday(today) - day.weekday + 7) % 7));
}
