import { dateIn, timeIn } from '../../domain/calendar';

/** An instant by the city's clock, as staff read it: "2026-11-22 08:05". */
export function localTime(timeZone: string, instant: Date): string {
  return `${dateIn(timeZone, instant)} ${timeIn(timeZone, instant)}`;
}
