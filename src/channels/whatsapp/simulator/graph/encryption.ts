import { createPublicKey } from 'node:crypto';
import type { HttpRequest } from '../../../../http/message';
import type { GraphAccount } from './account';
import { graphError } from './errors';
import { type Json, textAt } from './fields';
import { formIn, jsonIn } from './requestBody';

/** `/{phone number id}/whatsapp_business_encryption`: the public key that forms with an endpoint are encrypted for. */
export async function answerEncryption(
  account: GraphAccount,
  request: HttpRequest,
): Promise<{ status: number; body: Json }> {
  if (request.method === 'GET') {
    const key = account.businessKey;
    const data = key === undefined ? [] : [keySheet(key)];
    return { status: 200, body: { data } };
  }
  const key = await keyIn(request);
  if (!isRsa2048(key))
    return graphError({ code: 100, details: 'Param business_public_key must be a 2048-bit RSA public key (PEM).' });
  account.businessKey = key;
  return { status: 200, body: { success: true } };
}

function keySheet(key: string): Json {
  return { business_public_key: key, business_public_key_signature_status: 'VALID' };
}

// Meta's pages post it as a form; clients also as JSON.
async function keyIn(request: HttpRequest): Promise<string> {
  const json = jsonIn(request);
  if (json) return textAt(json, 'business_public_key') ?? '';
  const form = (await formIn(request)) ?? new URLSearchParams(request.body.toString());
  return String(form.get('business_public_key') ?? '');
}

function isRsa2048(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPublicKey(pem);
    return asymmetricKeyType === 'rsa' && asymmetricKeyDetails?.modulusLength === 2048;
  } catch {
    return false;
  }
}
