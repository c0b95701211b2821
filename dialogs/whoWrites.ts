import { callNames } from '../src/domain/callNames';
import { readIntent } from '../src/replies/intent';
import { wordsOf } from '../src/replies/text';
import { meantBy, saysOther } from '../src/replies/whoWrites';
import { yesNo } from '../src/replies/yesNo';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { Known } from '../src/script/steps';
import type { KnownPerson } from '../src/services/desk';

/**
 * `before`: who was writing so far; `under`: the script she was in, taken up again if it is still she; `next`: what the
 * message that began this asked for.
 */
type WhoWrites = {
  before: string;
  under: string;
  next: { name: string; known: Known };
  people: KnownPerson[];
  who: string;
  spoken: boolean;
};
const { script, ask, learn, act, goTo } = words<WhoWrites>();

/** Asked where several people write, when a talk begins anew or somebody says that she is another. */
export const whoWrites = script(
  'whoWrites',
  [
    learn('people', (_, { desk }) => desk.people().then((people) => people.slice(0, MOST))),
    ask('who', {
      say: ({ people = [] }, { locale }) => say('who.ask', { people: anyOf(callNames(people), locale) }),
      options: ({ people = [] }) => [
        ...callNames(people).map((title, n) => ({ id: String(n), title })),
        { id: OTHER, title: say('who.other') },
      ],
      value: (id, { people = [] }) => people[Number(id)]?.personId ?? OTHER,
      open: say('who.open'),
      read: (text, { known: { people = [] } }) => {
        const [one, ...more] = meantBy(wordsOf(text), people);
        if (one && more.length === 0) return { ok: true, value: one.personId };
        return isAnother(text) ? { ok: true, value: OTHER } : { ok: false };
      },
      tells: (text): Partial<WhoWrites> => (wantsIn(text) ? { next: { name: 'registration', known: {} } } : {}),
      help: say('who.help'),
    }),
    act('spoken', ({ who }, { desk }) => desk.speakAs(who === OTHER ? undefined : who)),
    goTo(({ who, before, under, next }) => {
      // What the same one wrote may have been meant for what she was at.
      if (under && who === before) return { name: under };
      return next ?? { name: 'menu' };
    }),
  ],
  { noDraft: true },
);

// Who wants to register is not one of those who are.
function wantsIn(text: string): boolean {
  return readIntent(text)?.wish === 'register';
}

function isAnother(text: string): boolean {
  return yesNo(text) === 'no' || saysOther(text) || wantsIn(text);
}

const OTHER = 'other';
// A list on WhatsApp has ten rows.
const MOST = 9;

function anyOf(names: string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);
}
