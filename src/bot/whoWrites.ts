import type { DialogContext } from 'botbuilder-dialogs';
import { checkInSaid } from '../replies/checkInCode';
import { globalWord } from '../replies/globalWords';
import { readIntent } from '../replies/intent';
import { entryCodeSaid, newPinAsked } from '../replies/secretSaid';
import { meantBy, nameSaid, saysOther } from '../replies/whoWrites';
import type { Known } from '../script/steps';
import { PROOF } from './scriptDialog';
import { leave, open, type Talk } from './talk';
import { turnOf } from './turnContext';

/** Answers whoever says or has to say who she is before anything else she wrote is taken up; true: that was it. */
export async function looksWhoWrites(talk: Talk, dc: DialogContext): Promise<boolean> {
  const { world, message } = turnOf(dc.context);
  if (!talk.scripts.has(WHO)) return false;
  const text = message.utterance.kind === 'text' ? message.utterance.text : undefined;
  if (text !== undefined && saysOther(text) && dc.activeDialog?.id !== WHO) return asOther(talk, dc);
  if (text !== undefined && world.shared && (await switches(text, talk, dc))) return true;
  const isAsked = dc.activeDialog?.id === WHO || dc.activeDialog?.id === PROOF;
  if (!world.mayBeAnother || isAsked || (text !== undefined && isForAnybody(text))) return false;
  return ask(talk, dc, text);
}

/** Answers an instructor who brings a code of the team, or wants a PIN; true: that was it. */
export async function looksAtProof(talk: Talk, dc: DialogContext): Promise<boolean> {
  const { unit, message } = turnOf(dc.context);
  if (message.utterance.kind !== 'text' || !talk.scripts.has(PROOF)) return false;
  const { text } = message.utterance;
  const code = entryCodeSaid(text);
  if (code) unit.blanked.push(message.seq);
  if (!code && !newPinAsked(text)) return false;
  await leave(talk, dc);
  await dc.beginDialog(PROOF, { known: code ? { secret: code } : { wants: 'pin' }, fresh: true });
  return true;
}

/** The script that asks who writes. */
const WHO = 'whoWrites';

// Where one is known, who says that she is another need not say whether she is that one.
async function asOther(talk: Talk, dc: DialogContext): Promise<boolean> {
  const { desk, speaker } = turnOf(dc.context).world;
  const people = await desk.people();
  if (people.length !== 1 || !speaker) return ask(talk, dc);
  await leave(talk, dc);
  await desk.speakAs(undefined);
  await open(dc);
  return true;
}

async function ask(talk: Talk, dc: DialogContext, text?: string): Promise<boolean> {
  const { world } = turnOf(dc.context);
  if ((await world.desk.people()).length === 0) return false;
  const under = dc.activeDialog?.id;
  const known: Known = {
    ...(world.speaker && { before: world.speaker.personId }),
    ...(under && !talk.scripts.get(under)?.alwaysOpen && { under }),
    ...(text !== undefined && asked(text)),
  };
  await leave(talk, dc);
  await dc.beginDialog(WHO, { known, fresh: true });
  return true;
}

// What she asked for is hers once it is known who she is.
function asked(text: string): Known {
  const code = checkInSaid(text);
  if (code) return { next: { name: 'checkIn', known: { code } } };
  const choice = readIntent(text);
  return choice ? { next: { name: 'menu', known: { choice } } } : {};
}

async function switches(text: string, talk: Talk, dc: DialogContext): Promise<boolean> {
  const { desk } = turnOf(dc.context).world;
  const words = nameSaid(text);
  const isMenu = !dc.activeDialog || talk.scripts.get(dc.activeDialog.id)?.alwaysOpen;
  if (!words || !isMenu) return false;
  const [one, ...more] = meantBy(words, await desk.people());
  if (!one) return false;
  if (more.length > 0) return ask(talk, dc);
  await leave(talk, dc);
  await desk.speakAs(one.personId);
  await open(dc);
  return true;
}

// Help, a person or another language are for anybody.
function isForAnybody(text: string): boolean {
  const word = globalWord(text)?.word;
  return word !== undefined && word !== 'menu';
}
