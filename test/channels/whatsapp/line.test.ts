import fc from 'fast-check';
import { createLine, type Line } from '../../../src/channels/whatsapp/line';

/** Posts as fast as the line lets it between two moments, and says when. */
function leave(line: Line, from: number, to: number): number[] {
  const times: number[] = [];
  for (let now = from; now < to; ) {
    const wait = line.wait(now);
    if (wait > 0) now += Math.max(wait, 0.01);
    else {
      line.take(now);
      times.push(now);
    }
  }
  return times;
}

describe('the rate', () => {
  test('is kept, with a fifth of a second’s worth at once', () => {
    expect(leave(createLine(80, 64), 0, 10_000).length).toBeCloseTo(816, -1);
    expect(leave(createLine(80, 64), 0, 1).length).toBe(16);
    expect(leave(createLine(1, 64), 0, 10_000).length).toBeCloseTo(10, 0);
  });

  test('of Infinity lets everything go', () => {
    const line = createLine(Infinity, 64);
    for (let n = 0; n < 100_000; n++) {
      expect(line.wait(0)).toBe(0);
      line.take(0);
    }
  });

  test('is halved by a throttle, once for all posts that were under way', () => {
    const line = createLine(80, 64);
    expect(line.throttled(0, 1000)).toBe(1000);
    for (let n = 1; n < 64; n++) line.throttled(n, 1000);
    expect(line.rate()).toBe(40);
    expect(line.wait(10)).toBeLessThanOrEqual(1063);
    expect(line.wait(1100)).toBe(0);
  });

  test('never falls below one a second, and pauses grow, until a success', () => {
    const line = createLine(80, 64);
    let now = 0;
    const pauses = Array.from({ length: 12 }, () => {
      const pause = line.throttled(now, 1000);
      now += pause;
      return pause;
    });
    expect(pauses.slice(0, 5)).toEqual([1000, 2000, 4000, 8000, 16_000]);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(3_600_000);
    expect(line.rate()).toBe(1);
    line.succeeded(now);
    expect(line.throttled(now + 1, 1000)).toBe(1000);
  });

  test('comes back in twenty seconds of successes, no sooner', () => {
    const line = createLine(80, 64);
    line.throttled(0, 1000);
    line.throttled(1000, 1000);
    expect(line.rate()).toBe(20);
    for (let now = 3000; now <= 8000; now += 100) line.succeeded(now);
    expect(line.rate()).toBeCloseTo(40, 0);
    for (let now = 8100; now <= 20_000; now += 100) line.succeeded(now);
    expect(line.rate()).toBe(80);
  });

  test('of Infinity is 1,000 when Meta says it is too fast, and infinite again later', () => {
    const line = createLine(Infinity, 64);
    line.throttled(0, 1000);
    expect(line.rate()).toBe(500);
    for (let now = 1000; now <= 12_000; now += 100) line.succeeded(now);
    expect(line.rate()).toBe(Infinity);
  });

  test('obeys the pause it is given', () => {
    const line = createLine(80, 64);
    expect(line.throttled(0, 7000)).toBe(7000);
    expect(line.wait(1)).toBe(6999);
  });
});

describe('an outage', () => {
  test('begins with eight troubles without a success between', () => {
    const line = createLine(80, 64);
    for (let n = 0; n < 7; n++) expect(line.troubled(n, false)).toBe(0);
    line.succeeded(7);
    for (let n = 0; n < 7; n++) line.troubled(n, false);
    expect(line.room()).toBe(64);
    expect(line.troubled(20, false)).toBe(250);
    expect(line.room()).toBe(1);
  });

  test('begins at once when nobody is there', () => {
    const line = createLine(80, 64);
    expect(line.troubled(0, true)).toBe(250);
    expect(line.room()).toBe(1);
  });

  test('of many posts at once counts once, its pauses grow to five seconds, and one success ends it', () => {
    const line = createLine(80, 64);
    for (let n = 0; n < 64; n++) line.troubled(0, false);
    expect(line.wait(0)).toBe(250);
    let now = 250;
    const pauses = Array.from({ length: 7 }, () => {
      const pause = line.troubled(now, false);
      now += pause;
      return pause;
    });
    expect(pauses).toEqual([500, 1000, 2000, 4000, 5000, 5000, 5000]);
    line.succeeded(now);
    expect(line.room()).toBe(64);
    expect(line.wait(now)).toBe(0);
  });
});

describe('a stop', () => {
  test('lets nothing go until it is ended, and then one post to try', () => {
    const line = createLine(Infinity, 64);
    line.stop();
    expect(line.wait(1e9)).toBe(Infinity);
    expect(line.stopped()).toBe(true);
    line.resume();
    expect(line.wait(1e9)).toBe(0);
    expect(line.room()).toBe(1);
    line.succeeded(1e9);
    expect(line.room()).toBe(64);
  });
});

test('whatever happens, the line always comes to a time when it lets a post go', () => {
  const event = fc.constantFrom('good', 'bad', 'unsent', 'throttle', 'stop', 'resume', 'take');
  fc.assert(
    fc.property(
      fc.constantFrom(1, 80, Infinity),
      fc.array(fc.tuple(event, fc.nat(5000)), { maxLength: 80 }),
      (cap, events) => {
        const line = createLine(cap, 64);
        let now = 0;
        for (const [kind, later] of events) {
          now += later;
          if (kind === 'good') line.succeeded(now);
          else if (kind === 'throttle') line.throttled(now, 1000);
          else if (kind === 'stop') line.stop();
          else if (kind === 'resume') line.resume();
          else if (kind === 'take') line.take(now);
          else line.troubled(now, kind === 'unsent');
          expect(line.rate()).toBeGreaterThanOrEqual(1);
          expect(line.rate()).toBeLessThanOrEqual(cap);
          expect(line.wait(now)).not.toBeNaN();
        }
        line.resume();
        for (let looks = 0; line.wait(now) > 0 && looks < 200; looks++) now += line.wait(now);
        expect(line.wait(now)).toBe(0);
      },
    ),
  );
});
