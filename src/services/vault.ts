import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Keeps document numbers unreadable to whoever has only the database, and still findable. */
export type Vault = {
  /** Encrypts a person's number; the result opens only for the same person. */
  seal(personId: string, number: string): Buffer;
  /** Throws when the bytes were changed, or belong to another person, or to another key. */
  open(personId: string, sealed: Buffer): string;
  /** The same number always gives the same 32 bytes; without the key they tell nothing. */
  index(number: string): Buffer;
  /** 32 bytes that only this installation can make of a text, other ones for each purpose: for codes and addresses of our own. */
  sign(purpose: string, text: string): Buffer;
};

/** Makes a vault of the installation's 32-byte key (`DATA_KEY`). */
export function createVault(key: Buffer): Vault {
  if (key.length !== 32) throw new Error(`DATA_KEY must be 32 bytes in base64; it is ${key.length}.`);
  const cipherKey = derive(key, 'relevo document number, cipher');
  const indexKey = derive(key, 'relevo document number, index');
  return {
    seal: (personId, number) => seal(cipherKey, personId, number),
    open: (personId, sealed) => open(cipherKey, personId, sealed),
    index: (number) => createHmac('sha256', indexKey).update(number).digest(),
    sign: (purpose, text) =>
      createHmac('sha256', derive(key, `relevo ${purpose}`))
        .update(text)
        .digest(),
  };
}

// Sealed bytes: version, nonce, tag, ciphertext.
const version = 1;
const nonceLength = 12;
const tagLength = 16;
const headLength = 1 + nonceLength + tagLength;

function derive(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), purpose, 32));
}

function seal(key: Buffer, personId: string, number: string): Buffer {
  const nonce = randomBytes(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(bound(personId));
  const text = Buffer.concat([cipher.update(number, 'utf8'), cipher.final()]);
  return Buffer.concat([Buffer.of(version), nonce, cipher.getAuthTag(), text]);
}

function open(key: Buffer, personId: string, sealed: Buffer): string {
  if (sealed.length < headLength || sealed[0] !== version)
    throw new Error(
      `A sealed document number of person ${personId} is not of version ${version}: it was written by a newer program or damaged.`,
    );
  const nonce = sealed.subarray(1, 1 + nonceLength);
  const tag = sealed.subarray(1 + nonceLength, headLength);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength });
  decipher.setAAD(bound(personId)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(sealed.subarray(headLength)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new Error(
      `The document number of person ${personId} does not open: DATA_KEY is not the one it was written with, or the row was tampered with.`,
      { cause },
    );
  }
}

function bound(personId: string): Buffer {
  return Buffer.from(`person:${personId}`);
}
