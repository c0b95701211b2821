import type { Storage, StoreItems } from 'botbuilder';
import type { UnitOfWork } from './unitOfWork';

/**
 * Bot Framework's storage over the units of work now running. Reads answer from the turn's own unit, writes go into
 * it; what is in it becomes durable when the turn commits, together with the replies and the services' rows.
 */
export function createTurnStorage(): TurnStorage {
  const running = new Map<string, UnitOfWork>();
  return {
    open: (unit) => running.set(storageKey(unit.conversationId), unit),
    close: (unit) => running.delete(storageKey(unit.conversationId)),
    async read(keys) {
      return Object.fromEntries(keys.map((key) => [key, unitOf(running, key).state]));
    },
    async write(changes: StoreItems) {
      for (const [key, { eTag: _, ...state }] of Object.entries(changes)) unitOf(running, key).state = state;
    },
    async delete(keys) {
      for (const key of keys) unitOf(running, key).state = {};
    },
  };
}

export type TurnStorage = Storage & { open: (unit: UnitOfWork) => void; close: (unit: UnitOfWork) => void };

/** The channel id all our activities carry: one conversation of ours is one document, whatever channel it came by. */
export const CHANNEL_ID = 'relevo';

// The key ConversationState makes of an activity: channelId/conversations/conversationId/
function storageKey(conversationId: string): string {
  return `${CHANNEL_ID}/conversations/${conversationId}/`;
}

function unitOf(running: Map<string, UnitOfWork>, key: string): UnitOfWork {
  const unit = running.get(key);
  if (!unit)
    throw new Error(
      `Conversation state was touched outside its turn (key ${key.split('/')[1]}): await everything in a dialog.`,
    );
  return unit;
}
