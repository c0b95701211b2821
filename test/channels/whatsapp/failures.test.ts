import { type FailureKind, failureKind } from '../../../src/channels/whatsapp/failures';

test.each<[number | undefined, FailureKind]>([
  [131026, 'unreachable'],
  [130497, 'unreachable'],
  [131047, 'window'],
  [131049, 'held_back'],
  [131050, 'held_back'],
  [131042, 'account'],
  [190, 'account'],
  [131056, 'throttled'],
  [130429, 'throttled'],
  [131009, 'ours'],
  [132001, 'ours'],
  [131000, 'other'],
  [7_777_777, 'other'],
  [undefined, 'other'],
])('a failure with the code %s is %s', (code, kind) => {
  expect(failureKind(code)).toBe(kind);
});
