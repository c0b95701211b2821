import type { Address, Inbound, Utterance } from '../../../src/domain/talk';
import { body, change, message, NOTHING, read, wrap } from './webhookBodies';

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
    [
      'text after a tap on an advertisement',
      { referral: { source_type: 'ad', headline: 'Clases', ctwa_clid: 'x' } },
      { kind: 'text', text: 'hola' },
    ],
    ['text passed on from elsewhere', { context: { frequently_forwarded: true } }, { kind: 'text', text: 'hola' }],
  ])('of %s is read', (_what, parts, utterance) => {
    expect(messages(body({ messages: [message(parts)] })).map((item) => item.utterance)).toEqual([utterance]);
  });

  test.each<[string, object]>([
    ['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.1', emoji: '👍' } }],
    ['a reaction taken back', { type: 'reaction', reaction: { message_id: 'wamid.1' } }],
    ['a system message of a kind that is new to us', { type: 'system', system: { type: 'user_took_a_walk' } }],
    ['a system message without its object', { type: 'system' }],
    ['an order', { type: 'order', order: {} }],
    ['what only her phone can show', { type: 'unsupported', errors: [{ code: 131060 }] }],
    ['an edit', { type: 'edit', edit: { original_message_id: 'wamid.1' } }],
    ['an edit that cannot be shown', { type: 'unsupported', unsupported: { type: 'edit' } }],
    ['a message taken back', { type: 'revoke', revoke: { original_message_id: 'wamid.1' } }],
    ['a chat opened', { type: 'request_welcome' }],
    ['leave to call', { type: 'interactive', interactive: { type: 'call_permission_reply' } }],
    ['a message to a group', { group_id: 'G1' }],
  ])('that is %s is no turn', (_what, parts) => {
    expect(read(body({ messages: [message(parts)] }))).toEqual(NOTHING);
  });

  test.each<[string, object]>([
    ['calls', { calls: [{ id: 'wacid.1', from: '573009998877' }] }],
    ['smb_message_echoes', { message_echoes: [message()] }],
    ['history', { history: [{ threads: [{ id: '1', messages: [message()] }] }] }],
    ['standby', { messages: [message()] }],
    ['messaging_handovers', { messages: [message()] }],
    ['a_field_of_tomorrow', { messages: [message()] }],
  ])('in the field %s is no turn', (field, value) => {
    expect(read(wrap([change(value, field)]))).toEqual(NOTHING);
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

describe('a shared number', () => {
  const card = (phone: string, more: object = {}) => ({ name: {}, phones: [{ phone, ...more }] });
  const shared = (parts: object = {}) =>
    message({
      from: undefined,
      type: 'contacts',
      origin: 'contact_request',
      contacts: [card('+57 300 111 2233')],
      ...parts,
    });

  test('that we asked for is hers, and she is known by it', () => {
    const [read] = messages(body({ messages: [shared()] }));
    expect(read?.utterance).toEqual({ kind: 'phone', phone: '573001112233' });
    expect(read?.from).toEqual([
      { kind: 'bsuid', value: 'CO.13491208655302741918' },
      { kind: 'phone', value: '573001112233' },
    ]);
  });

  test('is taken from its WhatsApp id where it is written in another way', () => {
    const [read] = messages(body({ messages: [shared({ contacts: [card('300 111', { wa_id: '573001112233' })] })] }));
    expect(read?.utterance).toEqual({ kind: 'phone', phone: '573001112233' });
  });

  test.each<[string, object]>([
    ['picked from the address book', { origin: 'other' }],
    ['of no stated origin', { origin: undefined }],
    ['from somebody without an id of her own', { from: '573001112233', from_user_id: undefined }],
    ['beside the phone she writes from', { from: '573009998877' }],
    ['among several cards', { contacts: [card('+573001112233'), card('+573001112244')] }],
    ['among several numbers', { contacts: [{ phones: [{ phone: '573001112233' }, { phone: '573001112244' }] }] }],
    ['that is no number', { contacts: [card('mi celular')] }],
    ['without numbers', { contacts: [{ name: {} }] }],
    ['that is no list', { contacts: 'x' }],
  ])('%s proves nothing', (_what, parts) => {
    const [read] = messages(body({ messages: [shared(parts)] }));
    expect(read?.utterance).toEqual({ kind: 'unreadable', what: 'contact' });
    expect(read?.from).toEqual(messages(body({ messages: [shared({ ...parts, type: 'image' })] }))[0]?.from);
  });
});

describe('speech', () => {
  const note = (parts: object = {}) => message({ type: 'audio', audio: { id: '1234567890', voice: true }, ...parts });

  test('is kept hold of where it can be written down', () => {
    const said = (items: unknown[]) => read(body({ messages: items }), true).messages.map(({ utterance }) => utterance);
    expect(said([note(), note({ type: 'voice', voice: { id: 'a-b' } })])).toEqual([
      { kind: 'unreadable', what: 'voice', media: '1234567890' },
      { kind: 'unreadable', what: 'voice', media: 'a-b' },
    ]);
    expect(said([note({ audio: { id: '../etc' } }), note({ audio: undefined })])).toEqual([
      { kind: 'unreadable', what: 'audio' },
      { kind: 'unreadable', what: 'audio' },
    ]);
  });
});

function messages(raw: Buffer): Inbound[] {
  return read(raw).messages;
}
