import { any } from './anyOf';
import { folded } from './text';

/** Those a caregiver speaks of, next to herself: in "mi hija", "my mother". */
export const relatives =
  'mama|mami|mamita|madre|papa|papi|papito|padre|hija|hijo|hijos|hijas|hijita|hijito|nina|nino|ninos|ninas|nieta|nieto|nietos|nietas|abuela|abuelo|abuelita|abuelito|' +
  'esposo|esposa|marido|mujer|pareja|novio|novia|companero|companera|hermana|hermano|hermanas|hermanos|hermanita|hermanito|tia|tio|prima|primo|sobrina|sobrino|suegra|suegro|' +
  'cunada|cunado|nuera|yerno|vecina|vecino|amiga|amigo|comadre|compadre|madrina|padrino|ahijada|ahijado|' +
  'mother|mom|mum|father|dad|daughter|son|sons|kid|kids|child|children|husband|wife|partner|sister|brother|grandmother|grandma|grandfather|grandson|granddaughter|' +
  'aunt|uncle|cousin|neighbour|neighbor|friend';

/** Whether folded words tell of a document of somebody else's: "la cédula de mi mamá", "mi esposo tiene PPT". */
export function othersDocument(line: string): boolean {
  return ofAnother.test(line);
}

/** Whether what she says before a name tells that it may be somebody else's: "es para mi mamá, Rosa Gómez". */
export function namesAnother(text: string): boolean {
  return another.test(folded(text));
}

const another = new RegExp(
  `(?<!\\p{L})(?:(?<!cuid\\p{L}{0,6} (?:al? |del? )?(?:mi |mis |la |el |un |una )?)(?:${relatives})|ella|ellas|profe\\p{L}*|instructora|doctora \\p{L}+|llama|nombre de|parte de|recomend\\p{L}+|conoce|busco|hablar con|(?:con|a) quien|no soy|preguntar por|pregunto por|para una|usted es)(?!\\p{L})`,
  'u',
);

const ofAnother = any(
  `(?:de|del|es|era) (?:mi|mis|la|el|los|las|un|una|su) (?:${relatives})`,
  `del (?:${relatives})`,
  `(?:mi|mis|la|el|my) (?:${relatives})s?(?: \\w+)? (?:tiene|tienen|es|usa|saco|has|have|is)`,
  `(?:para |el |la |mi )(?:mi )?(?:${relatives}) (?:cedula|tarjeta|ppt|pasaporte|registro)|(?:para|de) (?:mi|mis|el|la) (?:${relatives})`,
  '(?:ella|el|he|she) (?:tiene|tienen|usa|has)|de (?:la|el) (?:senora|senor|persona) que',
  `my (?:${relatives})s? (?:is|id|cedula|passport|document|\\d+)`,
  `\\d+ (?:(?:is|are) )?my (?:${relatives})s?$`,
);
