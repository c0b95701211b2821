import { addDays, weekday } from './calendar';

/** A weekly meeting: weekday 1 = Monday, local times "HH:MM". */
export type Slot = { weekday: number; starts: string; ends: string };

/** What is wrong with a piece of a slots text. */
export type SlotFault = { why: 'form' | 'day' | 'time' | 'order' | 'overlap' | 'empty'; text: string };
export type SlotsRead = { ok: true; slots: Slot[] } | { ok: false; faults: SlotFault[] };

/** One dated meeting of a class; `number` counts from 1. */
export type SessionDate = { number: number; date: string; starts: string; ends: string };

/** Reads weekly slots: "mon 08:00-10:00; wed 08:00-10:00", days in English or Spanish, hours with or without minutes. */
export function parseSlots(text: string): SlotsRead {
  const pieces = text
    .slice(0, longestText)
    .split(/[;\n]/)
    .map((piece) => piece.trim());
  const read = pieces.filter(Boolean).map(parseSlot);
  if (read.length === 0) return { ok: false, faults: [{ why: 'empty', text: text.trim().slice(0, 40) }] };
  const faults = read.filter((one): one is SlotFault => 'why' in one);
  if (faults.length > 0) return { ok: false, faults };
  const slots = read.filter((one): one is Slot => 'weekday' in one).sort(inWeekOrder);
  const clash = slots.find((slot, at) => overlaps(slots[at - 1], slot));
  return clash ? { ok: false, faults: [{ why: 'overlap', text: formatSlots([clash]) }] } : { ok: true, slots };
}

/** Weekly slots as `parseSlots` reads them, in the order of the week. */
export function formatSlots(slots: Slot[]): string {
  const sorted = [...slots].sort(inWeekOrder);
  return sorted.map((slot) => `${shortNames[slot.weekday - 1]} ${slot.starts}-${slot.ends}`).join('; ');
}

/** Every meeting of a class in its term, both ends included, in order, holidays left out. */
export function sessionDates(
  startsOn: string,
  endsOn: string,
  slots: Slot[],
  isHoliday: (date: string) => boolean,
): SessionDate[] {
  const sorted = [...slots].sort(inWeekOrder);
  const dates: SessionDate[] = [];
  for (let date = startsOn; date <= endsOn; date = addDays(date, 1)) {
    const today = sorted.filter((slot) => slot.weekday === weekday(date));
    if (today.length === 0 || isHoliday(date)) continue;
    for (const { starts, ends } of today) dates.push({ number: dates.length + 1, date, starts, ends });
  }
  return dates;
}

const longestText = 1000;
const shortNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const dayNames: string[][] = [
  ['mon', 'monday', 'lun', 'lunes'],
  ['tue', 'tues', 'tuesday', 'mar', 'martes'],
  ['wed', 'wednesday', 'mie', 'mier', 'miercoles'],
  ['thu', 'thur', 'thurs', 'thursday', 'jue', 'jueves'],
  ['fri', 'friday', 'vie', 'viernes'],
  ['sat', 'saturday', 'sab', 'sabado'],
  ['sun', 'sunday', 'dom', 'domingo'],
];

function parseSlot(text: string): Slot | SlotFault {
  const form = /^(\p{L}+)\.?\s+([\d:]+)\s*(?:-|–|—|a|to)\s*([\d:]+)$/iu.exec(plain(text));
  if (!form) return { why: 'form', text };
  const [, day = '', from = '', to = ''] = form;
  const at = dayNames.findIndex((names) => names.includes(day));
  if (at < 0) return { why: 'day', text };
  const starts = parseTime(from);
  const ends = parseTime(to);
  if (!starts || !ends) return { why: 'time', text };
  return starts < ends ? { weekday: at + 1, starts, ends } : { why: 'order', text };
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

function parseTime(text: string): string | undefined {
  const form = /^(\d{1,2})(?::(\d{2}))?$/.exec(text);
  const [hour, minute] = [Number(form?.[1]), Number(form?.[2] ?? 0)];
  if (!form || hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

function inWeekOrder(one: Slot, other: Slot): number {
  return one.weekday - other.weekday || (one.starts < other.starts ? -1 : one.starts > other.starts ? 1 : 0);
}

function overlaps(before: Slot | undefined, after: Slot): boolean {
  return before !== undefined && before.weekday === after.weekday && before.ends > after.starts;
}
