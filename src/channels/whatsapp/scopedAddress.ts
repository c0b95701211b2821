import type { Address } from '../../domain/talk';

/** What the fields of a webhook that name one writer come to: ids of the form Meta gives them, and at most one of a kind. */
export function addressesIn(user = '', parent = '', from = ''): Address[] {
  const list: Address[] = [];
  if (SCOPED_ID.test(user)) list.push({ kind: 'bsuid', value: user });
  if (SCOPED_ID.test(parent)) list.push({ kind: 'parent_bsuid', value: parent });
  const other = addressOf(from);
  if (other && !list.some(({ kind }) => kind === other.kind)) list.push(other);
  return list;
}

/** The digits of a phone, or nothing if it is none. */
export function phoneIn(text: string | undefined): string | undefined {
  const digits = text?.slice(0, 40).replace(/[\s()+-]/g, '');
  return digits && PHONE.test(digits) ? digits : undefined;
}

const PHONE = /^\d{5,15}$/;
const SCOPED_ID = /^[A-Z]{2}\.(?:ENT\.)?[A-Za-z0-9]{1,128}$/;

// A business-scoped id has been seen where the phone belongs.
function addressOf(from: string): Address | undefined {
  if (PHONE.test(from)) return { kind: 'phone', value: from };
  if (!SCOPED_ID.test(from)) return undefined;
  return { kind: from.startsWith('ENT.', 3) ? 'parent_bsuid' : 'bsuid', value: from };
}
