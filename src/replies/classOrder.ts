import type { DayAhead, TimeSaid } from '../domain/dayAhead';
import type { DaySaid } from '../domain/daySaid';
import { any } from './anyOf';
import { attendanceSaid } from './attendanceSaid';
import { daySaid } from './daySaid';
import { type DayNamed, daysAheadIn, timeIn } from './daysAhead';
import { correctsMarks } from './marksCorrected';
import { readName } from './name';
import { cancelledNow, saysClassHeld, saysNoClass } from './noClassSaid';
import { substituteIn } from './substituteSaid';
import { folded, wordsOf } from './text';
import { walkInsIn } from './walkIn';
import { timedWords } from './when';

/**
 * What an instructor tells or wants done about a class of hers: `came`: who came; `not_held`, `held`: that one which has
 * begun was not, or was after all, on the day `past`; `reason`: why, in her own words; `name`: who gives it in her place.
 * Days and times are as she named them. Plain JSON.
 */
export type ClassOrder =
  | { kind: 'came' }
  | { kind: 'cancel'; day?: DayAhead; reason?: string }
  | { kind: 'not_held'; past?: DaySaid; reason?: string }
  | { kind: 'held'; past?: DaySaid }
  | { kind: 'restore'; day?: DayAhead }
  | { kind: 'move'; day?: DayAhead; to?: DayAhead; starts?: TimeSaid; ends?: TimeSaid; reason?: string }
  | { kind: 'substitute'; day?: DayAhead; name?: string }
  | { kind: 'no_substitute'; day?: DayAhead }
  | { kind: 'who_got_it' };

/** Reads an order of an instructor's out of the blue; what is told of other things, or asked, gives nothing. */
export function classOrder(text: string): ClassOrder | undefined {
  const words = wordsOf(text).slice(0, longestOrder + 1);
  if (words.length === 0 || words.length > longestOrder) return undefined;
  const line = words.join(' ');
  if (whoGotIt.test(line)) return { kind: 'who_got_it' };
  if (attendanceSaid(text) !== undefined && !cancels.test(line)) return { kind: 'came' };
  if (ofOthers.test(line) || (/[?¿]/.test(text) && !asked.test(line))) return undefined;
  if (saysClassHeld(text)) return { kind: 'held', ...pastIn(text) };
  const change = changeIn(text, line);
  if (saysNoClass(text) && (!change || change.kind === 'cancel')) {
    const reason = reasonIn(text);
    return { kind: 'not_held', ...pastIn(text), ...(reason && { reason }) };
  }
  return change ?? (saysWhoCame(text, words) || correctsMarks(text) ? { kind: 'came' } : undefined);
}

const longestOrder = 60;

const meeting = 'clase|clases|sesion|taller|encuentro|class|session|lesson';
const oneOf = `(?:${meeting}|la de|la del|lo de|lo del|lunes|martes|miercoles|jueves|viernes|sabado|manana|hoy|today|tomorrow)`;
// What is done with lists, places and data is no order about a meeting.
const ofOthers =
  /\b(lista|asistencia|attendance|planilla|pin|clave|cedula|documento|nombre|numero|idioma|cupo|inscripcion|recordatorio|recordatorios|place|name)\b/;
const asked = /^(por favor |profe |hola |me )*(puede|puedo|podria|podemos|se puede|can|could)\b/;

const whoGotIt = any(
  'a quien(es)? (no )?(le|les) (llego|avisaron|aviso)',
  'quien(es)? (no )?(recibio|recibieron|se entero|se enteraron|han recibido)( el| la)?( mensaje| aviso| noticia| cambio| cancelacion)?',
  '(a )?quien(es)? falta(n)?( por)? (avisar|avisarle|avisarles|enterarse)',
  'who (got|received|did not get|didnt get|has not got|hasnt got|got told|was told)( \\w+){0,3}( it| message| news)?',
);
const restores = any(
  `(si|siempre si) (hay|habra|tenemos|tendremos|va a haber|doy|dare|damos|daremos|voy a dar)( \\w+){0,2} (${meeting})`,
  `(ya )?no (se cancela|la cancelo|cancelo|se cancelo|cancelen|la cancelen|cancele|la cancele)( \\w+){0,3} ?(${oneOf})?`,
  `(reactiv\\w+|restablec\\w+|recuper\\w+|descancel\\w+)( \\w+){0,3} (${oneOf})`,
  `(${meeting})( \\w+){0,3} (si va|sigue en pie|is on again|is back on|is on after all)|(restore|uncancel|reinstate)( \\w+){0,3} (${meeting})|there is (a )?(${meeting}) after all`,
);
const cancels = any(
  `(cancel(ar|a|e|o|en|emos|aron|ed|ing|amos)?|suspend\\w*|anul\\w*)( \\w+){0,4} ${oneOf}`,
  `no (hay|habra|va a haber|tenemos|tendremos|tengo|voy a dar|doy|dare|damos|puedo dar|podre dar|podemos dar|alcanzo a dar|se da|se dara|se va a dar)( \\w+){0,2} (${meeting})`,
  `(${meeting})( \\w+){0,4} (cancelada|suspendida|se cancela|se suspende|no va|no se da|no hay|no se dara|canceled|cancelled)`,
  `(no|wont have|will not have|cant give|cannot give|cant teach|not teaching)( a| any| the| my)? (${meeting})( \\w+){0,2} (${oneOf}|on|this|next|monday|tuesday|wednesday|thursday|friday|saturday)`,
  `there (is|will be|wont be|isnt)( \\w+){0,2} (no|any|a)? ?(${meeting})( \\w+){0,3}`,
);
const moves = any(
  `(pas(ar|o|e|amos|emos|ela|arla|a)|muev\\w+|mov(er|erla|emos)|cambi(ar|o|e|amos|emos|a)|corr(er|o|a|amos|emos)|aplaz\\w+|pospo\\w+|adelant\\w+|reprogram\\w+|traslad\\w+|move|reschedule|postpone|shift|change)( \\w+){0,4} (${oneOf}|hora|horario)`,
  `(${meeting}|la de|la del|lo de)( \\w+){0,6} (pasa|se pasa|queda|quedara|sera|es|empieza|inicia|comienza|arranca|starts|moves|will be|is moved|se mueve|se corre|se aplaza)( \\w+){0,8}`,
);
const begins = any(
  '(empezamos|empiezo|empezaremos|empieza|iniciamos|comenzamos|comienzo|arrancamos|entramos|nos vemos|we start|we begin|we will start|starting|start)',
);

