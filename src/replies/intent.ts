import { isWithin } from './near';
import { phraseSet, wordSet, wordsOf } from './text';

/** What somebody wants who writes out of the blue. */
export type Intent = 'attendance' | 'classes' | 'my_classes' | 'register' | 'see_data' | 'change_data';

/**
 * What a message asks for, told by whole words and never guessed: a refusal, a story or two wishes at once give nothing,
 * and the menu is shown instead.
 */
export function readIntent(text: string): Intent | undefined {
  const words = wordsOf(text).slice(0, longestWish + 1);
  if (words.length === 0 || words.length > longestWish) return undefined;
  const whole = words.filter((word) => !polite.has(word)).join(' ');
  const wished = new Set(wishes.filter((wish) => isWished(wish, whole, words)).map(({ intent }) => intent));
  const isRefused = words.some((word) => refusals.has(word)) && !wished.has('my_classes');
  // "Mis clases" is also about classes, "borrar mis datos" about her data; who registers for a class is registered on the way.
  if (wished.has('my_classes')) wished.delete('classes');
  if (wished.has('classes')) wished.delete('register');
  if (wished.has('change_data')) wished.delete('see_data');
  const [intent, another] = wished;
  return isRefused || another ? undefined : intent;
}

/** Whether a message only greets or thanks: "hola", "muy buenos días", "mil gracias 🙏". */
export function isGreeting(text: string): boolean {
  const words = wordsOf(text).slice(0, longestWish + 1);
  return words.length > 0 && words.length <= longestWish && words.every((word) => greeting.has(word));
}

/** `whole`: all of the message; `phrases`: anywhere in it; `keys`: single words anywhere in it, a slip allowed. */
type Wish = { intent: Intent; whole?: Set<string>; phrases?: string[]; keys?: Set<string> };

const longestWish = 15;

const polite = wordSet(
  'por favor porfa hola buenas buenos dias tardes noches gracias please hello hi quiero deseo necesito',
);
const greeting = wordSet(
  'hola ola holi buenas buenos buen buena dia dias tarde tardes noche noches muy que tal como esta estan saludos cordial ' +
    'saludo gracias muchas mil senora senor profe dios bendiga feliz hello hi hey good morning afternoon evening thanks thank you',
);
const refusals = wordSet('no nunca tampoco not dont never');

const wishes: Wish[] = [
  {
    intent: 'attendance',
    whole: phraseSet('lista|la lista|listado|planilla'),
    phrases: [
      ...phraseSet('llamar a lista|llamar lista|llamado a lista|pasar lista|tomar lista|call the roll|take the roll'),
    ],
    keys: wordSet('asistencia attendance'),
  },
  {
    intent: 'my_classes',
    phrases: [
      ...phraseSet(
        'mis clases|mi clase|mis cursos|mi curso|mis talleres|mi taller|mi horario|mis horarios|my classes|my class|my courses|' +
          'my schedule|dejar la clase|dejar una clase|dejar el curso|dejar mi cupo|dejar el cupo|darme de baja|retirarme|' +
          'no puedo ir|no puedo asistir|no puedo volver|leave the class|leave a class|drop the class|drop a class|cant go|cannot go',
      ),
    ],
  },
  {
    intent: 'classes',
    whole: phraseSet('que hay|que ofrecen|que tienen|what is there'),
    keys: wordSet(
      'clase clases curso cursos taller talleres horario horarios cupo cupos inscribir inscribirme inscribirse inscripcion ' +
        'inscripciones inscribe inscribeme apuntarme apuntar anotarme anotar matricularme matricula class classes course courses ' +
        'workshop workshops schedule timetable enrol enroll',
    ),
  },
  {
    intent: 'register',
    phrases: ['sign up'],
    keys: wordSet('registrarme registrar registrarse registreme registrame registro register registration'),
  },
  { intent: 'see_data', phrases: ['mis datos', 'my data'] },
  {
    intent: 'change_data',
    whole: phraseSet('corregir|borrar|corregir datos|borrar datos|retirar permiso|delete|correct'),
    phrases: [
      ...phraseSet(
        'corregir mis datos|cambiar mis datos|borrar mis datos|borren mis datos|eliminar mis datos|eliminen mis datos|' +
          'retirar mi permiso|retiro mi permiso|delete my data|correct my data|change my data|withdraw my consent',
      ),
    ],
  },
];

function isWished({ whole, phrases = [], keys }: Wish, message: string, words: string[]): boolean {
  const line = ` ${words.join(' ')} `;
  if (whole?.has(message) || phrases.some((phrase) => line.includes(` ${phrase} `))) return true;
  return keys !== undefined && words.some((word) => isKey(word, keys));
}

function isKey(word: string, keys: Set<string>): boolean {
  if (keys.has(word)) return true;
  return word.length > 7 && [...keys].some((key) => key.length > 7 && isWithin(word, key, 1));
}
