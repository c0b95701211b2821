import { undo } from '../../dialogs/undo';
import { say } from '../../src/script/say';
import { sentence } from '../../src/script/sentences';
import type { Desk } from '../../src/services/desk';
import { openTalk } from '../script/talk';

test('who must prove that it is she is told that nothing was undone, and goes on to the proof and back', async () => {
  const desk = { undoLast: async () => ({ ok: false, why: 'unproven' }) } as unknown as Desk;
  const speaker = { personId: 'p1', firstNames: 'Marta', lastNames: 'Ruiz', roles: ['instructor' as const] };
  const { lines, goTo } = await openTalk(undo, { desk, speaker }).begin('deshacer');
  expect(lines).toEqual([sentence('es', say('undo.unproven'))]);
  expect(goTo).toEqual({ name: 'proof', known: { next: 'undo' } });
});