function changeIn(text: string, line: string): ClassOrder | undefined {
  const stand = substituteIn(text, line);
  const timed = timedWords(text);
  const days = daysAheadIn(timed);
  const day = days.find(({ role }) => role !== 'to')?.day;
  if (stand) return { ...stand, ...(days[0] && { day: days[0].day }) };
  if (restores.test(line)) return { kind: 'restore', ...(days[0] && { day: days[0].day }) };
  const now = cancelledNow(text);
  const reason = reasonIn(text) ?? now?.reason;
  const move = moveIn(timed, line, days);
  if (move && !cancels.test(line)) return { ...move, ...(reason && { reason }) };
  if (!cancels.test(line) && !now) return undefined;
  const cancelled = day ?? days[0]?.day;
  return { kind: 'cancel', ...(cancelled && { day: cancelled }), ...(reason && { reason }) };
}

/** A move needs something it goes to, or a word that says nothing else. */
function moveIn(timed: string[], line: string, days: DayNamed[]): ClassOrder | undefined {
  const time = timeIn(timed);
  const isMove = moves.test(line);
  if (!isMove && !(begins.test(line) && time && (days.length > 0 || /clase|class/.test(line)))) return undefined;
  const isSolely = /\b(aplaz|pospo|reprogram|adelant|reschedul|postpon|muev|mov|move)/.test(line);
  const others = days.filter(({ role }) => role !== 'from');
  const target = days.find(({ role }) => role === 'to') ?? others[others.length < days.length ? 0 : 1];
  const from = days.find((one) => one !== target);
  if (!time && !target && !isSolely) return undefined;
  return {
    kind: 'move',
    ...(from && { day: from.day }),
    ...(target && { to: target.day }),
    ...(time && { starts: time.starts, ...(time.ends && { ends: time.ends }) }),
  };
}

function pastIn(text: string): { past?: DaySaid } {
  const past = daySaid(text);
  return past ? { past } : {};
}

/** Why, in her own words: what stands after "porque". */
export function reasonIn(text: string): string | undefined {
  const found = /(?<!\p{L})(?:porque|por que|debido a|ya que|because|due to)\s+(.{3,150})$/isu.exec(text.slice(0, 500));
  return found?.[1]
    ?.replace(/\s+/g, ' ')
    .replace(/[.\s]+$/, '')
    .trim();
}

/** "Llegó tarde la 3", "llegó Rosa", "también vino Carmen Díaz": somebody of the list, or somebody new. */
function saysWhoCame(text: string, words: string[]): boolean {
  const line = folded(words.join(' '));
  // A name with a document, and nothing said of it, may be her own.
  if (tellsOfComing.test(line) && walkInsIn(text, [])) return true;
  const [said = ''] = coming.exec(line) ?? [];
  const rest = line.slice(said.length).trim();
  if (said === '' || words.length > 12) return false;
  return /^(la|el|las|los|numero|#)? ?\d{1,2}( \w+){0,8}$/.test(rest) || readName(rest, { isTold: true }).ok;
}

const tellsOfComing = any(
  'vino|vinieron|llego|llegaron|asistio|asistieron|estuvo|aparecio|presento|tambien|ademas|agreg\\w+|anad\\w+|sum(e|a|ar)|anot\\w+|incluy\\w+|' +
    'nueva|nuevas|nuevo|invitada|invitado|visitante|lista|came|arrived|showed|turned|joined|is here|was here|add|include|too|also|new|guest|walk in|list',
);
const coming = any(
  '^(profe |y |hoy |ya |tambien |ademas |no |si )*(vino|vinieron|llego|llegaron|asistio|asistieron|falto|faltaron)( tarde| hoy| tambien| no| a| dona| la senora)*',
);
