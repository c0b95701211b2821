import { any } from './anyOf';
import { wordsOf } from './text';

/** Whether somebody says that a class did not take place, or that nobody came and why: "hoy no hubo clase", "ninguna vino porque llovió". */
export function saysNoClass(text: string): boolean {
  return !/[?¿]/.test(text) && noClass.test(lineOf(text));
}

/** Whether somebody says that a class took place after all: "sí hubo clase ayer". Who came to it is another matter. */
export function saysClassHeld(text: string): boolean {
  const line = lineOf(text);
  return !/[?¿]/.test(text) && held.test(line) && !ofPeople.test(line);
}

/** Reads that a class is cancelled just now, which is not named, and why: "se cancela, se fue la luz". */
export function cancelledNow(text: string): { reason?: string } | undefined {
  const found = /[?¿]/.test(text) ? undefined : cancelled.exec(text.slice(0, MOST_LETTERS));
  if (!found) return undefined;
  const reason = (found[1] ?? found[2] ?? '').replace(/\s+/g, ' ').replace(/[.\s]+$/, '');
  return /\p{L}{3}/u.test(reason) ? { reason: reason.slice(0, MOST_REASON).trim() } : {};
}
const [MOST_LETTERS, MOST_REASON] = [400, 150];

function lineOf(text: string): string {
  return wordsOf(text).slice(0, MOST_WORDS).join(' ');
}
const MOST_WORDS = 40;

const meeting = '(clase|sesion|taller|encuentro)';
const why = '(porque|por|debido|because|due)';
const took = 'dio|hizo|realizo|dicto';
const noClass = any(
  `no (hubo|se dio|se hizo|se realizo|se dicto|se (pudo|alcanzo a) (dar|hacer)|pudimos hacer|pudimos dar|pude dar|pude hacer|hicimos|dimos|di|dicte|dictamos|tuvimos)( la| mi| el)? ${meeting}`,
  `${meeting}( de( \\w+){1,3})? no (se (${took})|se pudo (dar|hacer))`,
  `(nadie|ninguna|ninguno) (vino|llego|asistio)( hoy)? ${why}`,
  `no (vino|llego|asistio) (nadie|ninguna|ninguno)( hoy)? ${why}`,
  `(there was|we had) no class|(nobody|no one) came( today)? ${why}`,
);
const held = any(
  `si (hubo|se (${took})|la di|di|dimos|dicte|dictamos|hicimos|tuvimos)( la| mi| el)? ${meeting}`,
  `${meeting}( de( \\w+){1,3})? si se (${took})`,
  'there was (a )?class after all|(we|i) did (have|give) (a |the )?class',
);
const ofPeople = any('nadie|ninguna|ninguno|vino|vinieron|falto|faltaron|nobody|came|missed');
// What stands after a comma, or after "porque", is why.
const cancelled =
  /^\s*(?:(?:hola|profe|buenas|hoy|entonces|hello|hi|today)[\s,.!]+)*(?:se\s+(?:cancela|cancel[oó]|suspende|suspendi[oó])|(?:nos\s+)?toc[aó]\s+(?:cancelar|suspender)|(?:queda\s+)?(?:cancelada|suspendida)|(?:we|i)\s+(?:have|had)\s+to\s+cancel|it\s+is\s+cancell?ed)(?:\s+(?:hoy|today))?\s*(?:$|[,.;:!]+\s*(.*)$|\s+(?:porque|por|debido\s+al?|because\s+of|because|due\s+to)\s+(.*)$)/isu;
