import { pinIn, secretIn } from '../src/replies/secretSaid';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { Known } from '../src/script/steps';
import type { ProofResult } from '../src/services/desk';

/**
 * `next`: the script to go on with, `along` what it knows already; `fresh`: she wants another PIN. `secret`, `pin`: known
 * in the turn they were said in.
 */
type Proof = {
  next: string;
  along: Known;
  wants: 'pin';
  hasPin: boolean;
  secret: string;
  entered: ProofResult;
  problem: 'wrong' | 'no_pin' | null;
  pinWanted: boolean;
  pin: string;
  kept: boolean;
};
const { script, ask, learn, act, tell, stopWhen, backTo, goTo } = words<Proof>();

/** An instructor proves that it is she who writes: by her PIN, or by a code of the team; then she may choose a PIN. */
export const proof = script(
  'proof',
  [
    learn('hasPin', (_, { desk, speaker }) => (speaker ? desk.hasPin(speaker.personId) : false)),
    stopWhen(
      ({ secret, entered }, { speaker }) =>
        secret === undefined && entered === undefined && !speaker?.roles.includes('instructor'),
      () => say('attendance.onlyInstructors'),
    ),
    ask('secret', {
      say: ({ hasPin, problem }) => [
        ...(problem ? [say('proof.wrong')] : []),
        say(hasPin ? 'proof.askPin' : 'proof.askCode'),
      ],
      read: (text) => {
        const secret = secretIn(text);
        return secret ? { ok: true, value: secret } : { ok: false, again: say('proof.digits') };
      },
      help: say('proof.help'),
      secret: true,
      when: ({ wants }, { speaker }) => wants !== 'pin' || speaker?.unproven === true,
    }),
    act(
      'entered',
      ({ secret = '' }, { desk, speaker }) => desk.prove(secret, speaker?.personId),
      ({ secret }) => secret !== undefined,
    ),
    stopWhen(
      ({ entered }) => entered?.ok === false && isStopped(entered.why),
      ({ entered }) => say(entered?.ok === false && entered.why === 'locked' ? 'proof.locked' : 'proof.tooMany'),
    ),
    stopWhen(
      ({ entered }, { speaker }) => entered?.ok === false && !speaker?.roles.includes('instructor'),
      () => say('proof.noCode'),
    ),
    backTo(
      ({ entered }) => (entered?.ok === false ? 'secret' : undefined),
      ['entered'],
      () => ({ problem: 'wrong' }),
    ),

    learn(
      'pinWanted',
      async ({ wants }, { desk, speaker }) =>
        wants === 'pin' || (speaker !== undefined && !(await desk.hasPin(speaker.personId))),
    ),
    ask('pin', {
      say: ({ wants }) => say(wants === 'pin' ? 'proof.choosePin' : 'proof.offerPin'),
      options: () => [{ id: 'later', title: say('proof.later') }],
      read: (text) => {
        const pin = pinIn(text);
        return pin ? { ok: true, value: pin } : { ok: false };
      },
      sayAgain: () => say('proof.pinDigits'),
      help: say('proof.help'),
      secret: true,
      when: ({ pinWanted }) => pinWanted === true,
    }),
    act(
      'kept',
      async ({ pin = '' }, { desk, speaker }) => {
        if (pin === 'later' || !speaker) return false;
        await desk.choosePin(pin, speaker.personId);
        return true;
      },
      ({ pinWanted }) => pinWanted === true,
    ),
    tell('thanks', ({ kept }, { speaker }) =>
      kept ? say('proof.pinKept') : say('proof.done', { name: speaker?.firstNames ?? '' }),
    ),
    goTo(({ next, along }) => (next ? { name: next, known: along ?? {} } : { name: 'menu' })),
  ],
  { noDraft: true },
);

function isStopped(why: 'wrong' | 'no_pin' | 'locked' | 'too_many'): boolean {
  return why === 'locked' || why === 'too_many';
}
