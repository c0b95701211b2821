import { cancelledNow, saysClassHeld, saysNoClass } from '../../src/replies/noClassSaid';

test.each([
  'hoy no hubo clase porque llovió',
  'ayer no hubo clase',
  'la clase de hoy no se dio',
  'no se pudo dar la clase',
  'ayer no dictamos clase',
  'ninguna vino porque llovió',
  'nadie vino por la lluvia',
  'no vino nadie debido al paro',
  'there was no class today',
  'nobody came because of the rain',
])('%j says so', (text) => {
  expect(saysNoClass(text)).toBe(true);
});

test.each([
  'ninguna',
  'nadie vino',
  'no vino la 3 porque llovió',
  '¿hubo clase?',
  'no hay clase mañana',
  'nobody came',
])('%j does not', (text) => {
  expect(saysNoClass(text)).toBe(false);
});

test.each(['sí hubo clase', 'siempre sí hubo clase ayer', 'la clase de ayer sí se dio', 'there was class after all'])(
  '%j says that it was held',
  (text) => {
    expect(saysClassHeld(text)).toBe(true);
  },
);

test.each(['no hubo clase', '¿sí hubo clase?', 'sí hubo clase y no vino nadie', 'sí hay clase'])(
  '%j does not say so',
  (text) => {
    expect(saysClassHeld(text)).toBe(false);
  },
);

test.each([
  ['se cancela, se fue la luz', { reason: 'se fue la luz' }],
  ['Se cancela.', {}],
  ['hola, nos tocó cancelar porque se inundó el salón', { reason: 'se inundó el salón' }],
  ['cancelada por lluvia', { reason: 'lluvia' }],
  ['we have to cancel, the power is out', { reason: 'the power is out' }],
  ['se cancela mi cita', undefined],
  ['¿se cancela?', undefined],
  ['cancelar', undefined],
])('%j: a class cancelled just now', (text, told) => {
  expect(cancelledNow(text)).toEqual(told);
});
