import { any } from './anyOf';
import { withoutCourtesies } from './courtesies';
import { asks } from './passingSigns';
import { clausesOf, wordSet, wordsOf } from './text';

/** What people ask in passing, whatever they are at: things that can be answered in a line, before they go on. */
export type PassingQuestion =
  | 'cost'
  | 'care'
  | 'who'
  | 'men'
  | 'minor'
  | 'another'
  | 'what'
  | 'trust'
  | 'where'
  | 'when'
  | 'absence'
  | 'wait'
  | 'back'
  | 'virtual'
  | 'hours'
  | 'team'
  | 'thanks'
  | 'hello'
  | 'ok';

/**
 * The question a message asks, or the courtesy it is: "¿eso tiene costo?", "puedo llevar a mi mami", "gracias, Dios la
 * bendiga". Whoever asks it must first know that the message answers nothing: at a yes or no, "gracias" may be a no.
 */
export function passingQuestion(text: string): PassingQuestion | undefined {
  // "Ay que yebar".
  const line = clausesOf(text)
    .replace(/\bay que\b/g, 'hay que')
    .replace(/\bay(?= (?:clases?|cursos?|cupos?|yoga|algo|algun\w*|horarios?|sedes?)\b)/g, 'hay')
    .replace(/\bye[bv]ar/g, 'llevar');
  const words = line.split(/[ /]+/).filter(Boolean);
  if (words.length === 0) return okSigns.test(text.slice(0, 40)) ? 'ok' : undefined;
  if (words.length > longestQuestion) return undefined;
  const bare = withoutCourtesies(line);
  const courtesy = courtesyOf(words) ?? (isOk(bare, line) ? 'ok' : isCourteous(bare) ? courtesySaid(line) : undefined);
  if (courtesy) return courtesy;
  const asked = bare.replace(/ \/ /g, ' ');
  return asks.find(({ when }) => when.test(asked))?.question;
}

/** Whether a message asks something, whatever it is: by its sign, or by the word it begins with. */
export function isQuestion(text: string): boolean {
  const words = wordsOf(text).slice(0, longestQuestion + 1);
  if (words.length < 2) return false;
  return /[?¿]/.test(text.slice(0, 400)) || (words.length <= longestQuestion && asking.test(words.join(' ')));
}

// "Listo pues, señorita".
function isOk(bare: string, line: string): boolean {
  const words = bare.split(/[ /]+/);
  const isPlain = words.every((word) => oks.has(word) || fillers.has(word));
  return isPlain && words.some((word) => oks.has(word)) && !thanked.test(line);
}

// What is left may still be one: "listo, muchas gracias".
function isCourteous(line: string): boolean {
  return line.split(/[ /]+/).every((word) => word === '' || courtesies.has(word));
}

function courtesySaid(line: string): 'thanks' | 'hello' | undefined {
  if (thanked.test(line)) return 'thanks';
  return greeted.test(line) ? 'hello' : undefined;
}
const thanked = any(
  'gracias',
  'agradezco',
  'agradecida',
  'bendi\\w+',
  'pague',
  '(?:le|les|la|lo) (?:de|regale)',
  'amables?',
  'atent[oa]s?',
  'obliged',
  'agradece',
  'thanks?',
  'thank',
  'thx',
  'appreciate\\w*',
  'god bless',
);
const greeted = any(
  'hola',
  'ola',
  'holi',
  'buen[oa]?s?',
  'saludos',
  'que tal',
  'como esta',
  'hello',
  'hi',
  'hey',
  'good',
);

const longestQuestion = 22;
const asking =
  /^(?:y |hola |buenas |buenos dias |disculpe |una pregunta |pregunta )*(?:que|cual|cuales|como|cuando|cuanto|cuantos|cuanta|cuantas|donde|adonde|quien|quienes|por que|para que|hay|dan|tienen|se puede|puedo|podria|toca|what|which|how|when|where|who|why|can i|do i|is there|are there) /;

function courtesyOf(words: string[]): 'thanks' | 'hello' | 'ok' | undefined {
  if (words.every((word) => oks.has(word))) return 'ok';
  if (!words.every((word) => thanks.has(word) || hellos.has(word) || courtesies.has(word))) return undefined;
  if (words.some((word) => thanks.has(word))) return 'thanks';
  return words.some((word) => hellos.has(word)) ? 'hello' : undefined;
}

const okSigns = /^(?:\s|[👍👌🙏🙌❤💜🌸🤗☺😊✅]|\p{Emoji_Modifier}|\u{FE0F})+$/u;
const oks = wordSet(
  'ok okay okey oki listo vale dale bueno perfecto entendido enterada oka okis dele alright understood entiendo comprendo got',
);
const fillers = wordSet('pues po ps pz mam maam y ya entonces it le les si');
const thanks = wordSet('gracias grasias agradezco agradecida bendiga bendigan bendiciones pague thanks thank thx');
const hellos = wordSet('hola ola holi buenas buenos buen saludos hello hi hey good');
const courtesies = wordSet(
  'muchas muchisimas mil mi amor corazon reina vida mija mijita vecina vecinita senora senor senorita sumerce profe doctora ' +
    'dios la lo le les los las a y de por todo eso su ayuda atencion informacion muy amable amables querida dia dias tarde ' +
    'tardes noche noches feliz linda lindo bonita que tal como esta estan ok bueno listo vale you very much so for your help ' +
    'god bless morning afternoon evening lovely ever so great perfect nice po mam maam nina linda hermosa bella',
);
