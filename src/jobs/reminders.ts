import type { Db } from '../db/pool';
import { planReminders } from '../db/reminders';
import type { Job } from './clock';

/** Sees to it that people are reminded of their meetings. */
export function remindersJob({ db, now, everyMs = 60_000 }: { db: Db; now: () => Date; everyMs?: number }): Job {
  return { name: 'reminders', everyMs, run: () => planReminders(db, now()) };
}
