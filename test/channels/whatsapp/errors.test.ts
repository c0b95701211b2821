import { type Action, againAfter, classify, meaningOf } from '../../../src/channels/whatsapp/errors';

describe('an error of the Graph API', () => {
  const table: Record<Action, number[]> = {
    retry: [1, 2, 131000, 131016, 131053, 131057, 133004, 133015],
    throttle_number: [4, 80007, 130429, 131048, 133016],
    throttle_pair: [131056],
    stop_line: [3, 10, 33, 190, 200, 250, 299, 368, 131005, 131031, 131037, 131042, 131045, 133000, 133005, 133010],
    pause_templates: [131064],
    needs_template: [131047],
    fail: [
      100, 130472, 130497, 131008, 131009, 131021, 131026, 131030, 131041, 131049, 131050, 131051, 131052, 131055,
      131059, 131060, 131062, 131063, 131201, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018, 132068,
      132069, 134100, 134101, 134102, 135000, 137000, 138001, 139001,
    ],
  };
  const rows = Object.entries(table).flatMap(([action, codes]) =>
    codes.map((code): [number, string] => [code, action]),
  );

  test.each(rows)('%d leads to %s, and the operator is told what to do', (code, action) => {
    expect(classify(400, { code })).toEqual({ code, action });
    expect(meaningOf(code)?.operator.length).toBeGreaterThan(20);
  });

  test.each<[number, Action, number, number | undefined]>([
    // As many tries as are worth it, and how long everybody waits where everybody does.
    [1, 'retry', 3, undefined],
    [2, 'retry', 6, undefined],
    [131000, 'retry', 4, undefined],
    [131016, 'retry', 6, undefined],
    [131053, 'retry', 2, undefined],
    [131057, 'retry', 6, undefined],
    [131056, 'throttle_pair', 6, undefined],
    [4, 'throttle_number', 6, 30_000],
    [80007, 'throttle_number', 6, 30_000],
    [130429, 'throttle_number', 6, 1000],
    [131048, 'throttle_number', 6, 600_000],
    [133016, 'throttle_number', 6, 600_000],
    [131064, 'pause_templates', 24, 3_600_000],
    [131026, 'fail', 1, undefined],
    [132015, 'fail', 1, undefined],
  ])('%d: %s, %d tries, a pause of %s ms', (code, action, tries, pauseMs) => {
    expect(meaningOf(code)).toMatchObject({ action, tries });
    expect(meaningOf(code)?.pauseMs).toBe(pauseMs);
  });

  test.each([
    [1, 3],
    [131000, 4],
    [131053, 2],
    [2, 6],
  ])('%d is tried %d times at most', (code, tries) => {
    expect(meaningOf(code)?.tries).toBe(tries);
  });

  test('is judged by its code, whatever the HTTP status: throttles come as 400 and as 429', () => {
    expect(classify(429, { code: 131056 }).action).toBe('throttle_pair');
    expect(classify(400, { code: 130429 }).action).toBe('throttle_number');
    expect(classify(500, { code: 131049 }).action).toBe('fail');
    expect(classify(429, { code: 424242 }).action).toBe('throttle_number');
    expect(classify(429, { code: 100 }).action).toBe('throttle_number');
  });

  test('that nobody knows is tried again on 5xx or when Meta calls it transient, and failed otherwise', () => {
    expect(classify(500, { code: 424242 }).action).toBe('retry');
    expect(classify(400, { code: 424242, is_transient: true }).action).toBe('retry');
    expect(classify(400, { code: 131026, is_transient: true }).action).toBe('retry');
    expect(classify(400, { code: 424242 }).action).toBe('fail');
    expect(meaningOf(424242)).toBeUndefined();
  });

  test('keeps its subcode', () => {
    expect(classify(401, { code: 190, error_subcode: 463 })).toEqual({ code: 190, subcode: 463, action: 'stop_line' });
  });

  test('that says our number is not there stops the line instead of failing every message', () => {
    expect(classify(400, { code: 100, error_subcode: 33 }).action).toBe('stop_line');
  });

  test.each<[number, Action]>([
    [429, 'throttle_number'],
    [408, 'retry'],
    [400, 'retry'],
    [503, 'retry'],
    [401, 'stop_line'],
    [403, 'stop_line'],
    [404, 'stop_line'],
    [407, 'stop_line'],
    [302, 'stop_line'],
  ])('without a body of Meta’s and with status %d leads to %s', (status, action) => {
    expect(classify(status, undefined)).toEqual({ code: 0, action });
  });

  test.each(['190', null, 1.5, 1e12, {}, Number.NaN])('with the code %j has no code', (code) => {
    expect(classify(500, { code })).toEqual({ code: 0, action: 'retry' });
  });
});

test.each([
  [131042, { delayMs: 0 }],
  [368, { delayMs: 0 }],
  [130429, { delayMs: 1000, tries: 6 }],
  [131048, { delayMs: 600_000, tries: 6 }],
  [131056, { delayMs: 6000, tries: 6 }],
  [131000, { delayMs: 1000, tries: 4 }],
  [131053, { delayMs: 1000, tries: 2 }],
  [131064, { delayMs: 3_600_000, tries: 24 }],
  [131026, undefined],
  [131047, undefined],
  [131049, undefined],
  [132001, undefined],
  [987_654, undefined],
])('a message that fails with %d after Meta has taken it goes again after %j', (code, again) => {
  expect(againAfter(code)).toEqual(again);
});
