import { type Said, say } from '../src/script/say';
import type { World } from '../src/script/steps';
import { type Attendance, isGuest } from './attendanceKnown';
import { sessionOf } from './sessionChosen';
import { spokenInstant } from './spoken';

/** Where an instructor is who asks for the list again: which class, and of how many she has told; nothing before she has told anything. */
export function whereNow(known: Partial<Attendance>, world: World): Said[] {
  const { told, roster = [] } = known;
  const session = sessionOf(known);
  const hasTold = told && (told.marks.length > 0 || told.open !== undefined);
  if (!session || !hasTold) return [];
  const { className: name, startsAt } = session;
  const { date } = spokenInstant(startsAt, world);
  const named = told.marks.filter((mark) => !isGuest(mark)).length;
  return [
    told.open
      ? say('attendance.whereOpen', { name, date })
      : say('attendance.whereNow', { name, date, told: named, of: roster.length }),
  ];
}
