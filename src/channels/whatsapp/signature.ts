import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether Meta sent these very bytes: the header is `sha256=` and the HMAC-SHA256 of the raw body under the app secret.
 * Several secrets while one is being replaced. The bytes must be the wire's: Meta escapes non-ASCII letters, `/` and
 * `@`, so a body parsed and written again no longer matches.
 */
export function isSigned(raw: Buffer, header: string | undefined, secrets: string[]): boolean {
  const hex = header && SIGNATURE.exec(header)?.[1];
  if (!hex) return false;
  const given = Buffer.from(hex, 'hex');
  return secrets.some((secret) => secret !== '' && timingSafeEqual(given, hmac(secret, raw)));
}

const SIGNATURE = /^sha256=([0-9a-f]{64})$/i;

function hmac(secret: string, raw: Buffer): Buffer {
  return createHmac('sha256', secret).update(raw).digest();
}
