import { generateKeyPairSync } from 'node:crypto';

/**
 * A new pair of RSA keys as PEM. Key objects are not handed on: in Node 20, one exported while the garbage of its making is
 * collected locks the process up for good (`KeyGenJob`'s destructor waits for the lock that the export holds).
 */
export function rsaPair(modulusLength = 2048): { privateKey: string; publicKey: string } {
  return generateKeyPairSync('rsa', {
    modulusLength,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
