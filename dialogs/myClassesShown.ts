import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { Titled, World } from '../src/script/steps';
import type { MyClass } from '../src/services/placesDesk';
import { shortDate, spokenInstant, spokenSlots } from './spoken';

/** Her classes, a paragraph each; with less about each where a bubble has no room for all. */
export function listed(classes: MyClass[], world: World): string {
  const ways = [whole, short].map((lines) =>
    classes
      .map((mine) =>
        lines(mine, world)
          .map((line) => sentence(world.locale, line))
          .join('\n'),
      )
      .join('\n\n'),
  );
  return ways.find((text) => text.length <= ROOM) ?? ways.at(-1)?.slice(0, ROOM) ?? '';
}
// A bubble with buttons holds 1,024 characters; the question below needs some.
const ROOM = 950;

/** What a class is to her, in a row of a list. */
export function shortly({ status, place = 1, slots }: MyClass, locale: string): Said | string {
  if (status === 'waitlisted') return say('myClasses.waits', { place });
  return status === 'offered' ? say('myClasses.held') : spokenSlots(slots, locale);
}

/** The same classes in the next term, to take with one tap. */
export function agains(classes: MyClass[], world: World): Titled[] {
  return classes.flatMap(({ name, again }) =>
    again
      ? [
          {
            id: again.classId,
            title: again1(name, world.locale),
            detail: say('myClasses.againFrom', { date: shortDate(again.startsOn, world.locale) }),
          },
        ]
      : [],
  );
}

function again1(name: string, locale: string): string {
  const title = sentence(locale, say('myClasses.takeAgain', { name }));
  return title.length <= BUTTON ? title : sentence(locale, say('myClasses.takeAgainShort'));
}
// The longest title a button may have.
const BUTTON = 20;

function whole(mine: MyClass, world: World): Said[] {
  const { next, changes } = mine;
  return [
    ...short(mine, world),
    ...(next && mine.status === 'enrolled' ? [say('myClasses.next', spokenInstant(next, world))] : []),
    ...changes.map(({ kind, was, startsAt }) =>
      kind === 'cancelled'
        ? say('myClasses.cancelled', { date: spokenInstant(startsAt, world).date })
        : say('myClasses.moved', { was: spokenInstant(was, world).date, ...spokenInstant(startsAt, world) }),
    ),
  ];
}

function short(mine: MyClass, { locale }: World): Said[] {
  const { name, site, slots } = mine;
  return [say('myClasses.line', { name, site, when: spokenSlots(slots, locale) }), standing(mine)];
}

function standing({ status, place = 1, came, sessions, isOver }: MyClass): Said {
  if (status === 'waitlisted') return say('myClasses.waits', { place });
  if (status === 'offered') return say('myClasses.held');
  if (isOver) return say('myClasses.over', { came, sessions });
  return sessions > 0 ? say('myClasses.came', { came, sessions }) : say('myClasses.notYet');
}
