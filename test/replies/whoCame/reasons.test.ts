import { whoCame } from '../../../src/replies/whoCame';
import { roster } from '../roster';

test.each([
  ['8 excusa cita médica', 'excused', 'cita médica'],
  ['8 excusa (cita médica)', 'excused', 'cita médica'],
  ['8 Excusa Cita Médica de la niña', 'excused', 'Cita Médica de la niña'],
  ['8 excusa por enfermedad', 'excused', 'enfermedad'],
  ['excusa 8 cita médica', 'excused', 'cita médica'],
  ['8 enferma', 'excused', 'enferma'],
  ['8 tiene incapacidad', 'excused', 'tiene incapacidad'],
  ['8 excused (doctor)', 'excused', 'doctor'],
  ['8 (cita médica)', 'excused', 'cita médica'],
  ['8 no vino por cita médica', 'absent', 'cita médica'],
  ['8 no vino porque está enferma', 'absent', 'está enferma'],
  ['faltó la 8 (calle cerrada)', 'absent', 'calle cerrada'],
  ['8 tarde por el bus', 'late', 'el bus'],
  ['8 llegó tarde (15 minutos)', 'late', '15 minutos'],
])('%j gives the reason', (text, status, reason) => {
  const read = whoCame(text, roster);
  const mark = read.ok && read.marks.find(({ personId }) => personId === 'p8');
  expect(mark).toEqual({ personId: 'p8', status, reason, named: true });
});

test.each([
  '8 excusa cita de Helena',
  '8 excusa cita a las 3',
  '8 excusa cita, médica',
  '8 excusa (cita médica',
  '8 cita con el banco',
  '8 no vino por',
])('%j may be about somebody else, or ends too soon', (text) => {
  expect(whoCame(text, roster).ok).toBe(false);
});

test('late, and an excuse with its reason, in one reply', () => {
  expect(whoCame('3 tarde, 8 excusa cita médica', roster)).toMatchObject({
    ok: true,
    marks: [
      { personId: 'p3', status: 'late', named: true },
      { personId: 'p8', status: 'excused', reason: 'cita médica', named: true },
    ],
  });
});

test('who was named is told apart from the rest', () => {
  const read = whoCame('todas menos 3', roster);
  expect(read.ok && read.marks.filter(({ named }) => named)).toEqual([
    { personId: 'p3', status: 'absent', named: true },
  ]);
  expect(read.ok && read.marks).toHaveLength(roster.length);
});
