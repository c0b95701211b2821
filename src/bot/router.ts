import { ConversationState, type TurnContext } from 'botbuilder';
import type { DialogContext } from 'botbuilder-dialogs';
import type { HelpLines } from '../domain/helpLines';
import type { Utterance } from '../domain/talk';
import { checkInSaid } from '../replies/checkInCode';
import { type GlobalWord, globalWord } from '../replies/globalWords';
import { readIntent } from '../replies/intent';
import { folded } from '../replies/text';
import { type Said, say } from '../script/say';
import { languageOf } from '../script/sentences';
import type { Known, Script } from '../script/steps';
import { readTap } from '../script/tap';
import { unreadSaid } from '../script/unread';
import { dangerOf, sayWhoHelps } from './danger';
import { asksElsewhere } from './elsewhere';
import { takesForm, unasked } from './forms';
import { obey } from './globalWords';
import { handsOver } from './handover';
import { hearsLanguage } from './languageHeard';
import { tappedAside, tell, typedAside } from './notices';
import { showsOpenList } from './openList';
import { admitsNotKnowing, answersInPassing } from './passingQuestions';
import { notesReminders } from './remindersAside';
import { IDLE_MS, isSecret, placeOf, RESUME } from './scriptDialog';
import { type Aside, createTalk, leave, open, type Talk } from './talk';
import { activityOf } from './turnAdapter';
import { turnOf } from './turnContext';
import type { TurnStorage } from './turnStorage';
import { add, outbound } from './unitOfWork';
import { looksAtProof, looksWhoWrites } from './whoWrites';

/** The bot: what happens to one message, before, in and after the dialog. Built once; holds nothing of any turn. */
export type Bot = (context: TurnContext) => Promise<void>;

/** Who helps somebody in danger; `told` is told each time they have been named. */
export type Helpers = { lines: HelpLines; told: () => void };

/** Makes the bot of these scripts, over a storage that holds the running turns' states. */
export function createBot(scripts: Script[], storage: TurnStorage, { lines, told }: Helpers): Bot {
  const states = new ConversationState(storage);
  const talk = createTalk(scripts, states);
  return async (context) => {
    const dc = await talk.dialogs.createContext(context);
    const turn = turnOf(context);
    const before = taskOf(talk, dc);
    const danger = dangerOf(turn.message.utterance);
    if (danger) {
      sayWhoHelps(danger, lines, dc);
      told();
    } else {
      echo(talk, dc);
      await hearsLanguage(talk, dc);
      await route(talk, dc);
    }
    const task = turn.task ?? before ?? dc.stack[0]?.id;
    if (task !== undefined) turn.task = task;
    const bubble = outbound(turn);
    if (bubble) await context.sendActivity(activityOf(bubble));
    await states.saveChanges(context);
  };
}

