import type { Span } from './hour';
import { articles, askingWords, placeWords } from './pickWords';
import { wordSet } from './text';
import { timedWords, whenIn } from './when';

type Option = { id: string; title: string };

/**
 * Which of some options are at the time she describes, where their titles tell hours: "el de las 2 de la tarde", "the
 * afternoon one", "jueves a las 8". Not given where she describes none, or says more than that.
 */
export function atTimeSaid(line: string, options: Option[]): string[] | undefined {
  const timed = options.flatMap(({ id, title }) => {
    const minutes = minutesIn(title);
    return minutes === undefined ? [] : [{ id, minutes, days: whenIn(timedWords(title)).times?.days }];
  });
  if (timed.length === 0) return undefined;
  const { times, rest } = whenIn(timedWords(line.replace(ofHour, 'a $1 $2')));
  const tellsWhen = times && (times.from || times.before || (times.days ?? []).length > 1);
  if (!tellsWhen || !rest.every(isAround)) return undefined;
  const { days, ...span } = times;
  const onDay = timed.filter((one) => !days || !one.days || one.days.some((day) => days.includes(day)));
  const within = (shift: number) => onDay.filter(({ minutes }) => isWithinSpan(minutes - shift, span));
  // "A las 8" may be eight in the evening, where that is what is shown.
  const exact = within(0);
  const meant = exact.length > 0 || halves.test(line) ? exact : [...within(HALF_DAY), ...within(-HALF_DAY)];
  return meant.map(({ id }) => id);
}

// "La de las 2", "the 2 o'clock one".
const ofHour =
  /(?<!despues |antes |luego |partir )\b(?:de|a) (las?) (\d{1,2}(?:[:.]\d{2})?|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce)\b(?! a )/g;
const halves = /\b(?:am|pm|manana|mananita|tarde|tardecita|noche|morning|afternoon|evening)\b/;
const HALF_DAY = 12 * 60;

const around = wordSet(
  'one horario hora horas grupo turno works suits better best bien mejor puedo quedo ese esa si works ok time temprano',
);

function isAround(word: string): boolean {
  return around.has(word) || articles.has(word) || askingWords.has(word) || placeWords.has(word);
}

function isWithinSpan(minutes: number, { from = '00:00', before = '24:00' }: Span): boolean {
  return minutes >= minutesOf(from) && minutes < minutesOf(before);
}

function minutesOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The first hour a title tells, in minutes of the day. */
function minutesIn(title: string): number | undefined {
  const found = /\b(\d{1,2}):(\d{2})(?: a \d{1,2}:\d{2})?(?:\s?([ap])\.?\s?m)?/i.exec(title);
  if (!found) return undefined;
  const [hours, minutes, half] = [Number(found[1]), Number(found[2]), found[3]?.toLowerCase()];
  const later = half === 'p' && hours < 12 ? 12 : half === 'a' && hours === 12 ? -12 : 0;
  return (hours + later) * 60 + minutes;
}
