import { wordSet } from '../text';
import type { WhoCame } from '../whoCame';
import { together } from './clause';
import { elementsOf } from './elements';
import { mayBeCompleted } from './mayBeCompleted';
import type { People } from './people';
import { tokensOf } from './tokens';

type Read = Extract<WhoCame, { ok: true }>;

/**
 * She says something of everyone again, and names some: "todas menos la 19" after "todas menos Rosa; la 3 tarde". What was
 * clear before and can be true beside it stands: the 3 was late, and whoever had an excuse has it.
 */
export function keeping(alone: Read, before: WhoCame | undefined, clean: string, people: People): Read {
  if (!before?.ok || denies(clean, people)) return alone;
  const told = new Map(before.marks.filter(({ named }) => named).map((mark) => [mark.personId, mark]));
  const marks = alone.marks.map((mark) => {
    const then = told.get(mark.personId);
    const isFiner = then && (!mark.named || then.status === 'excused') && then.status !== mark.status;
    return isFiner && together(then.status, mark.status) === then.status ? then : mark;
  });
  return { ...alone, marks };
}

// "Todas a tiempo", "nadie llegó tarde" leave nobody late.
function denies(clean: string, people: People): boolean {
  return (elementsOf(tokensOf(clean), people) ?? []).some(
    (one) => one.is === 'nobody' || (one.is === 'status' && (one.timely || one.negated || one.status === 'late')),
  );
}

/** She says something of everyone again, of which something else is unclear: "no, todas menos Marta y la 5". */
export function unclearAnew(alone: WhoCame, clean: string, people: People): WhoCame | undefined {
  if (
    alone.ok ||
    !mayBeCompleted(alone) ||
    alone.unclear.some((one) => one.kind === 'no_such_name' && points.has(one.text))
  )
    return undefined;
  return elementsOf(tokensOf(clean), people)?.some(({ is }) => is === 'everyone') ? alone : undefined;
}
const points = wordSet('esa ese esas esos ella ellas el ellos that those her them');
