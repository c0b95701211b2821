import type { Registry } from 'prom-client';
import { counters } from './counters';

/** What is counted of what comes in from the channel. */
export type InboundMetrics = {
  status(kind: string): void;
  /** A message's category is known: what it was said for, and what it is charged as. */
  message(task: string | null, category: string): void;
  /** What became of a mark that a message was read. */
  readMark(result: string): void;
  /** A message that the channel had taken was not delivered. */
  undelivered(why: string): void;
  /** Delivery statuses of messages that are not ours. */
  strayStatuses(count: number): void;
  webhook: WebhookMetrics;
  /** Something said was written down, or not, or too late for its turn. */
  voiceNote(outcome: 'heard' | 'unheard' | 'late'): void;
};

/** What came in by the channel's webhook, and what was refused; `accountEvent`: something an operator should know. */
type WebhookMetrics = {
  refused(why: string): void;
  received(items: { messages: number; changes: number; statuses: number; dropped: number; foreign: number }): void;
  accountEvent(field: string): void;
};

/** Makes its counters. */
export function inboundMetrics(registry: Registry): InboundMetrics {
  const notes = counters(registry)('voice_notes_total', 'Voice notes, by what became of them.', 'outcome');
  return {
    ...statusMetrics(registry),
    webhook: webhookMetrics(registry),
    voiceNote: (outcome) => notes.inc({ outcome }),
  };
}

function statusMetrics(
  registry: Registry,
): Pick<InboundMetrics, 'status' | 'message' | 'readMark' | 'undelivered' | 'strayStatuses'> {
  const count = counters(registry);
  const statuses = count('statuses_total', 'Delivery statuses that came in.', 'kind');
  const failures = count('undelivered_total', 'Messages the channel had taken and did not deliver, by why.', 'why');
  const messages = count('messages_total', 'Messages whose kind the channel has told.', 'task', 'category');
  const marks = count('read_marks_total', 'Marks that a message was read, by what became of them.', 'result');
  const strays = count('statuses_stray_total', 'Delivery statuses of messages that are not ours.');
  return {
    status: (kind) => statuses.inc({ kind }),
    message: (task, category) => messages.inc({ task: task ?? 'other', category }),
    readMark: (result) => marks.inc({ result }),
    undelivered: (why) => failures.inc({ why }),
    strayStatuses: (lost) => strays.inc(lost),
  };
}

function webhookMetrics(registry: Registry): WebhookMetrics {
  const count = counters(registry);
  const refused = count('webhooks_refused_total', 'Webhooks that were not answered 200, by why.', 'why');
  const items = count(
    'webhook_items_total',
    'What webhooks held; dropped: could not be read; foreign: of another number.',
    'kind',
  );
  const events = count('account_events_total', 'What Meta told of the account, the number or templates.', 'field');
  return {
    refused: (why) => refused.inc({ why }),
    received: (received) => {
      for (const [kind, many] of Object.entries(received)) items.inc({ kind }, many);
    },
    accountEvent: (field) => events.inc({ field }),
  };
}
