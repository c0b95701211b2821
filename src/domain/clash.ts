import type { Slot } from './schedule';

/** When a class meets: its week, and its term "YYYY-MM-DD", both ends included. */
export type Timetable = { slots: Slot[]; startsOn: string; endsOn: string };

/** Whether somebody cannot be in both: they meet at the same time of a week that is in both terms. */
export function clash(one: Timetable, other: Timetable): boolean {
  const bothRun = one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;
  return bothRun && one.slots.some((slot) => other.slots.some((another) => overlap(slot, another)));
}

function overlap(one: Slot, other: Slot): boolean {
  return one.weekday === other.weekday && one.starts < other.ends && other.starts < one.ends;
}
