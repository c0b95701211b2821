import { dateIn, dayName, spokenDate, timeIn } from '../src/domain/calendar';
import type { Slot } from '../src/domain/schedule';
import { say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { World } from '../src/script/steps';

/** A class's week as people say it: "lunes y miércoles, 8:00 a 10:00 a. m."; different hours stand side by side. */
export function spokenSlots(slots: Slot[], locale: string): string {
  return weekIn(slots, locale, (day) => dayName(day, locale));
}

/** The same in few letters, where a channel has little room: "lun y mié, 8:00 a 10:00 a. m.". */
export function shortSlots(slots: Slot[], locale: string): string {
  return weekIn(slots, locale, (day) => dayName(day, locale).slice(0, 3));
}

/** From when to when: "8:00 a 10:00 a. m.", "11:00 a. m. a 1:00 p. m.". Times are "HH:MM". */
export function spokenHours(starts: string, ends: string, locale: string): string {
  const to = spokenTime(ends, locale);
  const half = to.slice(to.indexOf(' '));
  const from = spokenTime(starts, locale);
  return sentence(locale, say('when.hours', { from: from.endsWith(half) ? from.slice(0, -half.length) : from, to }));
}

/** The day and the time of an instant, in the service's time zone: "lunes 24 de noviembre", "8:00 a. m.". */
export function spokenInstant(instant: string, { timeZone, locale }: World): { date: string; time: string } {
  const at = new Date(instant);
  return {
    date: spokenDate(dateIn(timeZone, at), locale),
    time: spokenTime(timeIn(timeZone, at), locale),
  };
}

/** A text before a full stop: one that ends with its own has no second one. */
export function beforeStop(text: string): string {
  return text.replace(/\.$/, '');
}

/** A date without its weekday: "5 de abril", "April 5". */
export function shortDate(date: string, locale: string): string {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return format.format(Date.parse(date));
}

/** Things in a row: "Ana, Rosa y Luz". */
export function spokenList(things: string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(things);
}

/** Things of which one is meant: "Ana, Rosa o Luz". */
export function spokenChoice(things: string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(things);
}

// Twelve hours, as people say them; the figures of "14:00" are not read by everybody.
function spokenTime(time: string, locale: string): string {
  const at = new Date(`1970-01-01T${time}:00Z`);
  const format = new Intl.DateTimeFormat(locale, {
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h12',
    timeZone: 'UTC',
  });
  return format.format(at).replace(/[\u00a0\u202f]/g, ' ');
}

function weekIn(slots: Slot[], locale: string, name: (day: number) => string): string {
  const byHours = new Map<string, number[]>();
  for (const { weekday, starts, ends } of slots) {
    const hours = spokenHours(starts, ends, locale);
    byHours.set(hours, [...(byHours.get(hours) ?? []), weekday]);
  }
  const parts = [...byHours].map(([hours, days]) =>
    sentence(locale, say('when.slots', { days: daysIn(days.sort(), locale, name), hours })),
  );
  return parts.join('; ');
}

function daysIn(days: number[], locale: string, name: (day: number) => string): string {
  const [first = 1] = days;
  const last = days.at(-1) ?? first;
  const isRun = days.length > 2 && last - first === days.length - 1;
  if (isRun) return sentence(locale, say('when.days', { first: name(first), last: name(last) }));
  return spokenList(days.map(name), locale);
}
