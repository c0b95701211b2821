import { words } from '../../src/script/build';
import { type Said, say } from '../../src/script/say';
import { sentence } from '../../src/script/sentences';
import type { Reading } from '../../src/script/steps';

/** A script for tests of the engine, out of sentences that exist: colour, then shade of it, then name, then an act, then one more. */
export type Visit = {
  colour: string;
  shade: string;
  name: string;
  done: number;
  rating: string;
  page: number;
  wish: string;
};
export const { script, ask, tell, learn, act, stopWhen, backTo, goTo } = words<Visit>();

export const colour = ask('colour', {
  say: () => say('menu.hello', { name: 'colour' }),
  options: () => [
    { id: 'red', title: 'Rojo' },
    { id: 'blue', title: 'Azul' },
    { id: 'dark', title: 'Verde oscuro' },
  ],
  help: say('menu.help'),
});
export const shade = ask('shade', {
  say: ({ colour = '' }) => say('menu.hello', { name: `shade of ${colour}` }),
  read: anything,
  when: ({ colour }) => colour === 'dark',
  dependsOn: ['colour'],
});
export const name = ask('name', {
  say: () => say('menu.hello', { name: 'name' }),
  read: (text) =>
    /^\p{L}+$/u.test(text) ? { ok: true, value: text } : { ok: false, again: say('registration.nameNone') },
});
export const rating = ask('rating', { say: () => say('menu.hello', { name: 'rating' }), read: anything });

export function anything(text: string): Reading<string> {
  return { ok: true, value: text };
}

/** A sentence as it stands in `locales/es.ts`, so that these tests do not care how it is worded. */
export function es(said: Said): string {
  return sentence('es', said);
}

/** How the questions above are asked. */
export function hello(what: string): string {
  return es(say('menu.hello', { name: what }));
}
