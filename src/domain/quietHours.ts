import { addDays, dateIn, instantOf, timeIn } from './calendar';

/** What we tell of our own accord, and is not urgent, is told between these local times only. */
const TOLD_FROM = '07:00';
const TOLD_UNTIL = '20:00';

/** For how many milliseconds people are still to be left alone; 0 by day. */
export function quietMs(zone: string, now: Date): number {
  const time = timeIn(zone, now);
  if (time >= TOLD_FROM && time < TOLD_UNTIL) return 0;
  const today = dateIn(zone, now);
  const morning = instantOf(zone, time < TOLD_FROM ? today : addDays(today, 1), TOLD_FROM);
  return Math.max(1, morning.getTime() - now.getTime());
}
