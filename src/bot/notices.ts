import type { DialogContext } from 'botbuilder-dialogs';
import { ELSE } from '../../dialogs/answers';
import type { Notice } from '../domain/notice';
import type { Utterance } from '../domain/talk';
import { folded } from '../replies/text';
import { question } from '../script/place';
import { type Read, read } from '../script/read';
import { say } from '../script/say';
import { languageOf } from '../script/sentences';
import type { Place, Script } from '../script/steps';
import { readTap } from '../script/tap';
import { begin } from '../script/walk';
import { IDLE_MS, placeOf, scriptTurn } from './scriptDialog';
import type { Aside, Talk } from './talk';
import { turnOf } from './turnContext';
import { add, type MessageTurn, offer } from './unitOfWork';
import { speaking } from './world';

/**
 * Tells a notice by its script. Where nothing is going on the script is the talk from then on, so that what she types
 * answers it; else it is said beside the talk, which stands where it stood. Its buttons lead into it as long as they are
 * there. Beside the talk it is too where it is for another one of those who write here: it says for whom.
 */
export async function tell(notice: Notice, talk: Talk, dc: DialogContext): Promise<void> {
  const script = talk.scripts.get(notice.script);
  if (!script) return; // planned by a version that had it
  const turn = turnOf(dc.context);
  turn.task = script.name;
  const { world } = turn;
  const isForAnother = await actFor(notice, turn);
  try {
    if (script.provenOnly && turn.world.speaker?.unproven) return tellOfProof(turn);
    const template = await script.template?.(notice.known, turn.world);
    if (template) turn.bubble.template = { ...template, language: languageOf(turn.world.locale) };
    if (!isForAnother && isFree(talk, dc)) await tellAsTalk(script, notice, talk, dc);
    else await tellBeside(script, notice, talk, dc);
    sayForWhom(turn);
  } finally {
    turn.world = world;
  }
}

// For this notice alone the turn is of the one it is for. Gives whether that is not who was writing.
async function actFor({ personId }: Notice, turn: MessageTurn): Promise<boolean> {
  const { world } = turn;
  if (!personId || personId === world.speaker?.personId) return false;
  const person = (await world.desk.people()).find((one) => one.personId === personId);
  if (!person) return false;
  const speaker = speaking(person, await world.desk.isProven(personId));
  turn.world = { ...world, desk: world.desk.actingFor(personId), speaker, shared: true };
  return true;
}

function tellOfProof(turn: MessageTurn): void {
  add(turn, [say('proof.waits')]);
  sayForWhom(turn);
}

function sayForWhom({ world, bubble, ...turn }: MessageTurn): void {
  if (!world.shared || !world.speaker || bubble.said.length === 0) return;
  const said = bubble.said.splice(0);
  add({ ...turn, world, bubble }, [say('who.for', { name: world.speaker.firstNames })]);
  bubble.said.push(...said);
}

async function tellAsTalk(script: Script, notice: Notice, talk: Talk, dc: DialogContext): Promise<void> {
  await dc.cancelAllDialogs(true);
  await dc.beginDialog(script.name, { known: notice.known, fresh: true });
  // She may go on with something else first.
  if (dc.activeDialog?.id === script.name) await keepAside(notice, placeOf(dc), talk, dc);
}

async function tellBeside(script: Script, notice: Notice, talk: Talk, dc: DialogContext): Promise<void> {
  const turn = turnOf(dc.context);
  const outcome = await begin(script, scriptTurn(dc), notice.known);
  const { said, place } = outcome;
  add(turn, said);
  if (!place) return;
  offer(turn, { script: script.name, question: place.at }, outcome);
  await keepAside(notice, place, talk, dc);
}

async function keepAside({ script, personId }: Notice, place: Place, talk: Talk, dc: DialogContext): Promise<void> {
  const asides = await talk.asides.get(dc.context, []);
  asides.push({ script, place: structuredClone(place), ...(personId && { personId }) });
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

/**
 * The question beside the talk that she answers in words, if it is what she was asked last: by the very title of one of
 * its buttons, or by words that are none of the open question's. It is asked no more.
 */
export async function typedAside(utterance: Utterance, talk: Talk, dc: DialogContext): Promise<Aside | undefined> {
  const asides = await talk.asides.get(dc.context, []);
  const latest = asides.at(-1);
  if (utterance.kind !== 'text' || !latest || latest.script === dc.activeDialog?.id) return undefined;
  const open = dc.activeDialog && placeOf(dc);
  if (open && open.since > latest.place.since) return undefined;
  const text = folded(utterance.text).trim();
  const isTitle = ({ offered }: Place): boolean => offered.some(({ title }) => folded(title) === text);
  const isIts = isTitle(latest.place) && !(open && isTitle(open));
  return isIts || saysOnlyTo(latest, talk, dc) ? asides.pop() : undefined;
}

function saysOnlyTo({ script, place, personId }: Aside, { scripts }: Talk, dc: DialogContext): boolean {
  const { speaker, now } = turnOf(dc.context).world;
  if (personId && personId !== speaker?.personId) return false;
  const said = readAt(scripts.get(script), place, dc);
  if (said?.kind !== 'read' || said.value === ELSE) return false;
  const open = dc.activeDialog && placeOf(dc);
  // Free words ("sí, sigamos") would pass for a name.
  if (!open || open.offered.length === 0 || now.getTime() - open.since > IDLE_MS) return true;
  return readAt(scripts.get(dc.activeDialog?.id ?? ''), open, dc)?.kind === 'unread';
}

function readAt(script: Script | undefined, place: Place, dc: DialogContext): Read | undefined {
  const asked = script && question(script, place.at);
  return asked && read({ script, asked, place, turn: scriptTurn(dc) });
}

// Nothing is going on where the menu waits, or a question that is not worth keeping was left an hour ago.
function isFree({ scripts }: Talk, dc: DialogContext): boolean {
  const since = dc.activeDialog ? placeOf(dc).since : 0;
  const isOld = turnOf(dc.context).world.now.getTime() - since > LEFT_MS;
  return dc.stack.every(({ id }) => scripts.get(id)?.alwaysOpen || (scripts.get(id)?.noDraft && isOld));
}
const LEFT_MS = 3600 * 1000;
