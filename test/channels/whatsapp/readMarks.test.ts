import { createReadMarks } from '../../../src/channels/whatsapp/readMarks';
import { textFrom } from '../../setup/inbound';

let now = 0;
let isBusy = false;
let asked: [string, boolean][] = [];
let counted: string[] = [];
let answer: (isTaken: boolean) => void = () => {};
let holds = false;

beforeEach(() => {
  [now, isBusy, holds, asked, counted] = [0, false, false, [], []];
  jest.useFakeTimers();
});
afterEach(() => jest.useRealTimers());

function marks() {
  return createReadMarks({
    graph: {
      read: (messageId, isTyping) => {
        asked.push([messageId, isTyping]);
        return holds
          ? new Promise((resolve) => {
              answer = resolve;
            })
          : Promise.resolve(true);
      },
    },
    isBusy: () => isBusy,
    count: (result) => counted.push(result),
    now: () => now,
  });
}
const wrote = (phone: string, messageId: string) => textFrom(phone, 'hola', { messageId });
const wait = (ms: number) => jest.advanceTimersByTimeAsync(ms);

test('somebody whose answer takes a moment sees that it is being written; of several messages the newest is marked', async () => {
  const ours = marks();
  ours.received([wrote('573001', 'a')]);
  ours.received([wrote('573001', 'b'), wrote('573002', 'c')]);
  await wait(249);
  expect(asked).toEqual([]);
  await wait(1);
  expect(asked).toEqual([
    ['b', true],
    ['c', true],
  ]);
  expect(counted).toEqual(['typing', 'typing']);
});

test('an answer that has left meanwhile is followed by no "typing", which would stay for 25 seconds', async () => {
  const ours = marks();
  ours.received([wrote('573001', 'a'), wrote('573002', 'b')]);
  ours.answered({ phone: '573001' });
  await wait(250);
  expect(asked).toEqual([
    ['a', false],
    ['b', true],
  ]);
  expect(counted).toEqual(['read', 'typing']);
});

test('whoever is known by an id as well is one person', async () => {
  const ours = marks();
  const from = [
    { kind: 'bsuid' as const, value: 'CO.1' },
    { kind: 'phone' as const, value: '573001' },
  ];
  ours.received([textFrom('', 'hola', { messageId: 'a', from })]);
  ours.answered({ bsuid: 'CO.1' });
  ours.received([wrote('573001', 'b')]);
  await wait(250);
  expect(asked).toEqual([['b', false]]);
});

test('one person gets one mark in five seconds', async () => {
  const ours = marks();
  for (const [at, id] of [
    [0, 'a'],
    [1000, 'b'],
    [4999, 'c'],
    [5000, 'd'],
  ] as const) {
    now = at;
    ours.received([wrote('573001', id)]);
    await wait(300);
  }
  expect(asked.map(([id]) => id)).toEqual(['a', 'd']);
});

test('marks are dropped while messages wait, and past four at once', async () => {
  const ours = marks();
  isBusy = true;
  ours.received([wrote('573001', 'a')]);
  await wait(250);
  expect(asked).toEqual([]);
  isBusy = false;
  holds = true;
  ours.received(['2', '3', '4', '5', '6'].map((n) => wrote(`57300${n}`, n)));
  await wait(250);
  expect(asked).toHaveLength(4);
  expect(counted).toEqual(['dropped', 'dropped']);
  answer(false);
  await wait(0);
  expect(counted).toEqual(['dropped', 'dropped', 'failed']);
});

test('other channels have no such marks', async () => {
  const ours = marks();
  ours.received([textFrom('x', 'hola', { channel: 'web' })]);
  await wait(250);
  expect(asked).toEqual([]);
});

test('closed, it asks nothing more', async () => {
  const ours = marks();
  ours.received([wrote('573001', 'a')]);
  ours.close();
  await wait(1000);
  expect(asked).toEqual([]);
});
