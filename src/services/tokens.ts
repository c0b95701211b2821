import { createHash, randomBytes } from 'node:crypto';
import { writeAudit } from '../db/audit';
import type { Db } from '../db/pool';
import { type ApiToken, addToken, revokeTokens, tokenOfHash } from '../db/tokens';

/** Makes a token that programs show instead of signing in. It is given once; only its hash is kept. */
export async function createToken(db: Db, name: string): Promise<string> {
  const token = `relevo_${randomBytes(32).toString('base64url')}`;
  const id = await addToken(db, name, hashOf(token));
  await writeAudit(db, [{ ...byCommand, action: 'add', object: { kind: 'api_token', id } }]);
  return token;
}

/** Revokes the tokens of a name, from now on and for good; gives how many there were. */
export async function revokeToken(db: Db, name: string): Promise<number> {
  const ids = await revokeTokens(db, name);
  await writeAudit(
    db,
    ids.map((id) => ({ ...byCommand, action: 'revoke', object: { kind: 'api_token', id } })),
  );
  return ids.length;
}

/**
 * Whose token an `Authorization` header carries, if it is in force. It is looked up by its hash, so that how long the
 * answer takes tells nothing about the tokens there are.
 */
export async function tokenInForce(db: Db, authorization: string | undefined): Promise<ApiToken | undefined> {
  const [, token] = /^Bearer ([\w-]{10,200})$/i.exec(authorization ?? '') ?? [];
  return token === undefined ? undefined : tokenOfHash(db, hashOf(token));
}

const byCommand = { actor: 'command', channel: 'command' };

// 256 random bits need no slow hash: there is nothing to guess.
function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
