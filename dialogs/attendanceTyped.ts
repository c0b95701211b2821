import { type Unclear, type WhoCame, whoCame } from '../src/replies/whoCame';
import { correction } from '../src/replies/whoCame/correction';
import { yesNo } from '../src/replies/yesNo';
import { say } from '../src/script/say';
import type { Reader, Reading, Seen, World } from '../src/script/steps';
import { claimsRead } from './attendanceClaims';
import { besides, heard } from './attendanceHeard';
import { type Attendance, rosterThen, type Told } from './attendanceKnown';
import { unclearLines } from './attendanceUnclear';

/** Reads who came. Whoever has a mark already keeps it unless she names her; anything unclear is asked back, never guessed. */
export const marksTyped: Reader<Attendance, Told> = (text, seen) => {
  const read = claimsRead(text, seen.known) ?? whoCame(text, seen.known.roster ?? [], besides(seen.known));
  return toldBy(read, seen);
};

/** What she wrote when she was asked after class. */
export function saidBefore(known: Partial<Attendance>, world: World): Told | undefined {
  const read = known.said === undefined ? undefined : marksTyped(known.said, { known, offered: [], world });
  return read?.ok ? read.value : undefined;
}

/**
 * Reads the answer to the echo: yes, no, or what is to be changed ("no, la 7 sí vino"). What she says of everyone takes the
 * place of all she had said.
 */
export const marksChanged: Reader<Attendance, Attendance['confirm']> = (text, seen) => {
  const plain = yesNo(text);
  if (plain) return { ok: true, value: plain === 'yes' ? 'save' : 'fix' };
  const { told, ...others } = seen.known;
  const read = correction(text, rosterThen(seen.known), besides(seen.known));
  return toldBy(read, read.ok && read.isOfAll ? { ...seen, known: others } : seen);
};

function toldBy(read: WhoCame, { known, world }: Seen<Attendance>): Reading<Told> {
  if (!read.ok && !mayBeCompleted(read)) {
    const lines = unclearLines(read.unclear, rosterThen(known), world.locale);
    return { ok: false, again: say('attendance.notTold', { lines }) };
  }
  const told = heard(known, read);
  const isNew = told.open !== undefined || JSON.stringify(told.marks) !== JSON.stringify(known.told?.marks ?? []);
  return isNew ? { ok: true, value: told } : { ok: false, again: say('attendance.nothingNew') };
}

/** Whether a word in answer is enough, and all else she wrote can stand. "Guardar" is nobody on the list either, but says nothing. */
function mayBeCompleted({ unclear, unfinished, isStatement }: Extract<WhoCame, { ok: false }>): boolean {
  const isPart = (one: Unclear, at: number) => {
    const { start = 0, end = 0 } = unfinished.open[at] ?? {};
    return one.kind === 'not_understood' && end - start < unfinished.text.trim().length - 1;
  };
  return isStatement && unclear.every((one, at) => completable.has(one.kind) || isPart(one, at));
}

const completable = new Set<Unclear['kind']>([
  'which',
  'together',
  'no_such_name',
  'no_such_number',
  'how_many',
  'contradiction',
]);
