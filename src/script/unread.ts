import type { Utterance } from '../domain/talk';
import { type Said, say } from './say';

/** What is said to something that is not words, where nothing that is open can use it. */
export function unreadSaid(utterance: Utterance): Said {
  switch (utterance.kind) {
    case 'form':
      return say('talk.formUnread');
    case 'phone':
      return say('talk.phoneKept');
    case 'unreadable':
      return say(SPOKEN[utterance.what] ?? 'talk.cannotRead');
    case 'location':
      return say('talk.placeUnread');
    case 'text':
    case 'tap':
    case 'joined':
    case 'notice':
      return say('talk.notUnderstood');
  }
}

const SPOKEN: { [what: string]: 'talk.noAudio' | 'talk.notHeard' | undefined } = {
  audio: 'talk.noAudio',
  voice: 'talk.notHeard',
};
