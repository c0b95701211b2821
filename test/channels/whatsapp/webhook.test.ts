import fc from 'fast-check';
import { readWebhook } from '../../../src/channels/whatsapp/webhook';
import { body, change, message, NOTHING, PHONE_NUMBER_ID, read, status, wrap } from './webhookBodies';

const OURS = { phoneNumberId: PHONE_NUMBER_ID };

describe('a batch', () => {
  test('is read from every entry, change and list', () => {
    const item = (id: string) => message({ id });
    const entry = (ids: string[]) => ({
      id: '1',
      time: 1,
      changes: ids.map((id) =>
        change({ messages: [item(`${id}a`), item(`${id}b`)], statuses: [status({ id: `${id}s` })] }),
      ),
    });
    const raw = Buffer.from(
      JSON.stringify({ object: 'whatsapp_business_account', entry: [entry(['1', '2']), entry(['3']), entry([])] }),
    );
    const content = read(raw);
    expect(content.messages.map((each) => each.messageId)).toEqual(['1a', '1b', '2a', '2b', '3a', '3b']);
    expect(content.statuses.map((each) => each.providerId)).toEqual(['1s', '2s', '3s']);
    expect(content.dropped).toBe(0);
  });

  test('with bad items gives all the good ones', () => {
    const bad: unknown[] = [
      null,
      7,
      'x',
      [],
      {},
      message({ id: undefined }),
      message({ id: '' }),
      message({ id: 'a\u0000b' }),
      message({ id: 'x'.repeat(513) }),
      message({ timestamp: 'ayer' }),
      message({ timestamp: '-1' }),
      message({ timestamp: '1e300' }),
      message({ type: 7 }),
    ];
    const mixed = bad.flatMap((item, n) => [item, message({ id: `good${n}` })]);
    const content = read(body({ messages: mixed, statuses: [null, status({ status: 3 }), status()] }));
    expect(content.messages.map((each) => each.messageId)).toEqual(bad.map((_, n) => `good${n}`));
    expect(content.statuses).toHaveLength(1);
    expect(content.dropped).toBe(bad.length + 2);
  });

  test('of bad changes and entries gives what is good beside them', () => {
    const raw = Buffer.from(
      JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [
          null,
          {},
          {
            changes: [
              null,
              {},
              { field: 'messages' },
              { field: 'messages', value: {} },
              change({ messages: [message()] }),
            ],
          },
        ],
      }),
    );
    expect(read(raw)).toMatchObject({ messages: [{ channel: 'whatsapp' }], dropped: 6 });
  });

  test('for another number is left out and counted apart', () => {
    const theirs = change({ messages: [message()], statuses: [status()] }, 'messages', '999');
    const ours = change({ messages: [message({ id: 'ours' })] });
    const content = read(wrap([theirs, ours]));
    expect(content.messages.map((each) => each.messageId)).toEqual(['ours']);
    expect(content).toMatchObject({ statuses: [], dropped: 0, foreign: 1 });
  });

  test('with everything optional missing or of an odd type is still read', () => {
    const odd = message({ from: 7, from_parent_user_id: [], context: 'x', errors: 3, interactive: 'x', button: null });
    const raw = body({ messages: [odd], contacts: 'nobody', statuses: {}, errors: null, tomorrow: { x: 1 } });
    expect(read(raw).messages[0]?.utterance).toEqual({ kind: 'text', text: 'hola' });
  });
});

describe('a body', () => {
  test.each([
    ['nothing', Buffer.alloc(0)],
    ['cut off', body({ messages: [message()] }).subarray(0, 200)],
    ['text', Buffer.from('hub.mode=subscribe')],
    ['HTML', Buffer.from('<html>')],
    ['gzip', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
    ['Latin-1', Buffer.from('{"object":"ñ"}', 'latin1')],
    ['UTF-16', Buffer.from('{"object":"whatsapp_business_account"}', 'utf16le')],
  ])('that is %s is not JSON', (_what, raw) => {
    expect(readWebhook(raw, OURS)).toEqual({ fault: 'not_json' });
  });

  test.each(['null', '[]', '7', '"x"', '{}', '{"object":"page","entry":[]}', '{"object":"whatsapp_business_account"}'])(
    '%s is not of WhatsApp',
    (raw) => {
      expect(readWebhook(Buffer.from(raw), OURS)).toEqual({ fault: 'not_whatsapp' });
    },
  );

  test('nested a hundred thousand deep is read without harm', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const raw = Buffer.from(`{"object":"whatsapp_business_account","entry":[${deep}]}`);
    expect(readWebhook(raw, OURS)).toEqual({ ...NOTHING, dropped: 1 });
  });

  test('of any JSON whatever is read without a fault of ours', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const near = fc.record(
      {
        id: value,
        timestamp: value,
        type: fc.oneof(value, fc.constantFrom('text', 'interactive', 'button', 'location')),
        text: value,
        interactive: value,
        button: value,
        location: value,
        from: value,
        group_id: value,
        unsupported: value,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(value, near)), fc.array(fc.oneof(value, near)), value, (items, told, contacts) => {
        const content = read(body({ messages: [...items, message()], statuses: [...told, status()], contacts }));
        expect(content.messages.at(-1)?.utterance).toEqual({ kind: 'text', text: 'hola' });
        expect(content.statuses.at(-1)?.tag).toBe('41');
        for (const { from, sentAt } of content.messages) {
          expect(from.length).toBeGreaterThan(0);
          expect(Number.isSafeInteger(sentAt)).toBe(true);
        }
      }),
    );
  });
});
