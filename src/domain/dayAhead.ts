import { addDays, isDate, weekday } from './calendar';

/**
 * A day to come, as people name it: so many days from today; a weekday, of `this` or the `next` week or either ("el
 * próximo viernes"), or simply the coming one; a day of the month, with the weekday it `falls` on if she said it. Plain JSON.
 */
export type DayAhead =
  | { in: number }
  | { weekday: number; week?: 'this' | 'next' | 'either' | 'later' }
  | { date: number; month?: number; falls?: number };

/** The dates it may mean, the nearest first: a weekday said on that very day is today or in a week. */
export function datesMeant(day: DayAhead, today: string): string[] {
  if ('in' in day) return [addDays(today, day.in)];
  if ('date' in day) return nextDate(day, today);
  const coming = addDays(today, (day.weekday - weekday(today) + 7) % 7);
  const ofNextWeek = addDays(today, 7 - weekday(today) + day.weekday);
  if (day.week === 'this') return [coming];
  if (day.week === 'next') return [ofNextWeek];
  if (day.week === 'later') return [addDays(coming, 7)];
  if (day.week === 'either') return coming === today ? [ofNextWeek] : [...new Set([coming, ofNextWeek])];
  return coming === today ? [today, addDays(today, 7)] : [coming];
}

// Of this month or the next that has such a day; of a named month, of this year or the next. "Jueves 25" of a Wednesday is none.
function nextDate({ date, month, falls }: Extract<DayAhead, { date: number }>, today: string): string[] {
  const [year = 0, thisMonth = 1] = today.split('-').map(Number);
  for (let step = 0; step < 13; step += 1) {
    const at = thisMonth - 1 + step;
    const [ofYear, ofMonth] = [year + Math.floor(at / 12), (at % 12) + 1];
    const found = `${ofYear}-${String(ofMonth).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
    const isNext = (month ?? ofMonth) === ofMonth && isDate(found) && found >= today;
    if (isNext) return falls === undefined || weekday(found) === falls ? [found] : [];
  }
  return [];
}

/** A time of day as people say it; without a half it may be either. */
export type TimeSaid = { hour: number; minute: number; half?: 'am' | 'pm' };

/**
 * The times "HH:MM" it may mean for a class that begins at `usual`: one to five are after noon, nine to twelve are not in
 * the night; six to eight are in the morning for a class of the morning, else either.
 */
export function timesMeant({ hour, minute, half }: TimeSaid, usual: string): string[] {
  const time = (of: number) => `${String(of).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  if (hour > 12) return [time(hour)];
  if (half) return [time((hour % 12) + (half === 'pm' ? 12 : 0))];
  if (hour === 12 || (hour >= 9 && hour < 12)) return [time(hour)];
  if (hour < 6) return [time(hour + 12)];
  return hour > 6 && usual < '12:00' ? [time(hour)] : [time(hour), time(hour + 12)];
}
