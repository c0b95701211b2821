import { fullName } from '../src/domain/names';
import { colleaguesNamed } from '../src/replies/colleagueNamed';
import { readName } from '../src/replies/name';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { Reader } from '../src/script/steps';
import type { Colleague, SubstituteResult } from '../src/services/changesDesk';
import { confirmed } from './changeReason';
import { sessionOf } from './sessionChosen';
import { type Meant, spoken } from './sessionMeant';
import { whichSession } from './whichSession';

type Substituting = Meant & {
  ends: boolean;
  name: string;
  found: Colleague[];
  who: string;
  confirm: 'yes' | 'no';
  done: SubstituteResult;
};
const { script, ask, learn, act, stopWhen } = words<Substituting>();

/** An instructor has a colleague give a meeting of hers, or (`ends`) nobody any more. */
export const substitute = script(
  'substitute',
  [
    ...whichSession({
      asked: say('substitute.which'),
      none: ({ ends }) => say(ends ? 'substitute.noneToEnd' : 'change.none'),
      mayGoOn: true,
      fits: ({ isCancelled, substitute: stands }, { ends }) => !isCancelled && (!ends || stands !== undefined),
    }),
    ask('name', {
      say: () => say('substitute.who'),
      read: nameTyped,
      help: say('substitute.whoHelp'),
      when: ({ ends }) => ends !== true,
    }),
    learn('found', async ({ name = '', ...known }, { desk }) => {
      const all = known.ends ? [] : await desk.colleagues(sessionOf(known)?.sessionId ?? '');
      return colleaguesNamed(name, all).slice(0, 10);
    }),
    stopWhen(
      ({ ends, found = [] }) => ends !== true && found.length === 0,
      ({ name = '' }) => say('substitute.unknown', { name: name.slice(0, 60) }),
    ),
    ask('who', {
      say: () => say('substitute.whichOne'),
      options: ({ found = [] }) => found.map((one) => ({ id: one.personId, title: nameOf(one), detail: one.entity })),
      open: say('change.open'),
      when: ({ found = [] }) => found.length > 1,
      dependsOn: ['name'],
    }),
    ask('confirm', {
      say: (known, world) => {
        const session = sessionOf(known);
        if (!session) return [];
        const blanks = { name: session.className, ...spoken(session, world) };
        const colleague = colleagueOf(known);
        return colleague
          ? say('substitute.echo', { ...blanks, who: nameOf(colleague), entity: colleague.entity })
          : say('substitute.endEcho', { ...blanks, who: session.substitute ?? '' });
      },
      options: () => [
        { id: 'yes', title: say('substitute.yes') },
        { id: 'no', title: say('change.no') },
      ],
      read: confirmed,
      dependsOn: ['chosen', 'name', 'who'],
      freshTapsOnly: true,
    }),
    stopWhen(
      ({ confirm }) => confirm === 'no',
      () => say('change.left'),
    ),
    act('done', (known, { desk }) => desk.substitute(sessionOf(known)?.sessionId ?? '', colleagueOf(known)?.personId)),
    stopWhen(
      () => true,
      (known) => outcome(known),
    ),
  ],
  { noDraft: true, provenOnly: true },
);

function nameTyped(...[text]: Parameters<Reader<Substituting, string>>) {
  const read = readName(text);
  return read.ok
    ? { ok: true as const, value: fullName(read.value) }
    : { ok: false as const, again: say('substitute.whoAgain') };
}

function nameOf({ firstNames, lastNames }: Colleague): string {
  return `${firstNames} ${lastNames}`.trim();
}

function colleagueOf({ found = [], who }: Partial<Substituting>): Colleague | undefined {
  return found.length > 1 ? found.find(({ personId }) => personId === who) : found[0];
}

function outcome(known: Partial<Substituting>) {
  const { done, ends } = known;
  if (!done) return [];
  if (!done.ok) return refusals[done.why];
  const colleague = colleagueOf(known);
  return ends || !colleague ? say('substitute.ended') : say('substitute.done', { who: nameOf(colleague) });
}

const refusals = {
  not_yours: say('change.notYours'),
  unproven: say('change.notYours'),
  cancelled: say('change.cancelled'),
  begun: say('change.begun'),
  nobody: say('substitute.noneToEnd'),
  teaches: say('substitute.teaches'),
  unknown: say('change.gone'),
  already: say('substitute.already'),
};
