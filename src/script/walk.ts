import { formQuestion, formShown } from './forms';
import { forget, freshPlace, question } from './place';
import { read } from './read';
import { type Said, say } from './say';
import { sentence } from './sentences';
import type { Ask, BackTo, Known, Option, Outcome, Place, Script, ScriptTurn, Step, Titled } from './steps';

/** Begins a script; the message that began it may already answer its first question (`hearsOpening`). */
export function begin(script: Script, turn: ScriptTurn, known: Known = {}, hearing = true): Promise<Outcome> {
  return walk({ script, turn, place: freshPlace(known), said: [], hearing });
}

/** Gives a reply to the question the script stands at, and walks on. */
export async function reply(script: Script, at: Place, turn: ScriptTurn): Promise<Outcome> {
  const place = copy(at);
  const ofForm = formQuestion(place, turn.utterance, turn.world.now);
  const asked = question(script, ofForm ?? place.at);
  if (!asked) return walk({ script, turn, place, said: [say('talk.changed')] });
  const reading = read({ script, asked, place, turn, isItsForm: ofForm !== undefined });
  if (reading.kind === 'repeated') return { said: [], place: at, silent: true };
  if (reading.kind === 'stale') return walk({ script, turn, place, said: [say('talk.oldButton')] });
  if (reading.kind === 'unread') {
    place.tries += 1;
    const wayOut = place.tries >= 2 ? [say('talk.wayOut')] : [];
    return walk({ script, turn, place, said: [reading.again, ...wayOut], asked: { name: asked.name, unread: true } });
  }
  learnAnswer(place, asked.name, reading.value);
  if (turn.utterance.kind === 'text') Object.assign(place.known, asked.tells?.(turn.utterance.text, place.known));
  if (ofForm) delete place.form;
  return walk({ script, turn, place, said: [] });
}

/** Goes back one question; at the first one it says so and asks again. */
export function back(script: Script, at: Place, turn: ScriptTurn): Promise<Outcome> {
  const place = copy(at);
  const last = questionBefore(script, place, turn);
  if (last === undefined) return walk({ script, turn, place, said: [say('talk.firstQuestion')] });
  forget(script, place, last);
  place.tries = 0;
  return walk({ script, turn, place, said: [] });
}

/** How a question is asked again: what is said first, and whether in short to her who has just read it. */
export type Again = { said?: Said[]; briefly?: boolean };

/** Asks the question again where the script stands. */
export function repeat(
  script: Script,
  at: Place,
  turn: ScriptTurn,
  { said = [], briefly }: Again = {},
): Promise<Outcome> {
  return walk({ script, turn, place: copy(at), said, ...(briefly && { asked: { name: at.at, unread: false } }) });
}

// The last one answered that stands before the open one and would be asked again: while one answer is being corrected,
// those after it are no way back.
function questionBefore(script: Script, { asked, at, known }: Place, { world }: ScriptTurn): string | undefined {
  const order = script.steps.flatMap((step) => (step.kind === 'ask' ? [step.name] : []));
  const open = order.indexOf(at);
  return asked.findLast((name) => {
    const step = question(script, name);
    const isBefore = open < 0 || order.indexOf(name) < open;
    return step && isBefore && (step.when?.(known, world) ?? true);
  });
}

/** `hearing`: the first question may still take the message that began the script; `asked`: the question she has before her, `unread` where it did not take her answer. */
type Walk = {
  script: Script;
  turn: ScriptTurn;
  place: Place;
  said: Said[];
  hearing?: boolean;
  asked?: { name: string; unread: boolean };
};

// From the top every time, over what is known: so a step can be added, moved or renamed between two messages of one person.
async function walk(going: Walk): Promise<Outcome> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const outcome = await once(going);
    if (outcome !== 'again') return sealed(outcome, going.script);
  }
  throw new Error(`Script "${going.script.name}" goes in circles: its backTo never lets go on. Mend the script.`);
}
const MOST_ROUNDS = 5;

// The place is kept in the conversation's state: of what was secret it holds only that it was said.
function sealed(outcome: Outcome, { steps }: Script): Outcome {
  for (const step of steps) {
    const known = outcome.place?.known;
    if (step.kind === 'ask' && step.secret && typeof known?.[step.name] === 'string') known[step.name] = true;
  }
  return outcome;
}

async function once(going: Walk): Promise<Outcome | 'again'> {
  for (const step of going.script.steps) {
    const outcome = await take(step, going);
    if (outcome) return outcome;
  }
  return { said: going.said, result: going.place.known };
}

