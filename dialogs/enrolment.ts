import { alone } from '../src/domain/company';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import { yesNoAs } from './answers';
import { birthYearTyped, companyAsked, whoComes } from './company';
import {
  asksFor,
  companyOf,
  type Enrolment,
  isFull,
  isOutByAge,
  isRegistered,
  sitesSeen,
  told,
  wanted,
  whyNot,
  wishOf,
} from './enrolmentKnown';
import {
  ALL,
  choiceHeard,
  choiceTyped,
  ELSEWHERE,
  isTopicMissing,
  LATER,
  MORE,
  namesPlace,
  offersNear,
  offersShown,
  otherPicked,
  othersWith,
  rows,
  sitesNamed,
  soughtElsewhere,
  soughtInPlace,
} from './offers';
import {
  details,
  noRoomAsked,
  noRoomOptions,
  refusal,
  ruleAsked,
  taken,
  takeOptions,
  takeTells,
  takeTyped,
} from './placeTaken';
import { nearby } from './where';

const { script, ask, learn, act, stopWhen, backTo, hearAnew, goTo } = words<Enrolment>();

/** The classes near her, free for anybody to see; who takes a place and is unknown to us is registered on the way. */
export const enrolment = script(
  'enrolment',
  [
    // Who has a site of her own is shown its classes; she can look elsewhere.
    learn(
      'site',
      (_, { desk }) => desk.mySite(),
      ({ near, away, sought }, world) => isRegistered(world) && !near && !away && !sought?.place,
    ),
    ...nearby,
    learn('offers', offersNear, ({ choice }) => choice === undefined),
    learn('others', othersWith, (known) =>
      known.choice === undefined ? isTopicMissing(known) : known.others !== undefined,
    ),

    ask('elsewhere', {
      say: (known, world) => say('enrolment.none', { site: sitesNamed(known, world) }),
      options: (_, world) => [
        { id: 'other', title: say('enrolment.otherSite') },
        ...(isRegistered(world) ? [] : [{ id: 'register', title: say('menu.register') }]),
        { id: 'later', title: say('enrolment.later') },
      ],
      read: yesNoAs('other', 'later'),
      when: ({ offers }) => offers?.length === 0,
    }),
    stopWhen(
      ({ elsewhere }) => elsewhere === 'later',
      () => say('enrolment.leftForNow'),
    ),
    goTo((known) =>
      known.elsewhere === 'register'
        ? { name: 'registration', known: { near: sitesSeen(known), ...told(known) } }
        : undefined,
    ),
    backTo(({ elsewhere }) => (elsewhere ? 'near' : undefined), ['offers', 'elsewhere'], soughtElsewhere),

    ask('choice', {
      say: (known, world) => [...refusal(known), offersShown(known, world)],
      sayAgain: offersShown,
      options: rows,
      heard: choiceHeard,
      read: choiceTyped,
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
    backTo(
      (known) => (otherPicked(known) ? 'near' : undefined),
      ['choice'],
      (known) => ({ ...soughtElsewhere(known), near: [otherPicked(known)].flatMap((site) => site ?? []) }),
    ),
    backTo(({ choice }) => (choice === ELSEWHERE ? 'near' : undefined), ['choice'], soughtElsewhere),
    hearAnew(({ choice }) => (namesPlace(choice) ? 'near' : undefined), ['choice'], soughtInPlace),
    backTo(
      ({ choice }) => (choice === ALL || typeof choice === 'object' ? 'choice' : undefined),
      ['others'],
      ({ choice }) => ({ sought: typeof choice === 'object' ? choice : {}, page: 0, refused: null }),
    ),

    learn('picked', ({ choice }, { desk }) => (typeof choice === 'string' ? desk.classOffer(choice) : null)),
    backTo(
      ({ picked }) => (picked ? undefined : 'choice'),
      ['picked'],
      () => ({ refused: 'unknown_class' }),
    ),
    stopWhen(
      ({ picked, enrolled }) => picked?.mine === 'enrolled' && !enrolled,
      () => say('enrolment.already'),
    ),
    stopWhen(
      ({ picked, enrolled, take }) => picked?.mine === 'waitlisted' && isFull({ picked }) && !enrolled && !take,
      () => say('enrolment.alreadyWaits'),
    ),
    ask('take', {
      say: (known, world) => [...(known.refused === 'full' ? refusal(known) : []), ...details(known, world)],
      sayAgain: details,
      options: takeOptions,
      read: takeTyped,
      tells: takeTells,
      when: (known, world) => isRegistered(world) && (!known.direct || isFull(known)),
      dependsOn: ['choice'],
    }),
    backTo(
      ({ take }) => (take === 'other' ? 'choice' : undefined),
      ['take', 'picked'],
      () => ({ refused: null }),
    ),
    goTo((known, world) => (isRegistered(world) ? undefined : { name: 'registration', known: wanted(known) })),

    ask('birthYear', {
      say: ruleAsked,
      sayAgain: () => say('enrolment.birthYearAgain'),
      options: () => [{ id: 'skip', title: say('enrolment.birthYearSkip') }],
      value: () => 'skip',
      read: birthYearTyped,
      help: say('enrolment.birthYearHelp'),
      when: (known) => asksFor('age', known),
    }),
    act(
      'personAsked',
      (_, { desk }) => desk.askForPerson({ script: 'enrolment', question: 'birthYear' }).then(() => true),
      ({ birthYear }) => birthYear === 'skip',
    ),
    stopWhen(
      ({ personAsked }) => personAsked === true,
      () => say('enrolment.personDecides'),
    ),
    ask('livesThere', {
      say: ({ picked }) => say('enrolment.livesThere', { locality: picked?.rules?.locality ?? '' }),
      options: () => [
        { id: 'yes', title: say('enrolment.livesThereYes') },
        { id: 'no', title: say('enrolment.livesThereNo') },
      ],
      read: yesNoAs('yes', 'no'),
      when: (known, world) => asksFor('home', known) && !isOutByAge(known, world),
      dependsOn: ['choice'],
    }),
    ask('company', {
      say: companyAsked,
      ...whoComes,
      when: (known) => companyOf(known) === undefined,
      dependsOn: ['choice'],
    }),

    act('enrolled', (known, { desk }) =>
      desk.enrol(typeof known.choice === 'string' ? known.choice : '', wishOf(known)),
    ),
    goTo((known) => (whyNot(known) === 'not_registered' ? { name: 'registration' } : undefined)),
    stopWhen(({ enrolled }) => enrolled?.ok === true, taken),
    stopWhen(
      (known) => whyNot(known) === 'already',
      () => say('enrolment.already'),
    ),
    learn(
      'room',
      ({ picked }, { desk }) => (picked ? desk.classOffer(picked.id) : null),
      (known) => whyNot(known) === 'care_full',
    ),
    ask('noRoom', { say: noRoomAsked, options: noRoomOptions, when: (known) => whyNot(known) === 'care_full' }),
    backTo(
      ({ noRoom }) => (noRoom === 'alone' || noRoom === 'wait' ? 'noRoom' : undefined),
      ['enrolled', 'company', 'take'],
      (known) =>
        known.noRoom === 'wait'
          ? { take: 'wait', company: companyOf(known) ?? alone }
          : { take: isFull(known) ? 'wait' : 'yes', company: alone },
    ),
    backTo(
      ({ noRoom }) => (noRoom === 'other' ? 'choice' : undefined),
      ['noRoom', 'take', 'enrolled', 'picked', 'company'],
      () => ({
        refused: null,
      }),
    ),
    // The last place has just gone: she may wait for the next.
    backTo(
      (known) => (whyNot(known) === 'full' ? 'take' : undefined),
      ['picked', 'enrolled', 'company'],
      (known) => ({ refused: whyNot(known) ?? null }),
    ),
    backTo(
      () => 'choice',
      ['take', 'enrolled', 'picked', 'company', 'birthYear', 'livesThere'],
      (known) => ({ refused: whyNot(known) ?? null }),
    ),
  ],
  // A few taps that are soon done again, and places have changed by then.
  { noDraft: true },
);
