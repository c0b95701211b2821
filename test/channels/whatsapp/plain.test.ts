import { plain } from '../../../src/channels/whatsapp/plain';

describe('plain', () => {
  test.each(['*Ana*', '_Ana_', '~Ana~', '`Ana`', '```Ana```', 'a *b* _c_'])(
    '%j has no mark left that WhatsApp reads',
    (text) => {
      expect(plain(text)).not.toMatch(/[*_~`]/);
      expect(plain(text)).toHaveLength(text.length);
    },
  );

  test.each(['- uno', '> uno', '1. uno', '12. uno', '• uno', 'hola\n- uno'])(
    '%j begins no list and no quote',
    (text) => {
      expect(plain(text)).not.toMatch(/^([->•]|\d+\.)/m);
      expect(plain(text).replaceAll('\u200b', '')).toBe(text);
    },
  );

  test.each(['Ana María', 'Calle 1 # 2-3', '3 de mayo', 'a > b', ''])('%j stays as it is', (text) => {
    expect(plain(text)).toBe(text);
  });
});
