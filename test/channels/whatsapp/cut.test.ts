import fc from 'fast-check';
import { cut } from '../../../src/channels/whatsapp/cut';
import { quickest } from '../../setup/quickest';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

describe('cut', () => {
  test.each([
    ['hola', 4, 'hola'],
    ['holas', 4, 'hol…'],
    ['', 1, ''],
    ['ab👩🏽‍🦱👩🏽‍🦱', 10, 'ab👩🏽‍🦱…'],
    ['ab👩🏽‍🦱👩🏽‍🦱', 9, 'ab…'],
    ['ab\u{1D158}\u{1D165}\u{1D16E}\u{1D158}', 7, 'ab…'],
    ['n\u0303n\u0303n\u0303', 4, 'n\u0303…'],
  ])('of %j to %d gives %j', (text, most, short) => {
    expect(cut(text, most)).toBe(short);
  });

  test('ends between what people see as letters, within the limit, and keeps what fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 20, max: 60 }), (text, most) => {
        const short = cut(text, most);
        expect(short.length).toBeLessThanOrEqual(most);
        if (short === text) return;
        const letters = [...graphemes.segment(text)].map(({ segment }) => segment);
        const kept = [...graphemes.segment(short.slice(0, -1))].map(({ segment }) => segment);
        expect(letters.slice(0, kept.length)).toEqual(kept);
        expect(short.length + (letters[kept.length] ?? '').length).toBeGreaterThan(most);
      }),
      { numRuns: 3000 },
    );
  });

  test('of a "letter" without end still gives something, and no half character', () => {
    expect(cut(`e${'\u0301'.repeat(9000)}`, 4096)).toHaveLength(4096);
    expect(cut('\u{1F469}\u200d'.repeat(5000), 5)).toBe('\u{1F469}\u200d…');
  });

  test('of a long text takes no time', () => {
    expect(quickest(() => cut('dos mil '.repeat(100_000), 4096))).toBeLessThan(50);
  });
});
