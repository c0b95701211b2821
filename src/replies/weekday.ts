import { isWithin } from '../domain/edits';
import { soundOf } from './near';

/**
 * The weekday a word names. By its sound, with or without its last letter: "juebes", "savado", "los lune". By an edit
 * only if it is long: "vierned", but "artes" is no "martes".
 */
export function dayOf(word: string): number | undefined {
  const known = exactDays.get(word);
  if (known !== undefined) return known;
  // "Llueve" sounds like "jueve".
  if (word.length < 4 || word.length > 11 || word.startsWith('llue')) return undefined;
  const slip = word.length > 6 ? dayNames.findIndex((name) => name.length > 6 && isWithin(word, name, 1)) : -1;
  return slip >= 0 ? slip + 1 : soundingDays.get(soundOf(word).replace(/s$/, ''));
}

const dayNames = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'];
const soundingDays = new Map(dayNames.map((name, at) => [soundOf(name).replace(/s$/, ''), at + 1]));
const exactDays = new Map(
  [
    'lun monday mondays',
    'tuesday tuesdays',
    'mie wednesday wednesdays mircoles',
    'jue thursday thursdays',
    'vie friday fridays',
  ]
    .concat(['sab saturday saturdays sabadito sabdo', 'dom sunday sundays'])
    .flatMap((names, at) => names.split(' ').map((name): [string, number] => [name, at + 1])),
);
