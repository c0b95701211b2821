import type { DaySaid } from '../domain/daySaid';
import { any } from './anyOf';
import { daySaid } from './daySaid';
import { type Introduction, introduction } from './introduction';
import { soon } from './placeWishes';
import { localityAt, type Sought, soughtIn } from './sought';
import { clausesOf, wordSet, wordsOf } from './text';
import { isTopic } from './topics';
import { whenIn } from './when';
import { clausesToldIn } from './wishClauses';
import { isElse, isLeaving, isNotHers } from './wishDoubts';
import { type Wish, wantsSubject, wishes } from './wishes';

/**
 * What a message asks for, with all that it says along the way: `sought` of the class meant, `given` of the person
 * herself ("quiero inscribirme en yoga en Bosa, soy Ana Ruiz"). JSON; what she said of herself may be used after her
 * consent only. `day`: the one that an instructor named.
 */
export type Intent = { wish: Wish; sought?: Sought; given?: Introduction; day?: DaySaid };

/** Reads what somebody wants who writes out of the blue; a refusal, a story or nothing we do gives nothing. */
export function readIntent(text: string): Intent | undefined {
  const words = wordsSaid(text).slice(0, longestWish + 1);
  if (words.length === 0 || words.length > longestWish) return undefined;
  const given = introduction(text);
  const wish = wishIn(text, words) ?? (isIntroduction(given) ? 'register' : undefined);
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
  if (asksForSomebody.test(words.join(' '))) return false;
  const besides = words.join(' ').replace(greetingPhrase, ' ').split(' ').filter(Boolean);
  return besides.every((word) => greetings.has(word) || greeting.has(word));
}

// "Wanna" and "gonna" are two words each.
function wordsSaid(text: string): string[] {
  return wordsOf(text).flatMap((word) =>
    word === 'wanna' ? ['want', 'to'] : word === 'gonna' ? ['going', 'to'] : [word],
  );
}

// Of words that by themselves greet nobody.
const greetingPhrase = /\bhay alguien(?: por)?(?: ahi| alla)?\b|\btengan? (?:usted|ustedes|todas)\b/;

// "Buenas, ¿está la profe?" greets, and asks.
const asksForSomebody = /(?<!como )\besta (?:la|el|mi|su)\b/;

const longestWish = 50;
const longestGreeting = 15;

const ofClasses = new Set<Wish>(['classes', 'next_session', 'leave_class', 'not_coming', 'line', 'leave_line']);

const ofDays = new Set<Wish>(['earlier_attendance']);
// Attendance of a kind is attendance too, and no second wish.
const ofAttendance = new Set<Wish | undefined>([
  'unmarked',
  'my_list',
  'who_missed',
  'check_in_code',
  'undo_marks',
  'earlier_attendance',
]);

const polite = wordSet(
  'any got there in at on por favor porfa porfis hola ola buenas buenos dias tardes noches gracias please hello hi quiero quisiera deseo necesito ver me una un ' +
    'la el senorita senora clase clases curso curso taller de en a para los las por',
);
const greetings = wordSet(
  'epa epale quiubo quihubo agradecida agradezco bendicion bendiciones hola ola holi holaa buenas buenos buen buena saludos saludo gracias bendiga pague feliz hello hi hey good thanks thank',
);
const greeting = wordSet(
  'dia dias tarde tardes noche noches muy que tal como esta estan amanece amanecen amanezca cordial un muchas mil senora senor senorita seno profe dios la lo le les mi amor reina corazon amanecio amanecieron ' +
    'morning afternoon evening you very much a lot dear va mucho muchisimas muchisima mija mijita se guarde cuide vecina veci doctora ' +
    'nina ninita linda hermosa bella bonita preciosa po todo todos por su ayuda atencion amable bien buena hay aqui there mam maam sir everyone everything for your help so',
);
const refusals = wordSet('no ni nunca tampoco not dont didnt never');
// Who tells of what was, or of somebody else's class, asks for none.
const past = wordSet(
  'estuvo estaba fue ayer encanta encanto gusto estuve hice hicimos termine curse vi cambiarme cambiar cambio change switch pasarme trasladarme certificado',
);
const stories = wordSet(
  'gusta doctor dijo bueno buena bonita bravo escuela colegio jardin son va llevar llevo traer materiales ropa colchoneta',
);
// Alone it is the language she wants to be spoken to.
const tongues = wordSet('ingles english spanish espanol');

function wishIn(text: string, words: string[]): Wish | undefined {
  if (saysTwo(text)) return undefined;
  return wishOf(withoutOldRefusals(words)) ?? wishInClauses(text, words);
}

/** "Dígale a la profe que hoy no alcanzo, me cambiaron el turno": the one clause that tells a wish, if no other does. */
function wishInClauses(text: string, words: string[]): Wish | undefined {
  const told = new Set(clausesToldIn(text).map((clause) => wishOf(withoutOldRefusals(clause))));
  const [wish, ...others] = [...told].filter((one) => one !== undefined);
  if (wish === undefined || others.length > 0 || wish === 'classes') return undefined;
  return isNotHers(wish, words.join(' ')) ? undefined : wish;
}

