import type { DialogContext } from 'botbuilder-dialogs';
import { answerTo } from '../../dialogs/passingQuestions';
import type { Utterance } from '../domain/talk';
import { readIntent } from '../replies/intent';
import { isQuestion, type PassingQuestion, passingQuestion } from '../replies/passingQuestion';
import { question } from '../script/place';
import { read } from '../script/read';
import { say } from '../script/say';
import { isSecret, placeOf, ScriptDialog, scriptTurn } from './scriptDialog';
import { open, type Talk } from './talk';
import { turnOf } from './turnContext';
import { add } from './unitOfWork';

/**
 * Answers what she asks in passing ("¿eso tiene costo?") where it is no answer to the open question, which is then asked
 * again. Gives whether that was all there was to do.
 */
export async function answersInPassing(utterance: Utterance, talk: Talk, dc: DialogContext): Promise<boolean> {
  const asked = utterance.kind === 'text' ? passingQuestion(utterance.text) : undefined;
  if (!asked || utterance.kind !== 'text') return false;
  const dialog = dc.activeDialog && talk.dialogs.find(dc.activeDialog.id);
  if (!(dialog instanceof ScriptDialog) || dialog.script.alwaysOpen) return outOfTheBlue(asked, dc);
  if (!isUnread(dialog, dc)) return false;
  const said = answerTo(asked, placeOf(dc).known, turnOf(dc.context).world);
  if (said.length > 0) await dialog.again(dc, { said, briefly: true });
  return said.length > 0;
}

/**
 * Says who can answer what we cannot: a question that is no answer to ours, of whoever takes or seeks a class. Gives
 * whether it was one.
 */
export async function admitsNotKnowing(utterance: Utterance, talk: Talk, dc: DialogContext): Promise<boolean> {
  const { speaker } = turnOf(dc.context).world;
  const isStaff = speaker?.roles.some((role) => role !== 'caregiver') ?? false;
  if (utterance.kind !== 'text' || isStaff || !isQuestion(utterance.text) || readIntent(utterance.text)) return false;
  const dialog = dc.activeDialog && talk.dialogs.find(dc.activeDialog.id);
  if (!(dialog instanceof ScriptDialog) || isSecret(dialog.script, placeOf(dc)) || !isUnread(dialog, dc)) return false;
  await dialog.again(dc, { said: [say('asked.team')], briefly: true });
  return true;
}

function isUnread({ script }: ScriptDialog, dc: DialogContext): boolean {
  const place = placeOf(dc);
  const asked = question(script, place.at);
  return asked !== undefined && read({ script, asked, place, turn: scriptTurn(dc) }).kind === 'unread';
}

// Nothing is open, or the menu: what is a wish besides goes its way after the answer. Thanks end a talk, and begin none.
async function outOfTheBlue(asked: PassingQuestion, dc: DialogContext): Promise<boolean> {
  // When her own class is, the menu can tell better.
  if (asked === 'hello' || asked === 'back' || asked === 'when') return false;
  if (asked === 'wait') {
    add(turnOf(dc.context), [say('asked.wait')]);
    return true;
  }
  if (asked === 'thanks' || asked === 'ok') {
    add(turnOf(dc.context), [say('asked.thanksEnd')]);
    return true;
  }
  const { world } = turnOf(dc.context);
  const isOfHers = asked === 'where' && world.speaker !== undefined;
  const said = answerTo(asked, isOfHers ? { classes: await world.desk.myClasses() } : {}, world);
  if (said.length === 0) return false;
  await dc.cancelAllDialogs(true);
  // The classes she would be shown are for her, not for the other one; where hers are has been said.
  await open(dc, said, { deaf: isOfHers || (asked === 'another' && world.speaker !== undefined) });
  return true;
}
