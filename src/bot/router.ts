import { ConversationState, type StatePropertyAccessor, type TurnContext } from 'botbuilder-core';
import { type DialogContext, DialogSet, type DialogState } from 'botbuilder-dialogs';
import type { Utterance } from '../domain/talk';
import { globalWord } from '../replies/globalWords';
import { type Said, say } from '../script/say';
import type { Script } from '../script/steps';
import { readTap } from '../script/tap';
import { obey } from './globalWords';
import { type Drafts, placeOf, RESUME, ScriptDialog } from './scriptDialog';
import { activityOf } from './turnAdapter';
import { turnOf } from './turnContext';
import type { TurnStorage } from './turnStorage';
import { add, outbound } from './unitOfWork';

/** The bot: what happens to one message, before, in and after the dialog. Built once; holds nothing of any turn. */
export type Bot = (context: TurnContext) => Promise<void>;

/** What the router and the global words share. */
export type Talk = { dialogs: DialogSet; drafts: StatePropertyAccessor<Drafts>; scripts: Map<string, Script> };

/** The script everything starts from and falls back to. */
export const MENU = 'menu';

export function createBot(scripts: Script[], storage: TurnStorage): Bot {
  const states = new ConversationState(storage);
  const talk = createTalk(scripts, states);
  return async (context) => {
    const dc = await talk.dialogs.createContext(context);
    await route(talk, dc);
    const bubble = outbound(turnOf(context).bubble);
    if (bubble) await context.sendActivity(activityOf(bubble));
    await states.saveChanges(context);
  };
}

function createTalk(scripts: Script[], states: ConversationState): Talk {
  const drafts = states.createProperty<Drafts>('drafts');
  const dialogs = new DialogSet(states.createProperty<DialogState>('dialogs'));
  for (const script of scripts) dialogs.add(new ScriptDialog(script, drafts));
  return { dialogs, drafts, scripts: new Map(scripts.map((script) => [script.name, script])) };
}

async function route(talk: Talk, dc: DialogContext): Promise<void> {
  const { message } = turnOf(dc.context);
  if (dropsVanished(talk, dc)) return open(dc, [say('talk.changed')]);
  const word = message.utterance.kind === 'text' ? globalWord(message.utterance.text) : undefined;
  if (word) return obey(word, talk, dc);
  if (reopens(message.utterance, talk, dc)) return leave(talk, dc).then(() => open(dc));
  if (!dc.activeDialog) return open(dc, isTap(message.utterance) ? [say('talk.oldButton')] : unread(message.utterance));
  if (isIdle(dc)) return goOn(talk, dc);
  await dc.continueDialog();
}

/** Begins the menu, after what is said first. */
export async function open(dc: DialogContext, said: Said[] = []): Promise<void> {
  add(turnOf(dc.context), said);
  await dc.beginDialog(MENU);
}

/** Leaves whatever is going on; answers given so far are kept as a draft. */
export async function leave(talk: Talk, dc: DialogContext): Promise<void> {
  const drafts = await talk.drafts.get(dc.context, {});
  for (const { id, state } of dc.stack) {
    if (!talk.scripts.get(id)?.noDraft && state.place.asked.length > 0) drafts[id] = state.place;
  }
  await dc.cancelAllDialogs(true);
}

// A script that a newer version of us no longer has would fail every message of its people from now on.
function dropsVanished(talk: Talk, dc: DialogContext): boolean {
  const known = dc.stack.filter(({ id, state }) => talk.dialogs.find(id) && state?.place);
  if (known.length === dc.stack.length) return false;
  dc.stack.length = 0;
  return true;
}

// Buttons of a script that is always open are obeyed wherever the talk stands; other old buttons are the open question's to answer.
function reopens(utterance: Utterance, { scripts }: Talk, dc: DialogContext): boolean {
  const tap = utterance.kind === 'tap' ? readTap(utterance.id) : undefined;
  return tap !== undefined && scripts.get(tap.script)?.alwaysOpen === true && dc.activeDialog?.id !== tap.script;
}

function isTap(utterance: Utterance): boolean {
  return utterance.kind === 'tap';
}

function unread(utterance: Utterance): Said[] {
  if (utterance.kind !== 'unreadable') return [];
  return [say(utterance.what === 'audio' ? 'talk.noAudio' : 'talk.cannotRead')];
}

function isIdle(dc: DialogContext): boolean {
  return turnOf(dc.context).world.now.getTime() - placeOf(dc).since > IDLE_MS;
}
const IDLE_MS = 24 * 3600 * 1000;

// A late answer never feeds the question it was not meant for: she is asked whether to go on.
async function goOn(talk: Talk, dc: DialogContext): Promise<void> {
  const active = dc.activeDialog?.id ?? '';
  if (!talk.scripts.get(active)?.noDraft) {
    await dc.beginDialog(RESUME);
    return;
  }
  await leave(talk, dc);
  const [draft] = Object.keys(await talk.drafts.get(dc.context, {}));
  if (active === RESUME && draft) await dc.beginDialog(draft);
  else await open(dc);
}
