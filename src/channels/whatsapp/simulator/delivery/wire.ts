import { createHmac } from 'node:crypto';

/**
 * JSON as Meta puts it on the wire: every character beyond ASCII as a lower-case `\uXXXX`, `/` as `\/`, `@` as `\u0040`.
 * Whoever signs a re-stringified body instead of the bytes gets another signature.
 */
export function wireBytes(body: unknown): Buffer {
  const text = JSON.stringify(body).replace(/[/@\u0080-\uffff]/g, escaped);
  return Buffer.from(text, 'latin1');
}

/** The value of `X-Hub-Signature-256` for these bytes. */
export function signature(bytes: Buffer, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(bytes).digest('hex')}`;
}

function escaped(character: string): string {
  return character === '/' ? '\\/' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
