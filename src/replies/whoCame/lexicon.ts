import type { MarkStatus } from '../../domain/marks';

/**
 * What a phrase means in a reply about who came. `of`: whether a verb speaks of one or of many; "any" may be either.
 * `negated`: said with "no". `soft`: says something of those named only, nothing of the rest; `bare`: a mere "sí" or "no",
 * which stands before people only with a colon. `tells`: is itself the reason of an excuse. A filler says nothing;
 * an opening says nothing where a sentence begins, but elsewhere it may ("3 ok").
 */
export type Sense =
  | { is: 'status'; status: MarkStatus; of: Of; negated?: true; soft?: true; bare?: true; tells?: true }
  | { is: 'everyone'; of: Of }
  | { is: 'nobody' | 'rest' | 'except' | 'only' | 'and' | 'nor' | 'comma' | 'colon' | 'because' | 'that' }
  | { is: 'filler' | 'opening' }
  | { is: 'upTo' | 'from' | 'title' | 'article' | 'articles' };
type Of = 'one' | 'many' | 'any';

/** Every phrase, its words folded and joined with a space, and what it means. */
export const phrases = new Map<string, Sense>();

/** Longest phrase, in words. */
export const longestPhrase = 5;

/** The words of all phrases. */
export const vocabulary = new Set<string>();

/** Those long enough to be recognised with a slip. "Nadie" is not among them: it is a letter from Nadia. */
export const correctable = new Set<string>();

const risky = new Set(['nadie', 'senor', 'senora', 'class', 'clase', 'clases', 'there']);

const cameOne =
  'vino|asistio|llego|estuvo|se presento|aparecio|participo|ha venido|ha llegado|ha asistido|esta presente|estuvo presente|esta aqui|entro';
const cameMany =
  'vinieron|asistieron|llegaron|estuvieron|estan|se presentaron|aparecieron|participaron|han venido|han llegado|han asistido|' +
  'estan presentes|estuvieron presentes|estan aqui|entraron';

add(
  { is: 'status', status: 'present', of: 'one' },
  `${cameOne}|presente|llego a tiempo|was here|is here|was present|is present`,
);
add(
  { is: 'status', status: 'present', of: 'many' },
  `${cameMany}|presentes|llegaron a tiempo|were here|are here|were present|are present|asistentes`,
);
add(
  { is: 'status', status: 'present', of: 'any' },
  'came|attended|present|here|showed up|made it|a tiempo|puntual|puntuales|on time',
);
add(
  { is: 'status', status: 'present', of: 'one', soft: true },
  `${prefixed('si', `${cameOne}|presente`)}|${prefixed('ya', cameOne)}`,
);
add(
  { is: 'status', status: 'present', of: 'many', soft: true },
  `${prefixed('si', `${cameMany}|presentes`)}|${prefixed('ya', cameMany)}`,
);
add({ is: 'status', status: 'present', of: 'any', soft: true, bare: true }, 'si|yes');

add(
  { is: 'status', status: 'absent', of: 'one', negated: true },
  `${prefixed('no', `${cameOne}|presente|esta|viene|llega|pudo venir|pudo asistir|pudo llegar`)}|was not here|wasnt here|is not here|isnt here`,
);
add(
  { is: 'status', status: 'absent', of: 'many', negated: true },
  `${prefixed('no', `${cameMany}|presentes|vienen|llegan|pudieron venir|pudieron asistir|pudieron llegar`)}|were not here|werent here|are not here|arent here`,
);
add(
  { is: 'status', status: 'absent', of: 'any', negated: true },
  'did not come|didnt come|did not attend|didnt attend|did not show up|didnt show up|did not make it|didnt make it|not present|not here|no show|no shows',
);
add(
  { is: 'status', status: 'absent', of: 'one' },
  'falto|ha faltado|falta|fallo|ausente|esta ausente|estuvo ausente|inasistente|was absent|is absent|is missing|was missing',
);
add(
  { is: 'status', status: 'absent', of: 'many' },
  'faltaron|han faltado|faltan|fallaron|ausentes|estan ausentes|estuvieron ausentes|inasistentes|faltantes|faltas|fallas|inasistencias|ausencias|were absent|are absent|are missing|were missing|absentees',
);
add({ is: 'status', status: 'absent', of: 'any' }, 'falla|inasistencia|ausencia|absent|missing|missed');
add(
  { is: 'status', status: 'absent', of: 'any', soft: true },
  'sin excusa|sin avisar|sin permiso|no aviso|no avisaron|sin justificar|unexcused|without excuse',
);
add({ is: 'status', status: 'absent', of: 'any', soft: true, negated: true, bare: true }, 'no');
add(
  { is: 'status', status: 'present', of: 'one', negated: true },
  'no falto|no ha faltado|was not absent|wasnt absent|was not missing',
);
add(
  { is: 'status', status: 'present', of: 'many', negated: true },
  'no faltaron|no han faltado|were not absent|werent absent',
);

