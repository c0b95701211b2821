import { attendanceSaid } from '../src/replies/attendanceSaid';
import type { ClassOrder } from '../src/replies/classOrder';
import { daySaid } from '../src/replies/daySaid';
import type { Known } from '../src/script/steps';

/** The script that does what an instructor wants done about a class, and what she has said of it. */
export function orderTo(order: ClassOrder, said: string): { name: string; known: Known } {
  switch (order.kind) {
    case 'came': {
      const told = attendanceSaid(said) ?? { lead: said, said };
      return { name: 'attendance', known: { said: told.said, ...earlier(told.lead) } };
    }
    case 'cancel': {
      const { kind, ...told } = order;
      return { name: 'sessionCancel', known: { said, ...told } };
    }
    case 'not_held': {
      const { kind, ...told } = order;
      return { name: 'sessionNotHeld', known: { said, begun: true, ...told } };
    }
    case 'held':
      return { name: 'sessionRestore', known: { said, begun: true, ...(order.past && { past: order.past }) } };
    case 'restore':
      return { name: 'sessionRestore', known: { said, ...dayOf(order) } };
    case 'move': {
      const { kind, day, reason, ...goal } = order;
      const isGiven = Object.keys(goal).length > 0;
      return {
        name: 'sessionMove',
        known: { said, ...dayOf(order), ...(reason && { reason }), ...(isGiven && { goal }) },
      };
    }
    case 'substitute':
      return { name: 'substitute', known: { said, ...dayOf(order), ...(order.name && { name: order.name }) } };
    case 'no_substitute':
      return { name: 'substitute', known: { said, ends: true, ...dayOf(order) } };
    case 'who_got_it':
      return { name: 'whoGotIt', known: {} };
  }
}

function dayOf({ day }: { day?: Known[string] }): Known {
  return day === undefined ? {} : { day };
}

function earlier(said: string): Known {
  const day = daySaid(said);
  return day && !('ago' in day && day.ago <= 0) ? { earlier: true, day } : {};
}
