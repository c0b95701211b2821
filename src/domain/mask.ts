import type { Names } from './names';

/** As much of a name as tells who is meant: first names, and the initials of the last. */
export function maskedName({ first, last }: Names): string {
  const initials = last.split(' ').flatMap((word) => (word ? `${word.charAt(0).toUpperCase()}.` : []));
  return [first, ...initials].join(' ');
}

/** The last characters of a number, at most a third of it. */
export function maskedNumber(number: string): string {
  return `…${number.slice(number.length - Math.min(3, Math.floor(number.length / 3)))}`;
}
