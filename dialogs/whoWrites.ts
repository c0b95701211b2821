import { callNames } from '../src/domain/callNames';
import { wordsOf } from '../src/replies/text';
import { meantBy } from '../src/replies/whoWrites';
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
        return one && more.length === 0 ? { ok: true, value: one.personId } : { ok: false };
      },
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

const OTHER = 'other';
// A list on WhatsApp has ten rows.
const MOST = 9;

function anyOf(names: string[], locale: string): string {
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(names);
}
