/** A line of folded words, parted where she parted it ("/"), of which she may have taken back the beginning. */
export type Corrected = { before: string; after: string };

/**
 * Where she takes back what she has just said: "martes, no perdón, miércoles", "sí, digo, no". What comes after counts; an
 * apology at the end, or at the beginning, takes nothing back.
 */
export function corrected(line: string): Corrected | undefined {
  const last = [...line.matchAll(takenBack)].at(-1);
  if (!last) return undefined;
  const before = line.slice(0, last.index);
  return { before: trimmed(before), after: trimmed(line.slice(last.index + last[0].length)) };
}

// "Le digo", "yo digo que", "me equivoqué de clase" take nothing back.
const takenBack =
  /(?<![\w])(?:no )?(?:\/ )?(?:ay |uy )?(?:(?:no )?(?:perdone?|perdoneme|disculpe|disculpa|disculpeme|sorry|miento|mentiras?|quise decir|quiero decir|mejor dicho|corrijo|i mean|i meant|no wait|wait no|wait)|(?<!\b(?:le|les|te|lo|se|que|yo|no) )digo(?! que)|me equivoque(?! de| en| al| y| con))(?![\w])/g;

/** What she would rather have, where she chooses anew: "danza no, mejor yoga", "no la primera sino la segunda". */
export function chosenAnew(line: string): string | undefined {
  const last = [...line.matchAll(anew)].at(-1) ?? /^(?:no|not) [^/]+ \/ /.exec(line);
  return last ? trimmed(line.slice(last.index + last[0].length)) : undefined;
}

const anew = /(?<!\w)(?:no (?:\/ )?(?:mas bien|mejor)|\/ (?:mejor|mas bien)|sino|but rather)(?!\w)/g;

function trimmed(line: string): string {
  return line.replace(/^[ /]+|[ /]+$/g, '');
}
