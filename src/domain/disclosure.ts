/** What is counted of a service at a place in a month, or of several: sessions, people who came, how often they came. */
export type Counts = { sessions: number; people: number; attendances: number };

/** The counts of a block in a month: those of each service, and of all of them, where each person counts once. */
export type BlockCounts = { services: Counts[]; all: Counts };

/** What may be published of a month, in the order of what was given. */
export type Publishable = { blocks: { services: boolean[]; all: boolean }[]; all: boolean };

/** Fewer people than this are not published. */
export const fewest = 5;

/**
 * Decides what may be published of a month, so that a count of fewer than five people stays hidden also from somebody who
 * adds and subtracts. A count of a service is hidden if it is small, and for nothing else. A total is hidden if what is
 * left of it, when all published under it is taken away, would narrow down a hidden count: each must still be able to be
 * anything from 0 to 4.
 */
export function publishable(blocks: BlockCounts[], all: Counts): Publishable {
  const decided = blocks.map((block) => {
    const services = block.services.map(({ people }) => people >= fewest);
    return { services, all: mayTotal(block.all, partsOf(block.services, services)) };
  });
  // A block with its total is one known count; of another, the month's total leaves the hidden services open.
  const parts = blocks.map((block, at) => {
    const { services = [], all: isGiven = false } = decided[at] ?? {};
    return isGiven ? { known: [block.all], hidden: [] } : partsOf(block.services, services);
  });
  const whole = { known: parts.flatMap(({ known }) => known), hidden: parts.flatMap(({ hidden }) => hidden) };
  return { blocks: decided, all: mayTotal(all, whole) };
}

type Parts = { known: Counts[]; hidden: Counts[] };

function partsOf(services: Counts[], given: boolean[]): Parts {
  return {
    known: services.filter((_, at) => given[at]),
    hidden: services.filter((_, at) => !given[at]),
  };
}

function mayTotal(total: Counts, { known, hidden }: Parts): boolean {
  if (total.people < fewest) return false;
  if (hidden.length === 0) return true;
  const most = fewest - 1;
  // Four people at most, each at every session.
  const room = hidden.map(({ sessions }) => most * sessions);
  const roomOfOthers = sum(room) - Math.max(...room);
  const hiddenAttendances = total.attendances - sum(known.map(({ attendances }) => attendances));
  const peopleUnseen = total.people - sum(known.map(({ people }) => people));
  return hiddenAttendances >= most && hiddenAttendances <= roomOfOthers && peopleUnseen <= most * (hidden.length - 1);
}

function sum(numbers: number[]): number {
  return numbers.reduce((whole, number) => whole + number, 0);
}
