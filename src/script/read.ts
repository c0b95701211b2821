import { pick } from '../replies/pick';
import { question } from './place';
import { type Said, say } from './say';
import type { Ask, Json, Known, Place, Script, ScriptTurn } from './steps';
import { readTap, type Tap } from './tap';

/**
 * What a reply says to a question: its value; nothing we understood, with the sentence that asks again; a tap on a
 * button of another question; or a second tap on the button just taken.
 */
export type Read =
  | { kind: 'read'; value: Json }
  | { kind: 'unread'; again: Said }
  | { kind: 'stale' }
  | { kind: 'repeated' };

/** Reads what she sent as an answer to the question, purely. */
export function read(script: Script, asked: Ask<Known, string>, place: Place, turn: ScriptTurn): Read {
  const { utterance } = turn;
  switch (utterance.kind) {
    case 'tap': {
      const tap = readTap(utterance.id);
      return tap ? readTapped(tap, script, asked, place, turn) : readText(utterance.title, asked, place, turn);
    }
    case 'text':
      return readText(utterance.text, asked, place, turn);
    case 'location':
    case 'unreadable': {
      const reading = asked.readOther?.(utterance, turn.world);
      if (reading?.ok) return { kind: 'read', value: reading.value ?? null };
      return {
        kind: 'unread',
        again: reading?.again ?? unreadable(utterance.kind === 'unreadable' && utterance.what === 'audio'),
      };
    }
  }
}

function readTapped(tap: Tap, script: Script, asked: Ask<Known, string>, place: Place, turn: ScriptTurn): Read {
  const sameQuestion = tap.script === script.name && tap.question === asked.name;
  if (!sameQuestion) return isSecondTap(tap, script, place, turn) ? { kind: 'repeated' } : { kind: 'stale' };
  if (asked.freshTapsOnly && tap.nonce !== place.nonce) return { kind: 'stale' };
  const shown = place.offered.some((option) => option.id === tap.option);
  return shown ? { kind: 'read', value: valueOf(asked, tap.option, place) } : { kind: 'stale' };
}

// A doubled tap: she pressed twice before our answer came. The answer to the first press is on its way.
function isSecondTap(tap: Tap, script: Script, place: Place, turn: ScriptTurn): boolean {
  const last = place.asked.at(-1);
  const justNow = turn.message.sentAt.getTime() - place.since < SECOND_TAP_MS;
  const answered = last === undefined ? undefined : question(script, last);
  if (!justNow || !answered || tap.script !== script.name || tap.question !== last) return false;
  return JSON.stringify(valueOf(answered, tap.option, place)) === JSON.stringify(place.known[answered.name]);
}
const SECOND_TAP_MS = 15_000;

function readText(text: string, asked: Ask<Known, string>, place: Place, turn: ScriptTurn): Read {
  const reading = asked.read?.(text, { known: place.known, offered: place.offered, world: turn.world });
  if (reading?.ok) return { kind: 'read', value: reading.value ?? null };
  const picked = place.offered.length > 0 ? pick(text, place.offered) : undefined;
  if (picked?.ok) return { kind: 'read', value: valueOf(asked, picked.value, place) };
  return {
    kind: 'unread',
    again: reading?.again ?? say(place.offered.length > 0 ? 'talk.chooseOne' : 'talk.notUnderstood'),
  };
}

function valueOf(asked: Ask<Known, string>, option: string, place: Place): Json {
  return asked.value ? (asked.value(option, place.known) ?? null) : option;
}

function unreadable(audio: boolean): Said {
  return say(audio ? 'talk.noAudio' : 'talk.cannotRead');
}
