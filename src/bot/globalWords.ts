import type { DialogContext } from 'botbuilder-dialogs';
import type { GlobalWord } from '../replies/globalWords';
import { question } from '../script/place';
import { type Said, say } from '../script/say';
import { languageOf } from '../script/sentences';
import type { Again } from '../script/walk';
import { choosesLanguage } from './languageHeard';
import { placeOf, RESUME, ScriptDialog } from './scriptDialog';
import { leave, open, type Talk } from './talk';
import { turnOf } from './turnContext';
import { add } from './unitOfWork';

/** Does what a word means that is understood everywhere, whatever question is open. */
export async function obey({ word, language, silent }: GlobalWord, talk: Talk, dc: DialogContext): Promise<void> {
  switch (word) {
    case 'menu':
      await leave(talk, dc);
      return open(dc);
    case 'back':
      return back(talk, dc);
    case 'help':
      return again(talk, dc, { said: [helpHere(talk, dc)], briefly: true });
    case 'cancel':
      return cancel(talk, dc);
    case 'person':
      return askForPerson(talk, dc);
    case 'language':
      return switchLanguage(talk, dc, language);
    case 'leave':
      if (silent) await writeNoMore(dc);
      await forgetAll(talk, dc);
      return add(turnOf(dc.context), [say(silent ? 'reminders.off' : 'talk.goodbye')]);
  }
}

async function back(talk: Talk, dc: DialogContext): Promise<void> {
  const dialog = activeScript(talk, dc);
  if (!dialog) return open(dc);
  if (dc.activeDialog?.id === RESUME) return again(talk, dc);
  await dialog.back(dc);
}

async function again(talk: Talk, dc: DialogContext, again: Again = {}): Promise<void> {
  const dialog = activeScript(talk, dc);
  if (!dialog) return open(dc, again.said);
  await dialog.again(dc, again);
}

function helpHere(talk: Talk, dc: DialogContext): Said {
  const dialog = activeScript(talk, dc);
  return (dialog && question(dialog.script, placeOf(dc).at)?.help) ?? say('talk.help');
}

async function cancel(talk: Talk, dc: DialogContext): Promise<void> {
  if (dc.stack.some(({ id }) => talk.scripts.get(id)?.isWaiting)) await turnOf(dc.context).world.desk.nudgeNoMore();
  const wasBusy = dc.stack.some(({ id }) => id !== 'menu');
  await dc.cancelAllDialogs(true);
  return open(dc, wasBusy ? [say('talk.cancelled')] : [], { deaf: wasBusy });
}

async function askForPerson(talk: Talk, dc: DialogContext): Promise<void> {
  const { world } = turnOf(dc.context);
  const script = dc.activeDialog?.id;
  await world.desk.askForPerson(script ? { script, question: placeOf(dc).at } : {});
  return again(talk, dc, { said: [say('talk.person')], briefly: true });
}

async function switchLanguage(talk: Talk, dc: DialogContext, asked: string | undefined): Promise<void> {
  const { world, unit } = turnOf(dc.context);
  world.locale = asked ?? (languageOf(world.locale) === 'es' ? 'en' : 'es');
  unit.locale = world.locale;
  await choosesLanguage(talk, dc);
  return again(talk, dc, { said: [say('talk.languageSet')] });
}

async function writeNoMore(dc: DialogContext): Promise<void> {
  const { desk } = turnOf(dc.context).world;
  await desk.wantReminders(false);
  await desk.wantNudges(false);
}

async function forgetAll(talk: Talk, dc: DialogContext): Promise<void> {
  const left = [...dc.stack.map(({ id }) => id), ...Object.keys(await talk.drafts.get(dc.context, {}))];
  if (left.some((id) => talk.scripts.get(id)?.isWaiting)) await turnOf(dc.context).world.desk.nudgeNoMore();
  await dc.cancelAllDialogs(true);
  await talk.drafts.set(dc.context, {});
  await talk.asides.set(dc.context, []);
  const { world } = turnOf(dc.context);
  if (world.channel !== 'web') return;
  await world.desk.forget();
  world.speaker = undefined;
}

function activeScript(talk: Talk, dc: DialogContext): ScriptDialog | undefined {
  const dialog = dc.activeDialog && talk.dialogs.find(dc.activeDialog.id);
  return dialog instanceof ScriptDialog ? dialog : undefined;
}
