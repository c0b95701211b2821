import { signature, wireBytes } from '../../../src/channels/whatsapp/simulator/delivery/wire';
import type { Heard } from '../../../src/channels/whatsapp/simulator/heard';
import { envelope, messageUpdate, type Sender, statusUpdate } from '../../../src/channels/whatsapp/simulator/webhooks';

const business = { wabaId: '102', displayPhone: '576015550100', phoneNumberId: '106' };
const at = 1_800_000_000_999;
const ana: Sender = { name: 'Ana', phone: '573001112233', bsuid: 'CO.123' };

function valueFrom(from: Sender, heard: Heard) {
  const body = envelope(business, [messageUpdate(business, from, { id: 'wamid.a', at, heard })]);
  expect(body).toMatchObject({
    object: 'whatsapp_business_account',
    entry: [{ id: '102', changes: [{ field: 'messages' }] }],
  });
  // biome-ignore lint/suspicious/noExplicitAny: seen from the outside, as JSON
  return (body as any).entry[0].changes[0].value;
}

describe('the wire', () => {
  test.each([
    [{ object: 'whatsapp_business_account' }, 'b6978b21c4467654c466607663db9b43fae44b71083568df403e0a077089208e'],
    [{ message: 'café' }, '5980113abfc4ffe911f1ae78f92dcf41e10b7d6bc792efd48dfe9ee94131aaf4'],
    [{ message: '🍕' }, 'a3fe6b4ad5e3ef4df08e3dd66f4ed304d3ad5b34bb9da8f1da445acc6088a507'],
    [{ message: 'ñ' }, '354180ffbc36b3aa59251edd86d5ebbd4b96f6b0e8b86c0e33de972ed522b4a9'],
    [{ url: 'https://a.co/b', m: 'a@b.co' }, 'e11ab12fb240bffe03ea21e1fc3526b411ee86f99f59b054dcb929de34aaa093'],
  ])('%j is escaped and signed as Meta does', (body, hex) => {
    expect(signature(wireBytes(body), 'test-app-secret')).toBe(`sha256=${hex}`);
  });

  test('escapes are lower-case hex, \\/ and \\u0040, and read back the same', () => {
    const body = { text: 'ñÑ / a@b.co \u007f\u0080\uffff "\\" \n 👩‍🦱' };
    const wire = wireBytes(body).toString('latin1');
    expect(wire).toContain('\\u00f1\\u00d1 \\/ a\\u0040b.co');
    expect(wire).toMatch(/^[\x20-\x7f]*$/);
    expect(JSON.parse(wire)).toEqual(body);
  });
});

