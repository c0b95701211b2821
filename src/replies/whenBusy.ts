import { any } from './anyOf';
import type { Piece } from './whenPieces';
import { piecesIn } from './whenPieces';

/** Whether the hours or days of a part are those of her work: "trabajo de 8 a 5", "entre semana estoy ocupada". */
export function isBusy(part: string): boolean {
  return busy.test(part) && !until.test(part) && !getsOff.test(part);
}

const busyWords =
  'trabajo|trabajamos|trabajando|estudio|estudiando|ocupad[ao]|turno|interna|(?<=\\bi )work|working|busy';
const busy = new RegExp(
  `(?<!\\w)(?<!\\b(?:del|al|mi|el|de|para|pal|from|after|before|sin) )(?:${busyWords}|de viaje|viajo)(?!\\w)`,
);
const until =
  /\b(?:trabajo|estudio|work) (?:\w+ ){0,2}(?:hasta|until|till|desde|a partir de)\b|\bhasta (?:\w+ ){1,5}trabajo\b/;

/** "Los sábados no trabajo": then she is free. */
export const atLeisure =
  /(?<!\w)(?:que )?(?:no trabajo|no tengo turno|no estudio|estoy libre|tengo libre|i dont work|im off|im free)(?!\w)/g;

/** "Trabajo solo en la mañana" is one part, in which she works. */
export const busyOnly = new RegExp(`(?<!\\w)(${busyWords}) (?:solo|solamente|unicamente|only)(?= (?!puedo))`, 'g');

/** What her day leaves of the hours she names: "salgo a las 5" is from five on, "entro a las 2" until two. */
export function leftBy(part: string, pieces: Piece[]): Piece[] {
  if (afterwards.test(part)) return pieces.map((piece) => fromThen(piece));
  if (beforehand.test(part)) return pieces.map((piece) => untilThen(piece));
  if (getsOff.test(part) || (until.test(part) && /\b(?:hasta|until|till)\b/.test(part)))
    return pieces.map((piece) => reason(fromThen(piece)));
  return goesTo.test(part) || until.test(part) ? pieces.map((piece) => reason(untilThen(piece))) : pieces;
}

// "Después de dejar al niño a las 8"; "antes que lleguen los niños a las 12".
const afterwards = /\b(?:despues|luego) (?:de )?(?:que )?(?:\w+ ){1,6}a las?\b|\bafter i (?:\w+ ){1,5}at\b/;
const beforehand = /\bantes (?:de )?(?:que )?(?:\w+ ){1,6}a las?\b|\bbefore (?:i|the|my) (?:\w+ ){1,5}at\b/;
const getsOff = any(
  '(llego(?= del?\\b| a (?:la|mi) casa)|salgo|salga|me desocupo|desocupo|me desocupe|quedo libre|termino|acabo|get off|finish)( (de |del |off )?(trabajar|trabajo|turno|work|mi trabajo|estudiar|laborar|la casa|mi casa|clases?|a la casa))?( (como|tipo|siempre|mas o menos|apenas))*( a| at| hasta| es| por| que)+( eso de)?( las?)? .*',
);
const goesTo = any(
  '(entro|entre|empiezo|recojo|recoger|start)( (a|al|de|del|con|mi|la|el|los|las|work|trabajar|trabajo|turno|nina|nino|ninos|ninas|hijo|hija|hijos|nieto|nieta|nietos|colegio|jardin))*( a| at)( las?)? \\d.*',
);

function fromThen({ hours, ...piece }: Piece): Piece {
  const from = hours?.from ?? hours?.before;
  return from ? { ...piece, hours: { from } } : { ...piece, ...(hours && { hours }) };
}

function untilThen({ hours, ...piece }: Piece): Piece {
  return hours?.from ? { ...piece, hours: { before: hours.from } } : { ...piece, ...(hours && { hours }) };
}

function reason(piece: Piece): Piece {
  return { ...piece, isReason: true };
}

/** An answer without why: "porque …", "que salgo del trabajo a las 5"; what goes on with another day stays. */
export function withoutWhy(line: string): string {
  const said = line.replace(because, '');
  const told = relative.exec(said);
  const rest = told ? said.slice(told.index).split(/[ /]+/) : [];
  return told && !piecesIn(rest).some(({ days }) => days) ? said.slice(0, told.index) : said;
}

const because = /(?<=\w) (?:\/ )?(?:porque|ya que|es que|que (?:no|yo|me|es)|mientras|because|since|as i|cuz)(?!\w).*$/;
const relative =
  /(?<=\w)(?<!\b(?:despues|antes|desde|hasta|hora|dia|dias|luego|de|lo|la|el|los)) (?:\/ )?que (?=(?:salgo|estoy|tengo|entro|descanso|voy|a esa hora|a esas horas|ahi|ya|mi|mis|queda|llevo|dejo|recojo|nos|le|les|se|puedo|hay|traen|llega|llegan|(?:el|la|los|las|mi|mis) \w+ (?:tiene|tienen|esta|estan|va|van|sale|salen|entra|trabaja|estudia|cuida|cuidan|descansa))\b)/;