add(
  { is: 'status', status: 'late', of: 'one' },
  'llego tarde|vino tarde|entro tarde|llego con retraso|llego retrasada|llego despues|retrasada|retrasado|se demoro|se retraso|llego tardisimo|was late|is late',
);
add(
  { is: 'status', status: 'late', of: 'many' },
  'llegaron tarde|vinieron tarde|entraron tarde|llegaron con retraso|retrasadas|retrasados|se demoraron|se retrasaron|were late|are late',
);
add(
  { is: 'status', status: 'late', of: 'any' },
  'tarde|llegada tarde|llegadas tarde|tardanza|tardanzas|retardo|retardos|con retraso|late|came late|arrived late|late arrival|late arrivals|tardy',
);

add(
  { is: 'status', status: 'excused', of: 'one' },
  'excusada|excusado|tiene excusa|trajo excusa|mando excusa|envio excusa|presento excusa|se excuso|aviso|si aviso|pidio permiso|tiene permiso|was excused|is excused|has an excuse|had an excuse',
);
add(
  { is: 'status', status: 'excused', of: 'many' },
  'excusadas|excusados|tienen excusa|trajeron excusa|mandaron excusa|enviaron excusa|presentaron excusa|se excusaron|avisaron|si avisaron|pidieron permiso|tienen permiso|were excused|are excused|have an excuse',
);
add(
  { is: 'status', status: 'excused', of: 'any' },
  'excusa|excusas|con excusa|con excusas|permiso|con permiso|justificada|justificado|con justificacion|falta justificada|ausencia justificada|excused|excuse|with excuse|with an excuse|with permission|had permission',
);
add(
  { is: 'status', status: 'excused', of: 'any', tells: true },
  'incapacidad|con incapacidad|tiene incapacidad|incapacitada|incapacitado|calamidad|calamidad domestica|cita medica|tenia cita medica|tiene cita medica|con cita medica|enferma|enfermo|esta enferma|esta enfermo|estaba enferma|sick|was sick|is sick|sick leave|medical appointment|doctors appointment',
);

add(
  { is: 'everyone', of: 'many' },
  'todas|todos|todas ellas|todos ellos|todas las mujeres|todas las senoras|todas las personas|todas las companeras|todas las cuidadoras|todas las participantes|todas las estudiantes|todas las alumnas|todas las de la lista|todas y todos|todos y todas|todas sin excepcion|todos sin excepcion|all|all of them',
);
add(
  { is: 'everyone', of: 'one' },
  'todo el mundo|todo el grupo|toda la clase|toda la lista|el grupo completo|grupo completo|la clase completa|la lista completa|lista completa|asistencia completa|asistencia total|asistencia perfecta|completas|completos|sin faltas|sin fallas|sin inasistencias|sin ausencias|cero faltas|cero fallas|everyone|everybody|whole class|the whole class|full attendance|no absences',
);
add(
  { is: 'nobody' },
  'nadie|ninguna|ninguno|ni una|ninguna de ellas|ninguna persona|nadie de la lista|nobody|no one|noone|none|none of them|not one',
);
add(
  { is: 'rest' },
  'las demas|los demas|todas las demas|todos los demas|el resto|las otras|los otros|todas las otras|the rest|the others|everyone else|everybody else|all the others|all others',
);
add(
  { is: 'except' },
  'menos|excepto|salvo|menos a|excepto a|excepto por|a excepcion de|con excepcion de|con la excepcion de|quitando a|except|except for|excepting|but not|minus|apart from|other than|but',
);
add({ is: 'only' }, 'solo|solamente|unicamente|nada mas|nomas|only|just');
add({ is: 'and' }, 'y|e|and|y tambien|and also');
add({ is: 'nor' }, 'ni|nor');
add({ is: 'comma' }, 'pero');
add({ is: 'that' }, 'que|who');
add({ is: 'because' }, 'por|porque|debido a|ya que|because|because of|due to|for');
add({ is: 'upTo' }, 'a|al|a la|hasta|hasta la|hasta el|to|through|till|until');
add({ is: 'from' }, 'de|del|de la|desde|desde la|desde el|from');
add({ is: 'article' }, 'la|el|numero|la numero|el numero|num|nro|number|the number|the|a la numero');
add({ is: 'articles' }, 'las|los|las numero|los numeros|las numeros|numeros|numbers');
add({ is: 'title' }, 'dona|don|la senora|la sra|senora|sra|el senor|senor|sr|la dona|mrs|ms|mr');
add(
  { is: 'filler' },
  'hoy|el dia de hoy|de hoy|hoy dia|gracias|muchas gracias|por favor|porfa|hola|buenas|buenos dias|buenas tardes|buenas noches|profe|' +
    'a clase|a la clase|a clases|en clase|en la clase|a la sesion|al taller|al curso|today|please|thanks|thank you|hello|hi|to class|' +
    'in class|class today',
);
add({ is: 'opening' }, 'ok|okay|listo|bueno|pues|ya');

function add(sense: Sense, line: string): void {
  for (const phrase of line.split('|')) {
    phrases.set(phrase, sense);
    for (const word of phrase.split(' ')) {
      vocabulary.add(word);
      if (word.length > 4 && !risky.has(word)) correctable.add(word);
    }
  }
}

function prefixed(before: string, line: string): string {
  return line
    .split('|')
    .map((phrase) => `${before} ${phrase}`)
    .join('|');
}
