import type { Names } from '../../src/domain/names';
import { mayBeSamePerson } from '../../src/domain/namesake';

const names = (first: string, last: string): Names => ({ first, last });

test.each([
  [names('Rosa María', 'Díaz'), names('ROSA', 'DIAZ LOPEZ'), true],
  [names('Ana', 'de la Cruz'), names('Luz', 'de la Hoz'), false],
  [names('José', 'Núñez'), names('jose', ''), true],
  [names('Óscar', 'Peña'), names('Oscar', 'Ruiz'), true],
  [names('Ana', 'Ruiz'), names('Eva', 'Gil'), false],
])('%j and %j: %p', (one, other, may) => {
  expect(mayBeSamePerson(one, other)).toBe(may);
});
