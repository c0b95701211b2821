import type { DialogContext } from 'botbuilder-dialogs';
import type { Utterance } from '../domain/talk';
import { readIntent } from '../replies/intent';
import { question } from '../script/place';
import { read } from '../script/read';
import { say } from '../script/say';
import { placeOf, ScriptDialog, scriptTurn } from './scriptDialog';
import type { Talk } from './talk';
import { turnOf } from './turnContext';

/**
 * "No más recordatorios" in the middle of something: done and said, and the open question, which it does not answer, is
 * asked again. Gives whether that was so; out of the blue it is for the menu.
 */
export async function notesReminders(utterance: Utterance, talk: Talk, dc: DialogContext): Promise<boolean> {
  if (utterance.kind !== 'text') return false;
  const wish = readIntent(utterance.text)?.wish;
  if (wish !== 'stop_reminders' && wish !== 'want_reminders') return false;
  const dialog = dc.activeDialog && talk.dialogs.find(dc.activeDialog.id);
  if (!(dialog instanceof ScriptDialog) || dialog.script.alwaysOpen) return false;
  const place = placeOf(dc);
  const asked = question(dialog.script, place.at);
  const isAnswer = asked && read({ script: dialog.script, asked, place, turn: scriptTurn(dc) }).kind !== 'unread';
  if (!asked || isAnswer) return false;
  const { desk } = turnOf(dc.context).world;
  const wanted = wish === 'want_reminders';
  await desk.wantReminders(wanted);
  await desk.wantNudges(wanted);
  await dialog.again(dc, { said: [say(wanted ? 'reminders.on' : 'reminders.off')], briefly: true });
  return true;
}
