import { readIntent } from '../src/replies/intent';
import { wordsOf } from '../src/replies/text';
import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Reader, World } from '../src/script/steps';
import type { MySession } from '../src/services/placesDesk';
import { orElse, yesNoAs } from './answers';
import { beforeStop, spokenInstant } from './spoken';

/** `hours`: how long before the meeting it was to be said. */
type Reminder = {
  sessionId: string;
  hours: number;
  session: MySession | null;
  answer: 'yes' | 'no' | 'stop' | 'else';
  noted: true;
};
const { script, ask, learn, act, stopWhen, goTo } = words<Reminder>();

/** Her next class, a day and two hours before it: does she come? */
export const reminder = script(
  'reminder',
  [
    learn('session', ({ sessionId = '' }, { desk }) => desk.mySession(sessionId)),
    stopWhen(({ session, answer, hours = 0 }, { now }) => !answer && isNeedless(session ?? null, hours, now)),
    ask('answer', {
      say: ({ session }, world) => (session ? [reminded(session, world), say('reminder.ask')] : []),
      sayBriefly: () => say('reminder.ask'),
      options: () => [
        { id: 'yes', title: say('reminder.yes') },
        { id: 'no', title: say('reminder.no') },
        { id: 'stop', title: say('reminder.stop') },
      ],
      read: (text, seen) => orElse(comingTyped)(text, seen),
      help: say('reminder.help'),
    }),
    goTo(({ answer }) => (answer === 'stop' ? { name: 'reminders', known: { wanted: false } } : undefined)),
    goTo(({ answer }) => (answer === 'else' ? { name: 'menu' } : undefined)),
    act('noted', ({ sessionId = '', answer }, { desk }) =>
      desk.sayComing(sessionId, answer === 'yes').then(() => true),
    ),
    stopWhen(
      () => true,
      ({ answer }) => say(answer === 'yes' ? 'reminder.coming' : 'reminder.notComing'),
    ),
  ],
  {
    noDraft: true,
    template: async ({ sessionId }, world) => {
      const session = await world.desk.mySession(String(sessionId));
      const when = session ? sentence(world.locale, say('news.when', spokenInstant(session.startsAt, world))) : '';
      return {
        name: 'class_reminder',
        blanks: { class: session?.className ?? '', site: session?.site ?? '', when: beforeStop(when) },
      };
    },
  },
);

// She has left, it was moved or cancelled, she has said that she does not come, or it is about to begin.
function isNeedless(session: MySession | null, hours: number, now: Date): boolean {
  if (session?.status !== 'planned' || session.remindersRefused || session.coming === false) return true;
  const ahead = Date.parse(session.startsAt) - now.getTime();
  return ahead < LAST_CALL_MS || ahead > (hours + 1) * 3_600_000;
}
const LAST_CALL_MS = 45 * 60_000;

function reminded({ className: name, site, address, startsAt }: MySession, world: World): Said {
  const where = address ? `${site} (${address})` : site;
  return say('reminder.class', { name, where, ...spokenInstant(startsAt, world) });
}

const comingTyped: Reader<object, 'yes' | 'no' | 'stop'> = (text, seen) => {
  const wish = readIntent(text)?.wish;
  const said = wordsOf(text).join(' ');
  if (wish === 'stop_reminders') return { ok: true, value: 'stop' };
  if (wish === 'not_coming' || /^no (voy|puedo|ire|alcanzo)( ir)?$/.test(said)) return { ok: true, value: 'no' };
  if (/^(si )?(voy|ahi estare|alla estare|alla voy)$/.test(said)) return { ok: true, value: 'yes' };
  return yesNoAs('yes' as const, 'no' as const)(text, seen);
};
