import { whoCame } from '../../../src/replies/whoCame';
import type { RosterLine } from '../../../src/services/desk';

function classOf(...names: string[]): RosterLine[] {
  return names.map((name, at) => {
    const [firstNames = '', lastNames = ''] = name.split(',');
    return { number: at + 1, personId: `p${at + 1}`, firstNames, lastNames };
  });
}

function absent(text: string, roster: RosterLine[]) {
  const read = whoCame(text, roster);
  return read.ok
    ? read.marks.filter(({ status }) => status === 'absent').map(({ personId }) => Number(personId.slice(1)))
    : read.unclear;
}

test('whoever is called Segunda is not taken for the second of the list', () => {
  const roster = classOf('Ana,Acosta', 'Blanca,Bernal', 'Segunda,Pérez');
  expect(absent('faltó la segunda', roster)).toEqual([{ kind: 'which', text: 'segunda', numbers: [2, 3] }]);
  expect(absent('faltó Segunda Pérez', roster)).toEqual([3]);
  expect(absent('faltó la segunda', classOf('Ana,Acosta', 'Blanca,Bernal'))).toEqual([2]);
});

const friends = classOf(
  'Guadalupe,Acosta',
  'Graciela,Bernal',
  'María Fernanda,Castro',
  'Francisco,Daza',
  'Yolanda,Espitia',
  'Carolina,Forero',
  'Blanca,Gil',
  'Carmen,Huertas',
  'Esperanza,Lara',
);

test.each([
  ['Lupe', 1],
  ['Lupita', 1],
  ['Chela', 2],
  ['Mafe', 3],
  ['Mafe Castro', 3],
  ['Pacho', 4],
  ['don Pachito', 4],
  ['Yoli', 5],
  ['Yolandita', 5],
  ['Caro', 6],
  ['Blanquita', 7],
  ['Carmencita', 8],
  ['Esperancita', 9],
  ['Yolamda', 5],
  ['Karolina', 6],
])('%s is known', (name, number) => {
  expect(absent(`faltó ${name}`, friends)).toEqual([number]);
});

test("a name that is somebody else's as much as a slip is asked", () => {
  expect(absent('faltó Paula', classOf('Paola,Mora'))).toEqual([{ kind: 'which', text: 'Paula', numbers: [1] }]);
  expect(absent('faltó Yaneth', classOf('Janeth,Mora'))).toEqual([1]);
});

test('who is called so exactly comes before whoever is called so in short', () => {
  expect(absent('faltó Lena', classOf('Elena,Mora', 'Lena,Díaz'))).toEqual([2]);
  expect(absent('faltó Anita', classOf('Ana,Mora', 'Anita,Díaz'))).toEqual([2]);
});

test('two who may be meant by a nickname are asked about', () => {
  const which = [{ kind: 'which', text: 'Caro', numbers: [1, 2] }];
  expect(absent('faltó Caro', classOf('Carolina,Mora', 'Carolina,Díaz'))).toEqual(which);
});

const sisters = classOf('Ana,Castro Ruiz', 'Eva,Castro Ruiz', 'Rosa,Díaz', 'Rosa,Mora', 'Luz,Castro Peña');

test.each([
  ['faltaron las dos Rosas', [3, 4]],
  ['faltaron las Rosas', [3, 4]],
  ['faltaron ambas Rosas', [3, 4]],
  ['faltaron las tres Castro', [1, 2, 5]],
  ['todas menos las gemelas Castro Ruiz', [1, 2]],
])('%j is all of them', (text, expected) => {
  expect(absent(text, sisters)).toEqual(expected);
});

test.each(['faltaron las Castro', 'faltaron las dos Castro', 'faltaron las gemelas Castro'])('%j is asked', (text) => {
  expect(absent(text, sisters)).toEqual([{ kind: 'which', text: 'Castro', numbers: [1, 2, 5] }]);
});

test.each([
  ['faltaron las primeras 2', [1, 2]],
  ['faltaron las dos últimas', [4, 5]],
  ['faltó la última', [5]],
  ['faltaron la primera y la penúltima', [1, 4]],
  ['faltaron de la 4 en adelante', [4, 5]],
  ['faltaron hasta la 2', [1, 2]],
])('%j is said by the places on the list', (text, expected) => {
  expect(absent(text, sisters)).toEqual(expected);
});

test('a number right after a name is of the same person', () => {
  const roster = classOf('Ana,Acosta', 'Blanca,Bernal', 'Elena,Castro', 'Rosa,Díaz', 'Rosa,Gil');
  expect(absent('faltó Elena la 3', roster)).toEqual([3]);
  expect(absent('faltó Rosa la 5', roster)).toEqual([5]);
  expect(absent('faltaron Elena número 3 y la 1', roster)).toEqual([1, 3]);
  expect(absent('faltó la Elena la 2', roster)).toEqual([{ kind: 'which', text: 'Elena la 2', numbers: [2, 3] }]);
});
