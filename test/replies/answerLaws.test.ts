import fc from 'fast-check';
import { readCompany } from '../../src/replies/company';
import { globalWord } from '../../src/replies/globalWords';
import { passingQuestion } from '../../src/replies/passingQuestion';
import { pick } from '../../src/replies/pick';
import { readWhen } from '../../src/replies/when';
import { yesNo } from '../../src/replies/yesNo';

const of = <T>(...some: T[]) => fc.constantFrom(...some);

test('a yes and a no in one message are neither', () => {
  const yes = of('sí', 'claro', 'dale', 'de una', 'sí señora');
  fc.assert(
    fc.property(
      yes,
      of(' ', ', ', ' pero ', ' y '),
      of('no', 'no señora', 'nunca'),
      fc.boolean(),
      (one, joint, no, turned) => {
        expect(yesNo(turned ? `${no}${joint}${one}` : `${one}${joint}${no}`)).toBeUndefined();
      },
    ),
  );
});

const before = of(
  '',
  'hola, ',
  'Buenas tardes señorita, ',
  'qué pena la demora, ',
  'disculpe, ',
  'ay ',
  'good morning, ',
);
const after = of(
  '',
  ', gracias',
  ' mi amor',
  ' señorita',
  ', Dios la bendiga',
  ' por favor',
  ' mi niña, Dios le pague',
  ', thanks',
);

test('courtesies around an answer change nothing', () => {
  const answer = of(
    'sí',
    'sí acepto',
    'no',
    'no quiero',
    'no puedo',
    'claro que sí',
    'no sé',
    'sí pero no',
    'sí si es gratis',
    'guárdemelo',
  );
  fc.assert(
    fc.property(before, answer, after, (hello, said, thanks) => {
      expect(yesNo(`${hello}${said}${thanks}`)).toBe(yesNo(said));
    }),
  );
});

const willing = of(
  'quiero',
  'acepto',
  'autorizo',
  'puedo',
  'voy',
  'doy permiso',
  'me anote',
  'lo guarde',
  'me interesa',
  'asisto',
);

test('what is refused is never a yes', () => {
  const why = of('', ' porque sí', ', es que me gusta', ' gracias', ', yo sí', ' señora, claro', ', ya conseguí otra');
  fc.assert(
    fc.property(before, of('no ', 'yo no ', 'no, no ', 'nunca '), willing, why, (hello, no, act, reason) => {
      expect(yesNo(`${hello}${no}${act}${reason}`)).not.toBe('yes');
    }),
  );
});

test('a yes with a condition, a but, a question or a correction is no plain yes', () => {
  const rest = of(
    ...[
      ' si es gratis',
      ' pero no',
      ', pero el apellido está mal',
      ' y a qué hora es',
      ' y cuánto vale',
      ' si no me cobran',
    ],
    ...[
      ' siempre y cuando sea cerca',
      ' menos el teléfono',
      ', solo que es con z',
      ' si puedo llevar al niño',
      ' cuando pueda',
    ],
  );
  fc.assert(
    fc.property(before, of('sí', 'claro', 'acepto', 'sí señora'), rest, after, (hello, yes, but, thanks) => {
      expect(yesNo(`${hello}${yes}${but}${thanks}`)).toBeUndefined();
    }),
  );
});

test('what she takes back does not count', () => {
  const back = of(', no perdón, ', ', digo, ', ' perdón ', ', me equivoqué, ');
  fc.assert(
    fc.property(of('sí', 'no'), back, of('sí', 'no', 'sí acepto', 'no quiero'), (first, joint, last) => {
      expect(yesNo(`${first}${joint}${last}`)).toBe(yesNo(last));
    }),
  );
});

const hello = of('', 'hola, ', 'Buenas tardes señorita, ', 'qué pena la demora, ', 'Buenos días. ', 'good morning, ');
const thanks = of(
  '',
  ', gracias',
  ' por favor',
  ', Dios la bendiga',
  ' señorita',
  ', muchas gracias por su atención',
  ', thanks',
);
const around = (said: string[], read: (text: string) => unknown) =>
  fc.assert(
    fc.property(hello, of(...said), thanks, (one, text, other) => {
      expect(read(`${one}${text}${other}`)).toEqual(read(text));
    }),
  );
const classes = ['Yoga', 'Danza', 'Costura', 'Cocina', 'Sistemas'].map((title) => ({ id: title, title }));

test('courtesies around anything she is asked change nothing', () => {
  around(['la de yoga', 'la 3', 'la última', 'no quiero yoga', 'yoga o danza', 'danza no, mejor cocina'], (text) =>
    pick(text, classes),
  );
  around(['los martes', 'entre semana no puedo, solo sábados', 'por la mañana', 'los lunes no', 'a las 3'], readWhen);
  around(['yo sola', 'dos niños', 'mi mamá y mi hijo', 'mis hijos', 'una persona mayor, mi suegra'], (text) => {
    const read = readCompany(text);
    return read.ok ? read.value : read.why;
  });
  around(['quiero volver atrás', 'no entiendo', 'cancelar', 'con una persona', 'el menú'], globalWord);
  around(['eso tiene costo', 'para qué son mis datos', 'quién me cuida al niño', 'qué es esto'], passingQuestion);
});

const week = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];

test('a day she leaves out is never among hers', () => {
  const all = of('todos los días', 'cualquier día', 'de lunes a domingo', 'toda la semana');
  fc.assert(
    fc.property(all, of(' menos el ', ' excepto ', ', menos los '), of(...week), (every, except, day) => {
      const left = [1, 2, 3, 4, 5, 6, 7].filter((one) => one !== week.indexOf(day) + 1);
      expect(readWhen(`${every}${except}${day}`)).toEqual({ days: left });
    }),
  );
  fc.assert(
    fc.property(of(...week), of(...week), (no, yes) => {
      if (no === yes) return;
      expect(readWhen(`los ${no} no puedo, los ${yes} sí`)).toEqual({ days: [week.indexOf(yes) + 1] });
      expect(readWhen(`los ${no} no puedo`)).toBeUndefined();
    }),
  );
});

test('of a choice or a number she takes back the last counts', () => {
  const back = of(', no perdón, ', ', digo ', ' perdón ', ', no, mejor ');
  fc.assert(
    fc.property(of(...classes), back, of(...classes), ({ title: first }, joint, { title: last }) => {
      expect(pick(`${first}${joint}${last}`, classes)).toEqual({ ok: true, value: last });
    }),
  );
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (first, last) => {
      const read = readCompany(`${first} niños, no perdón, son ${last}`);
      expect(read).toEqual({ ok: true, value: { children: last, older: 0, disabled: 0 } });
    }),
  );
});
