/** Any of these, whole words of a line of folded ones. */
export function any(...told: string[]): RegExp {
  return new RegExp(`(?<!\\w)(?:${told.join('|')})(?!\\w)`);
}
