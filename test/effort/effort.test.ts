import { attendanceTasks } from './attendanceTasks';
import { caregiverTasks } from './caregiverTasks';
import { CHARACTERS_A_SECOND, effortOf, SECONDS_A_TAP, table } from './effort';
import { tasks } from './tasks';

test.each(tasks)('$name is got done by what is counted', ({ is }) => {
  expect(is()).toBe(true);
});

test.each(attendanceTasks)('$name takes three messages, one more for a doubt, and at most a minute', (task) => {
  const { messages, seconds } = effortOf(task.does);
  expect(messages).toBeLessThanOrEqual(task.name.includes('two have') ? 4 : 3);
  expect(seconds).toBeLessThanOrEqual(60);
});

test.each(caregiverTasks)('$name takes at most nine bubbles of ours, three where she is known', (task) => {
  expect(task.answers).toBeLessThanOrEqual(task.name.startsWith('is registered') ? 3 : 9);
});

test('what is typed takes its time, and each message a tap', () => {
  expect(effortOf([{ types: 'todas' }, { taps: 'Guardar' }])).toEqual({
    messages: 2,
    typed: 5,
    taps: 1,
    seconds: Math.round(5 / CHARACTERS_A_SECOND + 2 * SECONDS_A_TAP),
  });
});

test('a task that is not got done has no figure', () => {
  const [, line] = table([{ name: 'fly', does: [{ types: 'up' }], is: () => false }]);
  expect(line).toContain('not done');
});
