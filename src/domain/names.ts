import { isFamilyName } from './familyNames';
import { isGivenName } from './givenNames';

/** A person's names as she gave them, in proper case. `last` may be empty where she has only one name. */
export type Names = { first: string; last: string };

/**
 * First and last names of a whole name: Spanish custom, two last names where there are three words or more; fewer where
 * the words before are plainly given names ("Martha Cecilia Ruiz"), and none where all are ("Leidy Johana").
 */
export function splitName(text: string): Names {
  const units = glued(properCase(text).split(' ').filter(Boolean));
  const cut = givenUnits(units);
  return { first: units.slice(0, cut).join(' '), last: units.slice(cut).join(' ') };
}

function givenUnits(units: string[]): number {
  const first = units[0] ?? '';
  // "Hope Grace" has a last name, "Mary Grace Santos" two first names.
  if (units.length === 2 && englishFamilies.has(unaccented(units[1] ?? ''))) return 1;
  const family = units.findIndex((unit, at) => at > 0 && !isGivenAfter(first, unit) && !isDouble(first, unit, at));
  const given = family < 0 ? units.length : family;
  return Math.max(given, units.length - 2, 1);
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

// "María del Pilar", "Ana de Jesús", "Flor de María": the devotion belongs to the given name, not to the family.
const devotions = new Set(
  'pilar carmen rosario mar socorro angeles milagros rocio transito consuelo sol jesus fatima lourdes dios mercedes nieves dolores cielo amparo guadalupe asis candelaria maria lima valle coromoto chiquinquira'.split(
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

/** Words in units that belong together: a particle with what follows, a devotion or an initial with the given name before it. */
function glued(words: string[]): string[] {
  const units: string[] = [];
  let particlesBefore: string[] = [];
  for (const [at, word] of words.entries()) {
    if (isParticle(word) && at < words.length - 1) {
      particlesBefore.push(word);
      continue;
    }
    const unit = [...particlesBefore, word].join(' ');
    const isInitial = particlesBefore.length === 0 && /^\p{L}\.?$/u.test(word);
    const isDevotion = particlesBefore.length > 0 && units.length > 0 && devotions.has(unaccented(word));
    particlesBefore = [];
    const isInside = at < words.length - 1;
    if ((isInitial && isInside && units.length > 0) || (isDevotion && (isInside || units.length === 1)))
      units.push(`${units.pop()} ${unit}`);
    else units.push(unit);
  }
  return units;
}

/** Whether a later word of a name is plainly a given name: "Cecilia"; "Joseph" after a woman's name is of the family. */
function isGivenAfter(first: string, unit: string): boolean {
  const [word = ''] = unaccented(unit).split(' ');
  if (!isGivenName(word) || isFamilyName(word)) return false;
  const [before = ''] = unaccented(first).split(' ');
  return !mensAndFamilies.has(word) || isMansName(before);
}

/** "Blanca Nieves": the second word alone is a family name, too. */
function isDouble(first: string, unit: string, at: number): boolean {
  return at === 1 && doubles.has(`${unaccented(first)} ${unaccented(unit)}`);
}

const doubles = new Set(['blanca nieves', 'maria nieves', 'maria paz', 'maria cruz', 'maria reina', 'luz angel']);

const englishFamilies = new Set('grace lee rose lynn hope joy faith jane'.split(' '));

function isMansName(word: string): boolean {
  return men.has(word) || (word.endsWith('o') && !womenInO.has(word));
}

const womenInO = new Set('rocio consuelo amparo socorro rosario transito milagro charito'.split(' '));
const men = new Set(
  'jose juan luis carlos jorge jean david daniel miguel angel victor hector rafael manuel felipe andres oscar edgar wilson nelson javier cesar jaime john jhon jonathan william edwin ivan julian fabian sebastian german hernan joel gabriel samuel ismael israel abel ruben simon martin joaquin agustin benjamin elkin cristian brayan bryan kevin jefferson alexander duvan wilmar wilmer yesid efrain saul elias nestor omar hugo henry harold roman adrian alexis edison pierre paul michel michael'.split(
    ' ',
  ),
);
const mensAndFamilies = new Set(
  'joseph jean pierre louis charles paul james george thomas michel simon julio jaime vicente esteban abraham alexis david daniel gabriel luis felipe lucas marcos mateo matias nicolas pascual ramon rafael salvador santiago tomas martin benjamin samuel elias isaac adrian agustin german gregorio lorenzo mauricio patricio valentin damian fabian clemente bryan brian nelson wilson henry'.split(
    ' ',
  ),
);

function unaccented(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
