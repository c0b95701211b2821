import { checkInCodeIn } from '../src/replies/checkInCode';
import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import type { CheckInResult } from '../src/services/desk';

type CheckIn = { code: string; done: CheckInResult };
const { script, ask, act, stopWhen } = words<CheckIn>();

/** She says that she is in class, by the code her instructor shows: "asistir 4821". */
export const checkIn = script(
  'checkIn',
  [
    stopWhen(
      (_, { speaker }) => !speaker,
      () => say('checkIn.whoAreYou'),
    ),
    ask('code', {
      say: () => say('checkIn.whichCode'),
      read: (text) => {
        const code = checkInCodeIn(text);
        return code ? { ok: true, value: code } : { ok: false, again: say('checkIn.codeAgain') };
      },
      help: say('checkIn.help'),
    }),
    act('done', ({ code = '' }, { desk }) => desk.checkIn(code)),
    stopWhen(
      () => true,
      ({ done }) => answer(done),
    ),
  ],
  { noDraft: true },
);

function answer(done: CheckInResult | undefined): Said {
  if (!done) return say('checkIn.noClass');
  if (done.ok) return say('checkIn.done', { name: done.className });
  switch (done.why) {
    case 'already':
      return say('checkIn.already', { name: done.className });
    case 'expired':
      return say('checkIn.expired', { name: done.className });
    case 'wrong':
      return say('checkIn.wrong', { name: done.className });
    case 'not_listed':
      return say('checkIn.notListed', { name: done.className });
    case 'no_class':
      return say('checkIn.noClass');
    case 'too_many':
      return say('checkIn.tooMany');
  }
}
