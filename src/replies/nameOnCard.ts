import type { Names } from '../domain/names';
import type { Read } from './reading';
import { folded } from './text';

/**
 * Her name as her document has it: "soy Stella pero en la cédula sale María Stella Garzón". `unsure`: where she is also
 * called by a name that is not in it; which of them counts she has to say. Undefined: she does not tell what it says.
 */
export function nameOnCard(typed: string, read: (text: string) => Read<Names, string>): Names | 'unsure' | undefined {
  const told = onCard.exec(typed);
  if (!told) return undefined;
  const onIt = read(typed.slice(told.index + told[0].length));
  if (!onIt.ok || onIt.value.last === '') return undefined;
  const [, called] = callsHerself.exec(typed.slice(0, told.index)) ?? [];
  return !called || isIn(folded(onIt.value.first).split(' '), folded(called)) ? onIt.value : 'unsure';
}

// "Tere" is in "María Teresa", "Ana" not in "Anaís".
function isIn(names: string[], called: string): boolean {
  return names.some((name) => name === called || (called.length > 3 && name.startsWith(called)));
}

const onCard =
  /(?<!\p{L})(?:en |con )?(?:la|mi) (?:[cs][eé]dula|identificaci[oó]n)(?: ya| s[ií])?,?(?: (?:me )?(?:dice|sale|aparece|apare[zsc]co|aparesco|figura|figuro|soy|estoy|est[aá]|salgo|quedé|quedo|tengo)(?: como)?)?[\s:,]+(?=\p{L}+ \p{L})/iu;
const callsHerself = /(?<!\p{L})(?:me llamo|mi nombre es|my name is) (\p{L}+)/iu;
