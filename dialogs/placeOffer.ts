import { wordsOf } from '../src/replies/text';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Reader, World } from '../src/script/steps';
import type { ClassSeen, EnrolResult } from '../src/services/placesDesk';
import { orElse, yesNoAs } from './answers';
import { clashSaid, placeSaid } from './placeTaken';
import { beforeStop, spokenInstant, spokenSlots } from './spoken';

type PlaceOffer = {
  classId: string;
  offer: ClassSeen | null;
  answer: 'yes' | 'no' | 'else';
  taken: EnrolResult;
  refused: { ok: boolean };
  now: ClassSeen | null;
};
const { script, ask, learn, act, stopWhen, goTo } = words<PlaceOffer>();

/** A place has become free for somebody who waits: it is held for her for a while. */
export const placeOffer = script(
  'placeOffer',
  [
    learn('offer', ({ classId = '' }, { desk }) => desk.classOffer(classId)),
    // She has taken it, left the list, or it has gone to the next meanwhile.
    stopWhen(({ offer, answer }) => offer?.mine !== 'offered' && !answer),
    ask('answer', {
      say: ({ offer }, world) =>
        offer ? [offered(offer, world), ...clashSaid(offer, world.locale), say('placeOffer.ask')] : [],
      sayBriefly: () => say('placeOffer.ask'),
      options: () => [
        { id: 'yes', title: say('enrolment.takeYes') },
        { id: 'no', title: say('placeOffer.no') },
      ],
      read: (text, seen) => orElse(takesIt)(text, seen),
      help: say('placeOffer.help'),
    }),
    goTo(({ answer }) => (answer === 'else' ? { name: 'menu' } : undefined)),
    act(
      'refused',
      ({ classId = '' }, { desk }) => desk.leave(classId, 'refused'),
      ({ answer }) => answer === 'no',
    ),
    // An old button: she has answered before, and otherwise.
    learn(
      'now',
      ({ classId = '' }, { desk }) => desk.classOffer(classId),
      ({ refused }) => refused?.ok === false,
    ),
    stopWhen(
      ({ now }) => now?.mine === 'enrolled',
      () => say('enrolment.already'),
    ),
    stopWhen(
      ({ answer }) => answer === 'no',
      ({ offer }) => say('placeOffer.refused', { name: offer?.name ?? '' }),
    ),
    act('taken', ({ classId = '' }, { desk }) => desk.enrol(classId)),
    stopWhen(
      ({ taken }) => taken?.ok === true,
      ({ taken }, world) => (taken?.ok ? [...placeSaid(taken, world), say('enrolment.next')] : []),
    ),
    stopWhen(
      ({ taken }) => taken?.ok === false && taken.why === 'already',
      () => say('enrolment.already'),
    ),
    // Too late: she is shown the class as it is now, and may wait again.
    goTo(({ classId = '', offer }) => ({
      name: 'enrolment',
      known: { near: offer ? [{ id: offer.siteId, name: offer.site }] : [], choice: classId, refused: 'full' },
    })),
  ],
  {
    noDraft: true,
    template: async ({ classId }, world) => {
      const offer = await world.desk.classOffer(String(classId));
      const until = offer?.offeredUntil ? spokenUntil(offer.offeredUntil, world) : '';
      return {
        name: 'place_offered',
        blanks: { class: offer?.name ?? '', site: offer?.site ?? '', until: beforeStop(until) },
      };
    },
  },
);

// "Lo tomo" is a yes here, and "quiero el cupo" no new wish.
const takesIt: Reader<object, 'yes' | 'no'> = (text, seen) => {
  const said = wordsOf(text).join(' ');
  if (/^(si )?(lo |la )?(tomo|quiero|acepto)( el| ese)?( cupo)?( gracias)?$/.test(said))
    return { ok: true, value: 'yes' };
  return yesNoAs('yes' as const, 'no' as const)(text, seen);
};

function offered({ name, site, slots, offeredUntil }: ClassSeen, world: World) {
  const until = offeredUntil ? spokenUntil(offeredUntil, world) : '';
  return say('placeOffer.offer', { name, site, when: spokenSlots(slots, world.locale), until });
}

function spokenUntil(instant: string, world: World): string {
  return sentence(world.locale, say('placeOffer.until', spokenInstant(instant, world)));
}
