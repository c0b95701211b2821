import type { ConversationState, StatePropertyAccessor } from 'botbuilder';
import { type DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs';
import type { Said } from '../script/say';
import type { Place, Script } from '../script/steps';
import type { Tongue } from './languageHeard';
import { type Drafts, keepDraft, ScriptDialog } from './scriptDialog';
import { turnOf } from './turnContext';
import { add } from './unitOfWork';

/** What every turn shares: the dialogs, built once, and where drafts, the questions of notices and her language are kept. */
export type Talk = {
  dialogs: DialogSet;
  drafts: StatePropertyAccessor<Drafts>;
  asides: StatePropertyAccessor<Aside[]>;
  tongue: StatePropertyAccessor<Tongue>;
  scripts: Map<string, Script>;
};

/**
 * A question that a notice has asked beside what was going on: its buttons still work, for the person it was for. The
 * latest is the last.
 */
export type Aside = { script: string; place: Place; personId?: string };

/** The script everything starts from and falls back to. */
const MENU = 'menu';

/** Makes a dialog of each script, once. */
export function createTalk(scripts: Script[], states: ConversationState): Talk {
  const drafts = states.createProperty<Drafts>('drafts');
  const dialogs = new DialogSet(states.createProperty<DialogState>('dialogs'));
  for (const script of scripts) dialogs.add(new ScriptDialog(script, drafts));
  const asides = states.createProperty<Aside[]>('asides');
  const tongue = states.createProperty<Tongue>('tongue');
  return { dialogs, drafts, asides, tongue, scripts: new Map(scripts.map((script) => [script.name, script])) };
}

/** Begins the menu, after what is said first; `deaf` where the message has been answered, and is no wish besides. */
export async function open(dc: DialogContext, said: Said[] = [], { deaf = false } = {}): Promise<void> {
  add(turnOf(dc.context), said);
  await dc.beginDialog(MENU, { deaf });
}

/** Leaves whatever is going on; answers given so far are kept as a draft. */
export async function leave(talk: Talk, dc: DialogContext): Promise<void> {
  const drafts = await talk.drafts.get(dc.context, {});
  for (const { id, state } of dc.stack) {
    const isWorthIt = !talk.scripts.get(id)?.noDraft && state.place.answered !== undefined;
    if (isWorthIt) keepDraft(drafts, id, dc, state.place);
  }
  await dc.cancelAllDialogs(true);
}
