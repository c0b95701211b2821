import { isGivenName } from '../domain/givenNames';
import { any } from './anyOf';
import { isNear } from './near';

/**
 * What is to be corrected, where she tells the fault instead of naming it plainly: "me pusieron Jhoana y es Yohana" is the
 * name, "la cédula quedó con un 6 de más" the document. Given as a word of its title; nothing where she may mean two.
 */
export function faultTold(line: string): 'nombre' | 'documento' | 'sede' | undefined {
  if (others.test(line) || fine.test(line)) return undefined;
  const [, mine = '', not = ''] = thisNotThat.exec(line) ?? [];
  if (mine !== not && isGivenName(mine) && isGivenName(not)) return 'nombre';
  const told = putFor.exec(line);
  const [, wrong = '', right = ''] = told ?? [];
  if (told && /^[\d ]+$/.test(wrong + right)) return 'documento';
  if (told && wrong !== right && isNear(wrong, right)) return 'nombre';
  const named = kinds.filter(([, words]) => words.test(line)).map(([kind]) => kind);
  const [only, another] = named;
  if (another) return undefined;
  if (only) return fault.test(line) ? only : undefined;
  return farAway.test(line) ? 'sede' : undefined;
}

const kinds: ['nombre' | 'documento' | 'sede', RegExp][] = [
  ['nombre', any('nombres?|apellidos?|names?|surnames?')],
  ['documento', any('cedula|documento|identificacion|pasaporte|ppt|id|document')],
  ['sede', any('sede|sitio|lugar|manzana|site|place')],
];
// "Me pusieron Jhoana y es Yohana".
const putFor =
  /(?<!\w)(?:(?:me |lo |la )?(?:pusieron|puso|escribieron|registraron|anotaron|dice|aparezco como|salgo como|quede como|quedo como)) (\w{2,20})(?: \/)? (?:y|pero|cuando) (?:es|soy|me llamo|era) (\w{2,20})$/;
// "Soy Yolanda, no Yolima".
const thisNotThat = /^(?:yo )?(?:soy|me llamo|es) (\w{2,20}) (?:\/ )?(?:y )?no (\w{2,20})$/;
const fault = any(
  '(?:dos|tres|cuatro|\\d) buses',
  'de mas|de menos|(?:le |me )?(?:falta|sobra|faltan|sobran|falto|sobro)|quedo|quedaron|pusieron|puse|escribieron|escribi|salio|mal|porra|lejos|lejisimos|cambi\\w+|correg\\w+|corrij\\w+|al reves|wrong|missing|far',
);
const farAway = any(
  '(?:queda|quede|esta|quedo)(?: muy| mas| re)* (?:lejos|lejisimos|cerca|cerquita|retirad[oa]|en la porra)',
);
const fine = any('bien|correct[oa]s?|perfect[oa]|fine|right');
const others = any('telefono|celular|correo|fecha|edad|direccion|phone|email|birthday|todo|todos');
