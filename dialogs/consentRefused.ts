import { isGreeting, readIntent } from '../src/replies/intent';
import { wordsOf } from '../src/replies/text';
import { yesNo } from '../src/replies/yesNo';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { Reading } from '../src/script/steps';
import { ELSE } from './answers';
import type { Permission } from './permission';

type Next = 'classes' | 'register' | 'done' | typeof ELSE;
type Refused = Pick<Permission, 'wanted' | 'near' | 'site'> & { next: Next };
const { script, ask, stopWhen, goTo } = words<Refused>();

/** Said to whoever has refused her permission: what she can do without, and that she may think again. */
export const consentRefused = script(
  'consentRefused',
  [
    ask('next', {
      say: () => say('registration.refused'),
      sayBriefly: () => say('menu.again'),
      options: () => [
        { id: 'classes', title: say('menu.classes') },
        { id: 'register', title: say('registration.rethink') },
      ],
      read: nextTyped,
    }),
    stopWhen(
      ({ next }) => next === 'done',
      () => say('registration.refusedBye'),
    ),
    goTo(({ next, ...before }) => {
      if (next === 'register') return { name: 'registration', known: { ...before, rethought: true } };
      return { name: next === 'classes' ? 'enrolment' : 'menu', known: next === 'classes' ? nearOf(before) : {} };
    }),
  ],
  { noDraft: true },
);

// "Mejor sí" a moment later; a wish of another kind is the menu's to read.
function nextTyped(text: string): Reading<Next> {
  const line = wordsOf(text).join(' ');
  if (thinksAgain.test(line) || yesNo(text) === 'yes') return { ok: true, value: 'register' };
  const wish = readIntent(text)?.wish;
  if (wish === 'register') return { ok: true, value: 'register' };
  if (wish || isGreeting(text)) return { ok: true, value: ELSE };
  return yesNo(text) === 'no' ? { ok: true, value: 'done' } : { ok: false };
}
const thinksAgain =
  /^(?:bueno |ay |no )*(?:mejor si|cambie de (?:idea|opinion)|siempre si|ya si|si acepto|acepto|i changed my mind)(?: .{0,20})?$/;

function nearOf({ near, site }: Partial<Refused>) {
  return near ? { near } : site ? { near: [site] } : {};
}
