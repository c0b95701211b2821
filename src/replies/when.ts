import type { Times } from '../domain/times';
import { chosenAnew, corrected } from './corrected';
import { withoutCourtesies } from './courtesies';
import { spelledOut } from './shorthand';
import { folded, longestText, wordSet } from './text';
import { atLeisure, busyOnly, isBusy, leftBy, withoutWhy } from './whenBusy';
import { fromThere, isOpenEnded } from './whenOpen';
import { type Piece, pieceAt, piecesIn, timesOf } from './whenPieces';

/**
 * When somebody can come, in her words: "los martes por la tarde", "entre semana no puedo, solo sábados", "todos los días menos
 * domingo". Never guessed from a refusal alone.
 */
export function readWhen(text: string): Times | undefined {
  const line = withoutCourtesies(timedLine(text)).replace(noMatter, 'cualquier hora');
  if (line.split(' ').length > longestAnswer || past.test(line)) return undefined;
  const said = (corrected(line)?.after || line).replace(onlyThat, ' ').replace(notThat, '$1');
  const chosen = withoutWhy(fromThere(chosenAnew(said) || said));
  const parts = chosen.replace(busyOnly, '$1 ').split(parting).map(partOf);
  const good = parts.filter(({ isRefused, times }) => times && !isRefused);
  const isUnsure = parts.some(({ isRefused, isOpen, times }) => isOpen || (isRefused && !times));
  const found = isUnsure
    ? []
    : theRest(
        good.flatMap(({ found }) => found),
        parts,
      );
  const times = found.length > 0 ? outside(timesOf(found), parts) : undefined;
  return (
    times &&
    without(
      times,
      parts.flatMap(({ except }) => except),
    )
  );
}

type Part = { isRefused: boolean; isOpen: boolean; found: Piece[]; times?: Times; except: number[] };

/** One part of an answer, what it leaves out ("menos domingo") set aside. */
function partOf(part: string): Part {
  const [kept = '', ...left] = part.replace(atLeisure, ' ').split(excepting);
  const words = kept.split(/[ /]+/).filter(Boolean);
  const found = leftBy(kept, piecesIn(words));
  const except = left.map((one) => timesOf(piecesIn(one.split(/[ /]+/))));
  const times = found.length > 0 ? timesOf(found) : undefined;
  // "Todos los días menos por la tarde" leaves out no day: that cannot be told.
  const isRefused =
    words.some((word) => refusals.has(word)) || except.some(({ days }) => !days) || (!!times && isBusy(kept));
  return {
    isRefused,
    isOpen: isOpenEnded(words),
    found,
    ...(times && { times }),
    except: except.flatMap(({ days = [] }) => days),
  };
}

/** "Lunes no, los demás sí": all days but those she refuses; nothing where she refuses none as a whole. */
function theRest(found: Piece[], parts: Part[]): Piece[] {
  if (!found.some(({ isRest }) => isRest)) return found;
  const refused = parts.flatMap(({ isRefused, times }) => (isRefused && times ? [times] : []));
  const days = refused.flatMap((times) => times.days ?? []);
  if (days.length === 0 || refused.some(({ days, from, before }) => !days || from || before)) return [];
  const left = [1, 2, 3, 4, 5, 6, 7].filter((day) => !days.includes(day));
  return found.map((piece) => (piece.isRest ? { ...piece, days: left } : piece));
}

/** "Los viernes pero no en la mañana": from noon on; nothing where an afternoon is refused, which leaves two ends. */
function outside(times: Times, parts: Part[]): Times | undefined {
  if (times.from || times.before) return times;
  const refused = parts.flatMap(({ isRefused, times }) =>
    isRefused && times && !times.days && (times.from || times.before) ? [times] : [],
  );
  if (refused.some(({ from, before }) => from && before)) return undefined;
  const { from, before } = Object.assign({}, ...refused);
  return { ...times, ...(before && { from: before }), ...(from && { before: from }) };
}

function without(times: Times, except: number[]): Times | undefined {
  if (except.length === 0) return times;
  const days = (times.days ?? [1, 2, 3, 4, 5, 6, 7]).filter((day) => !except.includes(day));
  return days.length > 0 ? { ...times, days } : undefined;
}

// "En la mañana no, en la tarde sí", "los lunes no pero los martes sí".
const parting =
  / \/ |(?<!\bday) (?:pero|but|only|solo|solamente|unicamente|entonces|asi que|por eso|so) (?:(?:es )?que )?/;
const excepting = /(?<!\w)(?:menos|excepto|salvo|except|aparte de|(?<=\bday )but)(?!\w)/;
const noMatter =
  /\bwhenever(?= *$| you\b| suits| works| is fine)|\b(?:no importa (?:el|la|que) (?:dia|hora|horario)|no me importa (?:el|la) (?:dia|hora))\b/g;
// "Domingo no más" is only Sunday; "lunes no, martes sí" is Tuesday.
const onlyThat = /(?<!\b(?:ya|y) )\bno mas\b/g;
const notThat = /^[^/]+ no ([^/]+) si$/;
const past = /\b(?:pasado|pasada|fui|vine|estuve|cita|ayer|last)\b/;
const longestAnswer = 30;
const refusals = wordSet('no ni nunca tampoco ningun ninguno not dont cant never depende');

/** The days and times said in a sentence, and the words that are left without them. */
export function whenIn(words: string[]): { times?: Times; rest: string[] } {
  const rest: string[] = [];
  const found: Piece[] = [];
  for (let at = 0; at < words.length; ) {
    const piece = pieceAt(words, at);
    if (piece) found.push(piece);
    else rest.push(words[at] ?? '');
    at += piece?.length ?? 1;
  }
  return found.length === 0 ? { rest } : { times: timesOf(found), rest: withoutLooseEnds(rest) };
}

/** The words and numbers of a text, folded, a time of day kept whole: "8:30", "2", "pm". */
export function timedWords(text: string): string[] {
  return spelledOut(
    folded(text)
      .replace(/['’`]/g, '')
      .replace(/\b([ap])\. ?m\b\.?/g, '$1m')
      // "D 2 a 4 d la tarde"; a letter before other numbers may be an initial.
      .replace(/\bd (?=(?:las? )?\d{1,2}(?:[:.]\d{2})?(?: ?[ap]m)? ?(?:a|hasta) )/g, 'de ')
      .match(/\d{1,2}[:.]\d{2}(?!\d)|\p{L}+|\p{N}+/gu) ?? [],
  );
}

/** The same in a line, a "/" where she parted it. */
export function timedLine(text: string): string {
  return (
    folded(text.slice(0, longestText).replace(/\n+/g, ', '))
      .replace(/\b([ap])\. ?m\b\.?/g, '$1m')
      // "2-4 pm".
      .replace(/(?<![\d-] ?)(\d{1,2}(?:[:.]\d{2})? ?(?:[ap]m)?) ?[-–] ?(?=\d{1,2}(?:[:.]\d{2})?(?! ?[\d-]))/g, '$1 a ')
      .split(/[,;!¡()"]+|[.:](?!\d)/)
      .map((part) => timedWords(part).join(' '))
      .filter(Boolean)
      .join(' / ')
  );
}

// "Yoga los" of "yoga los martes": the small words before a day go with it.
function withoutLooseEnds(rest: string[]): string[] {
  const end = rest.findLastIndex((word) => !looseEnds.has(word));
  return rest.slice(0, end + 1);
}

const looseEnds = wordSet('los las el la en por de a y o los on in the at');
