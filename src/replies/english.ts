import { wordSet, wordsOf } from './text';

/**
 * Whether a message is plainly English: at least two of its small words, and none of Spanish. "Hello" and "ok" are said by
 * everybody, and a class may be called "English".
 */
export function isPlainlyEnglish(text: string): boolean {
  const words = wordsOf(text).slice(0, longest);
  if (words.some((word) => spanish.has(word))) return false;
  return new Set(words.filter((word) => english.has(word))).size >= enough;
}

const longest = 60;
const enough = 2;
const english = wordSet(
  'i you we they my your the an is are am do does did can could would will want need like have has how what where when why who which ' +
    'this that these those there with for from about to of and or not dont im it its please speak register enroll enrol sign join ' +
    'classes help free live',
);
const spanish = wordSet(
  'que quiero de la el los las en para por con una un es hola clases clase curso buenos buenas dias tardes gracias si mi mis me y o ' +
    'soy yo tengo necesito puedo como donde cuando cual del al su se lo le ver favor senora',
);
