import fc from 'fast-check';
import { isQuestion, type PassingQuestion, passingQuestion } from '../../src/replies/passingQuestion';
import { quickest } from '../setup/quickest';

const asked: [PassingQuestion, string[]][] = [
  [
    'wait',
    [
      'ya vengo el niño está llorando',
      'ahorita le escribo',
      'un momentico',
      'espere un momento busco la cédula',
      'ahora no puedo',
      'estoy ocupada',
      'luego sigo',
      'one moment please',
      'be right back',
    ],
  ],
  ['back', ['ya volví', 'listo ya regresé', "I'm back"]],
  ['absence', ['y si no puedo ir un día?', 'si falto un día', 'y si algún día no puedo', 'what if I miss a class?']],
  [
    'when',
    [
      'pero eso q dias es?',
      '¿a qué hora es?',
      'que días',
      'y a qué hora empieza la clase',
      'cuando empieza',
      'what days is it?',
    ],
  ],
  [
    'cost',
    [
      'y eso tiene costo',
      '¿Cuánto vale?',
      'cuanto cuesta el curso',
      'toca pagar algo?',
      'hay que pagar',
      'son gratis?',
      'las clases son gratuitas',
      'eso es gratis',
      'cuanto me cobran',
      'tiene algún costo la inscripción?',
      'how much is it',
      'is it free?',
      'do I have to pay',
    ],
  ],
  [
    'care',
    [
      'puedo llevar a mi mami',
      'quien me cuida el niño',
      'puedo ir con mis dos hijos?',
      'ustedes cuidan a los niños mientras tanto',
      'y con quien dejo a mi papá',
      'no tengo con quién dejar a mi nieta',
      'se puede llevar bebés?',
      'can I bring my kids',
      'is there childcare?',
      'mi esposo es discapacitado y no lo puedo dejar solo',
      'no puedo dejar a mi mamá sola',
    ],
  ],
  [
    'men',
    [
      'los hombres pueden ir?',
      'yo soy hombre puedo ir?',
      'puede ir mi esposo',
      'es solo para mujeres?',
      'reciben hombres',
      'can men join',
    ],
  ],
  ['minor', ['tengo 17 años puedo?', 'soy menor de edad', 'i am 16']],
  [
    'another',
    [
      'y mi vecina se puede inscribir por aquí?',
      'y mi mamá también quiere, ella usa este mismo celular',
      'quiero inscribir a mi mamá',
      'puedo registrar a una vecina?',
      'inscribirla a mi hija',
      'can I register my mother',
    ],
  ],
  ['virtual', ['es virtual?', 'hay clases virtuales?', 'las clases son presenciales', 'is it online?']],
  [
    'hours',
    ['que horarios tienen', 'horario', 'qué días hay', 'a qué horas son', 'what are the hours? what times are they'],
  ],
  [
    'team',
    [
      'dan certificado?',
      'dan subsidio de transporte?',
      'y refrigerio dan?',
      'cuanto dura el curso',
      'desde que edad reciben niños',
      'cuantos niños reciben',
      'me pagan por ir?',
      'do I get a certificate?',
      'how long is the course',
    ],
  ],
  [
    'who',
    [
      'que requisitos piden',
      'requisitos?',
      'que documentos piden',
      'qué necesito',
      'quienes pueden ir',
      'who can join?',
      'no tengo documento',
      'no tengo papeles',
    ],
  ],
  [
    'trust',
    [
      'para que quieren mi cédula',
      'por qué me piden los datos',
      'esto es seguro?',
      'no será una estafa',
      'quien ve mis datos',
      'why do you need my document',
      'is this safe?',
    ],
  ],
  [
    'where',
    ['dónde queda', 'y donde es eso?', 'cual es la dirección', 'dirección', 'me regala la dirección', 'como llego'],
  ],
  [
    'what',
    [
      'en que me ayudan',
      'que es esto',
      'de qué se trata',
      'qué son las manzanas del cuidado',
      'quien es usted',
      'es un robot?',
      'con quién hablo',
      'are you a robot',
    ],
  ],
  [
    'thanks',
    [
      'gracias',
      'muchas gracias 🙏',
      'gracias mi amor dios la bendiga',
      'Dios le pague',
      'mil gracias por todo',
      'thank you so much',
    ],
  ],
  ['ok', ['ok', 'listo', 'Bueno, listo', '👍', '🙏🏽 🙏🏽']],
  ['hello', ['hola', 'Buenas tardes', 'buenos días señorita', 'hello']],
];

describe('a question asked in passing is known as it is', () => {
  const rows = asked.flatMap(([question, texts]) => texts.map((text) => [text, question] as const));
  test.each(rows)('%s: %s', (text, question) => expect(passingQuestion(text)).toBe(question));
});

describe('what answers, or tells something, is no question in passing', () => {
  const told = [
    'no',
    'sí señora',
    'la 3',
    'no gracias, ya no quiero seguir con esto',
    'María Hija del Carmen',
    'Bosa',
    'mi mamá y dos niños',
    'quiero inscribirme en yoga en Suba',
    'cancelar',
    'todas menos 3',
    '52345678',
    'voy con mi hijo',
    'me llamo Gracia Niño',
    'Costa Rica Valor',
    'quedo donde la vecina',
    '',
    '🤷',
  ];
  test.each(told)('%s', (text) => expect(passingQuestion(text)).toBeUndefined());
});

test.each([
  ['¿me llaman ustedes?', true],
  ['y cuando me avisan', true],
  ['hay parqueadero', true],
  ['what happens if I miss one', true],
  ['sí', false],
  ['?', false],
  ['María Cuándo', false],
  ['no tengo documento', false],
  ['llevo a mi mamá', false],
])('"%s" asks something: %s', (text, isOne) => expect(isQuestion(text)).toBe(isOne));

test('no text takes long', () => {
  const texts = [
    'puedo '.repeat(800),
    'a'.repeat(4096),
    'que '.repeat(18),
    'cuanto me '.repeat(9),
    'y hola '.repeat(600),
  ];
  for (const text of texts) {
    expect(quickest(() => [passingQuestion(text), isQuestion(text)])).toBeLessThan(20);
  }
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 5000 }), (text) => void passingQuestion(text)));
});
