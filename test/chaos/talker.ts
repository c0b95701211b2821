import { chance } from '../../src/channels/whatsapp/simulator/chance';
import type { Bubble } from '../../src/channels/whatsapp/simulator/phone/bubble';
import type { StandIn } from '../../src/channels/whatsapp/simulator/standIn';
import type { Mailboxes } from './mailboxes';
import { questionIn } from './questions';

/** A simulated person who knows what should come back, and what should be true of her in the end. */
export type Talker = {
  name: string;
  phone: string;
  /** A number in [0, 1) of her own. */
  draw: (about: string) => number;
  /** Says something and waits for the reply; gives its name, which must be among those. */
  says: (text: string, ...wanted: string[]) => Promise<string>;
  /** The same, tapping a choice of the latest message. */
  taps: (option: string, ...wanted: string[]) => Promise<string>;
  /** Sends without waiting for anything. */
  blurts: (text: string) => void;
  /** The latest message that came. */
  latest: () => Bubble | undefined;
  /** Whether it is time to go; every wait of hers also ends then. */
  isOver: () => boolean;
  pause: (milliseconds: number) => Promise<void>;
  sent: string[];
  /** How long she waited for each reply, in milliseconds. */
  waits: number[];
  /** What came back that should not have, or did not come. */
  wrong: string[];
  /** She waited for every reply, so that what must be true of her is known exactly. */
  isPatient: boolean;
  truth: Truth;
};

/**
 * `places` are the ids of the classes she has a place in; `taken` counts those she ever took; `waits`: she may be offered
 * one at any time; `asked` is what her messages lead to one after the other, of somebody who wrote them without waiting.
 */
export type Truth = {
  asked: string[];
  registered: boolean;
  consents: number;
  places: Set<string>;
  taken: number;
  waits: boolean;
  marks: Map<number, Mark>;
};
/** What stands on an instructor's list at a number, and how often it was changed. */
export type Mark = { status: string; revision: number };

export type TalkerTools = {
  standIn: StandIn;
  mailboxes: Mailboxes;
  seed: number;
  isOver: () => boolean;
  paceMs: number;
};

/** Ends a story: it is over, or came out wrong, which is noted by then. */
export const ENDED = new Error('This story has ended.');

export function newTalker(tools: TalkerTools, who: { name: string; phone: string; isPatient: boolean }): Talker {
  const person = tools.standIn.person(who);
  let draws = 0;
  let latest: Bubble | undefined;
  const draw = (about: string) => {
    draws += 1;
    return chance(tools.seed, who.phone, about, draws);
  };
  const pause = (milliseconds: number) => paused(milliseconds, tools.isOver);
  const turn = async (send: () => string, wanted: string[]): Promise<string> => {
    await pause(tools.paceMs * (0.2 + 1.6 * draw('pace')));
    if (tools.isOver()) throw ENDED;
    talker.sent.push(send());
    const since = performance.now();
    latest = await tools.mailboxes.next(person.id, PATIENCE_MS);
    talker.waits.push(performance.now() - since);
    const came = latest ? questionIn(latest) : 'nothing';
    if (wanted.includes(came)) return came;
    talker.wrong.push(`wanted ${wanted.join(' or ')}, but ${came} came`);
    throw ENDED;
  };
  const talker: Talker = {
    ...who,
    draw,
    says: (text, ...wanted) => turn(() => person.says(text), wanted),
    taps: (option, ...wanted) => {
      const choice = latest?.choices.find(({ id }) => id.endsWith(`:${option}`));
      if (choice && latest) return turn(() => person.taps(choice.id, latest?.id), wanted);
      talker.wrong.push(`no ${option} to tap under ${latest && questionIn(latest)}`);
      throw ENDED;
    },
    blurts: (text) => talker.sent.push(person.says(text)),
    latest: () => latest,
    isOver: tools.isOver,
    pause,
    sent: [],
    waits: [],
    wrong: [],
    truth: { asked: [], registered: false, consents: 0, places: new Set(), taken: 0, waits: false, marks: new Map() },
  };
  return talker;
}
// Longer than a reply can be held up: a lease that runs out, and two repeats.
const PATIENCE_MS = 90_000;

async function paused(milliseconds: number, isOver: () => boolean): Promise<void> {
  for (const end = Date.now() + milliseconds; Date.now() < end && !isOver(); )
    await new Promise((resolve) => setTimeout(resolve, Math.min(100, end - Date.now())));
}
