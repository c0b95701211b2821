import { yesNo } from '../src/replies/yesNo';
import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Reading, Titled } from '../src/script/steps';

// The usual reasons, to tap; any other is typed.
const usual: Titled[] = [
  { id: 'ill', title: say('change.whyIll') },
  { id: 'place', title: say('change.whyPlace') },
  { id: 'event', title: say('change.whyEvent') },
];

const told: { [reason: string]: Said } = {
  ill: say('change.reasonIll'),
  place: say('change.reasonPlace'),
  event: say('change.reasonEvent'),
};

type Reasoned = { reason: string; confirm: 'yes' | 'no' | 'reason'; why: string };
const { ask, backTo } = words<Reasoned>();

/** Why a meeting is moved or cancelled, asked if she wants to say it; the echo then tells it too. */
export const whyAsked = [
  ask('why', {
    say: () => say('change.why'),
    options: () => usual,
    read: whyTyped,
    help: say('change.whyHelp'),
    when: ({ confirm }) => confirm === 'reason',
  }),
  backTo(
    ({ why }) => (why === undefined ? undefined : 'confirm'),
    ['why'],
    ({ why }) => (why === undefined ? {} : { reason: why }),
  ),
];

/** Why, as those who come are told; nothing if nobody said. */
export function reasonSaid(reason: string | undefined): Said[] {
  return reason === undefined ? [] : [told[reason] ?? say('change.reason', { reason })];
}

/** The same in a sentence of its own, or nothing. */
export function reasonIn(reason: string | undefined, locale: string): string {
  return reasonSaid(reason)
    .map((said) => `\n${sentence(locale, said)}`)
    .join('');
}

/** Reads the answer to what would be told: yes or no. */
export function confirmed(text: string): Reading<'yes' | 'no'> {
  const answer = yesNo(text);
  return answer ? { ok: true, value: answer } : { ok: false };
}

// Any words, kept as they are, because those who come are told them.
function whyTyped(text: string): Reading<string> {
  const reason = text.slice(0, 500).replace(/\s+/g, ' ').trim().slice(0, MOST_REASON);
  return /\p{L}{3}/u.test(reason) && !/[?¿]/.test(reason) ? { ok: true, value: reason } : { ok: false };
}
const MOST_REASON = 120;
