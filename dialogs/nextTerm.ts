import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { ClassSeen } from '../src/services/placesDesk';
import { yesNoAs } from './answers';
import { shortDate, spokenSlots } from './spoken';

type NextTerm = { classId: string; may: boolean; offer: ClassSeen | null; answer: 'yes' | 'no' | 'stop' };
const { script, ask, learn, stopWhen, goTo } = words<NextTerm>();

/** Said once to whoever has a place in a class that goes on next term: hers again with one tap. */
export const nextTerm = script(
  'nextTerm',
  [
    learn('may', (_, { desk }) => desk.mayNudge()),
    learn('offer', ({ classId = '' }, { desk }) => desk.classOffer(classId)),
    stopWhen(({ may, offer, answer }, { today }) => !answer && (!may || !offer || isNeedless(offer, today))),
    ask('answer', {
      say: ({ offer }, { locale }) =>
        offer
          ? say('nextTerm.ask', {
              name: offer.name,
              site: offer.site,
              when: spokenSlots(offer.slots, locale),
              date: shortDate(offer.startsOn, locale),
            })
          : [],
      sayBriefly: () => say('nextTerm.again'),
      options: () => [
        { id: 'yes', title: say('nextTerm.yes') },
        { id: 'no', title: say('nextTerm.no') },
        { id: 'stop', title: say('reminder.stop') },
      ],
      read: yesNoAs('yes', 'no'),
      help: say('nextTerm.help'),
    }),
    goTo(({ answer }) => (answer === 'stop' ? { name: 'reminders', known: { wanted: false } } : undefined)),
    stopWhen(
      ({ answer }) => answer === 'no',
      () => say('nextTerm.bye'),
    ),
    // As from her classes: the rules, the care room and a place that is gone meanwhile are for enrolment.
    goTo(({ classId = '', offer }) => ({
      name: 'enrolment',
      known: { near: offer ? [{ id: offer.siteId, name: offer.site }] : [], choice: classId, take: 'wanted' },
    })),
  ],
  {
    noDraft: true,
    template: async ({ classId }, { desk, locale }) => {
      const offer = await desk.classOffer(String(classId));
      const date = offer ? shortDate(offer.startsOn, locale) : '';
      return { name: 'next_term', blanks: { class: offer?.name ?? '', site: offer?.site ?? '', date } };
    },
  },
);

// She has taken or been offered a place meanwhile, or it has begun.
function isNeedless({ mine, startsOn }: ClassSeen, today: string): boolean {
  return mine !== undefined || startsOn <= today;
}
