import type { Db } from '../db/pool';
import { planAttendancePrompts } from '../services/attendancePrompts';
import type { Job } from './clock';

export type AttendanceTools = { db: Db; now: () => Date; timeZone: string; everyMs?: number };

/** Has instructors asked to mark what is over. */
export function attendanceJob({ db, now, timeZone, everyMs = 60_000 }: AttendanceTools): Job {
  return {
    name: 'attendance',
    everyMs,
    async run() {
      await planAttendancePrompts(db, now(), timeZone);
    },
  };
}
