import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { World } from '../src/script/steps';
import { yesNoAs } from './answers';
import {
  details,
  type Enrolment,
  LATER,
  MORE,
  offersNear,
  offersShown,
  refusal,
  rows,
  sitesNamed,
  taken,
  told,
  wanted,
  whyNot,
} from './offers';
import { nearby } from './where';

const { script, ask, learn, act, stopWhen, backTo, goTo } = words<Enrolment>();

/** The classes near her, free for anybody to see; who takes a place and is unknown to us is registered on the way. */
export const enrolment = script(
  'enrolment',
  [
    ...nearby,
    learn('offers', offersNear, ({ take }) => take === undefined),

    ask('elsewhere', {
      say: (known, world) => say('enrolment.none', { site: sitesNamed(known, world) }),
      options: (_, world) => [
        { id: 'other', title: say('enrolment.otherSite') },
        ...(isRegistered(world) ? [] : [{ id: 'register', title: say('menu.register') }]),
        { id: 'later', title: say('enrolment.later') },
      ],
      read: yesNoAs('other', 'later'),
      when: ({ offers, take }) => offers?.length === 0 && take === undefined,
    }),
    stopWhen(
      ({ elsewhere }) => elsewhere === 'later',
      () => say('enrolment.leftForNow'),
    ),
    goTo((known) =>
      known.elsewhere === 'register'
        ? { name: 'registration', known: { near: known.near ?? [], ...told(known) } }
        : undefined,
    ),
    backTo(({ elsewhere }) => (elsewhere ? 'near' : undefined), ['offers', 'elsewhere']),

    ask('choice', {
      say: (known, world) => [...refusal(known), offersShown(known, world)],
      sayAgain: offersShown,
      options: rows,
      open: say('enrolment.open'),
      help: say('enrolment.help'),
    }),
    stopWhen(
      ({ choice }) => choice === LATER,
      () => say('enrolment.leftForNow'),
    ),
    backTo(
      ({ choice }) => (choice === MORE ? 'choice' : undefined),
      [],
      ({ page = 0 }) => ({ page: page + 1, refused: null }),
    ),

    ask('take', {
      say: details,
      options: () => [
        { id: 'yes', title: say('enrolment.takeYes') },
        { id: 'other', title: say('enrolment.takeOther') },
      ],
      read: yesNoAs('yes', 'other'),
      when: ({ direct }, world) => isRegistered(world) && !direct,
      dependsOn: ['choice'],
    }),
    backTo(
      ({ take }) => (take === 'other' ? 'choice' : undefined),
      ['take'],
      () => ({ refused: null }),
    ),

    goTo((known, world) => (isRegistered(world) ? undefined : { name: 'registration', known: wanted(known) })),
    act('enrolled', ({ choice = '' }, { desk }) => desk.enrol(choice)),
    goTo((known) => (whyNot(known) === 'not_registered' ? { name: 'registration' } : undefined)),
    stopWhen(({ enrolled }) => enrolled?.ok === true, taken),
    stopWhen(
      (known) => whyNot(known) === 'already',
      () => say('enrolment.already'),
    ),
    backTo(
      () => 'choice',
      ['offers', 'take', 'enrolled'],
      (known) => ({ refused: whyNot(known) ?? null }),
    ),
  ],
  // A few taps that are soon done again, and places have changed by then.
  { noDraft: true },
);

function isRegistered({ speaker }: World): boolean {
  return speaker?.roles.includes('caregiver') ?? false;
}