// She sees what we took her to have said, so that a wrong hearing does not go on unseen.
function echo({ scripts }: Talk, dc: DialogContext): void {
  const turn = turnOf(dc.context);
  const { utterance } = turn.message;
  const script = dc.activeDialog && scripts.get(dc.activeDialog.id);
  if (script && placeOf(dc) && isSecret(script, placeOf(dc))) return;
  if (utterance.kind !== 'text' || !utterance.heard) return;
  const text = utterance.text.replace(/[*_~`\s]+/g, ' ').trim();
  add(turn, [say('talk.heard', { text: text.length > ECHOED ? `${text.slice(0, ECHOED)}…` : text })]);
}
const ECHOED = 300;

// What she is in the midst of; the menu is on the way to something.
function taskOf({ scripts }: Talk, { stack: [under] }: DialogContext): string | undefined {
  return under && !scripts.get(under.id)?.alwaysOpen ? under.id : undefined;
}

async function route(talk: Talk, dc: DialogContext): Promise<void> {
  const { message } = turnOf(dc.context);
  if (message.utterance.kind === 'notice') return tell(message.utterance, talk, dc);
  if (message.utterance.kind === 'joined') return greet(message.utterance.locale, dc);
  if (dropsVanished(talk, dc)) return open(dc, [say('talk.changed')]);
  if ((await takesForm(talk, dc)) || (await looksWhoWrites(talk, dc))) return;
  const word = globalWordOf(message.utterance, talk, dc);
  if (word) return obey(word, talk, dc);
  if (reopens(message.utterance, talk, dc)) return leave(talk, dc).then(() => open(dc));
  const aside = (await tappedAside(message.utterance, talk, dc)) ?? (await typedAside(message.utterance, talk, dc));
  if (aside) {
    await leave(talk, dc);
    await actFor(aside, dc);
    await dc.beginDialog(aside.script, { place: aside.place });
    return;
  }
  if ((await looksAtProof(talk, dc)) || (await handsOver(talk, dc))) return;
  const code = message.utterance.kind === 'text' ? checkInSaid(message.utterance.text) : undefined;
  if (code && talk.scripts.has(CHECK_IN)) return leave(talk, dc).then(() => begin(dc, CHECK_IN, { code }));
  if (dc.activeDialog?.id === ATTENDANCE && wantsUndone(message.utterance)) {
    return leave(talk, dc).then(() => begin(dc, UNDO, {}));
  }
  if (dc.activeDialog && isIdle(dc)) return goOn(talk, dc);
  if (await showsOpenList(message.utterance, talk, dc)) return;
  if (await notesReminders(message.utterance, talk, dc)) return;
  if (await answersInPassing(message.utterance, talk, dc)) return;
  if (!dc.activeDialog) return open(dc, unread(message.utterance));
  if (asksElsewhere(message.utterance, talk, dc)) return leave(talk, dc).then(() => open(dc));
  if (await admitsNotKnowing(message.utterance, talk, dc)) return;
  await dc.continueDialog();
}

// On a phone of several people a notice's buttons act for the one it was for: it is she who taps.
async function actFor({ personId }: Aside, dc: DialogContext): Promise<void> {
  const { world } = turnOf(dc.context);
  if (personId && personId !== world.speaker?.personId) await world.desk.speakAs(personId);
}

// Whoever opens the page again in mid-talk finds it as she left it.
async function greet(locale: string | undefined, dc: DialogContext): Promise<void> {
  if (dc.activeDialog) return;
  const { unit, world } = turnOf(dc.context);
  const spoken = locale && languageOf(locale);
  if (spoken && locale.startsWith(spoken) && !unit.locale) {
    world.locale = spoken;
    unit.locale = spoken;
  }
  return open(dc);
}

/** The script of somebody who says by a code that she is in class; a class does not wait for what she was at. */
const CHECK_IN = 'checkIn';
/** An instructor who has a list before her may first want the one before it undone. */
const [ATTENDANCE, UNDO] = ['attendance', 'undo'];

async function begin(dc: DialogContext, script: string, known: Known): Promise<void> {
  await dc.beginDialog(script, { known, fresh: true });
}

// A class may be called "Inglés": the title of a choice that is offered is that choice.
function globalWordOf(utterance: Utterance, talk: Talk, dc: DialogContext): GlobalWord | undefined {
  if (utterance.kind !== 'text') return undefined;
  const text = folded(utterance.text);
  const isOffered = dc.activeDialog && placeOf(dc).offered.some(({ title }) => folded(title) === text);
  const word = isOffered ? undefined : globalWord(utterance.text);
  // Where nothing is open there is no question to go back to: "undo" is what she did last.
  const isOpen = taskOf(talk, dc) !== undefined;
  return word?.word === 'back' && !isOpen && wantsUndone(utterance) ? undefined : word;
}

function wantsUndone(utterance: Utterance): boolean {
  return utterance.kind === 'text' && readIntent(utterance.text)?.wish === 'undo_marks';
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

// What is no words is answered even where nothing was asked; words and places open the menu, which may take them.
function unread(utterance: Utterance): Said[] {
  if (utterance.kind === 'tap') return [say('talk.oldButton')];
  return utterance.kind === 'text' || utterance.kind === 'location' ? [] : [unreadSaid(utterance)];
}

function isIdle(dc: DialogContext): boolean {
  return turnOf(dc.context).world.now.getTime() - placeOf(dc).since > IDLE_MS;
}

// A late answer never feeds the question it was not meant for: she is asked whether to go on.
async function goOn(talk: Talk, dc: DialogContext): Promise<void> {
  const { message, world } = turnOf(dc.context);
  if (message.utterance.kind === 'form') add(turnOf(dc.context), [unasked(world)]);
  const [under] = dc.stack;
  const active = dc.activeDialog?.id ?? '';
  if (!talk.scripts.get(active)?.noDraft) {
    await dc.beginDialog(RESUME);
    return;
  }
  await leave(talk, dc);
  if (active === RESUME && under) await dc.beginDialog(under.id);
  else await open(dc, isOldButton(message.utterance, talk) ? [say('talk.oldButton')] : []);
}

function isOldButton(utterance: Utterance, { scripts }: Talk): boolean {
  const tap = utterance.kind === 'tap' ? readTap(utterance.id) : undefined;
  return tap !== undefined && scripts.get(tap.script)?.alwaysOpen !== true;
}
