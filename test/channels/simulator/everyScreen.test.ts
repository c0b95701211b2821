import fc from 'fast-check';
import { render } from '../../../src/channels/whatsapp/render';
import { outboundComplaint } from '../../../src/channels/whatsapp/simulator/graph/outboundRules';
import type { Outbound } from '../../../src/domain/talk';

const STRICT_LIST = 1024;
const runs = Number(process.env.PROPERTY_RUNS ?? 300);

const piece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('', ' ', '\n', '\t', '*a*', '👩🏽‍🦱', 'ñandú ', 'x'.repeat(24), '\u200b', '\u202eabc', 'مرحبا'),
);
const words = fc.tuple(piece, fc.integer({ min: 1, max: 200 })).map(([part, times]) => part.repeat(times));
const choice = fc.record({ id: words, title: words, detail: words }, { requiredKeys: ['id', 'title'] });
const screen: fc.Arbitrary<Outbound> = fc.record(
  {
    text: words,
    choices: fc.array(choice, { maxLength: 14 }),
    open: words,
    asks: fc.constantFrom('location', 'contact'),
  },
  { requiredKeys: ['text'] },
);

test('whatever a script shows is a message that Meta takes, by the strictest reading of its limits', () => {
  fc.assert(
    fc.property(screen, (out) => {
      const body = { to: '573001112233', recipient_type: 'individual', ...render(out) };
      expect(outboundComplaint(body, STRICT_LIST)).toBeUndefined();
    }),
    { numRuns: runs },
  );
});

test('the rules would notice a screen that Meta refuses', () => {
  const tooMany = Array.from({ length: 4 }, (_, n) => ({ type: 'reply', reply: { id: `${n}`, title: `${n}` } }));
  const interactive = { type: 'button', body: { text: 'a' }, action: { buttons: tooMany } };
  expect(outboundComplaint({ to: '573001112233', type: 'interactive', interactive }, STRICT_LIST)).toMatchObject({
    code: 131009,
  });
});
