import { startJobs } from '../../src/jobs/clock';

test('a job is done again and again, never twice at once; a failure costs one round; ending waits for it', async () => {
  let underWay = 0;
  let most = 0;
  let rounds = 0;
  const warnings: string[] = [];
  const stop = startJobs(
    [
      {
        name: 'slow',
        everyMs: 5,
        async run() {
          underWay += 1;
          most = Math.max(most, underWay);
          await new Promise((resolve) => setTimeout(resolve, 20));
          underWay -= 1;
          rounds += 1;
          if (rounds === 1) throw new Error('away');
        },
      },
    ],
    { warn: (_, message) => void warnings.push(message) },
  );
  while (rounds < 3) await new Promise((resolve) => setTimeout(resolve, 5));
  await stop();
  const ended = rounds;
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect({ most, underWay, later: rounds - ended, warned: warnings.length }).toEqual({
    most: 1,
    underWay: 0,
    later: 0,
    warned: 1,
  });
});
