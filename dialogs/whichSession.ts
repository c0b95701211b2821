import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import type { Known } from '../src/script/steps';
import type { SessionAhead } from '../src/services/changesDesk';
import { onlyForStaff } from './onlyForStaff';
import { sessionOf } from './sessionChosen';
import { type Meant, sessionRow, sessionsMeant } from './sessionMeant';

/** How a script about a meeting asks which: of those to come (or that `mayGoOn` just now, or have `begun`) that fit, or what is said where none does; `meant` finds them. */
type Which = {
  asked: Said;
  none: (known: Known) => Said;
  fits: (session: SessionAhead, known: Known) => boolean;
  mayGoOn?: boolean;
  meant?: typeof sessionsMeant;
};

const { ask, learn, stopWhen } = words<Meant>();

/** How each script about a meeting begins: who may, and which meeting, asked only where several may be meant. */
export function whichSession({ asked, none, fits, mayGoOn = false, meant = sessionsMeant }: Which) {
  const isOpen = ({ startsAt }: SessionAhead, { begun }: Partial<Meant>, now: Date) =>
    mayGoOn || begun || new Date(startsAt) > now;
  return [
    onlyForStaff<Meant>(),
    learn('sessions', (known, world) =>
      meant(known, world, (session) => isOpen(session, known, world.now) && fits(session, known)),
    ),
    stopWhen(({ sessions = [] }) => sessions.length === 0, none),
    ask('chosen', {
      say: () => asked,
      options: ({ sessions = [] }, world) => sessions.map((session) => sessionRow(session, world)),
      open: say('change.open'),
      when: ({ sessions = [] }) => sessions.length > 1,
    }),
    stopWhen(
      (known) => !sessionOf(known),
      () => say('change.gone'),
    ),
  ];
}
