import { body, change, message, NOTHING, read, wrap } from './webhookBodies';

describe('what an operator should know', () => {
  test.each<[string, object, object]>([
    [
      'account_update',
      { event: 'ACCOUNT_RESTRICTION', restriction_info: [{ expiration: 1 }] },
      { event: 'ACCOUNT_RESTRICTION' },
    ],
    [
      'account_alerts',
      { entity_id: '1', alert_info: { alert_type: 'LIMIT_REACHED', alert_severity: 'CRITICAL' } },
      { event: 'LIMIT_REACHED', level: 'CRITICAL' },
    ],
    [
      'phone_number_quality_update',
      { display_phone_number: '573001112233', event: 'FLAGGED', current_limit: 'TIER_1K' },
      { event: 'FLAGGED', level: 'TIER_1K' },
    ],
    [
      'message_template_status_update',
      { event: 'REJECTED', message_template_name: 'class_reminder', reason: 'INVALID_FORMAT' },
      { event: 'REJECTED', name: 'class_reminder' },
    ],
    ['message_template_quality_update', { new_quality_score: 'RED' }, { level: 'RED' }],
    ['phone_number_name_update', { decision: 'REJECTED', requested_verified_name: 'Ana' }, { event: 'REJECTED' }],
    ['business_capability_update', { max_daily_conversation_per_phone: 10 }, {}],
    ['flows', { event: 'ENDPOINT_ERROR_RATE', message: 'long text' }, { event: 'ENDPOINT_ERROR_RATE' }],
    ['security', { event: 'PIN_CHANGED', requester: '573009998877' }, { event: 'PIN_CHANGED' }],
    ['security', { event: 'Ana Gómez <script>' }, {}],
  ])('in the field %s is kept by its words alone', (field, value, told) => {
    expect(read(wrap([change(value, field)]))).toEqual({ ...NOTHING, events: [{ field, ...told }] });
  });

  test('is kept whatever its value is', () => {
    expect(read(wrap([{ field: 'account_update', value: 7 }, { field: 'security' }])).events).toEqual([
      { field: 'account_update' },
      { field: 'security' },
    ]);
  });

  test('are errors of the number as a whole, and not those of a message', () => {
    const errors = [{ code: 130429, title: 'Rate limit hit' }, { code: 'x' }, { code: { toString: 1 } }, null];
    expect(read(body({ errors })).events).toEqual([
      { field: 'errors', code: 130429 },
      { field: 'errors' },
      { field: 'errors' },
      { field: 'errors' },
    ]);
    expect(read(body({ errors, messages: [message()] })).events).toEqual([]);
  });
});
