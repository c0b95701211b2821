import { walkInsIn } from '../../src/replies/walkIn';
import { quickest } from '../setup/quickest';
import { roster } from './roster';

const short = (text: string) => {
  const found = walkInsIn(text, roster);
  const people = found?.walkIns.map(({ names, document, status }) =>
    [
      `${names.first} ${names.last}`.trim(),
      document && `${document.type} ${document.number}`,
      status === 'late' && 'late',
    ]
      .filter(Boolean)
      .join(', '),
  );
  return found && { people, rest: found.rest };
};

test.each([
  ['llegó Carmen Díaz CC 123', ['Carmen Díaz, CC 123']],
  ['también vino Carmen Díaz', ['Carmen Díaz']],
  ['Tambien vino carmen diaz', ['Carmen Diaz']],
  ['vino una señora nueva, Carmen Díaz, cédula 52.123.456', ['Carmen Díaz, CC 52123456']],
  ['Vino una señora nueva: Carmen Díaz. ', ['Carmen Díaz']],
  ['llegó la señora Carmen Abril', ['Carmen Abril']],
  ['llegó doña Carmen Abril', ['Carmen Abril']],
  ['llegaron Carmen Abril y Nora Luna', ['Carmen Abril', 'Nora Luna']],
  [
    'llegaron Carmen Abril CC 52123456 y Nora Luna ppt 1234567',
    ['Carmen Abril, CC 52123456', 'Nora Luna, PPT 1234567'],
  ],
  [
    'hoy vinieron también Carmen Abril, c.c. 52.123.456, Nora Luna y Sofía Toro',
    ['Carmen Abril, CC 52123456', 'Nora Luna', 'Sofía Toro'],
  ],
  ['Carmen Abril CC 123 también vino', ['Carmen Abril, CC 123']],
  ['Carmen Abril también llegó y no está en la lista', ['Carmen Abril']],
  ['llegó tarde Carmen Abril, cédula 52123456', ['Carmen Abril, CC 52123456, late']],
  ['agregue a Carmen Abril', ['Carmen Abril']],
  ['nueva: Carmen Abril 52123456', ['Carmen Abril, CC 52123456']],
  ['vino una nueva que se llama Carmen', ['Carmen']],
  ['llegó Carmen Abril 3001234567', ['Carmen Abril']],
  ['Carmen Díaz showed up too, ID 123', ['Carmen Díaz, CC 123']],
  ['Carmen Abril also came', ['Carmen Abril']],
  ['a new lady came, Carmen Abril, ID 52123456', ['Carmen Abril, CC 52123456']],
  ['Carmen Abril came, she is not on the list', ['Carmen Abril']],
  ['add Carmen Abril', ['Carmen Abril']],
  ['también vino M. Fernanda Duque', ['M Fernanda Duque']],
  ['también vino Nora Bueno', ['Nora Bueno']],
  ['vino Carmen Abril con pasaporte AB123456', ['Carmen Abril, PA AB123456']],
])('%s', (text, people) => {
  expect(short(text)?.people).toEqual(people);
});

test.each([
  ['todas menos 3; también vino Carmen Abril', ['Carmen Abril'], 'todas menos 3'],
  ['todas menos 3 y 7, y también vino Carmen Abril CC 123', ['Carmen Abril, CC 123'], 'todas menos 3, 7'],
  ['vinieron todas y Carmen Abril CC 52123456', ['Carmen Abril, CC 52123456'], 'vinieron todas'],
  ['faltó Rosa Ortiz. Llegó Carmen Abril', ['Carmen Abril'], 'faltó Rosa Ortiz'],
  ['llegaron Carmen Abril y Elsa Duarte', ['Carmen Abril'], 'vino elsa duarte'],
])('%s: the rest is read as ever', (text, people, rest) => {
  expect(short(text)).toEqual({ people, rest });
});

test.each([
  'llegó tarde la 3',
  'llegó Rosa',
  'llegó Elsa Duarte',
  'llegó Elsa Duarte CC 52123456',
  'vino Beatriz',
  'llegó la profesora nueva',
  'llegó el material',
  'llegaron tarde 3 y 4',
  'todas',
  'vinieron todas',
  'no vino Carmen Abril',
  'faltó Carmen Abril',
  'Carmen Abril no vino',
  '¿llegó Carmen Abril?',
  'no hay problema',
  'hoy llegó mucha gente',
  'llegó un señor a preguntar por la clase',
  'llegué tarde',
  'también faltó Marta',
  'también faltó Carmen Abril',
  'Carmen Abril tiene excusa también',
  'vinieron del uno al diez',
  'everybody except Julia came',
  'all good, everyone came',
  'soy Ana Ruiz CC 39.111.222',
  'las mismas de ayer y también las demás',
  'cancelar',
  'guardar',
  'Carmen Abril',
  '1, 2 y Carmen Abril',
  'la 52 llegó tarde',
])('nobody new: %s', (text) => {
  expect(walkInsIn(text, roster)).toBeUndefined();
});

test('long texts are read in no time', () => {
  for (const text of [
    'llegó '.repeat(160),
    'Carmen Abril y '.repeat(66),
    'cc 1 '.repeat(190),
    'y '.repeat(490),
    '1 '.repeat(490),
    'dos mil '.repeat(25),
  ]) {
    expect(quickest(() => walkInsIn(text, roster))).toBeLessThan(100);
  }
});
