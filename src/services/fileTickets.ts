import { timingSafeEqual } from 'node:crypto';
import type { SheetFile } from '../domain/talk';
import type { Vault } from './vault';

/** The address of a file for whoever was given it, good for a day from when the file was asked for. */
export function fileTicket(vault: Vault, { classCode, from, to, asOf }: SheetFile): string {
  const told = Buffer.from(JSON.stringify([classCode, from, to, asOf])).toString('base64url');
  return `${told}.${signatureOf(vault, told)}`;
}

/** The file of such an address, if we made it and it is still good. */
export function readFileTicket(vault: Vault, ticket: string, now: Date): SheetFile | undefined {
  const [told = '', signature = ''] = ticket.slice(0, 600).split('.');
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(vault, told))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const [classCode, from, to, asOf] = JSON.parse(Buffer.from(told, 'base64url').toString()) as string[];
  if (!classCode || !from || !to || !asOf || now.getTime() - Date.parse(asOf) > GOOD_MS) return undefined;
  return { kind: 'sheet', classCode, from, to, asOf };
}
const GOOD_MS = 24 * 3_600_000;

function signatureOf(vault: Vault, told: string): string {
  return vault.sign('file', told).toString('base64url');
}
