import type { MarkStatus } from '../../../src/domain/marks';
import { type WhoCame, whoCame } from '../../../src/replies/whoCame';
import { complete } from '../../../src/replies/whoCame/complete';
import { roster } from '../roster';

/** What she wrote and answered, each answer put into what was there before; "–" where an answer does not help. */
function talk(...messages: string[]): { read: WhoCame; helped: boolean[] } {
  const [first = '', ...answers] = messages;
  let read = whoCame(first, roster);
  const helped = answers.map((answer) => {
    const next = read.ok ? undefined : complete(read.unfinished, answer, roster);
    read = next ?? read;
    return next !== undefined;
  });
  return { read, helped };
}

function absent(read: WhoCame, status: MarkStatus = 'absent'): number[] | undefined {
  if (!read.ok) return undefined;
  return read.marks.filter((mark) => mark.status === status).map(({ personId }) => Number(personId.slice(1)));
}

test.each([
  ['todas menos Rosa', '18', [18]],
  ['todas menos Rosa', 'la 18', [18]],
  ['todas menos Rosa', 'Rosa Ortiz', [18]],
  ['todas menos Rosa', 'la Ortiz', [18]],
  ['todas menos Rosa', '18. Rosa Ortiz', [18]],
  ['todas menos Rosa', 'es la dieciocho', [18]],
  ['todas menos Rosa', 'no, perdón: la 18', [18]],
  ['todas menos Rosa', 'la última', [18]],
  ['todas menos Rosa', 'la primera', [3]],
  ['todas menos Rosa', 'la 18 no vino', [18]],
  ['todas menos Rosa', '3 y 18', [3, 18]],
  ['todas menos Rosa', 'ninguna', []],
  ['todas menos Rosa', 'no está en la lista', []],
  ['todas menos Rosa y la 5', 'faltaron la 18 y la 5', [5, 18]],
  ['todas menos Rosa y la 5', 'todas menos la 18 y la 9', [9, 18]],
  ['todas menos Rosa y 77', '18 y 7', [7, 18]],
  ['todas menos Rosa y 77', '18, la 77 no está', [18]],
  ['todas menos Zoila y 77', '8 y 9', [8, 9]],
  ['todas menos Zoila', 'Zoila es la 8', [8]],
  ['todas menos tres', '3, 7 y 9', [3, 7, 9]],
  ['faltaron 3', 'la 3', [3]],
  ['faltaron 2', 'Helena y la 5', [5, 9]],
  ['vinieron 18', 'faltaron 3 y 7', [3, 7]],
  ['faltaron 2', 'faltaron 2, la 1 y la 2', [1, 2]],
  ['todas menos 3; 3 vino', 'faltó', [3]],
  ['todas menos 3; 3 vino', 'la 3 sí vino', []],
  ['faltaron Ana Lucía Beatriz', 'sí', [1, 2]],
  ['todas menos 3. la 9 anda rara', 'la 9 excusa', [3]],
  ['todas menos 3. la 9 anda rara', 'omitir', [3]],
])('%j, then %j', (first, answer, expected) => {
  const { read } = talk(first, answer);
  expect(read.ok ? absent(read) : read.unclear).toEqual(expected);
});

test.each([
  ['todas menos Rosa', 'la 5'],
  ['todas menos Rosa', 'la 5 no vino'],
  ['todas menos Rosa', 'la 18 sí vino'],
  ['todas menos Rosa', 'no sé'],
  ['todas menos Rosa', '¿cuál?'],
  ['todas menos Rosa', 'la segunda o la tercera'],
  ['todas menos Rosa', 'todas'],
  ['todas menos Rosa y la 8', '3 y 5'],
  ['todas menos Rosa y la 8', 'vinieron 3 y 18'],
  ['faltaron 3', '3'],
  ['faltaron 3', '7 y 9'],
  ['vinieron 18', 'faltaron 3, 7 y 9'],
  ['todas menos 3; 3 vino', 'sí'],
  ['todas menos 3; 3 vino', 'la 4 faltó'],
  ['todas menos 3; 3 vino', 'no vino la 3 y la 4 tampoco'],
])('%j is not helped by %j', (first, answer) => {
  expect(talk(first, answer)).toMatchObject({ read: { ok: false }, helped: [false] });
});

test('each answer closes what it is about, and only the rest stays open', () => {
  const { read } = talk('todas menos Rosa y Zoila; 5 tarde', 'la 18');
  expect(read).toMatchObject({ ok: false, unclear: [{ kind: 'no_such_name', text: 'Zoila' }] });
  const next = talk('todas menos Rosa y Zoila; 5 tarde', 'la 18', '9').read;
  expect([absent(next), absent(next, 'late')]).toEqual([[9, 18], [5]]);
});

test('what is left out is told', () => {
  const { read } = talk('todas menos Rosa, Zoila y 77', '18', 'la 77 no está', 'omitir');
  expect(read.ok && [absent(read), [...read.left].sort()]).toEqual([[18], ['77', 'Zoila']]);
});

test('the same name twice is asked about one after the other', () => {
  const { read } = talk('todas menos Rosa; Rosa llegó tarde', 'la 18', 'la 4');
  expect([absent(read), absent(read, 'late')]).toEqual([[18], [4]]);
});
