import { createHash, createSecretKey, hkdfSync, type KeyObject, randomBytes, randomUUID } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { z } from 'zod/v4';

/** Somebody in a browser: her conversation, and the id she is known by in it and nowhere else. */
export type Visitor = { conversation: string; user: string };

/** Why a token was not taken. `expired`: it was good until its time was over. */
type TokenFault = 'expired' | 'invalid';

export type Tokens = {
  /** Somebody new, whom nobody can guess. */
  newVisitor: () => Visitor;
  sign: (visitor: Visitor) => string;
  read: (token: string) => { ok: true; visitor: Visitor } | { ok: false; why: TokenFault };
  /** Whose a token is or was, up to half a day after its end: a phone sleeps in a pocket, and its page is no stranger. */
  readLate: (token: string) => { ok: true; visitor: Visitor } | { ok: false; why: TokenFault };
  /** A ticket opens one stream, soon: it stands in a URL, which finds its way into logs. */
  signTicket: (visitor: Visitor) => string;
  readTicket: (ticket: string) => { ok: true; visitor: Visitor; id: string } | { ok: false; why: TokenFault };
};

/** How long a token is good, in seconds; clients refresh it half-way. */
export const TOKEN_SECONDS = 1800;
const LATE_SECONDS = 12 * 3600;
/** How long a ticket is good, in seconds. */
export const TICKET_SECONDS = 60;

/**
 * Signs and reads tokens. The first secret signs, every one of them is taken: to change it put the new one first, and
 * take the old one away half an hour later.
 */
export function createTokens(secrets: (string | Buffer)[], now: () => Date = () => new Date()): Tokens {
  const keys = secrets.map(keyOf);
  const [signing] = keys;
  if (!signing) throw new Error('Tokens need a secret to be signed with.');
  const seconds = () => Math.floor(now().getTime() / 1000);
  const sign = (audience: Audience, { conversation, user }: Visitor, life: number, jwtid?: string) =>
    jwt.sign({ conv: conversation, user, iat: seconds(), exp: seconds() + life }, signing.key, {
      algorithm: 'HS256',
      keyid: signing.id,
      issuer: ISSUER,
      audience,
      ...(jwtid && { jwtid }),
    });
  const read = (audience: Audience, token: string, late = 0) =>
    verify(keys, token, { audience, clockTimestamp: seconds() - late });
  const readToken = (token: string, late?: number) => {
    const found = read('directline', token, late);
    return found.ok ? { ok: true as const, visitor: found.visitor } : found;
  };
  return {
    newVisitor,
    sign: (visitor) => sign('directline', visitor, TOKEN_SECONDS),
    signTicket: (visitor) => sign('stream', visitor, TICKET_SECONDS, randomUUID()),
    read: (token) => readToken(token),
    readLate: (token) => readToken(token, LATE_SECONDS),
    readTicket: (ticket) => {
      const found = read('stream', ticket);
      if (!found.ok) return found;
      return found.id ? { ok: true, visitor: found.visitor, id: found.id } : { ok: false, why: 'invalid' };
    },
  };
}

type Key = { id: string; key: KeyObject };
type Audience = 'directline' | 'stream';
const ISSUER = 'relevo';

// One random number for both: the conversation's id is no secret, the token is what opens it. Web Chat takes ids that
// begin with "dl_" only from a token.
function newVisitor(): Visitor {
  const conversation = randomBytes(16).toString('hex');
  return { conversation, user: userOf(conversation) };
}

function userOf(conversation: string): string {
  return `dl_${conversation}`;
}

function keyOf(secret: string | Buffer): Key {
  const bytes = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'relevo web chat token', 32));
  // Given bytes, the library first tries for each token whether they are a certificate.
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 16), key: createSecretKey(bytes) };
}

const Claims = z.object({
  conv: z.string().regex(/^[\da-f]{32}$/),
  user: z.string(),
  exp: z.number(),
  jti: z.uuid().optional(),
});

type Read = { ok: true; visitor: Visitor; id?: string } | { ok: false; why: TokenFault };

function verify(keys: Key[], token: string, terms: { audience: Audience; clockTimestamp: number }): Read {
  const key = keys.find(({ id }) => id === keyIdOf(token));
  if (!key) return { ok: false, why: 'invalid' };
  try {
    const { conv, user, jti } = Claims.parse(
      jwt.verify(token, key.key, { ...terms, algorithms: ['HS256'], issuer: ISSUER }),
    );
    if (user !== userOf(conv)) return { ok: false, why: 'invalid' };
    return { ok: true, visitor: { conversation: conv, user }, ...(jti && { id: jti }) };
  } catch (fault) {
    return { ok: false, why: fault instanceof jwt.TokenExpiredError ? 'expired' : 'invalid' };
  }
}

// Ours have some 350 characters: nothing longer is worth decoding.
function keyIdOf(token: string): string | undefined {
  if (token.length > 1_000) return undefined;
  return jwt.decode(token, { complete: true })?.header.kid;
}
