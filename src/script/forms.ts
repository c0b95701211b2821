import type { Utterance } from '../domain/talk';
import type { Ask, Known, Outcome, Place, ScriptTurn } from './steps';
import { tapId } from './tap';

/** How long a form is taken after it was shown last. */
const TAKEN_MS = 14 * 24 * 3_600_000;

/** The form of a question as it goes out, if it has one here; the place knows of it from then on. */
export async function formShown(
  { name, form }: Ask<Known, string>,
  place: Place,
  { script, turn, insteadOf }: { script: string; turn: ScriptTurn; insteadOf: number },
): Promise<Outcome['form']> {
  const { world, nonce } = turn;
  const asked = await form?.(place.known, world);
  if (!asked || !world.hasForm?.(asked.name)) return undefined;
  // Asked once more it is the same form: she may fill in whichever she opens.
  const isSame = place.form?.question === name;
  const token = isSame ? place.form?.token : undefined;
  place.form = {
    question: name,
    token: token ?? tapId({ script, question: name, nonce, option: 'form' }),
    since: world.now.getTime(),
  };
  return { ...asked, token: place.form.token, insteadOf };
}

/**
 * The question whose form this is the answer to: the one that was shown in this talk, once, and not too long ago. Some
 * phones leave the token out; then it can be no other.
 */
export function formQuestion({ form }: Place, utterance: Utterance, now: Date): string | undefined {
  if (utterance.kind !== 'form' || !form) return undefined;
  const { token = form.token } = utterance.form;
  return token === form.token && now.getTime() - form.since < TAKEN_MS ? form.question : undefined;
}
