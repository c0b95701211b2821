import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { backlogMetrics } from './backlogMetrics';
import { counters } from './counters';
import type { Backlog } from './db/reconciliation';
import { type InboundMetrics, inboundMetrics } from './inboundMetrics';

/** What the service counts about itself. Labels come from closed sets, routes and numeric codes: never from people. */
export type Metrics = InboundMetrics & {
  /** A look at a conversation: how it ended, of how many messages, and where its state came from. `busy`: another process held it. */
  turn(turn: { outcome: TurnOutcome; messages: number; source?: 'cache' | 'row' }): void;
  /** Somebody was told who helps in danger: no more is counted of it. */
  danger(): void;
  /** A batch made durable; `duplicates` of its messages had been accepted before. */
  accepted(batch: { messages: number; duplicates: number }): void;
  /** Errors of the state cache, read from its own running total whenever the metrics are asked for. */
  cacheErrors(total: () => number): void;
  /** The open sockets of the web chat, counted whenever the metrics are asked for. */
  webSockets(open: () => number): void;
  /** `route` is the route's pattern, not the path that was asked for. */
  answered(route: string, status: number, seconds?: number): void;
  /** A post ended: how, and after how many milliseconds. */
  posted(result: 'accepted' | 'refused' | 'ambiguous' | 'unsent', milliseconds: number): void;
  /** The channel refused a message; `action` is what was done about it. */
  refused(code: number, action: string): void;
  /** Whether messages leave: paused after a throttle or in an outage; stopped until an operator acts. */
  line(state: 'open' | 'paused' | 'stopped'): void;
  /** A text was too long for the channel and lost its end. */
  cut(): void;
  /** What waits, as this process last counted it; absent when it does not know, or another process counts. */
  backlog(backlog: Backlog | undefined): void;
  /** Everything, as Prometheus reads it. */
  text(): Promise<string>;
  contentType: string;
};

type TurnOutcome = 'done' | 'more' | 'busy' | 'idle' | 'failed' | 'parked';

/** Makes the counters, in a registry of their own. One a process: each also watches the event loop and the collector. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  // With the event loop's delay (monitorEventLoopDelay), memory, CPU and garbage collection.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 20 });
  return {
    ...turnMetrics(registry),
    ...httpMetrics(registry),
    ...sendMetrics(registry),
    ...inboundMetrics(registry),
    backlog: backlogMetrics(registry),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function turnMetrics(registry: Registry): Pick<Metrics, 'turn' | 'danger' | 'accepted' | 'cacheErrors'> {
  const count = counters(registry);
  const turns = count(
    'turns_total',
    'Looks at a conversation, by how they ended; busy: another process held it.',
    'outcome',
  );
  const worked = count('messages_worked_total', 'Messages whose turn was committed.');
  const sources = count(
    'state_source_total',
    'Turns by where their state came from: a hit of the cache, or the row.',
    'source',
  );
  const danger = count('danger_total', 'Messages with words of danger, answered with who helps.');
  const accepted = count('messages_accepted_total', 'Messages made durable, those delivered again included.');
  const duplicates = count('messages_duplicate_total', 'Messages that were delivered again.');
  return {
    turn: ({ outcome, messages, source }) => {
      turns.inc({ outcome });
      if (outcome === 'done' || outcome === 'more') worked.inc(messages);
      if (source) sources.inc({ source });
    },
    danger: () => danger.inc(),
    accepted: (batch) => {
      accepted.inc(batch.messages);
      duplicates.inc(batch.duplicates);
    },
    cacheErrors: cacheErrors(registry),
  };
}

function cacheErrors(registry: Registry): Metrics['cacheErrors'] {
  let total = () => 0;
  let counted = 0;
  new Counter({
    name: 'relevo_cache_errors_total',
    help: 'Errors of the state cache.',
    registers: [registry],
    collect() {
      const now = total();
      this.inc(Math.max(0, now - counted));
      counted = now;
    },
  });
  return (read) => {
    total = read;
  };
}

function httpMetrics(registry: Registry): Pick<Metrics, 'answered' | 'webSockets'> {
  const answers = counters(registry)(
    'http_answers_total',
    'HTTP answers; 499: the client had gone.',
    'route',
    'status',
  );
  const seconds = new Histogram({
    name: 'relevo_http_answer_seconds',
    help: 'From the end of the request headers to the answer being handed to the network.',
    labelNames: ['route'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  let open = () => 0;
  new Gauge({
    name: 'relevo_web_sockets',
    help: 'Open sockets of the web chat.',
    registers: [registry],
    collect() {
      this.set(open());
    },
  });
  return {
    webSockets: (count) => {
      open = count;
    },
    answered: (route, status, took) => {
      answers.inc({ route, status });
      if (took !== undefined) seconds.observe({ route }, took);
    },
  };
}

type SendMetrics = Pick<Metrics, 'posted' | 'refused' | 'line' | 'cut'>;

function sendMetrics(registry: Registry): SendMetrics {
  const count = counters(registry);
  const posts = count('posts_total', 'Tries to send a message, by how they ended.', 'result');
  const refusals = count(
    'graph_errors_total',
    'Refusals of the Graph API, by code and what was done.',
    'code',
    'action',
  );
  const cuts = count('texts_cut_total', 'Texts too long for the channel.');
  const seconds = new Histogram({
    name: 'relevo_post_seconds',
    help: 'How long the Graph API took.',
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const open = new Gauge({
    name: 'relevo_line_open',
    help: '1: messages leave; 0.5: paused; 0: an operator must act.',
    registers: [registry],
  });
  open.set(1);
  return {
    posted: (result, milliseconds) => {
      posts.inc({ result });
      seconds.observe(milliseconds / 1000);
    },
    refused: (code, action) => refusals.inc({ code, action }),
    line: (state) => open.set({ open: 1, paused: 0.5, stopped: 0 }[state]),
    cut: () => cuts.inc(),
  };
}
