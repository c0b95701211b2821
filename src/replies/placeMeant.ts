import { any } from './anyOf';
import { relatives } from './others';

/**
 * The parts of some folded words that may tell where she wants to go, the likeliest first: what comes after "pero" or
 * "ahora" before what comes before it; not where she lived once, nor what is far, nor where others live.
 */
export function partsMeant(words: string[]): string[][] {
  const line = words.join(' ').slice(0, longestLine).replace(otherThings, ' ').replace(moved, ' ').replace(verb, ' ');
  const parts = also.test(line) ? [line] : line.split(turns).reverse();
  return parts.filter((part) => !notMeant.test(part)).map((part) => part.split(' ').filter(Boolean));
}

const longestLine = 300;

// "Mi mamá vive en Suba y yo en Bosa".
const turns =
  /\b(?:pero|ahora|sino|but|now)\b|(?<=\b(?:vivo|vivimos|estoy) en [a-z ]{3,60}) (?=antes (?:vivia|viviamos|estaba|estuve|era)\b)|\b(?:y|and) (?=(?:yo|i|mi|mis|my)\b)|\b(?:y )?(?=(?:yo|uno|una) (?:vivo|aca|aqui|en|soy|estoy|ahora)\b)|(?<=\byo (?:vivo |estoy )?en [a-z ]{3,25} )(?=(?:mi|mis) )/;
// Both may be meant: "vivo en Fontibón pero trabajo en Suba".
const also = any(
  'tambien|also|too',
  '(?:pero|but) (?:yo |i )?(?:trabajo|estudio|work|study)',
  'entre semana|fin(?:es)? de semana|de lunes a viernes|on weekdays|(?:at|on) (?:the )?weekends?',
);
const people = 'rafael|antoni[oa]|candelaria|kennedy|juan rey|uribe';
const notMeant = any(
  'antes|vivia|viviamos|vivi|naci|nacida|creci|me crie|criada|fui|iba|ibamos|estuve|estudie|trabaje|lived|i was|used to|born|grew up',
  'lejos|lejisimos|lejitos|far|robaron|atracaron|peligros[oa]|me da miedo|how do i get|anywhere but|me sacaron|fuera de|por ?que',
  `(?:mi|mis|my|la|el|los|las|una|un) (?:${relatives}|familia|senora|senor)s?(?: \\w+){0,2} (?:vive|viven|esta|estan|queda|trabaja|trabajan|estudian?|nacio|la atienden|lo atienden|va|van|fue|se|es de|son de|lives|live|is|works|goes)`,
  `^ ?(?:mi|mis|my) (?:${relatives})s? (?:en|de|por|in)`,
  '(?:profe|profesora|profesor|instructora|instructor) de',
  // Somebody who is called as a place is.
  `(?:me llamo|se llama|mi nombre es|my name is|soy (?!de\\b|del\\b|vecin)|don|dona|john|senor) ?(?:${people})|(?:mi|my) (?:${relatives}) (?:${people})|(?:${people})(?: \\w+)? (?:es|is) (?:mi|my)`,
);
// "Me mudé de Usme a Bosa".
const moved =
  /\b(?:mude|mudamos|mudaron|pase|pasamos|traslade|trasladamos|trastie|trasteamos|trastee|moved)\b[a-z ]*? (?:a|para|to) (?=\w)/;
// "Suba el volumen" tells of no locality, nor a shopping centre of the centre of the city.
const verb =
  /\b(?:que|se|me|lo|le|que (?:dios|el senor) (?:la|lo|me)) suba\b|\bsuba (?:por favor )?(?:el|la|los|las|un|una) (?:volumen|fotos?|archivos?|documentos?|voz|precios?|imagen|videos?|tono)\b/g;
const otherThings =
  /\b(?:avenida|av) (?:suba|usme|ciudad de cali)\b|\bsuba avenue\b|\banywhere but\b.*|\bsanta fe (?:de antioquia|campeon|gana|juega)\b|\bciudad bolivar (?:de )?venezuela\b|\bmanitas (?:de mi|me|le)\b|\bcandelaria la nueva\b|\bsoy (?:una )?mujer\b|\bcentros? (?:comercial|medico|educativo|crecer|dia|noche|de (?:salud|servicios?|atencion|desarrollo|estudios?|acopio|copiado|vida|rehabilitacion|mayores))\b|\bporvenir de (?:mi|mis|los|la|el)\b.*|.*\bel 20 de julio es\b.*|.*\b(?:naci|nacio|festivo|cumplo|cumpleanos|independencia)\b.*\b20 de julio\b.*|.*\b20 de julio\b.*\b(?:festivo|independencia)\b.*/g;
