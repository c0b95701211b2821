import { classesSought } from '../../src/replies/classSought';

const slot = (weekday: number, starts: string) => ({ weekday, starts, ends: '20:00' });
const offers = [
  { name: 'Yoga suave', service: 'Yoga', slots: [slot(2, '08:00')], free: 3 },
  { name: 'Taller A', service: 'Costura', slots: [slot(2, '14:00'), slot(4, '14:00')], free: 0 },
  { name: 'Natación', service: 'Natación', slots: [slot(6, '09:00')], free: 1 },
];
const named = (sought: Parameters<typeof classesSought>[1]) => {
  const { found, leftOut } = classesSought(offers, sought);
  return [found.map(({ name }) => name).join(), leftOut];
};
const tuesday = { days: [2] };
const tuesdayAfternoon = { days: [2], from: '12:00', before: '18:00' };

test.each([
  [{}, 'Yoga suave,Taller A,Natación', undefined],
  [{ topic: 'yoga' }, 'Yoga suave', undefined],
  [{ topic: 'natasion' }, 'Natación', undefined],
  [{ topic: 'costura' }, 'Taller A', undefined],
  [{ topic: 'costuras' }, 'Taller A', undefined],
  [{ when: tuesday }, 'Yoga suave,Taller A', undefined],
  [{ when: tuesdayAfternoon }, 'Taller A', undefined],
  [{ topic: 'yoga', when: tuesdayAfternoon }, 'Yoga suave', 'time'],
  [{ topic: 'natacion', when: tuesday }, 'Natación', 'when'],
  [{ topic: 'ingles', when: tuesday }, 'Yoga suave,Taller A', 'topic'],
  [{ topic: 'ingles' }, 'Yoga suave,Taller A,Natación', 'topic'],
  [{ topic: 'ingles', when: { days: [7] } }, 'Yoga suave,Taller A,Natación', 'all'],
  [{ when: { days: [7] } }, 'Yoga suave,Taller A,Natación', 'when'],
])('%j finds %s, leaving out %s', (sought, names, leftOut) => {
  expect(named(sought)).toEqual([names, leftOut]);
});

test('where there are no classes there is nothing to find', () => {
  expect(classesSought([], { topic: 'yoga' })).toEqual({ found: [] });
});
