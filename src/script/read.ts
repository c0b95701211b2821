import { pick } from '../replies/pick';
import { question } from './place';
import { type Said, say } from './say';
import type { Ask, Json, Known, Place, Script, ScriptTurn, Seen } from './steps';
import { readTap, type Tap } from './tap';
import { unreadSaid } from './unread';

/**
 * What a reply says to a question: its value; nothing we understood, with the sentence that asks again; a tap on a
 * button of another question; or a second tap on the button just taken.
 */
export type Read =
  | { kind: 'read'; value: Json }
  | { kind: 'unread'; again: Said }
  | { kind: 'stale' }
  | { kind: 'repeated' };

/** The question a reply is read against. */
export type OpenQuestion = {
  script: Script;
  asked: Ask<Known, string>;
  place: Place;
  turn: ScriptTurn;
  /** The reply is the form of this very question. */
  isItsForm?: boolean;
};

/** Reads what she sent as an answer to the question, purely. */
export function read(open: OpenQuestion): Read {
  const { asked, turn } = open;
  const { utterance } = turn;
  switch (utterance.kind) {
    case 'tap': {
      const tap = readTap(utterance.id);
      return tap ? readTapped(tap, open) : readText(utterance.title, open);
    }
    case 'text':
      return readText(utterance.text, open);
    case 'notice':
    case 'joined':
      return { kind: 'unread', again: say('talk.notUnderstood') };
    case 'location':
    case 'form':
    case 'phone':
    case 'unreadable': {
      if (utterance.kind === 'form' && !open.isItsForm) return { kind: 'unread', again: unreadSaid(utterance) };
      const reading = asked.readOther?.(utterance, seenIn(open));
      if (reading?.ok) return { kind: 'read', value: reading.value ?? null };
      return { kind: 'unread', again: reading?.again ?? unreadSaid(utterance) };
    }
  }
}

function readTapped(tap: Tap, open: OpenQuestion): Read {
  const { script, asked, place } = open;
  const sameQuestion = tap.script === script.name && tap.question === asked.name;
  if (!sameQuestion) return isSecondTap(tap, open) ? { kind: 'repeated' } : { kind: 'stale' };
  if (asked.freshTapsOnly && tap.nonce !== place.nonce) return { kind: 'stale' };
  const shown = place.offered.some((option) => option.id === tap.option);
  return shown ? { kind: 'read', value: meaning(asked, tap.option, place) } : { kind: 'stale' };
}

// A doubled tap: she pressed twice before our answer came. The answer to the first press is on its way.
function isSecondTap(tap: Tap, { script, place, turn }: OpenQuestion): boolean {
  const last = place.answered;
  const justNow = turn.message.sentAt.getTime() - place.since < SECOND_TAP_MS;
  const answered = last === undefined ? undefined : question(script, last);
  if (!justNow || !answered || tap.script !== script.name || tap.question !== last) return false;
  return JSON.stringify(meaning(answered, tap.option, place)) === JSON.stringify(place.known[answered.name]);
}
const SECOND_TAP_MS = 15_000;

function readText(text: string, open: OpenQuestion): Read {
  const { asked, place } = open;
  const reading = asked.read?.(text, seenIn(open));
  if (reading?.ok) return { kind: 'read', value: reading.value ?? null };
  const picked = place.offered.length > 0 && !asked.readsAll ? pick(text, place.offered) : undefined;
  if (picked?.ok) return { kind: 'read', value: meaning(asked, picked.value, place) };
  return {
    kind: 'unread',
    again: reading?.again ?? say(hasChoices(open) ? 'talk.chooseOne' : 'talk.notUnderstood'),
  };
}

// Where a form is shown, the choices are not.
function hasChoices({ asked, place }: OpenQuestion): boolean {
  return place.offered.length > 0 && place.form?.question !== asked.name;
}

function seenIn({ place, turn }: OpenQuestion): Seen<Known> {
  return { known: place.known, offered: place.offered, world: turn.world };
}

function meaning(asked: Ask<Known, string>, option: string, place: Place): Json {
  return asked.value ? (asked.value(option, place.known) ?? null) : option;
}
