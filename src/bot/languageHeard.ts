import type { DialogContext } from 'botbuilder-dialogs';
import { isPlainlyEnglish } from '../replies/english';
import { globalWord } from '../replies/globalWords';
import { spanishWords } from '../replies/spanish';
import { say } from '../script/say';
import { type Language, languageOf } from '../script/sentences';
import { placeOf } from './scriptDialog';
import type { Talk } from './talk';
import { turnOf } from './turnContext';
import { add } from './unitOfWork';

/** What is known of the language she wants: whether she has chosen it, or how often in a row she wrote in another one. */
export type Tongue = { chosen?: true; times?: number };

/** Follows the language she plainly writes in, unless she has chosen one herself: her browser's may be another's choice. */
export async function hearsLanguage(talk: Talk, dc: DialogContext): Promise<void> {
  const turn = turnOf(dc.context);
  const { unit, world, message } = turn;
  const { utterance } = message;
  if (utterance.kind !== 'text' || globalWord(utterance.text)?.word === 'language') return;
  const heard = languageIn(utterance.text, offeredIn(dc));
  const tongue = await talk.tongue.get(dc.context, {});
  if (!heard || tongue.chosen) return;
  const isOther = heard.language !== languageOf(world.locale);
  const times = isOther ? (tongue.times ?? 0) + (heard.isSure ? ENOUGH : 1) : 0;
  await talk.tongue.set(dc.context, times > 0 && times < ENOUGH ? { times } : {});
  if (times < ENOUGH) return;
  world.locale = heard.language;
  unit.locale = heard.language;
  add(turn, [say('talk.languageHeard')]);
}
const ENOUGH = 2;

/** Notes that she has chosen a language: what she writes later is not taken for another choice. */
export async function choosesLanguage(talk: Talk, dc: DialogContext): Promise<void> {
  await talk.tongue.set(dc.context, { chosen: true });
}

// One word may be a courtesy or a name: it takes two such messages in a row.
function languageIn(text: string, offered: string[]): { language: Language; isSure: boolean } | undefined {
  if (isPlainlyEnglish(text)) return { language: 'en', isSure: true };
  const spanish = spanishWords(text, offered);
  return spanish > 0 ? { language: 'es', isSure: spanish > 1 } : undefined;
}

function offeredIn(dc: DialogContext): string[] {
  const { offered } = placeOf(dc) ?? {};
  return offered?.flatMap(({ title, detail = '' }) => [title, detail]) ?? [];
}
