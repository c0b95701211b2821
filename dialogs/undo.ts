import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import type { World } from '../src/script/steps';
import type { RosterLine, UndoResult } from '../src/services/desk';
import { standing } from './attendanceShown';
import { onlyForInstructors } from './onlyForStaff';
import { spokenInstant, spokenList } from './spoken';

type Undo = { undone: UndoResult };
const { script, act, tell, stopWhen, goTo } = words<Undo>();

/** An instructor takes back what she marked last: at once, because marking again is as easy. */
export const undo = script(
  'undo',
  [
    onlyForInstructors<Undo>(),
    act('undone', (_, { desk }) => desk.undoLast()),
    // A number changed while she wrote: what she wants undone waits for her proof.
    tell('unproven', () => refusals.unproven, isUnproven),
    goTo((known) => (isUnproven(known) ? { name: 'proof', known: { next: 'undo' } } : undefined)),
    stopWhen(() => true, answer),
  ],
  { noDraft: true, provenOnly: true },
);

function isUnproven({ undone }: Partial<Undo>): boolean {
  return undone?.ok === false && undone.why === 'unproven';
}

function answer({ undone: result }: Partial<Undo>, world: World): Said[] {
  if (!result?.ok) return [refusals[result?.why ?? 'nothing']];
  const { className: name, startsAt, undone, kept } = result;
  const { date } = spokenInstant(startsAt, world);
  const colleague = kept.length > 0 ? [say('undo.kept', { people: people(kept, world) })] : [];
  if (undone.length === 0) return [say('undo.allChanged', { name, date }), ...colleague];
  const done =
    undone.length > MOST_NAMED
      ? say('undo.doneMany', { name, date, n: undone.length })
      : say('undo.done', { name, date, people: people(undone, world) });
  return [done, ...colleague, say('undo.again')];
}
const MOST_NAMED = 10;

const refusals = {
  nothing: say('undo.nothing'),
  closed: say('attendance.closed'),
  not_yours: say('attendance.notYours'),
  unproven: say('undo.unproven'),
};

function people(lines: RosterLine[], { locale }: World): string {
  return spokenList(
    lines.map((line) => standing(line, locale)),
    locale,
  );
}
