import type { DialogContext, DialogInstance } from 'botbuilder-dialogs';
import { handoverAsked, handoverCodeSaid } from '../replies/handoverSaid';
import { say } from '../script/say';
import { placeOf, ScriptDialog } from './scriptDialog';
import { type Aside, open, type Talk } from './talk';
import { turnOf } from './turnContext';
import { add } from './unitOfWork';
import { speaking } from './world';

/** Answers whoever wants to go on elsewhere, or comes from there with a code; true: that was it. */
export async function handsOver(talk: Talk, dc: DialogContext): Promise<boolean> {
  const { utterance } = turnOf(dc.context).message;
  if (utterance.kind !== 'text') return false;
  const code = handoverCodeSaid(utterance.text);
  const where = handoverAsked(utterance.text);
  if (code) await goOnHere(code, talk, dc);
  else if (where) await goOnThere(where, dc);
  return Boolean(code ?? where);
}

// The open question stays open here until she goes on there.
async function goOnThere(where: 'whatsapp' | 'web', dc: DialogContext): Promise<void> {
  const turn = turnOf(dc.context);
  const way = await turn.world.desk.handOver(where);
  if (!way) return add(turn, [say(where === 'web' ? 'handover.hereWeb' : 'handover.hereWhatsapp')]);
  add(turn, [say(where === 'web' ? 'handover.toWeb' : 'handover.toWhatsapp', way)]);
}

async function goOnHere(code: string, talk: Talk, dc: DialogContext): Promise<void> {
  const turn = turnOf(dc.context);
  const taken = await turn.world.desk.goOnHere(code);
  if (!taken.ok) return add(turn, [say(refusals[taken.why])]);
  const { dialogs, drafts = {}, asides = [] } = taken.state as Kept;
  await dc.cancelAllDialogs(true);
  dc.stack.push(...(dialogs?.dialogStack ?? []));
  await talk.drafts.set(dc.context, drafts);
  await talk.asides.set(dc.context, asides);
  if (taken.person) {
    const { desk } = turn.world;
    turn.world.speaker = speaking(taken.person, await desk.isProven(taken.person.personId));
  }
  if (taken.locale) {
    turn.world.locale = taken.locale;
    turn.unit.locale = taken.locale;
  }
  await askAgain(talk, dc);
}

type Kept = { dialogs?: { dialogStack?: DialogInstance[] }; drafts?: Record<string, never>; asides?: Aside[] };

async function askAgain(talk: Talk, dc: DialogContext): Promise<void> {
  const dialog = dc.activeDialog && talk.dialogs.find(dc.activeDialog.id);
  const said = [say('handover.here')];
  if (dialog instanceof ScriptDialog && placeOf(dc)) await dialog.again(dc, { said });
  else {
    dc.stack.length = 0;
    await open(dc, said);
  }
}

const refusals = {
  unknown: 'handover.unknown',
  same: 'handover.same',
  other_person: 'handover.otherPerson',
  too_many: 'handover.tooMany',
} as const;
