/** The date, "YYYY-MM-DD", of an instant in a time zone. */
export function dateIn(zone: string, instant: Date): string {
  const minute = Math.floor(instant.getTime() / 60_000);
  const latest = latestDates.get(zone);
  if (latest?.minute === minute) return latest.date;
  const { year, month, day } = local(zone, instant);
  const date = isoDate(Date.UTC(year, month - 1, day));
  latestDates.set(zone, { minute, date });
  return date;
}

// Every turn asks for today, twice; a date holds for a minute at least.
const latestDates = new Map<string, { minute: number; date: string }>();

/** The time of day, "HH:MM", of an instant in a time zone. */
export function timeIn(zone: string, instant: Date): string {
  const { hour, minute } = local(zone, instant);
  return `${pad(hour)}:${pad(minute)}`;
}

/** The instant of a local date and time "HH:MM". A time that a clock change skips gives one an hour beside it. */
export function instantOf(zone: string, date: string, time: string): Date {
  const [hour = Number.NaN, minute = Number.NaN] = time.split(':').map(Number);
  const wanted = midnight(date) + (hour * 60 + minute) * 60_000;
  if (Number.isNaN(wanted)) throw new RangeError(`Not a date and a time: "${date}" "${time}".`);
  const first = wanted - offset(zone, wanted);
  return new Date(wanted - offset(zone, first));
}

/** The weekday of a date: 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(date: string): number {
  return new Date(midnight(date)).getUTCDay() || 7;
}

/** The date so many days later. */
export function addDays(date: string, days: number): string {
  return isoDate(midnight(date) + days * dayLength);
}

/** Whether a text is a date that exists, "YYYY-MM-DD". */
export function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && isoDate(Date.parse(text)) === text;
}

/** The name of a weekday, 1 = Monday, in a language: "lunes", "Monday". */
export function dayName(day: number, locale: string): string {
  // 1 January 2024 was a Monday.
  return spoken('weekday', locale).format(Date.UTC(2024, 0, day));
}

/** A date as people say it: "lunes 24 de noviembre", "Monday, November 24". */
export function spokenDate(date: string, locale: string): string {
  return spoken('date', locale)
    .format(midnight(date))
    .replace(/^(\p{Ll}+),/u, '$1');
}

const spokenForms = {
  weekday: { weekday: 'long', timeZone: 'UTC' },
  date: { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
} as const;

function spoken(form: keyof typeof spokenForms, locale: string): Intl.DateTimeFormat {
  const key = `${form} ${locale}`;
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, spokenForms[form]);
  formats.set(key, format);
  return format;
}

const dayLength = 86_400_000;

function midnight(date: string): number {
  if (!isDate(date)) throw new RangeError(`Not a date: "${date}".`);
  return Date.parse(date);
}

function isoDate(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

/** How far local time is ahead of UTC at an instant, in milliseconds. */
function offset(zone: string, time: number): number {
  const { year, month, day, hour, minute, second } = local(zone, new Date(time));
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

type Local = { year: number; month: number; day: number; hour: number; minute: number; second: number };

function local(zone: string, instant: Date): Local {
  const parts: Record<string, number> = {};
  for (const { type, value } of formatOf(zone).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

// Making a format is a hundred times dearer than using it.
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const made = formats.get(timeZone);
  if (made) return made;
  const numeric = 'numeric';
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601', {
    timeZone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formats.set(timeZone, format);
  return format;
}
