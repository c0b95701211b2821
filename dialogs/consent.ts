import { type Said, say } from '../src/script/say';
import { programme } from './programme';

/** Which wording of the consent this is. A test holds each version to its words: whoever changes them counts on. */
export const consentVersion = '1';

/** What she is asked to allow: who answers, which data, what for, who sees them, her rights (Ley 1581, art. 12; Decreto 1377, art. 15). */
export function consentAsked(): Said {
  const { controller, contact, policy } = programme;
  return say('registration.consent', { controller, contact, policy });
}
