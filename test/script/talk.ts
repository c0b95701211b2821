import type { Utterance } from '../../src/domain/talk';
import { say } from '../../src/script/say';
import { sentence } from '../../src/script/sentences';
import type { Known, Outcome, Place, Script, ScriptTurn, Speaker } from '../../src/script/steps';
import { tapId } from '../../src/script/tap';
import { back, begin, repeat, reply } from '../../src/script/walk';
import type { Desk } from '../../src/services/desk';

/** One talk of one person with a script and nothing around it: no database, no channel. Each message is `pause` ms after the last. */
export function openTalk(script: Script, { desk = nobody, speaker = undefined as Speaker | undefined } = {}) {
  let place: Place | undefined;
  let now = Date.parse('2026-11-18T15:30:00Z');
  let count = 0;
  let locale = 'es';
  let running = script;

  function turn(utterance: Utterance): ScriptTurn {
    count += 1;
    const text = utterance.kind === 'text' ? utterance.text : utterance.kind === 'tap' ? utterance.title : '';
    const at = { now: new Date(now), today: '2026-11-18', timeZone: 'America/Bogota' };
    const world = { desk, ...at, locale, channel: 'whatsapp' as const, speaker };
    return { world, utterance, nonce: `n${count}`, message: { text, messageId: `m${count}`, sentAt: new Date(now) } };
  }

  function settle(outcome: Outcome) {
    // As the bot keeps it: through JSON.
    place = outcome.place && (JSON.parse(JSON.stringify(outcome.place)) as Place);
    return { ...outcome, lines: outcome.said.map((each) => sentence(locale, each)) };
  }

  const send = async (utterance: Utterance) => settle(await reply(running, standing(), turn(utterance)));
  const standing = () => {
    if (!place) throw new Error('The script has ended.');
    return place;
  };
  const text = (words: string): Utterance => ({ kind: 'text', text: words });

  return {
    begin: async (opening = 'hola', known: Known = {}) => settle(await begin(running, turn(text(opening)), known)),
    says: (words: string) => send(text(words)),
    sends: send,
    /** Taps a choice of the question as it is shown now, or of `where` else. */
    taps: (option: string, where: { question?: string; nonce?: string; script?: string } = {}) => {
      const { at, nonce } = standing();
      const id = tapId({ script: running.name, question: at, nonce, ...where, option });
      return send({ kind: 'tap', id, title: option });
    },
    back: async () => settle(await back(running, standing(), turn(text('atrás')))),
    repeat: async (briefly = false) =>
      settle(await repeat(running, standing(), turn(text('ayuda')), { said: [say('talk.help')], briefly })),
    place: standing,
    waits: (milliseconds: number) => {
      now += milliseconds;
    },
    speaks: (language: string) => {
      locale = language;
    },
    /** A new version of the script is deployed while she is in it. */
    deploy: (version: Script) => {
      running = version;
    },
  };
}

// A talk that needs no desk must not touch one.
const nobody = new Proxy({} as Desk, {
  get: (_, name) => {
    throw new Error(`The script used the desk's ${String(name)}.`);
  },
});
