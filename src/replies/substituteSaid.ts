import { fullName } from '../domain/names';
import { any } from './anyOf';
import { readName } from './name';
import { folded, longestText, wordSet } from './text';
import { dayOf } from './weekday';

/** Who gives an instructor's class in her place, as she named her, or that nobody does any more. */
export function substituteIn(
  text: string,
  line: string,
): { kind: 'substitute'; name?: string } | { kind: 'no_substitute' } | undefined {
  if (nobody.test(line)) return { kind: 'no_substitute' };
  if (!said.test(line)) return undefined;
  const name = nameIn(text);
  return { kind: 'substitute', ...(name && { name }) };
}

const stands =
  're?emplaz(a|ara|ar|e|aria|o)|cubr(e|ira|ir|a)|suple|suplira|suplir|sustituye|sustituira|substitute|substitutes|cover|covers|covering|replace|replaces|stand in|stands in|standing in|fill in|fills in|filling in';
const nobody = any(
  `(ya )?no (me )?(va a )?(${stands})|(ya )?no me (${stands})`,
  '(quit\\w+|cancel\\w+|elimin\\w+|sin|no necesito|ya no necesito|remove|drop)( \\w+){0,2} (reemplazo|remplazo|suplente|sustituta|sustituto|substitute|cover|replacement)',
  `(no longer|not|wont|will not|isnt|is not)( \\w+)? (${stands})`,
);
const gives = 'da|dara|va a dar|dicta|dictara|hace|hara|toma|teaches|gives|will teach|will give|is teaching';
const said = any(
  `(me|nos) (va a )?(${stands})|(${stands})( \\w+){0,2} (mi|la|my|me|for me)`,
  `(quiero|necesito|need|pido|tengo|hay|want)( \\w+){0,2} (reemplazo|remplazo|suplente|sustituta|sustituto|substitute|replacement)`,
  `(mi |el |la |my )?(reemplazo|remplazo|suplente|sustituta|sustituto|substitute|replacement)( \\w+){0,3} (es|sera|va a ser|is|will be)`,
  `(${gives}) (mi|my) (clase|class|sesion|taller)`,
);

/** The run of words that is no part of the rest of the sentence, if it reads as a name. */
function nameIn(text: string): string | undefined {
  const pieces = text
    .slice(0, longestText)
    .slice(0, 300)
    .replace(/['’]s\b/g, ' ')
    .split(/[\s,.;:!¡]+/)
    .filter(Boolean);
  const names = runsOf(pieces)
    .map(withoutParticles)
    .flatMap((run) => {
      const read = run.length > 0 ? readName(run.join(' '), { isTold: true }) : undefined;
      return read?.ok ? [fullName(read.value)] : [];
    });
  // The class may be named too.
  const whole = names.filter((name) => name.includes(' '));
  const [only, another] = whole.length > 0 ? whole : names;
  return another === undefined ? only : undefined;
}

/** The runs of words that may be names, but for the class: "... para lectura", "... en la clase de lectura". */
function runsOf(pieces: string[]): string[][] {
  const runs: { words: string[]; isClass: boolean }[] = [];
  let [lead, isOpen] = ['', false];
  for (const piece of pieces) {
    const word = folded(piece);
    const joins = particles.has(word) && isOpen;
    const isName = joins || (!others.has(word) && !/\d/.test(word) && dayOf(word) === undefined);
    if (isName && !isOpen) runs.push({ words: [], isClass: ofClass.has(lead) });
    if (isName) runs.at(-1)?.words.push(piece);
    else if (particles.has(word)) lead = /^del?$/.test(word) && meetings.has(lead) ? 'en' : lead;
    else lead = word;
    isOpen = isName;
  }
  return runs.filter(({ isClass }) => !isClass).map(({ words }) => words);
}
const ofClass = wordSet('para en for in');
const meetings = wordSet('clase clases sesion taller curso');

function withoutParticles(run: string[]): string[] {
  return run.slice(0, run.findLastIndex((piece) => !particles.has(folded(piece))) + 1);
}

const particles = wordSet('de del la las los');
const others = wordSet(
  'me nos va a al el la las los lo le un una mi mis de del en por para con que es sera ser y e o si ya yo profe profesor profesora instructor instructora ' +
    'companera companero colega hola buenas favor porfa clase clases sesion taller encuentro hoy manana pasado tarde noche dia semana proximo proxima siguiente viene ' +
    'este esta otra da dara dar dicta dictara dictar hace hara hacer toma reemplaza reemplazara reemplazar reemplace remplaza remplazara remplazar reemplazo remplazo ' +
    'cubre cubrira cubrir cubra suple suplira suplir suplente sustituye sustituira sustituta sustituto quiero necesito pido tengo hay ' +
    'i my me the a an is are will be to for on at of this next today tomorrow tonight class session lesson cover covers covering replace replaces substitute ' +
    'replacement stand stands standing fill fills filling in teaches teach gives give teaching need want ' +
    'monday tuesday wednesday thursday friday saturday sunday lunes martes miercoles jueves viernes sabado domingo ' +
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
);
