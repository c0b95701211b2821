import { type DocumentType, takesLetters } from './document';
import type { nameLikeness } from './namesake';

/** What somebody known has in common with somebody who registers. */
export type Likeness = {
  names: ReturnType<typeof nameLikeness>;
  /** Their numbers are a slip apart; the same number is of another type; one of them gave none; or neither of these. */
  document: 'one_slip' | 'other_type' | 'missing' | 'different';
  /** Both are known to write in one conversation, belong to one site, or neither. */
  place: 'phone' | 'site' | 'elsewhere';
};

/** Why two people may be one; what a review says of them. */
export type NearMatch = 'document_slip' | 'document_type' | 'names_on_phone' | 'names_at_site';

/** Whether two people may be one, so that staff look at it; nothing where they are taken for two. */
export function nearMatch({ names, document, place }: Likeness): NearMatch | undefined {
  if (names === 'other') return undefined;
  switch (document) {
    case 'one_slip':
      return 'document_slip';
    case 'other_type':
      return 'document_type';
    case 'missing':
      if (place === 'phone') return 'names_on_phone';
      return place === 'site' && names === 'same' ? 'names_at_site' : undefined;
    case 'different':
      return undefined;
  }
}

/** Every number a slip away from one: a character changed, two neighbours swapped, one missing, one too many. */
export function numbersOneSlipAway(type: DocumentType, number: string): string[] {
  const characters = takesLetters(type) ? [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'] : [...'0123456789'];
  const found = new Set<string>();
  for (let at = 0; at <= number.length; at++) {
    const [before, here, after] = [number.slice(0, at), number.charAt(at), number.slice(at + 1)];
    for (const other of characters) found.add(before + other + here + after);
    if (here === '') continue;
    for (const other of characters) found.add(before + other + after);
    found.add(before + after);
    found.add(before + after.charAt(0) + here + after.slice(1));
  }
  found.delete(number);
  found.delete('');
  return [...found];
}
