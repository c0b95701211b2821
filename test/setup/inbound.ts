import type { Inbound } from '../../src/domain/talk';

let made = 0;

/** A text message of somebody, with an id of its own; `over` changes what matters to the test. */
export function textFrom(phone: string, text: string, over: Partial<Inbound> = {}): Inbound {
  made += 1;
  return {
    channel: 'whatsapp',
    messageId: `wamid.test-${process.pid}-${made}`,
    from: [{ kind: 'phone', value: phone }],
    sentAt: 1_790_000_000_000 + made * 1000,
    utterance: { kind: 'text', text },
    ...over,
  };
}
