import { openCarrier } from '../chaos/carrier';
import type { RunningApp } from '../chaos/runningApp';
import type { Talker } from '../chaos/talker';
import { comesToTheSummary, openScene, pause, type Scene } from './scene';

let scene: Scene;
afterAll(() => scene?.close());

test('processes that are told to end under load refuse nothing they took, and nobody misses an answer', async () => {
  scene = await openScene();
  const [one, two] = await Promise.all([scene.start(), scene.start()]);
  const carrier = await openCarrier({ ports: [one.port, two.port], seed: 1 });
  scene.webhooks.splice(0, 2, carrier.url);
  let isOver = false;
  const everybody: Talker[] = [];
  const seats = Array.from({ length: 10 }, async () => {
    while (!isOver) {
      const her = scene.talker('Ana');
      everybody.push(her);
      await comesToTheSummary(her, everybody.length);
      await her.taps('save', 'enrolment.choice');
    }
  });
  await somebodyHasFinished(everybody, 10);
  expect(await endOf(one)).toBe(0);
  await scene.start({ port: one.port });
  scene.webhooks.pop();
  expect(await endOf(two)).toBe(0);
  isOver = true;
  await Promise.all(seats);
  await carrier.calm();
  await scene.quiet();
  // No answer (0, 502) is what a connection gets that stood in the kernel's queue, or was idle, when the listener closed:
  // nobody took the request, and it came again. What is answered is answered 200.
  const { 200: answered, 502: queued = 0, 0: idle = 0, ...others } = carrier.figures().attempts;
  expect(others).toEqual({});
  expect(queued + idle).toBeLessThan(10);
  expect(answered).toBeGreaterThan(50);
  expect(everybody.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(everybody.length).toBeGreaterThan(10);
  expect(scene.mailboxes.arrivals()).toMatchObject({ doubled: 0, overtaken: [] });
  await carrier.close();
}, 60_000);

async function endOf(app: RunningApp): Promise<number | null> {
  app.kill('SIGTERM');
  return (await app.ended).code;
}

async function somebodyHasFinished(everybody: Talker[], seats: number): Promise<void> {
  while (everybody.length <= seats) await pause(20);
}
