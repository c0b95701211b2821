import { any } from './anyOf';
import { namesDocument } from './document';
import { othersDocument, relatives } from './others';
import { folded, longestText, wordSet, wordsOf } from './text';

/** A text without the numbers that plainly are of something else: dates, years, ages, counts, prices, times, addresses. */
export function withoutOtherNumbers(text: string): string {
  return others.reduce((rest, other) => rest.replace(other, ' '), text.slice(0, longestText));
}

/** A text without the number that another takes the place of: "41.556.780, perdón 41.556.870". */
export function withoutTakenBack(text: string): string {
  return text.slice(0, longestText).replace(takenBack, ' ');
}

const takenBack =
  /(?<!\d)\d[\d.,'-]{0,16}(?: [\d.,'-]{1,8}){0,9}[\s,.;]{1,4}(?:(?:ay|uy|no|que),? ){0,3}(?:perd[oó]n|disculpe|digo|miento|corrijo|mejor dicho|me equivoqu[eé]|sorry|i mean|ay no)[\s,.:]+(?=(?:(?:es|era|la|el|it['’]?s|no)[\s,]+){0,3}\d[\d.,' -]{4})/giu;

/** Phones that are said to be one, or look like a Colombian mobile. */
export const phones =
  /(?<![\p{L}\d])(?:(?:y |mi |el |and |my |n[uú]mero (?:de )?)*(?:cel(?:ular)?|tel(?:[eé]fono)?|whatsapp|m[oó]vil|contacto|phone|mobile)[\s:.#]*(?:es |is |n[uú]mero )*(?:el )?[+\d][\d .-]{6,16}|(?:\+?57 ?)?3\d{2}[ .-]?\d{3}[ .-]?\d{2}[ .-]?\d{2}(?!\d))/giu;

/**
 * Why a number that stands alone in a text may be of something else than her document, if it may. What she calls a
 * document's is one; a Colombian cédula of ten digits begins with 1, so that a phone is never taken for it.
 */
export function doubtOf(number: string, text: string): 'phone' | 'unsure' | undefined {
  const line = wordsOf(text).slice(0, longestRead).join(' ');
  const plain = folded(text.slice(0, longestPlain));
  if (othersDocument(line) || othersNumber.test(line) || isDoubted.test(line) || isCutShort.test(plain))
    return 'unsure';
  const isShort = number.length < 6;
  if (isShort && !line.split(' ').every((word) => /\d/.test(word) || around.has(word))) return 'unsure';
  if (namesDocument(text)) return undefined;
  if (phone.test(number) || isAbroad.test(plain) || calledPhone.test(line)) return 'phone';
  return year.test(number) || isDate(number) || calledOther.test(line) ? 'unsure' : undefined;
}

/** "23081965", "19650823": a day of birth in eight digits. */
function isDate(number: string): boolean {
  return /^(?:(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d{2}|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))$/.test(
    number,
  );
}

const longestRead = 40;
const longestPlain = 300;

const months =
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre|' +
  'january|february|march|april|may|june|july|august|september|october|november|december';
const street =
  'calle|cll?|carrera|cra|kra?|diagonal|dg|transversal|tv|avenida|av|manzana|casa|apto|apartamento|torre|bloque|piso|interior';
const counted =
  'a[ñn]os?|meses|d[ií]as?|horas?|minutos?|min|segundos?|hij[oa]s?|ni[ñn][oa]s?|niet[oa]s?|personas?|veces|cuadras|clases?|pesos|mil(?:es|l[oó]n|lones)?|years|months|minutes|hours|kids|children|people';

const others = [
  /(?<![\d/.-])(?:0?[1-9]|[12]\d|3[01])(?:[/-](?:0?[1-9]|1[0-2])[/-]\d{2}| (?:0?[1-9]|1[0-2]) (?:19|20)\d{2})(?![\d/-])/g,
  // "1.58", "38,5": nobody parts a document's last one or two digits.
  /(?<![\d.,])\d{1,3}[.,]\d{1,2}(?![\d.,])/g,
  /(?<!\d)(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}|(?:19|20)\d{2}[/.-]\d{1,2}[/.-]\d{1,2})(?!\d)/g,
  new RegExp(`(?<!\\d)\\d{1,2} de? (?:${months})(?: (?:de |del |d )?\\d{4})?`, 'giu'),
  new RegExp(`(?<!\\p{L})(?:${months}) \\d{1,2},? (?:de(?:l)? )?(?:19|20)\\d{2}`, 'giu'),
  /(?<!\p{L})(?:en|de?|del|desde|hace|in|since)(?: el)?(?: a[ñn]o)? (?:19|20)\d{2}(?!\d)/giu,
  new RegExp(`(?<![\\d.])\\d{1,3}(?:[.,]?\\d{3})? (?:${counted})(?!\\p{L})`, 'giu'),
  new RegExp(`(?<!\\p{L})(?:${street})\\.?(?:\\s*[#°.,-]?\\s*\\d{1,3}[a-z]?(?![a-z\\d]))+`, 'giu'),
  /\$ ?\d[\d.,]{0,12}|(?<!\p{L})(?:cuestan?|vale|valen|valor|precio)(?: de)? \$? ?\d[\d.,]{0,12}/giu,
  /(?<!\d)\d{1,2}:\d{2}(?!\d)|(?<!\d)\d{1,2} ?(?:am|pm|a\.m|p\.m)(?!\p{L})/giu,
];

const phone = /^(?:57)?(?:3\d{8,9}|60[1-8]\d{7})$/;
const year = /^(?:19|20)\d{2}$/;
const calledPhone =
  /\b(?:cel|celu|celular|tel|telefono|fijo|whatsapp|wasap|movil|phone|mobile|nequi|llame|llameme|marque|marqueme|call)\b/;
const calledOther =
  /\b(?:codigo|pin|clave|eps|sisben|nit|rut|ficha|radicado|contrato|cuenta|recibo|factura|medidor|contador|matricula|poliza|turno|caso|ruta|placa|estrato|puntaje|tarjeta|gano|sueldo|arriendo|code|account|bill|ticket)\b/;
// Of whom the number is, besides "la cédula de mi mamá".
const othersNumber = any(
  `(?:mi|my|el|la|don|dona) (?:${relatives}|paciente|patron|patrona) \\d+|(?:tengo|soy)? ?\\d+ (?:de )?mi (?:${relatives})$`,
  `(?:del|de la|de el|de un|de una) (?:${relatives}|paciente|viejito|viejita)|(?:de|del|de la) (?:senor|senora|persona|don|dona) (?!de )\\w+`,
  '(?:la|el) (?:senora|senor|persona) que|(?:la|el|lo) de el(?:la)? (?:es|\\d+)|de ella|(?:de )?don \\w+(?: \\w+)? \\d+',
);
// She is not sure of it herself, says that it is not right, or that it was once.
const isDoubted = any(
  'its not|is not \\d+|\\d+ no es',
  '(?:esta|estaba|quedo|salio|aparece|is) (?:mal|malo|mala|errad[oa]|equivocad[oa]|incorrect[oa]|wrong)|no puse|cambien? (?:el|la) \\d+|por ?que dice',
  'creo|no (?:estoy|toy) segur[ao]|no se si|me parece|tal vez|quizas?|mas o menos|i think|not sure|maybe',
  'l[ae]s? faltan?|me faltan?|no se (?:le |les )?ven?|no se alcanza|incomplet[oa]|le sobra|termina|termino|empieza|los ultimos|ends in',
  '(?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|veinti\\w+)(?: y)? \\w+ \\d+',
  '(?:la|el) (?:de antes|vieja|viejo|anterior)(?: era| es)?|(?:antes|en venezuela) (?:tenia|era)',
);
// "52123***", "52123xx", "¿52123456?".
const isCutShort = /\bno (?:es|era)(?: la| el| lo)?(?: numero)? \d|\d(?:[*x_]{2,}|…|\.{3})|\d\s*\?/;
const isAbroad = /\+(?!57)\d|(?<!\d)(?:58 ?)?0?4[12]\d[ -]?\d{3}[ -]?\d{2}[ -]?\d{2}(?!\d)|(?<![\d.])0\d{9,}/;

// Around a short number: with any other word beside it, it may count anything.
const around = wordSet(
  'es son la las lo el los mi mis mio mia numero num nro no n de del con y si cedula ciudadania cc c ce e ppt p t pep ti i sc pa documento identidad extranjeria pasaporte ' +
    'tarjeta salvoconducto permiso aqui va esta este ahi gracias senora senorita por favor porfa hola ok listo claro perdon ay my number document passport is the it id thanks please',
);
