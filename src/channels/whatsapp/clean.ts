/**
 * A text of somebody's as we keep it: without NUL, which Postgres does not take, and without halves of characters; trimmed,
 * and cut to so many UTF-16 units, never inside a character.
 */
export function clean(text: string, most: number): string {
  const short = text.length > 4 * most ? text.slice(0, 4 * most) : text;
  const whole = ODD.test(short) ? short.replace(ALL_ODD, '') : short;
  const trimmed = whole.trim();
  if (trimmed.length <= most) return trimmed;
  const last = trimmed.charCodeAt(most - 1);
  return trimmed.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most);
}
const ODD = /[\0\p{Surrogate}]/u;
const ALL_ODD = /[\0\p{Surrogate}]/gu;
