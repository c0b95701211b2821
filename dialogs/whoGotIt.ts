import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import { sentence } from '../src/script/sentences';
import type { World } from '../src/script/steps';
import type { ChangeTold } from '../src/services/changesDesk';
import { onlyForStaff } from './onlyForStaff';
import { spokenInstant } from './spoken';

type Told = { changes: ChangeTold[] };
const { script, learn, stopWhen } = words<Told>();

/** Whom an instructor's last changes have reached, and whom not, and why. */
export const whoGotIt = script(
  'whoGotIt',
  [
    onlyForStaff<Told>(),
    learn('changes', (_, { desk }) => desk.changesTold()),
    stopWhen(
      ({ changes = [] }) => changes.length === 0,
      () => say('change.nothingTold'),
    ),
    stopWhen(() => true, reached),
  ],
  { noDraft: true, provenOnly: true },
);

function reached({ changes = [] }: Partial<Told>, world: World): Said[] {
  return changes.map(({ className: name, startsAt, told, missing }) => {
    const { date } = spokenInstant(startsAt, world);
    if (missing.length === 0) return say('change.allGotIt', { name, date, told });
    const waiting = missing.filter(({ why }) => why === 'waiting').length;
    const lines = [
      ...(waiting > 0 ? [sentence(world.locale, say('change.underWay', { n: waiting }))] : []),
      ...missing.flatMap(({ name: person, why }) => (why === 'waiting' ? [] : [line(person, why, world.locale)])),
    ];
    const more = lines.length - MOST;
    const shown = [
      ...lines.slice(0, MOST),
      ...(more > 0 ? [sentence(world.locale, say('change.more', { n: more }))] : []),
    ].map((one) => `\n${one}`);
    return say('change.someGotIt', { name, date, told, got: told - missing.length, lines: shown.join('') });
  });
}
const MOST = 20;

function line(name: string, why: 'nobody' | 'failed', locale: string): string {
  return sentence(locale, say('change.missing', { name: name.slice(0, 60), why: sentence(locale, reasons[why]) }));
}

const reasons = { nobody: say('change.noChat'), failed: say('change.failed') };
