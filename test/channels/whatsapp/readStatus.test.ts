import type { DeliveryStatus } from '../../../src/domain/delivery';
import { body, message, NOTHING, read, status } from './webhookBodies';

describe('a status', () => {
  test.each<[string, object, Partial<DeliveryStatus>]>([
    ['sent', {}, {}],
    ['delivered', {}, {}],
    ['read', {}, {}],
    ['played', {}, {}],
    ['failed', { errors: [{ code: 131049, title: 'x' }, { code: 1 }] }, { errorCode: 131049 }],
    ['failed', { errors: [{ code: '131047' }] }, { errorCode: 131047 }],
    ['failed', { errors: [{ code: 1e12 }] }, { errorCode: 0 }],
    ['failed', { errors: 'none' }, {}],
    ['delivered', { errors: [{ code: 1 }] }, {}],
  ])('%s is read (%j)', (name, parts, more) => {
    expect(statuses(body({ statuses: [status({ status: name, ...parts })] }))).toEqual([
      { tag: '41', providerId: 'wamid.HBgMNTczMDA5OTk4ODc3FQIAERgSQUJD', status: name, at: 1750030073000, ...more },
    ]);
  });

  test.each([undefined, '', 'outbox:01J', '0', '-1', '1'.repeat(19), 7])(
    'tagged %j is not taken for one of our rows',
    (tag) => {
      const [read] = statuses(body({ statuses: [status({ biz_opaque_callback_data: tag })] }));
      expect(read).toBeDefined();
      expect(read).not.toHaveProperty('tag');
    },
  );

  test.each(['deleted', 'warning', 'tomorrow', ''])('of the kind %j says nothing to us', (name) => {
    expect(read(body({ statuses: [status({ status: name })] }))).toEqual(NOTHING);
  });

  test('carries what it is charged as, in Meta’s words', () => {
    const pricing = { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' };
    expect(
      statuses(body({ statuses: [status({ pricing }), status({ pricing: { category: 7, type: 'a b' } })] })),
    ).toMatchObject([{ pricing: { model: 'PMP', type: 'regular', category: 'service' } }, { pricing: {} }]);
  });

  test('that is bad does not block a message', () => {
    const content = read(body({ statuses: [{ id: 7 }], messages: [message()] }));
    expect(content.messages).toHaveLength(1);
    expect(content.dropped).toBe(1);
  });
});

function statuses(raw: Buffer): DeliveryStatus[] {
  return read(raw).statuses;
}
