import type { Names } from './names';
import { mayBeSamePerson } from './namesake';

/** What must be known to decide a registration. */
export type RegistrationContext = {
  /** The conversation's last word on consent, and who gave it, once that is known. */
  consent: { given: boolean; personId: string | null } | null;
  /** Who the conversation belongs to so far. */
  current: { personId: string; registered: boolean; hasDocument: boolean; names: Names } | null;
  /**
   * Who has the document given; `reachable`: she is known to write through an address of this conversation; `isGuest`: an
   * instructor has told of her, and she has never registered.
   */
  holder: { personId: string; reachable: boolean; isGuest: boolean } | null;
};

/** What a registration comes to: somebody known, somebody half known to be completed, a new person, or a refusal. */
export type RegistrationDecision =
  | { kind: 'known' | 'complete'; personId: string }
  | { kind: 'new' }
  | { kind: 'refused'; why: 'no_consent' | 'document_taken' };

/** Decides who is registering. Several people may share a phone, so a consent given by one of them is not another's. */
export function decideRegistration(
  { consent, current, holder }: RegistrationContext,
  given: { names: Names; hasNumber: boolean },
): RegistrationDecision {
  if (!consent?.given) return { kind: 'refused', why: 'no_consent' };
  if (holder && !holder.reachable && !holder.isGuest) return { kind: 'refused', why: 'document_taken' };
  const decision = holder
    ? { kind: holder.isGuest ? ('complete' as const) : ('known' as const), personId: holder.personId }
    : withoutHolder(current, given);
  const who = decision.kind === 'new' ? null : decision.personId;
  return consent.personId === null || consent.personId === who ? decision : { kind: 'refused', why: 'no_consent' };
}

function withoutHolder(
  current: RegistrationContext['current'],
  given: { names: Names; hasNumber: boolean },
): Exclude<RegistrationDecision, { kind: 'refused' }> {
  if (!current) return { kind: 'new' };
  const { personId, names } = current;
  // Known without being registered: an instructor, whose phone may be shared too.
  if (!current.registered)
    return mayBeSamePerson(names, given.names) ? { kind: 'complete', personId } : { kind: 'new' };
  const isSame = !current.hasDocument && names.first === given.names.first && names.last === given.names.last;
  if (!isSame) return { kind: 'new' };
  return { kind: given.hasNumber ? 'complete' : 'known', personId };
}
