import type { DialogContext } from 'botbuilder-dialogs';
import type { Notice } from '../domain/notice';
import type { Utterance } from '../domain/talk';
import { languageOf } from '../script/sentences';
import { readTap } from '../script/tap';
import { begin } from '../script/walk';
import { placeOf, scriptTurn } from './scriptDialog';
import type { Aside, Talk } from './talk';
import { turnOf } from './turnContext';
import { add, offer } from './unitOfWork';

/**
 * Tells a notice by its script. Where nothing is going on the script is the talk from then on, so that what she types
 * answers it; else it is said beside the talk, which stands where it stood, and its buttons lead into it.
 */
export async function tell(notice: Notice, talk: Talk, dc: DialogContext): Promise<void> {
  const script = talk.scripts.get(notice.script);
  if (!script) return; // planned by a version that had it
  const turn = turnOf(dc.context);
  turn.task = script.name;
  const template = await script.template?.(notice.known, turn.world);
  if (template) turn.bubble.template = { ...template, language: languageOf(turn.world.locale) };
  if (isFree(talk, dc)) {
    await dc.cancelAllDialogs(true);
    await dc.beginDialog(script.name, { known: notice.known, fresh: true });
    return;
  }
  const outcome = await begin(script, scriptTurn(dc), notice.known);
  const { said, place } = outcome;
  add(turn, said);
  if (!place) return;
  offer(turn, { script: script.name, question: place.at }, outcome);
  const asides = await talk.asides.get(dc.context, []);
  asides.push({ script: script.name, place });
  asides.splice(0, asides.length - MOST_ASIDES);
}
const MOST_ASIDES = 5;

/** The question beside the talk that was tapped on, if it is one; it is asked no more. */
export async function tappedAside(utterance: Utterance, talk: Talk, dc: DialogContext): Promise<Aside | undefined> {
  const tap = utterance.kind === 'tap' ? readTap(utterance.id) : undefined;
  if (!tap) return undefined;
  const asides = await talk.asides.get(dc.context, []);
  const at = asides.findIndex(({ script, place }) => script === tap.script && place.nonce === tap.nonce);
  return at < 0 ? undefined : asides.splice(at, 1)[0];
}

// Nothing is going on where the menu waits, or a question that is not worth keeping was left an hour ago.
function isFree({ scripts }: Talk, dc: DialogContext): boolean {
  const since = dc.activeDialog ? placeOf(dc).since : 0;
  const isOld = turnOf(dc.context).world.now.getTime() - since > LEFT_MS;
  return dc.stack.every(({ id }) => scripts.get(id)?.alwaysOpen || (scripts.get(id)?.noDraft && isOld));
}
const LEFT_MS = 3600 * 1000;
