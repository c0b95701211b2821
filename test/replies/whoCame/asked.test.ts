import { type Unclear, whoCame } from '../../../src/replies/whoCame';
import { roster } from '../roster';

const asked: [string, Unclear[]][] = [
  ['todas menos Rosa', [{ kind: 'which', text: 'Rosa', numbers: [3, 4, 18] }]],
  ['nadie menos doña rosa', [{ kind: 'which', text: 'rosa', numbers: [3, 4, 18] }]],
  ['todas menos 77', [{ kind: 'no_such_number', number: 77 }]],
  ['vinieron 1 a 34', [{ kind: 'no_such_number', number: 34 }]],
  ['faltó 0', [{ kind: 'no_such_number', number: 0 }]],
  ['todas menos Zoila', [{ kind: 'no_such_name', text: 'Zoila' }]],
  ['faltó Nadia', [{ kind: 'no_such_name', text: 'Nadia' }]],
  ['Nadia', [{ kind: 'no_such_name', text: 'Nadia' }]],
  ['faltó mario', [{ kind: 'no_such_name', text: 'mario' }]],
  ['faltó P', [{ kind: 'no_such_name', text: 'P' }]],
  ['faltaron Ana Lucía Beatriz y Helena', [{ kind: 'together', text: 'Ana Lucía Beatriz', numbers: [1, 2] }]],
  ['Rosa Carmen no vino', [{ kind: 'no_such_name', text: 'Rosa Carmen' }]],
  [
    'todas menos Rosa y Zoila y 77',
    [
      { kind: 'which', text: 'Rosa', numbers: [3, 4, 18] },
      { kind: 'no_such_name', text: 'Zoila' },
      { kind: 'no_such_number', number: 77 },
    ],
  ],
  ['todas menos 3; 3 vino', [{ kind: 'contradiction', number: 3 }]],
  ['todas menos 3 (tarde)', [{ kind: 'contradiction', number: 3 }]],
  ['todas; 3 no vino', [{ kind: 'contradiction', number: 3 }]],
  ['nadie faltó; 8 excusa', [{ kind: 'contradiction', number: 8 }]],
  ['nadie vino; 5 tarde', [{ kind: 'contradiction', number: 5 }]],
  ['todas, nadie tarde, 5 llegó tarde', [{ kind: 'contradiction', number: 5 }]],
  ['vinieron 1 a 10; 5 excusa', [{ kind: 'contradiction', number: 5 }]],
  ['vinieron 1 a 5 menos 8', [{ kind: 'contradiction', number: 8 }]],
  ['5 tarde; 5 no vino', [{ kind: 'contradiction', number: 5 }]],
  ['solo vino Helena; 7 tarde', [{ kind: 'contradiction', number: 7 }]],
  ['faltó Helena la 3', [{ kind: 'which', text: 'Helena la 3', numbers: [3, 9] }]],
  ['5 Rosa no vino', [{ kind: 'which', text: '5 Rosa', numbers: [5, 3, 4, 18] }]],
  ['faltaron 3', [{ kind: 'how_many', number: 3 }]],
  ['faltaron las 3', [{ kind: 'how_many', number: 3 }]],
  ['faltó una', [{ kind: 'how_many', number: 1 }]],
  ['vinieron 12', [{ kind: 'how_many', number: 12 }]],
  ['12', [{ kind: 'how_many', number: 12 }]],
  ['todas menos tres', [{ kind: 'how_many', number: 3 }]],
  ['3 absent', [{ kind: 'how_many', number: 3 }]],
  [
    'Presentes: 18, ausentes: 2',
    [
      { kind: 'how_many', number: 18 },
      { kind: 'how_many', number: 2 },
    ],
  ],
  ['casi todas', [{ kind: 'not_understood', text: 'casi todas' }]],
  ['también vino Helena', [{ kind: 'not_understood', text: 'también vino Helena' }]],
  ['faltaron 5 personas', [{ kind: 'how_many', number: 5 }]],
];

// Each could be saved wrongly if a word of it were passed over.
const notUnderstood = [
  'no vinieron todas',
  'todas no vinieron',
  'no todas',
  'todas menos 3 y 7 no vinieron',
  'everyone except 3 and 7 was late',
  'no solo faltó 3',
  '3, 7 no vino',
  'faltaron 3, 7, 5 tarde',
  'faltaron 3 y 7 no 8',
  '1, 2, 3, 4 tarde',
  '3 tarde, 8',
  '3 tarde; 7',
  '3 ok y 5 no',
  '8 avisó que llegaba tarde',
  '8 excusa cita de Helena',
  'llegaron 3 y 7 tarde',
  'todas menos las que faltaron',
  'faltaron veinte y dos',
  'todas las 34',
  '5-1',
  'faltaron 3-5-7',
  '3/7',
  '3.7',
  '10:15',
  '20/20',
  '¿faltó Helena?',
  '¿todas?',
  'nadie llegó tarde',
  'las demás vinieron',
  '3 llegó a las 10',
  'faltaron',
  'Faltaron:',
  'menos',
  'todas menos 3 y',
  'faltaron 3, 7,',
  '8 excusa creo',
  '8 no vino por, 3 tarde',
  'todas menos',
  'sí',
  'no',
  'ok',
  'listo',
  '🙏',
  '',
  '   \n ',
  'no sé',
  'la profe no vino',
  '~3~ no vino',
  '12345678 no vino',
];

test.each(asked)('%j is asked back', (text, unclear) => {
  const read = whoCame(text, roster);
  expect(read.ok ? read.marks : read.unclear).toEqual(unclear);
});

test.each(notUnderstood)('%j decides nothing', (text) => {
  expect(whoCame(text, roster).ok).toBe(false);
});

test('without a roster there is nothing to read', () => {
  expect(whoCame('todas', [])).toMatchObject({ ok: false, unclear: [{ kind: 'no_roster' }] });
});

test('at most five things are asked back at once', () => {
  const read = whoCame('faltaron 71, 72, 73, 74, 75, 76 y 77', roster);
  expect(read.ok ? [] : read.unclear).toHaveLength(5);
});
