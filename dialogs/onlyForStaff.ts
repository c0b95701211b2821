import { say } from '../src/script/say';
import type { StopWhen } from '../src/script/steps';

/** Sends away whoever neither gives classes nor coordinates them. */
export function onlyForStaff<K>(): StopWhen<K> {
  return {
    kind: 'stopWhen',
    when: (_, { speaker }) => !speaker?.roles.some((role) => role === 'instructor' || role === 'coordinator'),
    say: () => say('attendance.onlyInstructors'),
  };
}

/** Sends away whoever gives no classes. */
export function onlyForInstructors<K>(): StopWhen<K> {
  return {
    kind: 'stopWhen',
    when: (_, { speaker }) => !speaker?.roles.includes('instructor'),
    say: () => say('attendance.onlyInstructors'),
  };
}