async function take(step: Step<Known>, going: Walk): Promise<Outcome | 'again' | undefined> {
  const { place, turn, said } = going;
  const { known } = place;
  if ('when' in step && step.when && !step.when(known, turn.world)) {
    if (step.kind === 'learn') delete known[step.name];
    return undefined;
  }
  switch (step.kind) {
    case 'ask':
      return known[step.name] === undefined ? ask(step, going) : undefined;
    case 'tell':
      if (place.told.includes(step.name)) return undefined;
      place.told.push(step.name);
      said.push(...[step.say(known, turn.world)].flat());
      return undefined;
    case 'learn':
      if (known[step.name] === undefined) known[step.name] = (await step.find(known, turn.world)) ?? null;
      return undefined;
    case 'act':
      if (known[step.name] !== undefined) return undefined;
      known[step.name] = (await step.run(known, turn.world, turn.message)) ?? null;
      place.asked = []; // what is done cannot be walked back over
      return undefined;
    case 'stopWhen': {
      const file = step.file?.(known, turn.world);
      const told = [...said, ...[step.say?.(known, turn.world) ?? []].flat()];
      return { said: told, result: known, ...(file && { file }) };
    }
    case 'backTo':
      return backTo(step, going);
    case 'goTo': {
      const goTo = step.script(known, turn.world);
      return goTo && { said, goTo };
    }
  }
}

function backTo(step: BackTo<Known>, { script, place }: Walk): 'again' | undefined {
  const name = step.question(place.known);
  if (name === undefined) return undefined;
  const kept = step.keep?.(place.known);
  for (const each of [name, ...step.forget]) forget(script, place, each);
  Object.assign(place.known, kept);
  // What she answered by way of another question is the last that "atrás" takes back.
  for (const [each, value] of Object.entries(kept ?? {})) {
    if (value !== null && value !== undefined && question(script, each)) place.asked.push(each);
  }
  if (step.heardAnew) place.told = place.told.filter((mark) => mark !== heardMark(name));
  return 'again';
}

async function ask(step: Ask<Known, string>, going: Walk): Promise<Outcome | undefined> {
  const { place, turn, said } = going;
  if (hears(step, place, turn)) return undefined;
  const isAgain = going.asked?.name === step.name;
  place.offered = await offered((isAgain && step.optionsAgain) || step.options, place, turn);
  if (going.hearing && step.hearsOpening) {
    going.hearing = false;
    // She has not seen the choices yet: what she types cannot be a number among them.
    const seen = turn.utterance.kind === 'text' ? [] : place.offered;
    const heard = read({ script: going.script, asked: step, place: { ...place, offered: seen }, turn });
    if (heard.kind === 'read') {
      learnAnswer(place, step.name, heard.value);
      return undefined;
    }
  }
  if (place.at !== step.name) place.tries = 0;
  place.at = step.name;
  place.nonce = turn.nonce;
  place.since = turn.world.now.getTime();
  const question = [wording(step, going)(place.known, turn.world)].flat();
  const form = await formShown(step, place, { script: going.script.name, turn, insteadOf: question.length });
  const shown = { ...(step.open && { open: step.open }), ...(step.asks && { asks: step.asks }), ...(form && { form }) };
  return { said: [...said, ...question], place, options: place.offered, ...shown };
}

function wording({ name, say: whole, sayBriefly, sayAgain }: Ask<Known, string>, { asked }: Walk) {
  if (asked?.name !== name) return whole;
  return (asked.unread && sayAgain) || sayBriefly || whole;
}

// Taken once: whoever goes back to it, or corrects it, is asked.
function hears({ name, heard }: Ask<Known, string>, { known, asked, told }: Place, { world }: ScriptTurn): boolean {
  const mark = heardMark(name);
  const value = told.includes(mark) ? undefined : heard?.(known, world);
  if (value === undefined) return false;
  known[name] = value;
  asked.push(name);
  told.push(mark);
  return true;
}

const heardMark = (question: string) => `heard ${question}`;

async function offered(options: Ask<Known, string>['options'], place: Place, turn: ScriptTurn): Promise<Option[]> {
  const titled = (await options?.(place.known, turn.world)) ?? [];
  return titled.map((option) => optionIn(turn.world.locale, option));
}

function optionIn(locale: string, { id, title, detail }: Titled): Option {
  return { id, title: spoken(locale, title), ...(detail !== undefined && { detail: spoken(locale, detail) }) };
}

function spoken(locale: string, text: Said | string): string {
  return typeof text === 'string' ? text : sentence(locale, text);
}

function learnAnswer(place: Place, name: string, value: Known[string]): void {
  place.known[name] = value ?? null;
  place.asked.push(name);
  place.answered = name;
  place.tries = 0;
}

function copy(place: Place): Place {
  return { ...place, known: { ...place.known }, asked: [...place.asked], told: [...place.told] };
}
