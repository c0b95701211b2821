import type { DialogContext } from 'botbuilder-dialogs';
import { formQuestion } from '../script/forms';
import { type Said, say } from '../script/say';
import type { Place, World } from '../script/steps';
import { leave, open, type Talk } from './talk';
import { turnOf } from './turnContext';

/**
 * Takes a form that has come back to the script that showed it, wherever the talk stands by then: it says itself what it
 * answers. What nobody has asked for any more is said to be so, where no question is open; true: that was it.
 */
export async function takesForm(talk: Talk, dc: DialogContext): Promise<boolean> {
  const { message, world } = turnOf(dc.context);
  if (message.utterance.kind !== 'form') return false;
  const asking = await askingFor(talk, dc);
  if (asking?.script !== undefined && asking.script === dc.activeDialog?.id) {
    await dc.continueDialog();
    return true;
  }
  if (asking) {
    await leave(talk, dc);
    const drafts = await talk.drafts.get(dc.context, {});
    delete drafts[asking.script];
    await dc.beginDialog(asking.script, { place: asking.place });
    return true;
  }
  const isFree = dc.stack.every(({ id }) => talk.scripts.get(id)?.alwaysOpen || id === REFUSED);
  if (!isFree) return false;
  await leave(talk, dc);
  await open(dc, [unasked(world)]);
  return true;
}

/** Whoever has refused her permission has nothing open that a form could answer. */
const REFUSED = 'consentRefused';

/** What is said of a form that nobody asks for any more. */
export function unasked({ speaker }: World): Said {
  return say(speaker?.roles.includes('caregiver') ? 'talk.formUnread' : 'talk.formLate');
}

type Asking = { script: string; place: Place };

// The script that is going on, one under it, or one that was left half-way by her who writes.
async function askingFor(talk: Talk, dc: DialogContext): Promise<Asking | undefined> {
  const { message, world } = turnOf(dc.context);
  const isAsking = ({ place }: Asking): boolean => formQuestion(place, message.utterance, world.now) !== undefined;
  const onStack = dc.stack.flatMap(({ id, state }) =>
    state?.place ? [{ script: id, place: state.place as Place }] : [],
  );
  const left = Object.entries(await talk.drafts.get(dc.context, {})).flatMap(([script, place]) => {
    const isHers = place?.of === undefined || place.of === world.speaker?.personId;
    return place && isHers && talk.scripts.has(script) ? [{ script, place }] : [];
  });
  return [...onStack.toReversed(), ...left].find(isAsking);
}
