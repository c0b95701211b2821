import { createMetrics, type Metrics } from '../src/metrics';

let metrics: Metrics;
beforeEach(() => {
  metrics = createMetrics();
});

const told = async () => (await metrics.text()).split('\n').filter((line) => line.startsWith('relevo_'));

test('what happens to messages and in turns is counted', async () => {
  metrics.accepted({ messages: 5, duplicates: 4 });
  metrics.turn({ outcome: 'more', messages: 10, source: 'row' });
  metrics.turn({ outcome: 'done', messages: 2, source: 'cache' });
  metrics.turn({ outcome: 'failed', messages: 1 });
  metrics.turn({ outcome: 'busy', messages: 0 });
  metrics.turn({ outcome: 'parked', messages: 1 });
  expect(await told()).toEqual(
    expect.arrayContaining([
      'relevo_messages_accepted_total 5',
      'relevo_messages_duplicate_total 4',
      'relevo_turns_total{outcome="done"} 1',
      'relevo_turns_total{outcome="failed"} 1',
      'relevo_turns_total{outcome="busy"} 1',
      'relevo_turns_total{outcome="parked"} 1',
      'relevo_messages_worked_total 12',
      'relevo_state_source_total{source="cache"} 1',
      'relevo_state_source_total{source="row"} 1',
    ]),
  );
});

test('of danger only how often is told', async () => {
  metrics.danger();
  metrics.danger();
  const lines = (await told()).filter((line) => line.startsWith('relevo_danger'));
  expect(lines).toEqual(['relevo_danger_total 2']);
});

test("the cache's errors are read from its own total, and never fall", async () => {
  let faults = 3;
  metrics.cacheErrors(() => faults);
  expect(await told()).toContain('relevo_cache_errors_total 3');
  faults = 5;
  expect(await told()).toContain('relevo_cache_errors_total 5');
  faults = 0;
  expect(await told()).toContain('relevo_cache_errors_total 5');
});

test('answers are counted by route and status, and timed where a time is given', async () => {
  metrics.answered('/webhooks/whatsapp', 200, 0.003);
  metrics.answered('/webhooks/whatsapp', 503, 0.7);
  metrics.answered('none', 404);
  const lines = await told();
  expect(lines).toEqual(
    expect.arrayContaining([
      'relevo_http_answers_total{route="/webhooks/whatsapp",status="200"} 1',
      'relevo_http_answers_total{route="/webhooks/whatsapp",status="503"} 1',
      'relevo_http_answers_total{route="none",status="404"} 1',
      'relevo_http_answer_seconds_bucket{le="0.0025",route="/webhooks/whatsapp"} 0',
      'relevo_http_answer_seconds_bucket{le="0.005",route="/webhooks/whatsapp"} 1',
      'relevo_http_answer_seconds_count{route="/webhooks/whatsapp"} 2',
    ]),
  );
  expect(lines.join()).not.toContain('seconds_count{route="none"}');
});

test('posts, refusals, statuses and the state of the line are told', async () => {
  metrics.posted('accepted', 120);
  metrics.posted('refused', 40);
  metrics.refused(131056, 'wait');
  metrics.line('paused');
  metrics.cut();
  metrics.status('delivered');
  expect(await told()).toEqual(
    expect.arrayContaining([
      'relevo_posts_total{result="accepted"} 1',
      'relevo_posts_total{result="refused"} 1',
      'relevo_post_seconds_sum 0.16',
      'relevo_graph_errors_total{code="131056",action="wait"} 1',
      'relevo_line_open 0.5',
      'relevo_texts_cut_total 1',
      'relevo_statuses_total{kind="delivered"} 1',
    ]),
  );
});

test('what comes in by webhooks is counted by kinds', async () => {
  metrics.webhook.received({ messages: 2, changes: 1, statuses: 3, dropped: 1, foreign: 0 });
  metrics.webhook.refused('unsigned');
  metrics.webhook.accountEvent('security');
  metrics.undelivered('unreachable');
  metrics.strayStatuses(4);
  expect(await told()).toEqual(
    expect.arrayContaining([
      'relevo_webhook_items_total{kind="messages"} 2',
      'relevo_webhook_items_total{kind="changes"} 1',
      'relevo_webhooks_refused_total{why="unsigned"} 1',
      'relevo_account_events_total{field="security"} 1',
      'relevo_undelivered_total{why="unreachable"} 1',
      'relevo_statuses_stray_total 4',
    ]),
  );
});

test('a backlog is told whole, queues that are empty included, until it is withdrawn', async () => {
  metrics.backlog({
    inbox: { waiting: 3, late: 1, parked: 2, oldestSeconds: 75 },
    outbox: [{ standing: 'unknown', depth: 4, oldestSeconds: 700, stuck: 1 }],
    unconfirmed: 5,
    newlyUnconfirmed: 1,
  });
  expect(await told()).toEqual(
    expect.arrayContaining([
      'relevo_inbox_depth{state="waiting"} 3',
      'relevo_inbox_depth{state="late"} 1',
      'relevo_inbox_depth{state="parked"} 2',
      'relevo_inbox_oldest_seconds 75',
      'relevo_outbox_depth{standing="unknown"} 4',
      'relevo_outbox_oldest_seconds{standing="unknown"} 700',
      'relevo_outbox_stuck{standing="unknown"} 1',
      'relevo_outbox_depth{standing="due"} 0',
      'relevo_outbox_accepted_unconfirmed 5',
    ]),
  );
  metrics.backlog(undefined);
  expect((await told()).filter((line) => /^relevo_(inbox|outbox)/.test(line))).toEqual([]);
});

test('nothing is said of a backlog before one was counted', async () => {
  expect((await told()).filter((line) => /^relevo_(inbox|outbox)/.test(line))).toEqual([]);
});

test("the process, and its event loop's delay, are told too", async () => {
  const text = await metrics.text();
  expect(text).toMatch(/^process_cpu_seconds_total \d/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds \d/m);
});
