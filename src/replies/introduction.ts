import type { DocumentGiven } from '../domain/document';
import type { Names } from '../domain/names';
import { takeDocument } from './introducedDocument';
import { takePlace } from './introducedPlace';
import { namesInParts, readName } from './name';
import { namesAnother, relatives } from './others';
import { folded, longestText } from './text';

/**
 * What somebody says of herself in one message ("Soy María Pérez CC 52.123.456 de Bosa"): any part of it, in any order.
 * `number`: a document's, of a kind she did not tell; `place`: her own folded words.
 */
export type Introduction = { names?: Names; document?: DocumentGiven; number?: string; place?: string };

/**
 * Reads what a message tells of its writer. Conservative: a name counts where it is told as one, or stands by itself
 * before or after her document; `asked`: she was asked for her name, so that it may stand by itself anyway.
 */
export function introduction(text: string, { asked = false } = {}): Introduction {
  const typed = text
    .slice(0, longestText)
    .normalize('NFC')
    .slice(0, longestRead)
    .replace(/[\r\n]+/g, ' ; ')
    .replace(shortOf, 'de')
    .replace(dictated, ',')
    .replace(/\s+/g, ' ')
    .trim();
  const { document, number, besides } = isOfAnother.test(folded(typed)) ? { besides: typed } : takeDocument(typed);
  const { place, besides: rest } = takePlace(besides);
  const names =
    namesTold(rest) ?? (asked || document || number ? namesAlone(rest) : place ? onlyName(rest) : undefined);
  return { ...(names && { names }), ...(document && { document }), ...(number && { number }), ...(place && { place }) };
}

const longestRead = 400;
// "Vivo en la localidad d Usme".
const shortOf = /(?<=\p{L} )d(?= \p{L}{3})/gu;
// "Nubia Leal coma cédula …".
const dictated = /(?<=[\p{L}\d]) (?:coma|punto(?: y coma| seguido| y seguido| aparte| final)?)(?= |$)/giu;
// "Mi mamá, Rosa Gómez, CC 52123456" is not hers.
const isOfAnother = new RegExp(`^(?:hola |es |para |de |la de )*mi (?:${relatives})[,:;]? `, 'iu');

const lead =
  /(?<![\p{L}])(?:(?:yo )?(?:me ?(?:ll?|y)a?[mn]a?o|me llaman|soy)|(?:por )?aqu[ií](?: le)?(?: escribe| habla| saluda)?|(?:le )?(?:habla|escribe|saluda)(?: con)?|yo(?=, )|(?:a m[ií] )?me (?:pusieron|bautizaron)|mi nombre(?: completo)? es|mi nombre|nombre(?: completo)?(?: es)?(?= ?:)|my (?:full )?name(?: is|['’]s)|i am|i['’]m|name(?= ?:))[\s:,]+/giu;
/** Told as a name: "nombres … apellidos …", "soy …", "me llamo …". */
function namesTold(text: string): Names | undefined {
  const parts = namesInParts(text);
  if (parts) return parts;
  for (const { index, 0: said } of text.matchAll(lead)) {
    const [told = ''] = text.slice(index + said.length).split(/[;|]/);
    const read = readName(`${said}${told}`);
    if (read.ok) return read.value;
  }
  return undefined;
}

/** A name that stands by itself between other things: two words or more, nothing else beside it. */
function namesAlone(text: string): Names | undefined {
  const pieces = text.split(/[;,|:]/).map((piece) => piece.replace(loose, ''));
  for (const [at, piece] of pieces.entries()) {
    const read = readName(piece);
    if (!read.ok || namesAnother(pieces.slice(0, at).join(' '))) continue;
    if (read.value.last !== '') return read.value;
    // Her first names on one line, her last names on the next.
    const joined = readName(`${piece} ${pieces[at + 1] ?? ''}`);
    if (joined.ok && joined.value.last !== '') return joined.value;
  }
  return undefined;
}

/** A whole name with nothing but her place beside it: "María Eugenia Salcedo, San Cristóbal". */
function onlyName(text: string): Names | undefined {
  const pieces = text.split(/[;,|:]/).filter((piece) => /\p{L}/u.test(piece));
  return pieces.length === 1 ? namesAlone(text) : undefined;
}

const loose = /^\s*(?:y|e|and)\s+|\s+(?:y|e|and|de|con|en)\s*$/giu;
