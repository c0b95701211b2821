import type { StandIn } from '../../src/channels/whatsapp/simulator/standIn';
import { caregiverStory } from './caregiver';
import { hurriedStory } from './hurried';
import { instructorStory } from './instructor';
import type { Mailboxes } from './mailboxes';
import { ENDED, newTalker, type Talker, type TalkerTools } from './talker';
import type { Town } from './town';

/** Everybody who writes. */
export type Crowd = {
  talkers: () => Talker[];
  /** No more messages; resolves when everybody has the reply to the last. */
  end: () => Promise<void>;
};
export type CrowdTools = { standIn: StandIn; mailboxes: Mailboxes; town: Town; onEachList: number };

/** Lets the town's instructors and so many caregivers write at once; a caregiver who has finished is followed by another. */
export function openCrowd({ people, seed }: { people: number; seed: number }, tools: CrowdTools): Crowd {
  const talkers: Talker[] = [];
  let isOver = false;
  const around: TalkerTools = { ...tools, seed, isOver: () => isOver, paceMs: PACE_MS };
  const join = (name: string, phone: string, isPatient: boolean): Talker => {
    const talker = newTalker(around, { name, phone, isPatient });
    talkers.push(talker);
    return talker;
  };
  let next = 0;
  const seat = async () => {
    while (!isOver) {
      const n = next++;
      const talker = join(`caregiver ${n}`, `57320${String(n).padStart(7, '0')}`, n % 5 !== 0);
      await told(talker.isPatient ? caregiverStory(talker, tools.town, n) : hurriedStory(talker, n));
    }
  };
  const lessons = tools.town.instructors.map((phone, n) =>
    told(instructorStory(join(`instructor ${n}`, phone, true), tools.onEachList, REST_MS)),
  );
  const seats = Array.from({ length: people }, seat);
  return {
    talkers: () => talkers,
    end: async () => {
      isOver = true;
      await Promise.all([...lessons, ...seats]);
    },
  };
}
const PACE_MS = 400;
// Three messages at a time: at the pace one person may be written to in the long run.
const REST_MS = 15_000;

async function told(story: Promise<void>): Promise<void> {
  await story.catch((fault) => {
    if (fault !== ENDED) throw fault;
  });
}
