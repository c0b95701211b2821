import { createLanes } from '../../../src/channels/whatsapp/lanes';
import type { ClaimedRow } from '../../../src/db/outbox';
import type { Priority } from '../../../src/domain/delivery';

const held = (id: string, conversationId: string, priority: Priority = 0) => ({
  row: {
    id,
    conversationId,
    priority,
    ...{ body: { text: 'x' }, resend: 'harmless' as const, attempts: 1, refusals: 0, to: {}, asTemplate: false },
    heardAt: null,
  } satisfies ClaimedRow,
  postBy: 0,
});

function order(lanes: ReturnType<typeof createLanes>): string[] {
  const ids: string[] = [];
  for (let next = lanes.next(); next; next = lanes.next()) {
    ids.push(next.row.id);
    lanes.shift(next.row.conversationId);
  }
  return ids;
}

test('answers go before urgent notices, and those before what can wait', () => {
  const lanes = createLanes();
  lanes.add(held('1', 'a', 2));
  lanes.add(held('2', 'b', 1));
  lanes.add(held('3', 'c', 0));
  lanes.add(held('4', 'd', 2));
  expect(order(lanes)).toEqual(['3', '2', '1', '4']);
});

test('one person’s messages stay in their order, whatever they are', () => {
  const lanes = createLanes();
  lanes.add(held('1', 'a', 2));
  lanes.add(held('2', 'a', 0));
  lanes.add(held('3', 'b', 0));
  expect(order(lanes).filter((id) => id !== '3')).toEqual(['1', '2']);
});

test('a lane under way is not handed out again before its first row has ended', () => {
  const lanes = createLanes();
  lanes.add(held('1', 'a'));
  lanes.add(held('2', 'a'));
  expect(lanes.next()?.row.id).toBe('1');
  expect(lanes.isWaiting()).toBe(false);
  expect(lanes.next()).toBeUndefined();
  expect(lanes.dropWaiting()).toEqual([]);
  lanes.shift('a');
  expect(lanes.next()?.row.id).toBe('2');
});

test('what waits is given back whole', () => {
  const lanes = createLanes();
  lanes.add(held('1', 'a', 2));
  lanes.add(held('2', 'a'));
  lanes.add(held('3', 'b'));
  expect(
    lanes
      .dropWaiting()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['1', '2', '3']);
  expect(lanes.size()).toBe(0);
});
