import { Gauge, type Registry } from 'prom-client';
import type { Backlog } from './db/reconciliation';

/** Gauges of what waits; told nothing, they show nothing. */
export function backlogMetrics(registry: Registry): (backlog: Backlog | undefined) => void {
  const gauge = (name: string, help: string, ...labelNames: string[]) =>
    new Gauge({ name: `relevo_${name}`, help, labelNames, registers: [registry] });
  const depth = gauge(
    'inbox_depth',
    'Messages in the inbox: waiting, late (over a minute), parked since yesterday.',
    'state',
  );
  const oldest = gauge('inbox_oldest_seconds', 'Age of the oldest message waiting for its turn.');
  const queued = gauge('outbox_depth', 'Messages to send: due, later, sending, unknown.', 'standing');
  const since = gauge('outbox_oldest_seconds', 'How long the first of them has been so.', 'standing');
  const stuck = gauge('outbox_stuck', 'Sends whose lease ran out, and those unknown for over ten minutes.', 'standing');
  const unconfirmed = gauge(
    'outbox_accepted_unconfirmed',
    'Messages the channel took in the last day and has not said to have sent for over ten minutes.',
  );
  for (const each of [oldest, unconfirmed]) each.remove();
  return (backlog) => {
    for (const each of [depth, queued, since, stuck]) each.reset();
    if (!backlog) {
      for (const each of [oldest, unconfirmed]) each.remove();
      return;
    }
    unconfirmed.set(backlog.unconfirmed);
    const { oldestSeconds, ...states } = backlog.inbox;
    oldest.set(oldestSeconds);
    for (const [state, rows] of Object.entries(states)) depth.set({ state }, rows);
    for (const standing of ['due', 'later', 'sending', 'unknown']) {
      const queue = backlog.outbox.find((each) => each.standing === standing);
      queued.set({ standing }, queue?.depth ?? 0);
      since.set({ standing }, queue?.oldestSeconds ?? 0);
      stuck.set({ standing }, queue?.stuck ?? 0);
    }
  };
}
