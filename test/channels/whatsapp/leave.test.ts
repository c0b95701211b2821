import { leaveOf } from '../../../src/channels/whatsapp/leave';
import type { ClaimedRow } from '../../../src/db/outbox';

const noon = 1_790_000_000_000;
const hour = 3_600_000;
const day = { now: noon, quietMs: 0, templatesPausedMs: 0 };
const template = { name: 'class_reminder', language: 'es', blanks: {} };
const row = (more: Partial<ClaimedRow>): ClaimedRow => ({
  id: '1',
  conversationId: 'c',
  body: { text: 'x' },
  resend: 'harmless',
  attempts: 1,
  refusals: 0,
  to: { phone: '573009998877' },
  priority: 0,
  asTemplate: false,
  heardAt: new Date(noon),
  ...more,
});
const heard = (hoursAgo: number) => ({ heardAt: new Date(noon - hoursAgo * hour) });
const withTemplate = { body: { text: 'x', template } };

test.each<[string, Partial<ClaimedRow>, object]>([
  ['an answer to somebody who has just written', {}, { kind: 'free' }],
  ['23 hours after she wrote, with a template', { ...heard(23), ...withTemplate }, { kind: 'free' }],
  ['at 23 h 54, because clocks differ', heard(23.9), { kind: 'free' }],
  ['at 23 h 57', heard(23.95), { kind: 'held', why: 'window_closed', counts: false }],
  ['a day after she wrote', heard(24.01), { kind: 'held', why: 'window_closed', counts: false }],
  ['a day after, with a template', { ...heard(24.01), ...withTemplate }, { kind: 'template' }],
  ['to somebody who has never written', { heardAt: null }, { kind: 'held', why: 'window_closed', counts: false }],
  ['to somebody who has never written, with a template', { heardAt: null, ...withTemplate }, { kind: 'template' }],
  ['that Meta found too late before our clock did', { ...withTemplate, asTemplate: true }, { kind: 'template' }],
  ['to nobody any more', { to: {} }, { kind: 'failed', why: 'no_address' }],
  ['whose text is gone', { body: null as never }, { kind: 'failed', why: 'faulty' }],
])('a message %s leaves as %j: %j', (_what, more, leave) => {
  expect(leaveOf(row(more), day)).toEqual(leave);
});

test('at night answers and what is urgent go, the rest waits for the morning and holds nobody up', () => {
  const night = { ...day, quietMs: 9 * hour };
  expect(leaveOf(row({ priority: 0 }), night)).toEqual({ kind: 'free' });
  expect(leaveOf(row({ priority: 1 }), night)).toEqual({ kind: 'free' });
  expect(leaveOf(row({ priority: 2 }), night)).toEqual({
    kind: 'held',
    why: 'quiet_hours',
    delayMs: 9 * hour,
    counts: false,
  });
});

test('while templates are paused they wait, and free words go', () => {
  const paused = { ...day, templatesPausedMs: 1000 };
  expect(leaveOf(row(withTemplate), paused)).toEqual({ kind: 'free' });
  expect(leaveOf(row({ ...withTemplate, ...heard(25) }), paused)).toEqual({
    kind: 'held',
    why: 'template_refused',
    delayMs: 1000,
    counts: false,
  });
});
