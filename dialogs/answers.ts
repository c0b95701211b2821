import { isGreeting, readIntent } from '../src/replies/intent';
import { pick } from '../src/replies/pick';
import { yesNo } from '../src/replies/yesNo';
import type { Reader } from '../src/script/steps';

/** Reads a plain yes as one answer and a plain no as another; anything else is left to the options. */
export function yesNoAs<Yes, No>(yes: Yes, no: No): Reader<object, Yes | No> {
  return (text) => {
    const meant = yesNo(text);
    return meant ? { ok: true, value: meant === 'yes' ? yes : no } : { ok: false };
  };
}

/**
 * For questions we ask of our own accord: what she writes need not be about them. What the reader and the options do not
 * take, and is a greeting or another wish, is 'else'; the menu then reads it.
 */
export function orElse<V>(reader: Reader<object, V>): Reader<object, V | 'else'> {
  return (text, seen) => {
    const read = reader(text, seen);
    if (read.ok || pick(text, seen.offered).ok) return read;
    return isGreeting(text) || readIntent(text) ? { ok: true, value: 'else' } : read;
  };
}