describe('a message', () => {
  test('comes with metadata, contact, ids and whole seconds', () => {
    expect(valueFrom(ana, { kind: 'text', text: 'hola' })).toEqual({
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '576015550100', phone_number_id: '106' },
      contacts: [{ profile: { name: 'Ana' }, wa_id: '573001112233', user_id: 'CO.123' }],
      messages: [
        {
          from: '573001112233',
          from_user_id: 'CO.123',
          id: 'wamid.a',
          timestamp: '1800000000',
          type: 'text',
          text: { body: 'hola' },
        },
      ],
    });
  });

  test('of a person known by phone only has no user id', () => {
    const value = valueFrom({ name: 'Ana', phone: '573001112233' }, { kind: 'text', text: 'hola' });
    expect(value.contacts).toEqual([{ profile: { name: 'Ana' }, wa_id: '573001112233' }]);
    expect(value.messages[0]).not.toHaveProperty('from_user_id');
  });

  test('of a person who hides her number has no phone anywhere', () => {
    const value = valueFrom({ bsuid: 'CO.123' }, { kind: 'text', text: 'hola' });
    expect(value.contacts).toEqual([{ user_id: 'CO.123' }]);
    expect(value.messages[0]).not.toHaveProperty('from');
  });

  test.each<[Heard, object]>([
    [
      { kind: 'buttonReply', id: 'yes', title: 'Sí', of: 'wamid.q' },
      {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: 'yes', title: 'Sí' } },
        context: { from: '576015550100', id: 'wamid.q' },
      },
    ],
    [
      { kind: 'listReply', id: 'r1', title: 'Yoga', description: 'Lunes', of: 'wamid.q' },
      {
        type: 'interactive',
        interactive: { type: 'list_reply', list_reply: { id: 'r1', title: 'Yoga', description: 'Lunes' } },
        context: { id: 'wamid.q' },
      },
    ],
    [
      { kind: 'templateButton', payload: 'go', text: 'Voy', of: 'wamid.q' },
      { type: 'button', button: { payload: 'go', text: 'Voy' }, context: { id: 'wamid.q' } },
    ],
    [
      { kind: 'location', latitude: 4.6, longitude: -74.1, name: 'Casa' },
      { type: 'location', location: { latitude: 4.6, longitude: -74.1, name: 'Casa' } },
    ],
    [
      { kind: 'media', what: 'audio', id: '1', mimeType: 'audio/ogg; codecs=opus', sha256: 'h' },
      { type: 'audio', audio: { id: '1', mime_type: 'audio/ogg; codecs=opus', sha256: 'h', voice: true } },
    ],
    [
      { kind: 'media', what: 'image', id: '1', mimeType: 'image/jpeg', sha256: 'h', caption: 'foto' },
      { type: 'image', image: { id: '1', mime_type: 'image/jpeg', sha256: 'h', caption: 'foto' } },
    ],
    [
      { kind: 'contact', name: 'Rosa', phone: '573004445566' },
      {
        type: 'contacts',
        contacts: [{ name: { formatted_name: 'Rosa' }, phones: [{ phone: '+573004445566', wa_id: '573004445566' }] }],
      },
    ],
    [
      { kind: 'reaction', emoji: '👍', of: 'wamid.q' },
      { type: 'reaction', reaction: { message_id: 'wamid.q', emoji: '👍' } },
    ],
    [
      { kind: 'unsupported', what: 'poll' },
      { type: 'unsupported', errors: [{ code: 131051 }], unsupported: { type: 'poll' } },
    ],
  ])('$kind has the shape of its type', (heard, shape) => {
    const { kind, ...words } = heard;
    const [message] = valueFrom(ana, heard).messages;
    expect(message).toMatchObject(shape);
    expect(Object.keys(words).length).toBeGreaterThan(0);
    if (kind === 'location') expect(message.location).not.toHaveProperty('kind');
  });
});

describe('a status', () => {
  const status = (to: Sender, name: 'sent' | 'read' | 'failed', more: object = {}) =>
    statusUpdate(to, { id: 'wamid.b', at, status: name, category: 'service', tag: 'outbox:1', ...more });

  test('has price and tag, and contacts only with a user id', () => {
    expect(status(ana, 'sent')).toEqual({
      contacts: [{ profile: { name: 'Ana' }, wa_id: '573001112233', user_id: 'CO.123' }],
      status: {
        id: 'wamid.b',
        status: 'sent',
        timestamp: '1800000000',
        recipient_id: '573001112233',
        recipient_user_id: 'CO.123',
        biz_opaque_callback_data: 'outbox:1',
        pricing: { billable: true, pricing_model: 'PMP', type: 'regular', category: 'service' },
      },
    });
    expect(status({ phone: '573001112233' }, 'read')).toMatchObject({ contacts: [], status: { status: 'read' } });
  });

  test('of a failure has its errors, and neither price nor contacts', () => {
    const failed = status(ana, 'failed', { error: { code: 131047 } });
    expect(failed).toMatchObject({ contacts: [], status: { status: 'failed', errors: [{ code: 131047 }] } });
    expect(failed.status).not.toHaveProperty('pricing');
  });

  test('and messages of one batch keep their order in changes of one kind each', () => {
    const message = (id: string) => messageUpdate(business, ana, { id, at, heard: { kind: 'text', text: 'x' } });
    const body = envelope(business, [message('1'), message('2'), status(ana, 'sent'), message('3')]);
    // biome-ignore lint/suspicious/noExplicitAny: seen from the outside, as JSON
    const changes = (body as any).entry[0].changes.map(({ value }: any) => value);
    expect(changes.map((value: object) => Object.keys(value).at(-1))).toEqual(['messages', 'statuses', 'messages']);
    expect(changes[0].messages.map(({ id }: { id: string }) => id)).toEqual(['1', '2']);
    expect(changes[0].contacts).toHaveLength(1);
  });
});
