import type { MarkStatus } from '../../../src/domain/marks';
import { correction } from '../../../src/replies/whoCame/correction';
import { roster } from '../roster';

// Read back to her: 7 absent, 3 late, everybody else present.
const told = roster.map((line) => {
  const mark: MarkStatus = line.number === 7 ? 'absent' : line.number === 3 ? 'late' : 'present';
  return { ...line, mark };
});

test.each([
  ['no, la 7 sí vino', '7 present'],
  ['No. La 7 sí vino', '7 present'],
  ['7 vino', '7 present'],
  ['la 7 no faltó', '7 present'],
  ['ay no, perdón, la 7 llegó tarde', '7 late'],
  ['sí, pero la 9 no vino', '9 absent'],
  ['también faltó Helena', '9 absent'],
  ['la 8 tampoco vino', '8 absent'],
  ['cambie la 7 a tarde', '7 late'],
  ['la 3 llegó a tiempo', '3 present'],
  ['la 7 con excusa, cita médica', '7 excused'],
  ['era la 8, no la 7', '7 present 8 absent'],
  ['no era la 7 sino la 8', '7 present 8 absent'],
  ['no fue la 7, fue la 8', '7 present 8 absent'],
  ['Helena en vez de Flor', '7 present 9 absent'],
  ['la 7 no, la 8', '7 present 8 absent'],
  ['it was 8, not 7', '7 present 8 absent'],
  ['la 7 vino y la 8 no', '7 present 8 absent'],
])('%j changes %s', (text, expected) => {
  const read = correction(text, told);
  const marks = read.ok ? read.marks.filter(({ named }) => named) : [];
  expect(marks.map(({ personId, status }) => `${personId.slice(1)} ${status}`).join(' ')).toBe(expected);
});

test.each([
  'la 9',
  'también la 9',
  'falta una',
  'guardar',
  'era la 8, no la 9',
  'la 8 no, la 3',
  'no',
  'está mal',
  'la 77 no vino',
  'la 7 y la 8',
  'quite a la 7',
])('%j changes nothing', (text) => {
  expect(correction(text, told).ok).toBe(false);
});
