import { words } from '../src/script/build';
import { say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import { programme } from './programme';

type LinkAsked = { code: string };
const { script, tell } = words<LinkAsked>();

/** Told on the phone somebody is known by: her registration is wanted on another one, with this code. */
export const linkAsked = script('linkAsked', [tell('code', ({ code = '' }) => say('linkAsked.code', { code }))], {
  noDraft: true,
  template: ({ code }, { locale }) => ({
    name: 'account_update',
    blanks: {
      programme: programme.name,
      news: sentence(locale, say('linkAsked.news', { code: String(code) })),
    },
  }),
});
