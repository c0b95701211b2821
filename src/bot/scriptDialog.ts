import type { StatePropertyAccessor, TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogReason, type DialogTurnResult } from 'botbuilder-dialogs';
import { question, refreshed } from '../script/place';
import { say } from '../script/say';
import type { Known, Outcome, Place, Script, ScriptTurn } from '../script/steps';
import { type Again, back, begin, repeat, reply } from '../script/walk';
import { turnOf } from './turnContext';
import { add, type MessageTurn, offer } from './unitOfWork';

/**
 * What a script dialog is begun with: answers it need not ask for; the place to go on from, where its question has been
 * asked already and the message answers it; `fresh`: whatever was left half-way before stays aside; `goesOn`: it is gone
 * on with, without asking; `deaf`: the message that led here is no answer to its first question.
 */
export type Begin = { known?: Known; place?: Place; fresh?: boolean; goesOn?: boolean; deaf?: boolean };
/** Places of scripts left half-way, by script; `of` whom, where that was known. */
export type Drafts = { [script: string]: (Place & { of?: string }) | undefined };

/** Runs one script as a Bot Framework dialog. Its state is the script's place, nothing else. */
export class ScriptDialog extends Dialog<Begin> {
  constructor(
    readonly script: Script,
    private readonly drafts: StatePropertyAccessor<Drafts>,
  ) {
    super(script.name);
  }

  override async beginDialog(dc: DialogContext, options?: Begin): Promise<DialogTurnResult> {
    if (this.mustProve(dc)) return this.askForProof(dc, options?.known);
    if (options?.place) return this.settle(dc, await reply(this.script, options.place, scriptTurn(dc)));
    const draft = options?.fresh ? undefined : await this.takeDraft(dc.context);
    if (!draft) return this.settle(dc, await begin(this.script, scriptTurn(dc), options?.known, !options?.deaf));
    const { known = {} } = options ?? {};
    keepPlace(dc, { ...draft, known: { ...draft.known, ...known } }, known);
    if (options?.goesOn) return this.again(dc);
    return dc.beginDialog(RESUME);
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    if (this.mustProve(dc)) return this.askForProof(dc);
    const { unit, message } = turnOf(dc.context);
    if (isSecret(this.script, placeOf(dc))) unit.blanked.push(message.seq);
    return this.settle(dc, await reply(this.script, placeOf(dc), scriptTurn(dc)));
  }

  /** The question "shall we go on?" above this dialog has been answered. */
  override async resumeDialog(dc: DialogContext, _reason: DialogReason, result?: Known): Promise<DialogTurnResult> {
    // What she came with now is no part of what she had left.
    if (result?.choice === 'start_over')
      return this.settle(dc, await begin(this.script, scriptTurn(dc), dc.activeDialog?.state.begunWith));
    if (result?.choice === 'later') return this.leaveForNow(dc);
    return this.again(dc);
  }

  private async leaveForNow(dc: DialogContext): Promise<DialogTurnResult> {
    keepDraft(await this.drafts.get(dc.context, {}), this.script.name, dc);
    add(turnOf(dc.context), [say('resume.bye')]);
    return dc.endDialog();
  }

  /** Asks the open question again, after what is said first; what was looked up is looked up anew. */
  async again(dc: DialogContext, said: Again = {}): Promise<DialogTurnResult> {
    return this.settle(dc, await repeat(this.script, refreshed(this.script, placeOf(dc)), scriptTurn(dc), said));
  }

  /** Goes back one question. */
  async back(dc: DialogContext): Promise<DialogTurnResult> {
    return this.settle(dc, await back(this.script, placeOf(dc), scriptTurn(dc)));
  }

  private mustProve({ context }: DialogContext): boolean {
    return this.script.provenOnly === true && turnOf(context).world.speaker?.unproven === true;
  }

  private askForProof(dc: DialogContext, along: Known = {}): Promise<DialogTurnResult> {
    return dc.replaceDialog(PROOF, { known: { next: this.script.name, along }, fresh: true });
  }

  private async settle(dc: DialogContext, outcome: Outcome): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    add(turn, outcome.said);
    await this.nudge(turn, outcome);
    if (outcome.place) {
      keepPlace(dc, outcome.place);
      offer(turn, { script: this.script.name, question: outcome.place.at }, outcome);
      return Dialog.EndOfTurn;
    }
    if (outcome.file) turn.bubble.file = outcome.file;
    if (outcome.goTo) {
      const { name, known = {}, goesOn } = outcome.goTo;
      return dc.replaceDialog(name, { known, ...(goesOn && { goesOn }) });
    }
    return dc.endDialog(outcome.result);
  }

  // Each answer puts off when she is told that it waits; its end makes it needless.
  private async nudge({ world, message }: MessageTurn, { place }: Outcome): Promise<void> {
    const { isWaiting, name } = this.script;
    if (!isWaiting || message.utterance.kind === 'notice') return;
    if (!place) await world.desk.nudgeNoMore();
    else if (isWaiting(place.known)) await world.desk.nudgeLater(name);
  }

  private async takeDraft(context: TurnContext): Promise<Place | undefined> {
    const drafts = await this.drafts.get(context, {});
    const draft = drafts[this.script.name];
    if (!draft) return undefined;
    // What one of several people had begun is not for another to finish.
    if (draft.of !== undefined && draft.of !== turnOf(context).world.speaker?.personId) return undefined;
    delete drafts[this.script.name];
    const age = turnOf(context).world.now.getTime() - draft.since;
    return age < DRAFT_KEPT_MS ? draft : undefined;
  }
}

/** Keeps the place of the dialog on top of the stack as that script's draft, of her who writes. */
export function keepDraft(drafts: Drafts, script: string, dc: DialogContext, place = placeOf(dc)): void {
  const of = turnOf(dc.context).world.speaker?.personId;
  drafts[script] = { ...place, ...(of && { of }) };
}

/** The script that asks "shall we go on where we were?"; its `choice` is 'go_on' or 'start_over'. */
export const RESUME = 'resume';
/** The script that asks an instructor to prove that it is she who writes, and then begins the script `next`. */
export const PROOF = 'proof';
/** After so long a silence nothing she writes is taken as an answer to the open question. */
export const IDLE_MS = 24 * 3600 * 1000;
const DRAFT_KEPT_MS = 14 * 24 * 3600 * 1000;

/** Whether the open question's answer is kept nowhere. */
export function isSecret(script: Script, place: Place): boolean {
  return question(script, place.at)?.secret === true;
}

/** The place of the dialog on top of the stack. */
export function placeOf(dc: DialogContext): Place {
  return dc.activeDialog?.state.place as Place;
}

function keepPlace(dc: DialogContext, place: Place, begunWith?: Known): void {
  if (dc.activeDialog) dc.activeDialog.state = { place, ...(begunWith && { begunWith }) };
}

/** This turn, as a script sees it. */
export function scriptTurn(dc: DialogContext): ScriptTurn {
  const { world, message, nonce } = turnOf(dc.context);
  const { utterance, messageId, sentAt } = message;
  const text = utterance.kind === 'text' ? utterance.text : utterance.kind === 'tap' ? utterance.title : '';
  return { world, nonce, utterance, message: { text, messageId, sentAt } };
}
