import fc from 'fast-check';
import { type Introduction, introduction } from '../../src/replies/introduction';

const maria = { first: 'María', last: 'Pérez' };
const hers = { type: 'CC' as const, number: '52123456' };

test.each<[string, Introduction]>([
  ['Soy María Pérez CC 52.123.456 de Bosa', { names: maria, document: hers, place: 'bosa' }],
  ['de Bosa, cédula 52.123.456, me llamo María Pérez', { names: maria, document: hers, place: 'bosa' }],
  ['María Pérez cc 52123456', { names: maria, document: hers }],
  ['vivo en Bosa y mi cédula es 52.123.456', { document: hers, place: 'bosa' }],
  ['Hola, soy María Pérez', { names: maria }],
  ['soy María Pérez de Suba', { names: maria, place: 'suba' }],
  ['soy María Pérez 52123456', { names: maria, number: '52123456' }],
  ['María Pérez, cel 3001234567, cc 52123456', { names: maria, document: hers }],
  [
    'Nombre: María Pérez\nPPT: en trámite\nBarrio: Timiza',
    { names: maria, document: { type: 'OTRO' }, place: 'timiza' },
  ],
  ['soy Rafael Uribe de Suba', { names: { first: 'Rafael', last: 'Uribe' }, place: 'suba' }],
])('%j tells %j', (text, told) => {
  expect(introduction(text)).toEqual(told);
});

test.each(['', 'hola', 'soy cuidadora', 'mi hija se llama María Pérez', 'María Pérez', 'me duele la rodilla'])(
  '%j tells nothing of its writer',
  (text) => {
    expect(introduction(text)).toEqual({});
  },
);

test('asked for her name, it may stand by itself', () => {
  expect(introduction('María Pérez, de Bosa', { asked: true })).toEqual({ names: maria, place: 'bosa' });
});

test('whatever the order of its parts, all are read', () => {
  const parts = { name: 'me llamo María Pérez', document: 'cédula 52.123.456', place: 'vivo en Usme' };
  fc.assert(
    fc.property(fc.shuffledSubarray(Object.keys(parts) as (keyof typeof parts)[], { minLength: 1 }), (order) => {
      expect(introduction(order.map((part) => parts[part]).join(', '))).toEqual({
        ...(order.includes('name') && { names: maria }),
        ...(order.includes('document') && { document: hers }),
        ...(order.includes('place') && { place: 'usme' }),
      });
    }),
  );
});
