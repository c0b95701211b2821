import type { Slot } from './schedule';

/**
 * When somebody can come: weekdays (1 = Monday; absent: any), and between which local times "HH:MM" a class should begin,
 * `from` included, `before` not. Nothing at all: any time.
 */
export type Times = { days?: number[]; from?: string; before?: string };

/** Whether a class with these slots has one that begins in such times. */
export function meets(slots: Slot[], { days, from = '', before = '99' }: Times): boolean {
  return slots.some(({ weekday, starts }) => (days?.includes(weekday) ?? true) && starts >= from && starts < before);
}
