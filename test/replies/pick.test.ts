import fc from 'fast-check';
import { pick } from '../../src/replies/pick';

const classes = [
  { id: 'yoga', title: 'Yoga' },
  { id: 'sewing', title: 'Taller de costura' },
  { id: 'schoolTue', title: 'Bachillerato martes' },
  { id: 'schoolThu', title: 'Bachillerato jueves' },
];
const sites = [
  { id: 'a', title: 'Manitas' },
  { id: 'b', title: '20 de Julio' },
  { id: 'c', title: 'Santa Fe - La Candelaria' },
];
const groups = [
  { id: 'two', title: 'Grupo 2' },
  { id: 'one', title: 'Grupo 1' },
];

test.each([
  ['2', 'sewing'],
  ['2.', 'sewing'],
  ['(2)', 'sewing'],
  ['2️⃣', 'sewing'],
  ['dos', 'sewing'],
  ['la dos', 'sewing'],
  ['la 2', 'sewing'],
  ['opción 2', 'sewing'],
  ['opcion dos por favor', 'sewing'],
  ['el número 3', 'schoolTue'],
  ['N° 3', 'schoolTue'],
  ['quiero la 1', 'yoga'],
  ['la segunda', 'sewing'],
  ['el tercero', 'schoolTue'],
  ['la 2a', 'sewing'],
  ['2da', 'sewing'],
  ['la última', 'schoolThu'],
  ['penúltima', 'schoolTue'],
  ['the second one', 'sewing'],
  ['last one', 'schoolThu'],
  ['number four', 'schoolThu'],
  ['Yoga', 'yoga'],
  ['yoga', 'yoga'],
  ['YOGA!', 'yoga'],
  ['yog', 'yoga'],
  ['yogga', 'yoga'],
  ['costura', 'sewing'],
  ['cosutra', 'sewing'],
  ['kostura', 'sewing'],
  ['el taller', 'sewing'],
  ['quiero la de yoga por favor', 'yoga'],
  ['me gustaría inscribirme en yoga', 'yoga'],
  ['yoga para mi mamá', 'yoga'],
  ['bachillerato martes', 'schoolTue'],
  ['bachiyerato el jueves', 'schoolThu'],
  ['jueves', 'schoolThu'],
  ['1. Yoga', 'yoga'],
  ['yoga?', 'yoga'],
])('%j picks %s', (text, id) => {
  expect(pick(text, classes)).toEqual({ ok: true, value: id });
});

test.each([
  ['bachillerato', ['schoolTue', 'schoolThu']],
  ['el de bachillerato', ['schoolTue', 'schoolThu']],
  ['yoga jueves', ['yoga', 'schoolThu']],
])('%j may be any of several', (text, candidates) => {
  expect(pick(text, classes)).toEqual({ ok: false, candidates });
});

test.each([
  '5',
  '0',
  '99',
  'tengo 2 hijos',
  'yo vivo en la calle 2 con carrera 3',
  '1 y 2',
  '1 o 2',
  'las dos',
  'no quiero yoga',
  'ya no quiero 2',
  'mi vecina va a yoga los lunes',
  '2 yoga',
  'ninguna',
  'natación',
  'clase',
  '¿cuánto vale yoga?',
  '',
  'hola',
  'la',
])('%j picks nothing', (text) => {
  expect(pick(text, classes)).toEqual({ ok: false, candidates: [] });
});

test('a number that is a name picks the name, unless it is a place on the list', () => {
  expect(pick('20 de julio', sites)).toEqual({ ok: true, value: 'b' });
  expect(pick('20', sites)).toEqual({ ok: true, value: 'b' });
  expect(pick('candelaria', sites)).toEqual({ ok: true, value: 'c' });
  expect(pick('2', groups)).toEqual({ ok: false, candidates: ['one', 'two'] });
  expect(pick('grupo 2', groups)).toEqual({ ok: true, value: 'two' });
});

test('"no" is a choice where it is one', () => {
  const options = [
    { id: 'y', title: 'Sí, acepto' },
    { id: 'n', title: 'No' },
  ];
  expect(pick('no gracias', options)).toEqual({ ok: true, value: 'n' });
  expect(pick('sí', options)).toEqual({ ok: true, value: 'y' });
});

test('every option is picked by its number, its title and its ordinal', () => {
  fc.assert(
    fc.property(fc.nat(3), (at) => {
      const { id, title } = classes[at] ?? { id: '', title: '' };
      const ordinal = ['primera', 'segunda', 'tercera', 'cuarta'][at];
      for (const text of [`${at + 1}`, `opción ${at + 1}`, title, title.toUpperCase(), `la ${ordinal}`]) {
        expect(pick(text, classes)).toEqual({ ok: true, value: id });
      }
    }),
  );
});
