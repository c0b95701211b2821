/**
 * A number in [0, 1) that depends on nothing but its arguments: the same seed plays the same faults again,
 * whatever the order in which things arrive.
 */
export function chance(seed: number, ...about: (string | number)[]): number {
  let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
  const text = about.join('|');
  for (let i = 0; i < text.length; i++) mixed = Math.imul(mixed ^ text.charCodeAt(i), 0x01000193);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
