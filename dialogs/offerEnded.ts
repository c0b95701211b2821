import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { ClassSeen, EnrolResult } from '../src/services/placesDesk';
import { orElse, yesNoAs } from './answers';
import { newsOf } from './classNews';
import { placeSaid } from './placeTaken';

/** Those who were to come along are known by their numbers. */
type OfferEnded = {
  classId: string;
  children: number;
  older: number;
  disabled: number;
  offer: ClassSeen | null;
  stay: 'yes' | 'no' | 'else';
  left: true;
  again: EnrolResult;
};
const { script, ask, learn, act, stopWhen, goTo } = words<OfferEnded>();

/** She did not answer an offer in time and it went to the next: does she stay on the list? */
export const offerEnded = script(
  'offerEnded',
  [
    learn('offer', ({ classId = '' }, { desk }) => desk.classOffer(classId)),
    stopWhen(({ offer, stay }) => (offer === null || offer?.mine !== undefined) && !stay),
    ask('stay', {
      say: ({ offer }) => say('offerEnded.stay', { name: offer?.name ?? '' }),
      sayBriefly: () => say('offerEnded.stayAgain'),
      options: () => [
        { id: 'yes', title: say('offerEnded.yes') },
        { id: 'no', title: say('placeOffer.no') },
      ],
      read: orElse(yesNoAs('yes' as const, 'no' as const)),
    }),
    goTo(({ stay }) => (stay === 'else' ? { name: 'menu' } : undefined)),
    // An old button: she may have said yes before.
    act(
      'left',
      async ({ classId = '' }, { desk }) => {
        const now = await desk.classOffer(classId);
        if (now?.mine === 'waitlisted') await desk.leave(classId);
        return true;
      },
      ({ stay }) => stay === 'no',
    ),
    stopWhen(
      ({ stay }) => stay === 'no',
      () => say('offerEnded.bye'),
    ),
    act('again', ({ classId = '', children = 0, older = 0, disabled = 0 }, { desk }) =>
      desk.enrol(classId, { company: { children, older, disabled }, orWait: true }),
    ),
    stopWhen(
      ({ again }) => again?.ok === true,
      ({ again }, world) => (again?.ok ? placeSaid(again, world) : []),
    ),
    goTo(({ classId = '', offer }) => ({
      name: 'enrolment',
      known: { near: offer ? [{ id: offer.siteId, name: offer.site }] : [], choice: classId },
    })),
  ],
  {
    noDraft: true,
    template: newsOf((name) => say('offerEnded.short', { name })),
  },
);
