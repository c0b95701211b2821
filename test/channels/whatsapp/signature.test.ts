import { createHmac } from 'node:crypto';
import { isSigned } from '../../../src/channels/whatsapp/signature';

const SECRET = 'test-app-secret';

describe('isSigned', () => {
  const vectors: [string, string][] = [
    ['{"object":"whatsapp_business_account"}', 'b6978b21c4467654c466607663db9b43fae44b71083568df403e0a077089208e'],
    ['{"message":"caf\\u00e9"}', '5980113abfc4ffe911f1ae78f92dcf41e10b7d6bc792efd48dfe9ee94131aaf4'],
    ['{"message":"\\ud83c\\udf55"}', 'a3fe6b4ad5e3ef4df08e3dd66f4ed304d3ad5b34bb9da8f1da445acc6088a507'],
    ['{"message":"\\u00f1"}', '354180ffbc36b3aa59251edd86d5ebbd4b96f6b0e8b86c0e33de972ed522b4a9'],
    ['{"message":"ñ"}', 'acd1108b43f4f18e215cb2e10b9e84286d22a4b47397093f687a8d1a8ef7d848'],
    [
      '{"url":"https:\\/\\/a.co\\/b","m":"a\\u0040b.co"}',
      'e11ab12fb240bffe03ea21e1fc3526b411ee86f99f59b054dcb929de34aaa093',
    ],
    ['{"url":"https://a.co/b","m":"a@b.co"}', 'b7520fc7d2ae0a922f9285998fe59a25f24be942a003b5ce96903ca5cc0d64af'],
  ];

  test.each(vectors)('the published signature of %s is taken', (body, hex) => {
    expect(isSigned(Buffer.from(body), `sha256=${hex}`, [SECRET])).toBe(true);
  });

  test('a body written again does not match the signature of what was on the wire', () => {
    for (const [index, [body]] of vectors.entries())
      for (const [other, [, hex]] of vectors.entries())
        expect(isSigned(Buffer.from(body), `sha256=${hex}`, [SECRET])).toBe(index === other);
  });

  test('one changed byte is enough to be refused', () => {
    const [body, hex] = vectors[0] ?? ['', ''];
    const raw = Buffer.from(body);
    for (let at = 0; at < raw.length; at++) {
      const forged = Buffer.from(raw);
      forged[at] = (forged[at] ?? 0) ^ 1;
      expect(isSigned(forged, `sha256=${hex}`, [SECRET])).toBe(false);
    }
  });

  test('upper-case hex is taken', () => {
    const [body, hex] = vectors[0] ?? ['', ''];
    expect(isSigned(Buffer.from(body), `sha256=${hex.toUpperCase()}`, [SECRET])).toBe(true);
  });

  test.each([
    ['no header', undefined],
    ['an empty header', ''],
    ['bare hex', vectors[0]?.[1]],
    ['a short one', `sha256=${vectors[0]?.[1].slice(0, 62)}`],
    ['a long one', `sha256=${vectors[0]?.[1]}00`],
    ['not hex', `sha256=${'z'.repeat(64)}`],
    ['two in one', `sha256=${vectors[0]?.[1]},sha256=${vectors[0]?.[1]}`],
    ['a line end after it', `sha256=${vectors[0]?.[1]}\n`],
  ])('%s is refused', (_what, header) => {
    expect(isSigned(Buffer.from(vectors[0]?.[0] ?? ''), header, [SECRET])).toBe(false);
  });

  test('a right SHA-1 signature is refused', () => {
    const body = Buffer.from('{}');
    const sha1 = createHmac('sha1', SECRET).update(body).digest('hex');
    expect(isSigned(body, `sha1=${sha1}`, [SECRET])).toBe(false);
    expect(isSigned(body, `sha256=${sha1}`, [SECRET])).toBe(false);
  });

  test('while a secret is being replaced, both the old and the new one count', () => {
    const [body, hex] = vectors[0] ?? ['', ''];
    expect(isSigned(Buffer.from(body), `sha256=${hex}`, ['new', SECRET])).toBe(true);
    expect(isSigned(Buffer.from(body), `sha256=${hex}`, [SECRET, 'new'])).toBe(true);
    expect(isSigned(Buffer.from(body), `sha256=${hex}`, ['new', 'newer'])).toBe(false);
  });

  test('without a secret, or with an empty one, nothing is signed', () => {
    const body = Buffer.from('{}');
    const empty = createHmac('sha256', '').update(body).digest('hex');
    expect(isSigned(body, `sha256=${empty}`, [])).toBe(false);
    expect(isSigned(body, `sha256=${empty}`, [''])).toBe(false);
  });
});
