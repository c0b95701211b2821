import { addDays, weekday } from './calendar';

/** Colombia's public holidays of a year, in order, each date once (Ley 51 of 1983, "Ley Emiliani"). */
export function holidays(year: number): string[] {
  const on = (monthDay: string) => `${year}-${monthDay}`;
  const easter = easterSunday(year);
  const kept = ['01-01', '05-01', '07-20', '08-07', '12-08', '12-25'].map(on);
  const moved = ['01-06', '03-19', '06-29', '08-15', '10-12', '11-01', '11-11'].map(on).map(mondayFrom);
  // Holy Thursday, Good Friday; Ascension, Corpus Christi and the Sacred Heart, each on the Monday after its day.
  const withEaster = [-3, -2, 43, 64, 71].map((days) => addDays(easter, days));
  // Two can fall on one day: in 2025 the Sacred Heart and San Pedro y San Pablo were both on 30 June.
  return [...new Set([...kept, ...moved, ...withEaster])].sort();
}

/** Whether a date, "YYYY-MM-DD", is a public holiday in Colombia. */
export function isHoliday(date: string): boolean {
  return holidays(Number(date.slice(0, 4))).includes(date);
}

function mondayFrom(date: string): string {
  return addDays(date, (8 - weekday(date)) % 7);
}

/** Easter Sunday in the Gregorian calendar (the Meeus/Jones/Butcher computus). */
function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  return addDays(`${year}-03-22`, epact + toSunday - 7 * late);
}
