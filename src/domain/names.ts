import { isGivenName } from './givenNames';

/** A person's names as she gave them, in proper case. `last` may be empty where she has only one name. */
export type Names = { first: string; last: string };

/**
 * First and last names of a whole name: Spanish custom, two last names where there are three words or more; of three, one
 * where the second is plainly a given name ("Martha Cecilia Ruiz").
 */
export function splitName(text: string): Names {
  const units = glued(properCase(text).split(' ').filter(Boolean));
  const [, second = '', third = ''] = units;
  const isSecondGiven = units.length === 3 && isGivenName(unaccented(second)) && !isGivenName(unaccented(third));
  const lasts = units.length === 1 ? 0 : units.length === 2 || isSecondGiven ? 1 : 2;
  const cut = units.length - lasts;
  return { first: units.slice(0, cut).join(' '), last: units.slice(cut).join(' ') };
}

/** A name in proper case, particles in lower case: "MARÍA DE LA CRUZ" gives "María de la Cruz". */
export function properCase(text: string): string {
  const words = text.normalize('NFC').trim().split(/\s+/u);
  return words.map((word, at) => (at > 0 && isParticle(word) ? word.toLowerCase() : properWord(word))).join(' ');
}

/** First and last names as one line. */
export function fullName(names: Names): string {
  return `${names.first} ${names.last}`.trim();
}

/** Whether a word only joins the words of a name: de, del, la, y, van … */
export function isParticle(word: string): boolean {
  return particles.has(word.toLowerCase());
}

const particles = new Set('de del la las lo los el y e i da das do dos di du van von der den vda viuda'.split(' '));

// "María del Pilar", "Ana de Jesús": the devotion belongs to the given name, not to the family.
const devotions = new Set(
  'pilar carmen rosario mar socorro angeles milagros rocio transito consuelo sol jesus fatima lourdes dios mercedes nieves dolores cielo amparo guadalupe asis candelaria'.split(
    ' ',
  ),
);

function properWord(word: string): string {
  const lower = word.toLowerCase();
  const isShouted = word === word.toUpperCase();
  // "McDonald" and "DiCaprio" were written with care: such words stay as they are.
  if (!isShouted && word !== lower && word.slice(1) !== lower.slice(1)) return word;
  return lower.replace(/(^|[-'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

/** Words in units that belong together: a particle with what follows, a devotion with the given name before it. */
function glued(words: string[]): string[] {
  const units: string[] = [];
  let particlesBefore: string[] = [];
  for (const [at, word] of words.entries()) {
    if (isParticle(word) && at < words.length - 1) {
      particlesBefore.push(word);
      continue;
    }
    const unit = [...particlesBefore, word].join(' ');
    const isDevotion = particlesBefore.length > 0 && units.length > 0 && devotions.has(unaccented(word));
    particlesBefore = [];
    if (isDevotion && (at < words.length - 1 || units.length === 1)) units.push(`${units.pop()} ${unit}`);
    else units.push(unit);
  }
  return units;
}

function unaccented(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
