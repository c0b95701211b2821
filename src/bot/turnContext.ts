import type { TurnContext } from 'botbuilder';
import type { MessageTurn } from './unitOfWork';

const TURN = Symbol('relevo.turn');

/** Hands our own turn through Bot Framework's context. */
export function attachTurn(context: TurnContext, turn: MessageTurn): void {
  context.turnState.set(TURN, turn);
}

/** Our own turn of a context; only contexts made by `TurnAdapter` have one. */
export function turnOf(context: TurnContext): MessageTurn {
  return context.turnState.get(TURN);
}
