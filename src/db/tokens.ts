import type { Db } from './pool';

/** A token in force. */
export type ApiToken = { id: string; name: string };

/** Keeps a token's hash under a name. */
export async function addToken(db: Db, name: string, hash: Buffer): Promise<string> {
  const { rows } = await db.query<{ id: string }>('insert into api_token (name, hash) values ($1, $2) returning id', [
    name,
    hash,
  ]);
  const [row] = rows;
  if (!row) throw new Error('Postgres gave no id for a new token.');
  return row.id;
}

/** The token of a hash, unless it was revoked. */
export async function tokenOfHash(db: Db, hash: Buffer): Promise<ApiToken | undefined> {
  const { rows } = await db.query<ApiToken>('select id, name from api_token where hash = $1 and revoked_at is null', [
    hash,
  ]);
  return rows[0];
}

/** Revokes every token in force of this name; gives their ids. */
export async function revokeTokens(db: Db, name: string): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'update api_token set revoked_at = now() where name = $1 and revoked_at is null returning id',
    [name],
  );
  return rows.map((row) => row.id);
}
