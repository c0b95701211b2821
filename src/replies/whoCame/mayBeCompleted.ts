import type { WhoCame } from '../whoCame';
import type { Unclear } from './unclear';

/** Whether a word in answer is enough, and all else she wrote can stand. "Guardar" is nobody on the list either, but says nothing. */
export function mayBeCompleted({ unclear, unfinished, isStatement }: Extract<WhoCame, { ok: false }>): boolean {
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
