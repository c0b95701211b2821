import { eightDigitsIn } from '../src/replies/secretSaid';
import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import type { Known, World } from '../src/script/steps';
import type { ProofResult, RegisterResult } from '../src/services/desk';
import { documentAnew, documentName, documentOf, type Identity, identity, namesOf } from './identity';
import { type Permission, permission } from './permission';
import { type DatumWrong, datumWrong, readBackTyped } from './readBackTyped';
import { siteOf, where } from './where';

type Registration = Permission &
  Identity & {
    summary: 'save' | 'fix' | 'other';
    wrong: DatumWrong | null;
    which: 'name' | 'document' | 'near';
    done: RegisterResult;
    taken: 'code' | 'fix' | 'person';
    codeSent: 'sent' | 'too_many';
    linkCode: string;
    linked: ProofResult | null;
    linkProblem: 'wrong';
    personAsked: true;
  };
const { script, ask, tell, act, stopWhen, backTo, goTo } = words<Registration>();

// Somebody registered who writes from another phone: the code that went to the one she is known by tells that it is she.
const onNewPhone = [
  act(
    'codeSent',
    (known, { desk }) => desk.sendLinkCode(documentOf(known)),
    ({ taken }) => taken === 'code',
  ),
  stopWhen(
    ({ codeSent }) => codeSent === 'too_many',
    () => say('registration.linkTooMany'),
  ),
  ask('linkCode', {
    say: ({ linkProblem }) => [...(linkProblem ? [say('registration.linkWrong')] : []), say('registration.linkAsk')],
    options: () => [{ id: LOST, title: say('registration.linkLost') }],
    read: (text) => {
      const code = eightDigitsIn(text);
      return code ? { ok: true, value: code } : { ok: false };
    },
    sayAgain: () => say('registration.linkDigits'),
    help: say('registration.linkHelp'),
    secret: true,
    when: ({ taken }) => taken === 'code',
  }),
  act(
    'linked',
    async (known, { desk }) => {
      const { linkCode = '' } = known;
      if (linkCode !== LOST) return desk.linkByCode(linkCode);
      await desk.lostPhone(documentOf(known));
      return null;
    },
    ({ linkCode }) => linkCode !== undefined,
  ),
  stopWhen(
    ({ linked }) => linked === null,
    () => say('registration.linkPerson'),
  ),
  stopWhen(
    ({ linked }) => linked?.ok === false && linked.why !== 'wrong',
    () => say('registration.linkTooMany'),
  ),
  backTo(
    ({ linked }) => (linked?.ok === false ? 'linkCode' : undefined),
    ['linked'],
    () => ({ linkProblem: 'wrong' }),
  ),
  goTo(({ linked }) => (linked?.ok ? { name: 'menu' } : undefined)),
];
const LOST = 'lost';

