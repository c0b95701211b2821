import type { DaySaid } from '../domain/daySaid';
import { daySaid } from './daySaid';
import { type Introduction, introduction } from './introduction';
import { type Sought, soughtIn } from './sought';
import { wordSet, wordsOf } from './text';
import { isTopic } from './topics';
import { type Wish, wantsSubject, wishes } from './wishes';

/**
 * What a message asks for, with all that it says along the way: `sought` of the class meant, `given` of the person
 * herself ("quiero inscribirme en yoga en Bosa, soy Ana Ruiz"). JSON; what she said of herself may be used after her
 * consent only. `day`: the one that an instructor named.
 */
export type Intent = { wish: Wish; sought?: Sought; given?: Introduction; day?: DaySaid };

/** Reads what somebody wants who writes out of the blue; a refusal, a story or nothing we do gives nothing. */
export function readIntent(text: string): Intent | undefined {
  const words = wordsOf(text).slice(0, longestWish + 1);
  if (words.length === 0 || words.length > longestWish) return undefined;
  const given = introduction(text);
  const wish = wishIn(words) ?? (isIntroduction(given) ? 'register' : undefined);
  if (!wish) return undefined;
  const sought = ofClasses.has(wish) ? soughtIn(text) : {};
  const hers = givenWith(wish, given);
  const day = ofDays.has(wish) ? daySaid(text) : undefined;
  return {
    wish,
    ...(Object.keys(sought).length > 0 && { sought }),
    ...(Object.keys(hers).length > 0 && { given: hers }),
    ...(day && { day }),
  };
}

/** Whether a message only greets or thanks: "hola", "muy buenos días", "mil gracias 🙏". */
export function isGreeting(text: string): boolean {
  const words = wordsOf(text).slice(0, longestGreeting + 1);
  if (words.length > longestGreeting || !words.some((word) => greetings.has(word))) return false;
  return words.every((word) => greetings.has(word) || greeting.has(word));
}

const longestWish = 50;
const longestGreeting = 15;

const ofClasses = new Set<Wish>(['classes', 'next_session', 'leave_class', 'not_coming', 'line', 'leave_line']);

const ofDays = new Set<Wish>(['earlier_attendance']);
// Attendance of a kind is attendance too, and no second wish.
const ofAttendance = new Set<Wish | undefined>([
  'unmarked',
  'my_list',
  'check_in_code',
  'undo_marks',
  'earlier_attendance',
]);

const polite = wordSet(
  'por favor porfa porfis hola ola buenas buenos dias tardes noches gracias please hello hi quiero quisiera deseo necesito ver me una un ' +
    'la el senorita senora clase clases curso curso taller de en a para',
);
const greetings = wordSet(
  'hola ola holi holaa buenas buenos buen buena saludos saludo gracias bendiga pague feliz hello hi hey good thanks thank',
);
const greeting = wordSet(
  'dia dias tarde tardes noche noches muy que tal como esta estan cordial un muchas mil senora senor senorita seno profe dios la lo le les ' +
    'morning afternoon evening you very much vecina veci doctora',
);
const refusals = wordSet('no ni nunca tampoco not dont never');
// Who tells of what was, or of somebody else's class, asks for none.
const past = wordSet(
  'estuvo estaba fue ayer encanta encanto gusto estuve hice hicimos termine curse vi cambiarme cambiar cambio certificado',
);
const stories = wordSet('gusta doctor dijo bueno buena bonita bravo escuela colegio jardin son va');
// Alone it is the language she wants to be spoken to.
const tongues = wordSet('ingles english spanish espanol');

function wishIn(words: string[]): Wish | undefined {
  const line = words.join(' ');
  const bare = words.filter((word) => !politeEnds.has(word)).join(' ');
  const isRefused = words.some((word) => refusals.has(word));
  const isStory = words.some((word) => past.has(word));
  const found = wishes
    .filter(({ told, unlessRefused }) => (told.test(line) || told.test(bare)) && !(unlessRefused && isRefused))
    .map(({ wish }) => wish)
    .filter((wish) => !(wish === 'classes' && isStory));
  // "Asistencia y mis datos": the wishes of two people.
  if (found.length > 1 && found.includes('attendance') && !ofAttendance.has(found[0])) return undefined;
  return found[0] ?? (isRefused || isStory ? undefined : wishForSubject(words));
}

/** "Yoga", "quiero hacer gimnasia": a subject alone, or wanted, is a wish for classes of it. */
function wishForSubject(words: string[]): Wish | undefined {
  if (words.some((word) => stories.has(word)) || !words.some(isTopic)) return undefined;
  const isBare = words.every((word) => polite.has(word) || (isTopic(word) && !tongues.has(word)));
  return isBare || wantsSubject.test(words.join(' ')) ? 'classes' : undefined;
}

const politeEnds = wordSet(
  'por favor porfa porfis hola ola buenas buenos dias tardes noches gracias please hello hi quiero deseo necesito',
);

// Of a class, the place is what is sought; of herself it is where she lives.
function givenWith(wish: Wish, given: Introduction): Introduction {
  const { place: _, ...ofHerself } = given;
  return wish === 'register' ? given : wish === 'classes' ? ofHerself : {};
}

/** Whether she told who she is: her name and something besides, or a document. */
function isIntroduction({ names, document, number, place }: Introduction): boolean {
  return [names, document ?? number, place].filter(Boolean).length > 1 && (names ?? document) !== undefined;
}
