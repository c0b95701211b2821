import type { DialogContext } from 'botbuilder-dialogs';
import { orderTo } from '../../dialogs/orders';
import type { Utterance } from '../domain/talk';
import { classOrder } from '../replies/classOrder';
import { readIntent } from '../replies/intent';
import { folded } from '../replies/text';
import type { Wish } from '../replies/wishes';
import { question } from '../script/place';
import { read } from '../script/read';
import { placeOf, scriptTurn } from './scriptDialog';
import type { Talk } from './talk';
import { turnOf } from './turnContext';

/**
 * Whether she asks for something else in place of an answer: what she wrote answers the open question in no way, and is
 * plainly a wish for another script. Wishes that are told in passing ("... una clase ...") do not count.
 */
export function asksElsewhere(utterance: Utterance, { scripts }: Talk, dc: DialogContext): boolean {
  const script = scripts.get(dc.activeDialog?.id ?? '');
  if (utterance.kind !== 'text' || !script || script.alwaysOpen) return false;
  const isInstructor = turnOf(dc.context).world.speaker?.roles.includes('instructor');
  const order = isInstructor ? classOrder(utterance.text) : undefined;
  const wish = readIntent(utterance.text)?.wish;
  const isForClasses = forClasses.has(folded(utterance.text).trim());
  const target = order ? orderTo(order, utterance.text).name : isForClasses ? 'enrolment' : wish && leadsTo[wish];
  if (!target || target === script.name || !scripts.has(target)) return false;
  const place = placeOf(dc);
  const asked = question(script, place.at);
  return asked !== undefined && read({ script, asked, place, turn: scriptTurn(dc) }).kind === 'unread';
}

// The very words we tell her to write.
const forClasses = new Set(['ver clases', 'classes', 'see classes']);

const leadsTo: Partial<Record<Wish, string>> = {
  register: 'registration',
  attendance: 'attendance',
  my_classes: 'myClasses',
  leave_class: 'myClasses',
  leave_line: 'myClasses',
  not_coming: 'notComing',
  see_data: 'rights',
  erase_data: 'rights',
  check_in_code: 'checkInCode',
  sheet: 'sheet',
  my_list: 'myList',
  who_missed: 'whoMissed',
  unmarked: 'unmarked',
  three_absences: 'missedThree',
};
