import type { Action } from '../../../src/channels/whatsapp/errors';
import type { SendResult } from '../../../src/channels/whatsapp/graphAnswer';
import { settle } from '../../../src/channels/whatsapp/settle';
import type { ClaimedRow } from '../../../src/db/outbox';

const row = (attempts: number, refusals = attempts - 1, more: Partial<ClaimedRow> = {}): ClaimedRow => ({
  id: '1',
  conversationId: 'c',
  body: { text: 'x' },
  resend: 'harmless',
  attempts,
  refusals,
  to: { phone: '573009998877' },
  priority: 0,
  asTemplate: false,
  heardAt: new Date(),
  ...more,
});
const refused = (code: number, action: Action): SendResult => ({
  kind: 'refused',
  code,
  action,
});
const tries = (result: SendResult, chance = 0.5) =>
  [1, 2, 3, 4, 5, 6].map((attempts) => settle(row(attempts), result, 2000, chance));

test('a transient refusal is tried six times, after 1, 2, 4, 8 and 16 seconds', () => {
  expect(tries(refused(131016, 'retry'))).toEqual([
    ...[1000, 2000, 4000, 8000, 16_000].map((delayMs) => ({ kind: 'retry', delayMs, errorCode: 131016 })),
    { kind: 'failed', why: 'given_up', errorCode: 131016 },
  ]);
});

test('what a server broke down over is sent again no sooner than an unknown end, for a status may tell that it was taken', () => {
  const doubtful: SendResult = { kind: 'refused', code: 131000, action: 'retry', isDoubtful: true };
  expect(tries(doubtful)).toEqual([
    ...[10_000, 20_000, 40_000].map((delayMs) => ({ kind: 'retry', delayMs, errorCode: 131000 })),
    ...Array.from({ length: 3 }, () => ({ kind: 'failed', why: 'given_up', errorCode: 131000 })),
  ]);
  expect(settle(row(1, 0, { resend: 'costly' }), doubtful, 2000, 0.5)).toEqual({ kind: 'unknown', waitMs: 10_000 });
});

test('tries that no refusal ended do not count against a message', () => {
  expect(settle(row(9, 0), refused(131000, 'retry'), 2000, 0.5)).toMatchObject({ kind: 'retry', delayMs: 1000 });
});

test('retries are spread by a fifth to both sides', () => {
  expect(tries(refused(2, 'retry'), 0)[0]).toMatchObject({ delayMs: 800 });
  expect(tries(refused(2, 'retry'), 0.999)[0]).toMatchObject({ delayMs: expect.closeTo(1200, -1) });
});

test.each([
  [1, 3],
  [131000, 4],
  [131053, 2],
  [0, 6],
  [424242, 6],
])('%d is tried %d times', (code, most) => {
  const kinds = tries(refused(code, 'retry')).map(({ kind }) => kind);
  expect(kinds.indexOf('failed')).toBe(most - 1);
});

test('the pair limit is waited out for 4^X seconds', () => {
  expect(tries(refused(131056, 'throttle_pair'))).toEqual([
    ...[1, 4, 16, 64, 256].map((seconds) => ({ kind: 'retry', delayMs: seconds * 1000, errorCode: 131056 })),
    { kind: 'failed', why: 'given_up', errorCode: 131056 },
  ]);
});

test('an unknown end waits for a status, longer each time', () => {
  expect(tries({ kind: 'ambiguous' })).toEqual(
    [10_000, 20_000, 40_000, 60_000, 60_000, 60_000].map((waitMs) => ({ kind: 'unknown', waitMs })),
  );
});

test.each<[string, SendResult]>([
  ['what never left', { kind: 'unsent' }],
  ['what came when the number was too fast', refused(130429, 'throttle_number')],
  ['what came when the token was dead', refused(190, 'stop_line')],
])('%s goes back without costing a try, however often', (_what, result) => {
  for (const settled of tries(result)) expect(settled).toEqual({ kind: 'back' });
});

test('what Meta will never take fails at once', () => {
  expect(tries(refused(131026, 'fail'))[0]).toEqual({ kind: 'failed', why: 'refused', errorCode: 131026 });
});

describe('what comes too late for free words', () => {
  const late = refused(131047, 'needs_template');
  const template = { name: 'class_reminder', language: 'es', blanks: {} };

  test('goes as its template, before what stands behind it', () => {
    const settled = settle(row(1, 0, { body: { text: 'x', template } }), late, 2000, 0.5);
    expect(settled).toEqual({ kind: 'held', why: null, delayMs: 0, counts: true, asTemplate: true });
  });

  test('waits for her where it has none, or was refused as a template too', () => {
    const waits = { kind: 'held', why: 'window_closed', counts: true };
    expect(settle(row(1), late, 2000, 0.5)).toEqual(waits);
    expect(settle(row(1, 0, { body: { text: 'x', template }, asTemplate: true }), late, 2000, 0.5)).toEqual(waits);
  });
});

test('a template whose account may send none for now waits an hour, for a day at most', () => {
  const paused = refused(131064, 'pause_templates');
  expect(settle(row(1), paused, 2000, 0.5)).toEqual({ kind: 'retry', delayMs: 3_600_000, errorCode: 131064 });
  expect(settle(row(24), paused, 2000, 0.5)).toEqual({ kind: 'failed', why: 'given_up', errorCode: 131064 });
});

test('a template that Meta refuses is told apart from other refusals', () => {
  expect(settle(row(1), refused(132015, 'fail'), 2000, 0.5)).toMatchObject({ kind: 'failed', why: 'template_refused' });
});

test('what "is not there" although the number answers again is the message’s own: it fails the third time', () => {
  const results = [1, 2, 3].map((attempts) => settle(row(attempts), refused(100, 'stop_line'), 2000, 0.5));
  expect(results).toEqual([
    { kind: 'retry', delayMs: 0, errorCode: 100 },
    { kind: 'retry', delayMs: 0, errorCode: 100 },
    { kind: 'failed', why: 'refused', errorCode: 100 },
  ]);
});
