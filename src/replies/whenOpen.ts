import { wordSet } from './text';
import { dayOf } from './weekday';

/** "Lunes no, martes tampoco, de ahí hasta el viernes": the day after the last one named, in place of "ahí". */
export function fromThere(line: string): string {
  const found = there.exec(line);
  const last =
    found &&
    line
      .slice(0, found.index)
      .split(/[ /]+/)
      .findLast((word) => dayOf(word) !== undefined);
  const next = dayNames[last ? (dayOf(last) ?? 7) : 7];
  if (!found || !next) return line;
  const end = found[1] ? ` hasta domingo ` : ' ';
  return `${line.slice(0, found.index)}de ${next}${end}${line.slice(found.index + found[0].length)}`.trim();
}

const there =
  /(?<!\w)(?:de|desde|a partir de|despues de) (?:ahi|alli|ese dia|ese)(?: en adelante(?= (?:hasta|a|al) )| para adelante(?= (?:hasta|a|al) ))?(?: (?=(?:hasta|a|al) )|( (?:en|para|pa) adelante|(?: \/)? todos)(?: |$))/;
const dayNames = ['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo'];

/** Whether only one end of some days is told: "desde el jueves", "hasta el viernes", "del martes en adelante". */
export function isOpenEnded(words: string[]): boolean {
  return words.some((word, at) => {
    if (dayOf(word) === undefined) return false;
    const before = words.slice(0, at).findLast((one) => !articles.has(one)) ?? '';
    const after = words.slice(at + 1, at + 3).join(' ');
    const isRange = isDayNear(words, at);
    return !isRange && (ends.has(before) || ahead.test(after));
  });
}

// From one day to another.
function isDayNear(words: string[], at: number): boolean {
  return [at - 3, at - 2, at + 2, at + 3].some(
    (near) =>
      dayOf(words[near] ?? '') !== undefined &&
      words.slice(Math.min(near, at) + 1, Math.max(near, at)).some((word) => upTo.has(word)),
  );
}

const articles = wordSet('el los the');
const ends = wordSet('desde hasta until from since');
const upTo = wordSet('a al hasta to through');
const ahead = /^(?:en|para|pa) adelante$|^onwards?\b/;
