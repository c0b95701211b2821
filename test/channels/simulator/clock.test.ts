import { openClock } from '../../../src/channels/whatsapp/simulator/clock';

const hour = 3_600_000;
const rest = async () => {};

describe('the clock', () => {
  test('is the one beneath it until somebody moves it', () => {
    let base = 1000;
    const clock = openClock(() => base);
    expect(clock.now()).toBe(1000);
    base = 5000;
    expect(clock.now()).toBe(5000);
  });

  test('moved on, rings everything that falls due on the way, in its order, at its time', async () => {
    const clock = openClock(() => 0);
    clock.setSpeed(0);
    const began = clock.now();
    const rung: [string, number][] = [];
    const ring = (name: string, ms: number) =>
      clock.pause(ms).then(() => void rung.push([name, Math.round((clock.now() - began) / 1000)]));
    void ring('late', 3 * hour);
    void ring('early', hour).then(() => ring('after early', hour));
    void ring('too late', 9 * hour);
    await clock.advance(4 * hour, () => new Promise((resolve) => setImmediate(resolve)));
    expect(rung).toEqual([
      ['early', 3600],
      ['after early', 7200],
      ['late', 10_800],
    ]);
    expect(clock.read()).toMatchObject({ speed: 0, waiting: 1 });
    expect(Math.round((clock.read().nextInMs ?? 0) / hour)).toBe(5);
    clock.end();
  });

  test('sped up, lets a week pass in a moment', async () => {
    const clock = openClock(Date.now);
    clock.setSpeed(1e7);
    const began = performance.now();
    expect(await clock.pause(7 * 24 * hour)).toBe(true);
    expect(performance.now() - began).toBeLessThan(5000);
    expect(clock.now() - Date.now()).toBeGreaterThan(6 * 24 * hour);
  });

  test('changed in speed, lets those who wait already wait by the new one', async () => {
    const clock = openClock(Date.now);
    clock.setSpeed(0);
    const waited = clock.pause(hour);
    clock.setSpeed(1e6);
    expect(await waited).toBe(true);
  });

  test('standing still, neither goes on nor rings', async () => {
    const clock = openClock(Date.now);
    clock.setSpeed(0);
    const before = clock.now();
    const rung = clock.pause(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(clock.now()).toBe(before);
    clock.end();
    expect(await rung).toBe(false);
  });

  test('moved on twice at once, moves on one after the other', async () => {
    const clock = openClock(() => 0);
    clock.setSpeed(0);
    const before = clock.now();
    await Promise.all([clock.advance(hour, rest), clock.advance(hour, rest)]);
    expect(Math.round((clock.now() - before) / hour)).toBe(2);
  });
});
