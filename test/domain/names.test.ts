import { fullName, properCase, splitName } from '../../src/domain/names';

test.each([
  ['MARÍA PÉREZ', 'María Pérez'],
  ['maria perez', 'Maria Perez'],
  ['JUANA DE LA CRUZ', 'Juana de la Cruz'],
  ['Juana De La Cruz', 'Juana de la Cruz'],
  ['de la cruz', 'De la Cruz'],
  ['rosa MCDONALD', 'Rosa Mcdonald'],
  ['Rosa McDonald', 'Rosa McDonald'],
  ["ana o'neill", "Ana O'Neill"],
  ['ana-maría pérez', 'Ana-María Pérez'],
  ['ángela  ñáñez', 'Ángela Ñáñez'],
  ['jose ortega y gasset', 'Jose Ortega y Gasset'],
])('%j is written %j', (typed, proper) => {
  expect(properCase(typed)).toBe(proper);
});

test.each([
  ['Rosa', 'Rosa', ''],
  ['rosa gómez', 'Rosa', 'Gómez'],
  ['rosa gómez díaz', 'Rosa', 'Gómez Díaz'],
  ['rosa elena gómez díaz', 'Rosa Elena', 'Gómez Díaz'],
  ['ana luisa rosa gómez díaz', 'Ana Luisa Rosa', 'Gómez Díaz'],
  ['JUANA DE LA CRUZ', 'Juana', 'de la Cruz'],
  ['juana de la cruz díaz', 'Juana', 'de la Cruz Díaz'],
  ['maría del pilar gómez', 'María del Pilar', 'Gómez'],
  ['maría del pilar gómez ruiz', 'María del Pilar', 'Gómez Ruiz'],
  ['maria de los angeles gomez ruiz', 'Maria de los Angeles', 'Gomez Ruiz'],
  ['juan de dios pérez', 'Juan de Dios', 'Pérez'],
  ['maría del carmen', 'María del Carmen', ''],
  ['ana van der berg', 'Ana', 'van der Berg'],
  ['martha cecilia ruiz', 'Martha Cecilia', 'Ruiz'],
  ['MARTHA CECILIA RUIZ PEÑA', 'Martha Cecilia', 'Ruiz Peña'],
  ['adela muñoz vda de ruiz', 'Adela', 'Muñoz vda de Ruiz'],
  ['flor de maría cárdenas', 'Flor de María', 'Cárdenas'],
  ['ligia e. torres', 'Ligia E.', 'Torres'],
  ['', '', ''],
])('%j is split into first %j and last %j', (typed, first, last) => {
  expect(splitName(typed)).toEqual({ first, last });
});

test('a full name is one line, also with one name only', () => {
  expect(fullName({ first: 'Juana', last: 'de la Cruz' })).toBe('Juana de la Cruz');
  expect(fullName({ first: 'Rosa', last: '' })).toBe('Rosa');
});
