import type { Reply, WaitingMessage } from '../db/turns';
import type { FormSent, Outbound } from '../domain/talk';
import type { Said } from '../script/say';
import { languageOf, sentence } from '../script/sentences';
import type { Outcome, World } from '../script/steps';
import { tapId } from '../script/tap';

/**
 * What one turn gathers in memory and commits at its end: the conversation's state and the replies. Bot Framework's
 * storage and adapter write here and nowhere else, so a turn that throws leaves nothing.
 */
export type UnitOfWork = {
  conversationId: string;
  state: { [key: string]: unknown };
  replies: Reply[];
  locale: string | null;
  /** Messages whose words are blanked in the turn's own commit. */
  blanked: string[];
};

/** One message being worked: what the router and the dialogs share besides Bot Framework's own context. */
export type MessageTurn = {
  unit: UnitOfWork;
  message: WaitingMessage;
  world: World;
  nonce: string;
  bubble: Bubble;
  /** The script she was at, or came to; what is said counts as said in it. */
  task?: string;
};

/** The one bubble of a turn, as it fills up: sentences, and the choices of the question asked last. */
export type Bubble = { said: string[]; form?: FormInBubble } & Pick<
  Outbound,
  'choices' | 'open' | 'template' | 'asks' | 'file'
>;
/** `from`: where in what is said the words begin that its own stand in for. */
type FormInBubble = FormSent & { from: number };

/** A bubble with nothing in it yet. */
export function emptyBubble(): Bubble {
  return { said: [] };
}

/** Adds sentences to the bubble in the talk's language. */
export function add(turn: MessageTurn, said: Said[]): void {
  turn.bubble.said.push(...said.map((each) => sentence(turn.world.locale, each)));
}

/** Puts a question's choices, or its button to share something with, under the bubble; what was there before is replaced. */
export function offer(
  turn: MessageTurn,
  asked: { script: string; question: string },
  { options = [], open, asks, form }: Pick<Outcome, 'options' | 'open' | 'asks' | 'form'>,
): void {
  const { nonce, bubble, world } = turn;
  bubble.choices = options.map(({ id, title, detail }) => ({
    id: tapId({ ...asked, nonce, option: id }),
    title,
    ...(detail !== undefined && { detail }),
  }));
  if (open) bubble.open = sentence(world.locale, open);
  else delete bubble.open;
  if (asks) bubble.asks = asks;
  else delete bubble.asks;
  delete bubble.form;
  if (!form) return;
  const { locale } = world;
  const { name, say, insteadOf, token, data } = form;
  const said = { text: sentence(locale, say), open: sentence(locale, form.open) };
  bubble.form = { name, language: languageOf(locale), token, data, ...said, from: bubble.said.length - insteadOf };
}

/** The bubble as it leaves, or nothing if the turn had nothing to say. */
export function outbound({ bubble, world }: Pick<MessageTurn, 'bubble' | 'world'>): Outbound | undefined {
  const { said, choices, open, template, asks, file, form } = bubble;
  if (said.length === 0) return undefined;
  return {
    text: said.join('\n\n'),
    ...(world.channel === 'web' && { language: languageOf(world.locale) }),
    ...(choices?.length && { choices }),
    ...(open && { open }),
    ...(template && { template }),
    ...(asks && { asks }),
    ...(file && { file }),
    ...(form && { form: formOut(form, said) }),
  };
}

function formOut({ from, text, ...form }: FormInBubble, said: string[]): FormSent {
  return { ...form, text: [...said.slice(0, from), text].join('\n\n') };
}
