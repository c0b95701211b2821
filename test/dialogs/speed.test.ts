import { scripts } from '../../dialogs/all';
import { freshPlace } from '../../src/script/place';
import { read } from '../../src/script/read';
import type { Known, ScriptTurn, World } from '../../src/script/steps';
import { quickest } from '../setup/quickest';

const world = { locale: 'es', timeZone: 'America/Bogota', now: new Date(), today: '2026-11-18' } as World;
const known: Known = {
  document: { type: 'PA' },
  sites: Array.from({ length: 45 }, (_, n) => ({ id: `s${n}`, name: `Manzana ${n}`, locality: 'Bosa' })),
  sessions: [{ sessionId: 'x' }],
  roster: Array.from({ length: 60 }, (_, n) => ({
    number: n + 1,
    personId: `p${n}`,
    firstNames: `Rosa ${n}`,
    lastNames: 'Díaz',
  })),
};
const offered = Array.from({ length: 10 }, (_, n) => ({ id: `o${n}`, title: `Taller número ${n}` }));
const texts = [
  'dos mil '.repeat(25),
  'dos mil '.repeat(512),
  'a'.repeat(4096),
  '1'.repeat(4096),
  'la 3, '.repeat(680),
  'todas menos '.repeat(340),
  '👩🏽‍🦽'.repeat(400),
  'ﷺ'.repeat(4096),
  '\u0301'.repeat(4096),
];
const asks = scripts.flatMap((script) =>
  script.steps.flatMap((step) => (step.kind === 'ask' ? [{ name: `${script.name}.${step.name}`, script, step }] : [])),
);

// Number words once blocked a process for nine seconds (botbuilder's recognizers); nothing anybody can type may do that here.
test.each(asks)('whatever is typed at $name is read at once', ({ script, step }) => {
  const place = { ...freshPlace(known), at: step.name, offered };
  for (const text of texts) {
    const turn: ScriptTurn = {
      world,
      nonce: 'n',
      utterance: { kind: 'text', text },
      message: { text, messageId: 'm', sentAt: new Date() },
    };
    const isQuick = quickest(() => read({ script, asked: step, place, turn })) < 50;
    expect([text.slice(0, 12), isQuick]).toEqual([text.slice(0, 12), true]);
  }
});
