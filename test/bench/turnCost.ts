import { ActivityTypes } from 'botbuilder';
import { scripts } from '../../dialogs/all';
import { createBot } from '../../src/bot/router';
import { TurnAdapter } from '../../src/bot/turnAdapter';
import { createTurnStorage } from '../../src/bot/turnStorage';
import { emptyBubble, type MessageTurn, type UnitOfWork } from '../../src/bot/unitOfWork';
import { readConfig } from '../../src/config';
import type { World } from '../../src/script/steps';
import type { Desk } from '../../src/services/desk';

/** CPU microseconds a turn: Bot Framework's bare context with one reply, and ours with router, dialog, script and state. */
export type TurnCost = { bareMicros: number; botMicros: number; ratio: number };

/** Measures both in this process, in memory; the best of several rounds, because the machine is shared. */
export async function turnCost(turns = 8_000, rounds = 5): Promise<TurnCost> {
  const bare = bareTurns();
  const bot = botTurns();
  await bare(turns);
  await bot(turns);
  let bareMicros = Number.POSITIVE_INFINITY;
  let botMicros = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    bareMicros = Math.min(bareMicros, await cpuMicros(() => bare(turns), turns));
    botMicros = Math.min(botMicros, await cpuMicros(() => bot(turns), turns));
  }
  return { bareMicros, botMicros, ratio: botMicros / bareMicros };
}

async function cpuMicros(work: () => Promise<void>, turns: number): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / turns;
}

function bareTurns(): (turns: number) => Promise<void> {
  const adapter = new TurnAdapter();
  return async (turns) => {
    for (let n = 0; n < turns; n += 1) {
      const turn = messageTurn({ conversationId: 'bare', state: {}, replies: [], locale: null, blanked: [] }, 'hola');
      await adapter.work(turn, async (context) => {
        await context.sendActivity({ type: ActivityTypes.Message, text: 'Hola' });
      });
    }
  };
}

// A caregiver who begins to register, goes back, changes the language and leaves: every turn reads, walks, says and saves.
const TALK = ['hola', 'inscribirme', 'sí', 'Ana Pérez', 'atrás', 'Ana María Pérez', 'ayuda', 'menú'];

function botTurns(): (turns: number) => Promise<void> {
  const adapter = new TurnAdapter();
  const storage = createTurnStorage();
  const bot = createBot(scripts, storage, { lines: readConfig({}).lines, told: () => {} });
  return async (turns) => {
    let state: UnitOfWork['state'] = {};
    for (let n = 0; n < turns; n += 1) {
      const text = TALK[n % TALK.length] ?? '';
      if (n % TALK.length === 0) state = {};
      const unit: UnitOfWork = {
        conversationId: 'bot',
        state: JSON.parse(JSON.stringify(state)),
        replies: [],
        blanked: [],
        locale: null,
      };
      storage.open(unit);
      await adapter.work(messageTurn(unit, text), bot);
      storage.close(unit);
      if (unit.replies.length !== 1) throw new Error(`"${text}" had ${unit.replies.length} replies instead of one.`);
      state = unit.state;
    }
  };
}

function messageTurn(unit: UnitOfWork, text: string): MessageTurn {
  const now = new Date();
  const message = {
    seq: '1',
    messageId: 'm',
    sentAt: now,
    receivedAt: now,
    attempts: 0,
    utterance: { kind: 'text' as const, text },
  };
  return { unit, message, nonce: 'aaaaaa', bubble: emptyBubble(), world: world(now) };
}

// The database is measured elsewhere: here its answers are at hand.
const desk = { keepConsent: async () => {}, sites: async () => [], askForPerson: async () => {} } as unknown as Desk;

function world(now: Date): World {
  return {
    desk,
    now,
    today: '2026-11-21',
    timeZone: 'America/Bogota',
    locale: 'es',
    channel: 'whatsapp',
    speaker: undefined,
  };
}
