import { isGreeting, readIntent } from '../src/replies/intent';
import { pick } from '../src/replies/pick';
import { wordsOf } from '../src/replies/text';
import { yesNo } from '../src/replies/yesNo';
import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import type { Reading, Seen, World } from '../src/script/steps';
import type { MyClass } from '../src/services/placesDesk';
import { ELSE } from './answers';
import { spokenInstant } from './spoken';

/** `which`: the meeting she does not come to, or 'leave', 'done'. */
type NotComing = { next: Next[]; which: string; noted: true };
type Next = MyClass & { next: string; nextSessionId: string };
const { script, ask, learn, act, stopWhen, goTo } = words<NotComing>();

/** "No voy", "no puedo ir el martes": for her next meeting, which she is shown first; her place stays hers. */
export const notComing = script(
  'notComing',
  [
    learn('next', (_, { desk }) => desk.myClasses().then((classes) => classes.filter(meets))),
    goTo(({ next = [] }) => (next.length === 0 ? { name: 'myClasses' } : undefined)),
    ask('which', {
      say: asked,
      options: ({ next = [] }, world) => [
        ...next
          .slice(0, MOST)
          .map((one, _, { length }) =>
            length === 1
              ? { id: one.nextSessionId, title: say('notComing.yes') }
              : { id: one.nextSessionId, title: one.name, detail: say('news.when', spokenInstant(one.next, world)) },
          ),
        { id: LEAVE, title: say('myClasses.leave') },
        { id: DONE, title: say('myClasses.done') },
      ],
      read: whichTyped,
      open: say('myClasses.open'),
      help: say('notComing.help'),
    }),
    goTo(({ which }) => (which === ELSE ? { name: 'menu' } : undefined)),
    goTo(({ which }) => (which === LEAVE ? { name: 'myClasses', known: { choice: 'leave' } } : undefined)),
    stopWhen(
      ({ which }) => which === DONE,
      () => say('myClasses.bye'),
    ),
    act('noted', ({ which = '' }, { desk }) => desk.sayComing(which, false).then(() => true)),
    stopWhen(
      () => true,
      () => say('reminder.notComing'),
    ),
  ],
  { noDraft: true },
);

const LEAVE = 'leave';
const DONE = 'done';
// A list on WhatsApp has ten rows; two are for leaving and for nothing.
const MOST = 8;

function meets(mine: MyClass): mine is Next {
  return mine.status === 'enrolled' && mine.next !== undefined && mine.nextSessionId !== undefined;
}

function asked({ next = [] }: Partial<NotComing>, world: World): Said {
  const [only, another] = next;
  if (!only || another) return say('notComing.which');
  return say('notComing.ask', { name: only.name, ...spokenInstant(only.next, world) });
}

// With one class, "sí" or "no voy" once more is that one; other wishes are the menu's.
function whichTyped(text: string, { known: { next = [] }, offered }: Seen<NotComing>): Reading<string> {
  if (pick(text, offered).ok) return { ok: false };
  const [only, another] = next;
  const wish = readIntent(text)?.wish;
  const isMeant =
    yesNo(text) === 'yes' || wish === 'not_coming' || /^no (?:voy|puedo|ire)$/.test(wordsOf(text).join(' '));
  if (isMeant) return only && !another ? { ok: true, value: only.nextSessionId } : { ok: false };
  if (wish || isGreeting(text)) return { ok: true, value: wish === 'leave_class' ? LEAVE : ELSE };
  return yesNo(text) === 'no' ? { ok: true, value: DONE } : { ok: false };
}
