import type { Db } from '../db/pool';
import { dateIn } from '../domain/calendar';
import { planAttendancePrompts } from '../services/attendancePrompts';
import { planDigests } from '../services/coordinator';
import type { Job } from './clock';

export type AttendanceTools = { db: Db; now: () => Date; timeZone: string; digestAt: string; everyMs?: number };

/** Has instructors asked to mark what is over, and coordinators told in the evening of what was not marked. */
export function attendanceJob({ db, now, timeZone, digestAt, everyMs = 60_000 }: AttendanceTools): Job {
  // Looked up once a day by each process: it goes through the sessions of a week.
  let digested = '';
  return {
    name: 'attendance',
    everyMs,
    async run() {
      const at = now();
      await planAttendancePrompts(db, at, timeZone);
      const today = dateIn(timeZone, at);
      if (digested !== today && (await planDigests(db, at, { timeZone, at: digestAt }))) digested = today;
    },
  };
}
