import { words } from '../src/script/build';
import { say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Known, World } from '../src/script/steps';
import type { StandIn } from '../src/services/changesDesk';
import { programme } from './programme';
import { spoken } from './sessionMeant';
import { beforeStop } from './spoken';

type Asked = { sessionId: string; standIn: StandIn | null };
const { script, learn, stopWhen } = words<Asked>();
const found = learn('standIn', ({ sessionId = '' }, { desk }) => desk.standIn(sessionId));

/** Somebody is to give a meeting in a colleague's place. */
export const standInAsked = script(
  'standInAsked',
  [
    found,
    stopWhen(({ standIn }) => !standIn?.isAsked || standIn.isCancelled),
    stopWhen(
      () => true,
      ({ standIn }, world) => (standIn ? say('standIn.asked', told(standIn, world)) : []),
    ),
  ],
  {
    noDraft: true,
    template: async ({ sessionId }: Known, world) => {
      const standIn = await world.desk.standIn(String(sessionId));
      const { name = '', site = '', by = '', date = '', hours = '' } = standIn ? told(standIn, world) : {};
      const when = beforeStop(sentence(world.locale, say('news.when', { date, time: hours })));
      return { name: 'substitute_asked', blanks: { by, class: name, site, when } };
    },
  },
);

/** The meeting she is to give has been moved, cancelled or brought back. */
export const standInChanged = script(
  'standInChanged',
  [
    found,
    stopWhen(({ standIn }) => !standIn?.isAsked),
    stopWhen(
      () => true,
      ({ standIn }, world) =>
        standIn ? say(standIn.isCancelled ? 'standIn.cancelled' : 'standIn.moved', told(standIn, world)) : [],
    ),
  ],
  {
    noDraft: true,
    template: async ({ sessionId }: Known, world) => {
      const standIn = await world.desk.standIn(String(sessionId));
      const { name = '', date = '' } = standIn ? told(standIn, world) : {};
      const short = standIn?.isCancelled ? 'standIn.cancelledShort' : 'standIn.movedShort';
      return {
        name: 'account_update',
        blanks: { programme: programme.name, news: sentence(world.locale, say(short, { name, date })) },
      };
    },
  },
);

/** She is not to give it any more. */
export const standInEnded = script(
  'standInEnded',
  [
    found,
    stopWhen(({ standIn }) => !standIn || standIn.isAsked),
    stopWhen(
      () => true,
      ({ standIn }, world) => (standIn ? say('standIn.ended', told(standIn, world)) : []),
    ),
  ],
  {
    noDraft: true,
    template: async ({ sessionId }: Known, world) => {
      const standIn = await world.desk.standIn(String(sessionId));
      const { name = '', date = '' } = standIn ? told(standIn, world) : {};
      const news = sentence(world.locale, say('standIn.endedShort', { name, date }));
      return { name: 'account_update', blanks: { programme: programme.name, news } };
    },
  },
);

function told({ className: name, site, address, by, ...times }: StandIn, world: World) {
  return { name, site: address ? `${site}, ${address}` : site, by, ...spoken(times, world) };
}