/** "Me retiro de yoga y corríjanme el apellido": to do one would be to leave out the other. */
function saysTwo(text: string): boolean {
  const parts = clausesOf(text)
    .split(/ (?:\/|y|ademas|tambien|and|also) /)
    .slice(0, mostParts);
  if (parts.length < 2) return false;
  const told = new Set(parts.map((part) => wishOf(part.split(' '))));
  return [...told].some((one) => one && aboutClasses.has(one)) && [...told].some((one) => one && aboutHer.has(one));
}

const mostParts = 6;
const aboutClasses = new Set<Wish>(['leave_class', 'not_coming', 'leave_line', 'classes', 'next_session', 'line']);
const aboutHer = new Set<Wish>(['change_data', 'see_data', 'erase_data', 'new_number']);

// "El bachillerato que no pude terminar": what she could not do once is not refused now.
function withoutOldRefusals(words: string[]): string[] {
  return words.join(' ').replace(onceRefused, ' ').replace(orNot, '').split(' ').filter(Boolean);
}

// "¿Me toca yoga o no?"
const orNot = / (?:o|or) (?:no|not)$/;

const onceRefused =
  /\b(?:que|porque|pues|cuando|y) (?:yo )?(?:no|nunca) (?:lo |la |me )?(?:pude|alcance|termine|acabe|aprendi|estudie|dejaron|tuve)\b|\b(?:no|nunca) se nada\b/;

function wishOf(words: string[]): Wish | undefined {
  const line = words.join(' ');
  const bare = words.filter((word) => !politeEnds.has(word)).join(' ');
  const isRefused = words.some((word) => refusals.has(word));
  const isStory = words.some((word) => past.has(word));
  const found = wishes
    .filter(({ wish, told, unlessRefused }) => isTold(wish, told, [line, bare]) && !(unlessRefused && isRefused))
    .map(({ wish }) => wish)
    .filter((wish) => !(wish === 'classes' && isStory));
  // "Asistencia y mis datos": the wishes of two people.
  if (found.length > 1 && found.includes('attendance') && !ofAttendance.has(found[0])) return undefined;
  const wish = found[0] ?? (isRefused || isStory ? missesSubject(words) : wishForSubject(words));
  return wish && isNotHers(wish, line) ? undefined : wish;
}

function isTold(wish: Wish, told: RegExp, [line = '', bare = '']: string[]): boolean {
  return [line, bare].some((words) => {
    const match = told.exec(words);
    return match !== null && !isElse(wish, line, words.slice(match.index + match[0].length));
  });
}

/** "Yoga", "quiero hacer gimnasia": a subject alone, or wanted, is a wish for classes of it. */
function wishForSubject(words: string[]): Wish | undefined {
  if (!words.some(isTopic)) return undefined;
  if (heardOf.test(words.join(' '))) return 'classes';
  if (words.some((word) => stories.has(word))) return undefined;
  if (words.some((word, at) => isTopic(word) && isLeaving(words, at))) return 'leave_class';
  if (hourAsked.test(words.join(' ')) || words.some((_, at) => isHerTurn(words, at))) return 'next_session';
  const isBare = withoutPlaces(whenIn(words).rest).every(
    (word) => polite.has(word) || (isTopic(word) && !tongues.has(word)),
  );
  return isBare || wantsSubject.test(words.join(' ')) ? 'classes' : undefined;
}

/** "Entonces no voy a yoga": a subject she stays away from, soon. */
function missesSubject(words: string[]): Wish | undefined {
  const isMissed = words.some(
    (word, at) => isTopic(word) && !isVerb(word) && missing.test(words.slice(Math.max(0, at - 6), at).join(' ')),
  );
  return isMissed && soonSaid.test(words.join(' ')) ? 'not_coming' : undefined;
}

const missing =
  /\bno (?:voy|ire|alcanzo|llego)(?: a ir| a llegar)?(?: al?| a (?:la|el|lo de|las?)| (?:clase|curso) de)*$/;
const soonSaid = any(soon);

// "El jueves me toca yoga o no"; "hoy me toca cocinar" is no class.
function isHerTurn(words: string[], at: number): boolean {
  const [before = '', word = ''] = [words[at - 1], words[at]];
  return before === 'toca' && isTopic(word) && !isVerb(word);
}

function isVerb(word: string): boolean {
  return /[aei]r$/.test(word);
}

// "Una vecina me dijo que acá enseñan panadería".
const heardOf =
  /\b(?:dijo|dijeron|conto|contaron|supe|escuche|told me|heard)(?: \w+){0,2} (?:que|that)?(?: \w+){0,2} ?(?:ensenan|dictan|dan (?:clases?|cursos?|talleres)|hay (?:clases?|cursos?)|teach|you have)\b/;
// "A qué horas es yoga".
const hourAsked =
  /\ba que horas? (?:es|son|empieza|dan)\b|\b(?:cuando|que dia|a que horas?) (?:es|seria|toca) la (?:proxima|siguiente)\b|\b(?:proxima|siguiente)(?: clase| sesion)? del? \w+ (?:cuando|que dia|a que horas?)\b|\b(?:hoy|manana)(?: si| no)? hay\b/;

function withoutPlaces(words: string[]): string[] {
  const named = words.flatMap((_, at) => Array.from({ length: localityAt(words, at) }, (_, step) => at + step));
  return words.filter((_, at) => !named.includes(at));
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
