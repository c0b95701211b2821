import { yesNo } from '../src/replies/yesNo';
import type { Reader } from '../src/script/steps';

/** Reads a plain yes as one answer and a plain no as another; anything else is left to the options. */
export function yesNoAs<Yes, No>(yes: Yes, no: No): Reader<object, Yes | No> {
  return (text) => {
    const meant = yesNo(text);
    return meant ? { ok: true, value: meant === 'yes' ? yes : no } : { ok: false };
  };
}
