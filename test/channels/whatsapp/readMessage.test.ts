import type { Address, Inbound, Utterance } from '../../../src/domain/talk';
import { body, change, message, read, wrap } from './webhookBodies';

describe('a message', () => {
  test('of text is read with all its writer is known by', () => {
    const item = message({ from_parent_user_id: 'CO.ENT.11815799212886844830' });
    expect(messages(body({ messages: [item] }))).toEqual([
      {
        channel: 'whatsapp',
        messageId: 'wamid.HBgMNTczMDA5OTk4ODc3FQIAEhgUM0EyQjNDNEQ1RTZGNw==',
        from: [
          { kind: 'bsuid', value: 'CO.13491208655302741918' },
          { kind: 'parent_bsuid', value: 'CO.ENT.11815799212886844830' },
          { kind: 'phone', value: '573009998877' },
        ],
        sentAt: 1749416383000,
        utterance: { kind: 'text', text: 'hola' },
      },
    ]);
  });

  test.each<[string, object, Utterance]>([
    [
      'a button',
      { type: 'interactive', interactive: { type: 'button_reply', button_reply: { id: 'consent:yes', title: 'Sí' } } },
      { kind: 'tap', id: 'consent:yes', title: 'Sí' },
    ],
    [
      'a row of a list',
      {
        type: 'interactive',
        interactive: { type: 'list_reply', list_reply: { id: 'site:3', title: 'Usme', description: 'x' } },
      },
      { kind: 'tap', id: 'site:3', title: 'Usme' },
    ],
    [
      'a button of a template',
      { type: 'button', button: { payload: 'reminder:yes', text: 'Sí, voy' } },
      { kind: 'tap', id: 'reminder:yes', title: 'Sí, voy' },
    ],
    [
      'a button of a template without payload',
      { type: 'button', button: { text: 'Sí, voy' } },
      { kind: 'text', text: 'Sí, voy' },
    ],
    [
      'a place',
      { type: 'location', location: { latitude: 4.6, longitude: -74.1, name: 'Casa', address: 'Calle 1' } },
      { kind: 'location', latitude: 4.6, longitude: -74.1 },
    ],
    [
      'a place off the globe',
      { type: 'location', location: { latitude: 94, longitude: 0 } },
      { kind: 'unreadable', what: 'other' },
    ],
    ['text without its object', { text: undefined }, { kind: 'unreadable', what: 'other' }],
    ['blank text', { text: { body: ' \u0000\n ' } }, { kind: 'unreadable', what: 'other' }],
    [
      'an interactive reply whose object is missing',
      { type: 'interactive', errors: [{ code: 131000 }] },
      { kind: 'unreadable', what: 'other' },
    ],
    [
      'a form',
      { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{' } } },
      { kind: 'unreadable', what: 'other' },
    ],
    ['a kind that is new to us', { type: 'hologram', hologram: {} }, { kind: 'unreadable', what: 'other' }],
    [
      'what WhatsApp cannot show',
      { type: 'unsupported', errors: [{ code: 131051 }] },
      { kind: 'unreadable', what: 'other' },
    ],
    ['a voice note', { type: 'audio', audio: { id: '1', voice: true } }, { kind: 'unreadable', what: 'audio' }],
    ['an old voice note', { type: 'voice', voice: { id: '1' } }, { kind: 'unreadable', what: 'audio' }],
    ['a photo', { type: 'image', image: { id: '1', caption: 'mi cédula' } }, { kind: 'unreadable', what: 'image' }],
    ['a video', { type: 'video', video: { id: '1' } }, { kind: 'unreadable', what: 'video' }],
    ['a document', { type: 'document', document: { id: '1' } }, { kind: 'unreadable', what: 'document' }],
    ['a sticker', { type: 'sticker', sticker: { id: '1' } }, { kind: 'unreadable', what: 'sticker' }],
    ['contacts', { type: 'contacts', contacts: [{ name: {} }] }, { kind: 'unreadable', what: 'contact' }],
    ['an order', { type: 'order', order: {} }, { kind: 'unreadable', what: 'other' }],
  ])('of %s is read', (_what, parts, utterance) => {
    expect(messages(body({ messages: [message(parts)] })).map((item) => item.utterance)).toEqual([utterance]);
  });

  test.each<[string, object]>([
    ['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } }],
    ['a reaction taken back', { type: 'reaction', reaction: { message_id: 'wamid.1' } }],
    ['a changed number', { type: 'system', system: { type: 'user_changed_number', user_id: 'CO.2' } }],
    ['an edit', { type: 'edit', edit: { original_message_id: 'wamid.1' } }],
    ['an edit that cannot be shown', { type: 'unsupported', unsupported: { type: 'edit' } }],
    ['a message taken back', { type: 'revoke', revoke: { original_message_id: 'wamid.1' } }],
    ['a chat opened', { type: 'request_welcome' }],
    ['leave to call', { type: 'interactive', interactive: { type: 'call_permission_reply' } }],
    ['a message to a group', { group_id: 'G1' }],
  ])('that is %s is no turn', (_what, parts) => {
    expect(read(body({ messages: [message(parts)] }))).toEqual({ messages: [], statuses: [], dropped: 0 });
  });

  test.each<[string, object]>([
    ['calls', { calls: [{ id: 'wacid.1', from: '573009998877' }] }],
    ['smb_message_echoes', { message_echoes: [message()] }],
    ['history', { history: [{ threads: [{ id: '1', messages: [message()] }] }] }],
    ['standby', { messages: [message()] }],
    ['messaging_handovers', { messages: [message()] }],
    ['account_update', { event: 'VERIFIED_ACCOUNT' }],
    ['a_field_of_tomorrow', { messages: [message()] }],
  ])('in the field %s is no turn', (field, value) => {
    expect(read(wrap([change(value, field)]))).toEqual({ messages: [], statuses: [], dropped: 0 });
  });

  test.each<[string, object, Address[]]>([
    ['only a phone', { from_user_id: undefined }, [{ kind: 'phone', value: '573009998877' }]],
    ['only a scoped id', { from: undefined }, [{ kind: 'bsuid', value: 'CO.13491208655302741918' }]],
    [
      'a scoped id where the phone belongs',
      { from: 'CO.13491208655302741918', from_user_id: undefined },
      [{ kind: 'bsuid', value: 'CO.13491208655302741918' }],
    ],
    [
      'the same scoped id twice',
      { from: 'CO.13491208655302741918' },
      [{ kind: 'bsuid', value: 'CO.13491208655302741918' }],
    ],
    [
      'a parent id without ENT',
      { from: undefined, from_user_id: undefined, from_parent_user_id: 'CO.99' },
      [{ kind: 'parent_bsuid', value: 'CO.99' }],
    ],
    ['a number for a phone', { from: 573009998877 }, [{ kind: 'bsuid', value: 'CO.13491208655302741918' }]],
    ['a handle for a phone', { from: '@ana' }, [{ kind: 'bsuid', value: 'CO.13491208655302741918' }]],
    ['a scoped id in lower case', { from_user_id: 'co.1' }, [{ kind: 'phone', value: '573009998877' }]],
  ])('with %s is known by what is left', (_what, parts, from) => {
    expect(messages(body({ messages: [message(parts)] })).map((item) => item.from)).toEqual([from]);
  });

  test('without any address takes those of the one contact beside it', () => {
    const bare = message({ from: undefined, from_user_id: undefined });
    const ana = { wa_id: '573009998877', user_id: 'CO.1', profile: {} };
    expect(messages(body({ messages: [bare], contacts: [ana] })).map((item) => item.from)).toEqual([
      [
        { kind: 'bsuid', value: 'CO.1' },
        { kind: 'phone', value: '573009998877' },
      ],
    ]);
    expect(read(body({ messages: [bare], contacts: [ana, ana] }))).toMatchObject({ messages: [], dropped: 1 });
    expect(read(body({ messages: [bare] }))).toMatchObject({ messages: [], dropped: 1 });
  });

  test.each([
    ['seconds as a string', '1749416383', 1749416383000],
    ['seconds as a number', 1749416383, 1749416383000],
    ['milliseconds as a string', '1749416383123', 1749416383123],
    ['milliseconds as a number', 1749416383123, 1749416383123],
  ])('sent at %s has its time', (_what, timestamp, sentAt) => {
    expect(messages(body({ messages: [message({ timestamp })] }))[0]?.sentAt).toBe(sentAt);
  });

  test('loses NUL, the spaces around it, and what is over 4,096 units, never half a character', () => {
    const texts = [' a\u0000b ', 'x'.repeat(5000), `${'x'.repeat(4095)}😀`, `${'x'.repeat(4094)}😀y`];
    const items = texts.map((text) => message({ text: { body: text } }));
    expect(messages(body({ messages: items })).map((item) => item.utterance)).toEqual(
      ['ab', 'x'.repeat(4096), 'x'.repeat(4095), `${'x'.repeat(4094)}😀`].map((text) => ({ kind: 'text', text })),
    );
  });
});

function messages(raw: Buffer): Inbound[] {
  return read(raw).messages;
}
