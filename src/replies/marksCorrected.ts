import { any } from './anyOf';
import { folded, longestText } from './text';

/**
 * Whether an instructor out of the blue takes back a mark of hers: "no era Rosa sino Marta", "era la 8, no la 7", "Rosa sí
 * vino". Whom she means, the list says.
 */
export function correctsMarks(text: string): boolean {
  if (/[?¿]/.test(text) || text.length > longest) return false;
  const line = folded(text.slice(0, longestText))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return corrects.test(line) && !ofTheMeeting.test(line);
}
const longest = 160;

const before =
  '^(?:(?:ay|uy|no|perdon|perdone|disculpe|corrijo|correccion|me equivoque|mentiras?|sorry|wait|profe|y) )*';
const somebody = '(?:\\w+ ){1,5}';
const corrects = any(
  `${before}(?:era|eran|fue|it was) ${somebody}(?:sino|y no|no|not|but) (?:\\w+ ?){1,5}$`,
  `${before}(?:it was not|it wasn t) ${somebody}but (?:\\w+ ?){1,5}$`,
  `${before}${somebody}(?:si|no|did|did not|didn t) (?:vino|asistio|llego|estuvo|come)$`,
  `${before}(?:cambi\\w+|pong\\w+|pon|marqu\\w+|corrij\\w+|deje|change|put|mark) ${somebody}(?:a |como |en |con |to |as )?(?:tarde|presente|ausente|excusa|excusada|falta|late|present|absent|excused)$`,
);
// What is said of the day, the hour or the meeting itself is no mark.
const ofTheMeeting =
  /\b(?:clase|sesion|taller|class|session|manana|hoy|lunes|martes|miercoles|jueves|viernes|sabado|domingo|hora|horario|a las|today|tomorrow|\w+day)\b/;
