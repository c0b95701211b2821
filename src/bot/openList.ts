import type { DialogContext } from 'botbuilder-dialogs';
import { whereNow } from '../../dialogs/attendanceWhere';
import type { Utterance } from '../domain/talk';
import { attendanceSaid } from '../replies/attendanceSaid';
import { readIntent } from '../replies/intent';
import { placeOf, ScriptDialog } from './scriptDialog';
import { leave, open, type Talk } from './talk';
import { turnOf } from './turnContext';

/**
 * Shows an instructor who asks for the list that is open already where she is; what she has told of it stands. Before she
 * has told anything she begins anew, and may choose another class. Gives whether that was it.
 */
export async function showsOpenList(utterance: Utterance, talk: Talk, dc: DialogContext): Promise<boolean> {
  const dialog = dc.activeDialog && talk.dialogs.find(dc.activeDialog.id);
  if (!(dialog instanceof ScriptDialog) || dialog.script.name !== 'attendance' || !asksForList(utterance)) return false;
  const said = whereNow(placeOf(dc).known, turnOf(dc.context).world);
  if (said.length > 0) await dialog.again(dc, { said });
  else await leave(talk, dc).then(() => open(dc));
  return true;
}

/** Whether she asks for the list, and says nothing of anybody on it. */
function asksForList(utterance: Utterance): boolean {
  if (utterance.kind !== 'text' || attendanceSaid(utterance.text) !== undefined) return false;
  const wish = readIntent(utterance.text)?.wish;
  return wish === 'attendance' || wish === 'my_list';
}