/** A caregiver registers: consent before any datum, who she is, where she goes; read back before anything is saved. */
export const registration = script(
  'registration',
  [
    stopWhen(
      (_, { speaker }) => speaker?.roles.includes('caregiver') ?? false,
      (_, { speaker }) => say('registration.already', { name: speaker?.firstNames ?? '' }),
    ),

    ...permission,
    ...identity,
    ...where,

    ask('summary', {
      say: readBack,
      options: () => [
        { id: 'save', title: say('registration.save') },
        { id: 'fix', title: say('registration.fix') },
      ],
      read: (text, { known }) => readBackTyped(text, known),
      tells: wrongTold,
      freshTapsOnly: true,
    }),
    goTo((known) => (known.summary === 'other' ? { name: 'enrolment', known: otherClass(known) } : undefined)),
    backTo(
      ({ wrong }) => (wrong?.names ? 'summary' : undefined),
      ['firstNames', 'lastNames'],
      ({ wrong }) => ({ ...(wrong?.names && { name: wrong.names }), apart: false, wrong: null }),
    ),
    backTo(
      ({ wrong }) => (wrong?.document ? 'summary' : undefined),
      ['document', 'number', 'sure'],
      ({ wrong }) => ({ ...documentAnew(), ...(wrong?.document && { document: wrong.document }), wrong: null }),
    ),
    ask('which', {
      say: () => say('registration.which'),
      options: () => [
        { id: 'name', title: say('registration.whichName') },
        { id: 'document', title: say('registration.whichDocument') },
        { id: 'near', title: say('registration.whichSite') },
      ],
      when: ({ summary }) => summary === 'fix',
      dependsOn: ['summary'],
    }),
    backTo(
      ({ which }) => (which === 'name' ? 'firstNames' : undefined),
      ['summary', 'which'],
      () => ({ apart: true }),
    ),
    backTo(({ which }) => (which === 'near' ? which : undefined), ['site', 'summary', 'which']),
    backTo(({ which }) => which, ['summary', 'which'], documentAnew),

    act('done', (known, { desk }) =>
      desk.register({ names: namesOf(known), document: documentOf(known), siteId: siteOf(known)?.id ?? '' }),
    ),
    stopWhen(
      (known) => refusal(known) !== undefined,
      (known) => refusal(known) ?? [],
    ),
    ask('taken', {
      say: () => say('registration.taken'),
      options: () => [
        { id: 'code', title: say('registration.takenCode') },
        { id: 'fix', title: say('registration.takenFix') },
        { id: 'person', title: say('registration.takenPerson') },
      ],
      when: ({ done }) => done?.ok === false && done.why === 'document_taken',
    }),
    backTo(({ taken }) => (taken === 'fix' ? 'document' : undefined), ['done', 'taken', 'summary'], documentAnew),
    ...onNewPhone,
    act(
      'personAsked',
      (_, { desk }) => desk.askForPerson({ script: 'registration', question: 'taken' }).then(() => true),
      ({ taken }) => taken === 'person',
    ),
    stopWhen(
      ({ taken }) => taken === 'person',
      () => say('talk.person'),
    ),

    tell('welcome', (known) => say('registration.done', { name: namesOf(known).first })),
    goTo((known) => ({ name: 'enrolment', known: wayOn(known) })),
  ],
  {
    isWaiting: ({ consent }) => consent === 'yes',
  },
);

// What she says to be wrong need not be asked.
function wrongTold(text: string, known: Partial<Registration>): Partial<Registration> {
  const wrong = known.summary === 'fix' ? datumWrong(text, known) : undefined;
  if (!wrong) return {};
  return wrong.names || wrong.document ? { wrong } : { which: wrong.which };
}

// What she has said and allowed goes with her, so that she need not say it again for another class.
function otherClass(known: Partial<Registration>): Known {
  const said = { names: namesOf(known), document: documentOf(known) };
  return { near: known.wanted?.near ?? [], said, agreed: true };
}

// All but a document that is taken, which she may have mistyped: that one is asked about.
function refusal({ done }: Partial<Registration>): Said | undefined {
  return done?.ok === false && done.why !== 'document_taken' ? refusals[done.why] : undefined;
}

type Refused = Extract<RegisterResult, { ok: false }>['why'];
const refusals: Record<Exclude<Refused, 'document_taken'>, Said> = { no_consent: say('registration.noConsent') };

function readBack(known: Partial<Registration>, { locale }: World): Said {
  const { first, last } = namesOf(known);
  const given = documentOf(known);
  const document = [documentName(given, locale), given.number].filter(Boolean).join(' ');
  const site = siteOf(known)?.name ?? '';
  if (last === '') return say('registration.summaryOneName', { first, document, site });
  return say('registration.summary', { first, last, document, site });
}

// Back to the class she wanted, which is hers without another question; else to the classes of her site.
function wayOn(known: Partial<Registration>): Known {
  const { wanted } = known;
  if (wanted) return { near: wanted.near, choice: wanted.offer.id, take: wanted.offer.free > 0 ? 'wanted' : 'wait' };
  const site = siteOf(known);
  return { direct: true, ...(site && { near: [site] }) };
}
