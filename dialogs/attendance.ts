import { fullName } from '../src/domain/names';
import { walkInsIn } from '../src/replies/walkIn';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import { clearAsked, cleared, clearOptions, clearTyped, tapMeans } from './attendanceClear';
import { echo, savedNow } from './attendanceEcho';
import { guestAsked, guestCleared, guestDocument, guestsSeen } from './attendanceGuests';
import { type Attendance, corrected, marksSeen, outcomeOf, problemOf, refusalOf } from './attendanceKnown';
import { noSession, notHeldOf, reasonTyped, sessionsMeant } from './attendanceSessions';
import { earlierRow, rosterShown, sessionRow } from './attendanceShown';
import { marksChanged, marksTyped, saidBefore, unreadBefore } from './attendanceTyped';
import { onlyForInstructors } from './onlyForStaff';
import { sessionOf } from './sessionChosen';

const { script, ask, learn, act, stopWhen, backTo, goTo } = words<Attendance>();

/** An instructor marks who came today: the list, one reply in her own words, an echo of it, and only then it is saved. */
export const attendance = script(
  'attendance',
  [
    onlyForInstructors<Attendance>(),
    learn('sessions', sessionsMeant),
    ask('chosen', {
      say: () => say('attendance.which'),
      options: ({ sessions = [], earlier }, world) =>
        sessions.map((session) => (earlier ? earlierRow : sessionRow)(session, world)),
      open: say('attendance.open'),
      when: ({ sessions = [] }) => sessions.length > 1,
    }),
    stopWhen((known) => !sessionOf(known), noSession),

    learn('roster', (known, { desk }) => desk.roster(sessionOf(known)?.sessionId ?? '')),
    stopWhen(
      // Whoever came to a class that nobody has a place in yet can be told all the same.
      ({ roster = [], said = '' }) => roster.length === 0 && !walkInsIn(said, []),
      (known) => say('attendance.empty', { name: sessionOf(known)?.className ?? '' }),
    ),
    learn('last', async (known, { desk }) => (await desk.lastMarks(sessionOf(known)?.sessionId ?? '')) ?? null),
    learn('claims', (known, { desk }) => desk.checkIns(sessionOf(known)?.sessionId ?? '')),
    ask('told', {
      say: (known, world) => [...unreadBefore(known, world), ...rosterShown(known, world)],
      sayAgain: () => say('attendance.whoAgain'),
      read: marksTyped,
      heard: saidBefore,
      help: say('attendance.help'),
      dependsOn: ['chosen'],
    }),
    goTo((known, world) => notHeldOf(known.told, known, world)),
    // Said of another day's class, it must not be taken as said of this one.
    backTo((known) => (known.told?.sessionId === sessionOf(known)?.sessionId ? undefined : 'told'), ['confirm']),

    ask('clear', {
      say: clearAsked,
      options: clearOptions,
      open: say('attendance.openClear'),
      value: tapMeans,
      read: clearTyped,
      readsAll: true,
      help: say('attendance.clearHelp'),
      when: ({ told }) => told?.open !== undefined,
      dependsOn: ['told'],
      freshTapsOnly: true,
    }),
    backTo(({ clear }) => (clear === undefined ? undefined : 'clear'), [], cleared),
    // Everything she had said was left out.
    backTo(({ told }) => (told && !told.open && told.marks.length === 0 ? 'told' : undefined), ['confirm']),

    ask('confirm', {
      say: echo,
      options: () => [
        { id: 'save', title: say('attendance.save') },
        { id: 'fix', title: say('attendance.fix') },
      ],
      read: marksChanged,
      help: say('attendance.echoHelp'),
      dependsOn: ['told'],
      freshTapsOnly: true,
    }),
    goTo((known, world) => (typeof known.confirm === 'object' ? notHeldOf(known.confirm, known, world) : undefined)),
    backTo(
      ({ confirm }) => (confirm === 'fix' ? 'told' : undefined),
      ['confirm'],
      () => ({ problem: null, anew: true }),
    ),
    backTo(({ confirm }) => (confirm === 'save' ? undefined : 'confirm'), [], corrected),

    act('saved', (known, { desk }) =>
      desk.saveMarks(sessionOf(known)?.sessionId ?? '', marksSeen(known), guestsSeen(known)),
    ),
    ask('whose', {
      say: (known) => say('attendance.whose', { name: fullName(guestAsked(known) ?? { first: '', last: '' }) }),
      options: () => [{ id: 'unknown', title: say('attendance.whoseUnknown') }],
      value: () => 'unknown',
      read: guestDocument,
      help: say('attendance.whoseHelp'),
      when: (known) => guestAsked(known) !== undefined,
    }),
    backTo(({ whose }) => (whose === undefined ? undefined : 'whose'), ['saved'], guestCleared),
    ask('reason', {
      say: () => say('attendance.why'),
      read: reasonTyped,
      help: say('attendance.whyHelp'),
      when: ({ saved }) => saved?.ok === false && saved.why === 'reason_needed',
    }),
    act(
      'corrected',
      (known, { desk }) => desk.saveMarks(sessionOf(known)?.sessionId ?? '', marksSeen(known), guestsSeen(known)),
      ({ reason }) => reason !== undefined,
    ),
    stopWhen((known) => outcomeOf(known)?.ok === true, savedNow),
    stopWhen(
      (known) => refusalOf(known) === 'not_yours',
      () => say('attendance.notYours'),
    ),
    goTo(({ saved }) =>
      saved?.ok === false && saved.why === 'unproven' ? { name: 'proof', known: { next: 'attendance' } } : undefined,
    ),
    stopWhen(
      (known) => refusalOf(known) === 'closed' || refusalOf(known) === 'reason_needed',
      () => say('attendance.closed'),
    ),
    backTo(
      () => 'told',
      ['confirm', 'saved', 'reason', 'corrected', 'roster'],
      (known) => ({ problem: problemOf(outcomeOf(known)), anew: true }),
    ),
  ],
  // A list half marked is not taken up again days later: it would be another day's list.
  { noDraft: true, provenOnly: true },
);
