import type { Sense } from './sense';

const cameOne =
  'vino|bino|yego|asistio|llego|estuvo|se presento|aparecio|participo|ha venido|ha llegado|ha asistido|esta presente|estuvo presente|esta aqui|entro';
const cameMany =
  'vinieron|asistieron|llegaron|estuvieron|estan|se presentaron|aparecieron|participaron|han venido|han llegado|han asistido|' +
  'estan presentes|estuvieron presentes|estan aqui|entraron';

/** What is said of people who came, did not, were late or have an excuse, each phrase parted by "|". */
export const statusPhrases: [Sense, string][] = [
  [
    { is: 'status', status: 'present', of: 'one' },
    `${cameOne}|presente|asiste|was here|is here|was present|is present`,
  ],
  [
    { is: 'status', status: 'present', of: 'many' },
    `${cameMany}|presentes|vinimos|estuvimos|were here|are here|were present|are present|asistentes`,
  ],
  [
    { is: 'status', status: 'present', of: 'any' },
    'came|attended|present|here|showed up|made it|turned up|joined|are all here|were all here|bien|todo bien|muy bien|normal|good|all good|fine',
  ],
  [
    { is: 'status', status: 'present', of: 'one', soft: true },
    `${prefixed('si', `${cameOne}|presente`)}|${prefixed('ya', cameOne)}`,
  ],
  [
    { is: 'status', status: 'present', of: 'many', soft: true },
    `${prefixed('si', `${cameMany}|presentes`)}|${prefixed('ya', cameMany)}`,
  ],
  [
    { is: 'status', status: 'present', of: 'any', soft: true, timely: true },
    'a tiempo|puntual|puntuales|on time|llego a tiempo|llegaron a tiempo|vinieron a tiempo|came on time|arrived on time|was on time|were on time',
  ],
  [{ is: 'status', status: 'present', of: 'any', soft: true, bare: true }, 'si|yes'],
  [{ is: 'status', status: 'present', of: 'one', soft: true }, 'did come|did attend|was actually here'],

  [
    { is: 'status', status: 'absent', of: 'one', negated: true },
    `${prefixed('tampoco', cameOne)}|${prefixed('no', `${cameOne}|presente|esta|viene|llega|fue|asiste|aparece|alcanzo a venir|alcanzo a llegar|pudo venir|pudo asistir|pudo llegar`)}|was not here|wasnt here|is not here|isnt here`,
  ],
  [
    { is: 'status', status: 'absent', of: 'many', negated: true },
    `${prefixed('tampoco', cameMany)}|${prefixed('no', `${cameMany}|presentes|vienen|llegan|fueron|aparecen|pudieron venir|pudieron asistir|pudieron llegar`)}|were not here|werent here|are not here|arent here`,
  ],
  [
    { is: 'status', status: 'absent', of: 'any', negated: true },
    'did not come|didnt come|did not attend|didnt attend|did not show up|didnt show up|did not make it|didnt make it|not present|not here|no show|no shows|noshow|noshows|no showed|didnt come in|missed class|missed the class|were out|was out|out|could not come|couldnt come|could not make it|couldnt make it|could not attend|couldnt attend|has not come|hasnt come|never came|never showed up|was not in class|wasnt in class|were not in class|werent in class|not in class',
  ],
  [
    { is: 'status', status: 'absent', of: 'one' },
    'falto|ha faltado|falta|fallo|me falto|me falta|ausente|esta ausente|estuvo ausente|inasistente|was absent|is absent|is missing|was missing',
  ],
  [
    { is: 'status', status: 'absent', of: 'many' },
    'faltaron|han faltado|faltan|me faltaron|me faltan|nos faltaron|fallaron|ausentes|estan ausentes|estuvieron ausentes|inasistentes|faltantes|faltas|fallas|inasistencias|ausencias|were absent|are absent|are missing|were missing|absentees',
  ],
  [{ is: 'status', status: 'absent', of: 'any' }, 'falla|inasistencia|ausencia|absent|missing|missed|stayed home'],
  [
    { is: 'status', status: 'absent', of: 'any', soft: true },
    'sin excusa|sin avisar|sin permiso|no aviso|no avisaron|sin justificar|unexcused|without excuse',
  ],
  [{ is: 'status', status: 'absent', of: 'any', soft: true, negated: true, bare: true }, 'no|tampoco'],
  [
    { is: 'status', status: 'present', of: 'one', negated: true },
    'no falto|no ha faltado|was not absent|wasnt absent|was not missing',
  ],
  [
    { is: 'status', status: 'present', of: 'many', negated: true },
    'no faltaron|no han faltado|were not absent|werent absent',
  ],

  [
    { is: 'status', status: 'late', of: 'one' },
    'llego tarde|vino tarde|entro tarde|llego con retraso|llego retrasada|llego despues|retrasada|retrasado|se demoro|se retraso|llego tardisimo|llego tardecito|llego un poco tarde|llego un poquito tarde|llego muy tarde|llego de ultima|was late|is late',
  ],
  [
    { is: 'status', status: 'late', of: 'many' },
    'llegaron tarde|vinieron tarde|entraron tarde|llegaron con retraso|retrasadas|retrasados|se demoraron|se retrasaron|were late|are late',
  ],
  [
    { is: 'status', status: 'late', of: 'any' },
    'tarde|tardecito|un poco tarde|un poquito tarde|muy tarde|tardisimo|came in late|a bit late|a little late|very late|llegada tarde|llegadas tarde|tardanza|tardanzas|retardo|retardos|con retraso|late|came late|showed up late|got here late|got in late|turned up late|arrived late|late arrival|late arrivals|tardy',
  ],

  [
    { is: 'status', status: 'excused', of: 'one' },
    'excusada|excusado|tiene excusa|trajo excusa|mando excusa|envio excusa|presento excusa|se excuso|aviso|si aviso|me aviso|aviso que no venia|aviso que no podia venir|aviso que no podia|me aviso que no venia|me aviso que no podia|mando a decir que no podia|mando a decir que no venia|me mando excusa|me trajo excusa|me envio excusa|paso excusa|pidio permiso|pidio excusa|tiene permiso|was excused|is excused|has an excuse|had an excuse',
  ],
  [
    { is: 'status', status: 'excused', of: 'many' },
    'excusadas|excusados|tienen excusa|trajeron excusa|mandaron excusa|enviaron excusa|presentaron excusa|se excusaron|avisaron|me avisaron|me mandaron excusa|avisaron que no venian|avisaron que no podian|si avisaron|pidieron permiso|tienen permiso|were excused|are excused|have an excuse',
  ],
  [
    { is: 'status', status: 'excused', of: 'any' },
    'excusa|excusas|con excusa|con excusas|permiso|con permiso|justificada|justificado|con justificacion|falta justificada|ausencia justificada|excused|excuse|with excuse|with an excuse|with permission|had permission|has permission|excused absence|on leave|gave notice|let me know',
  ],
  [
    { is: 'status', status: 'excused', of: 'any', tells: true },
    'incapacidad|con incapacidad|tiene incapacidad|incapacitada|incapacitado|calamidad|calamidad domestica|cita medica|tenia cita medica|tiene cita medica|con cita medica|en cita medica|en el medico|hospitalizada|hospitalizado|esta hospitalizada|esta hospitalizado|esta incapacitada|esta incapacitado|estaba incapacitada|se enfermo|enferma|enfermo|esta enferma|esta enfermo|estaba enferma|sick|called in sick|called sick|had a doctors appointment|has a doctors appointment|was sick|were sick|ill|was ill|is ill|in hospital|in the hospital|at the doctor|at the doctors|had an appointment|has an appointment|is sick|sick leave|medical appointment|doctors appointment',
  ],
];

/** Each phrase of a line with the same words before it. */
export function prefixed(before: string, line: string): string {
  return line
    .split('|')
    .map((phrase) => `${before} ${phrase}`)
    .join('|');
}
