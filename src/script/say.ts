import type { es } from '../../locales/es';

/** A sentence of `locales/`, by key. */
export type SentenceKey = keyof typeof es;

/** A sentence with its blanks filled, not yet in any language. */
export type Said = { key: SentenceKey; blanks: Record<string, string | number> };

/** Names a sentence; the compiler demands exactly its blanks (ICU MessageFormat: `{name}`, `{n, plural, one {# x} other {# y}}`). */
export function say<K extends SentenceKey>(
  key: K,
  ...blanks: [BlanksOf<K>] extends [never] ? [] : [Record<BlanksOf<K>, string | number>]
): Said {
  return { key, blanks: (blanks[0] ?? {}) as Record<string, string | number> };
}

type BlanksOf<K extends SentenceKey> = Blank<(typeof es)[K]>;

// Every "{" opens either a blank or a form of a plural; a form holds a space or "#", a blank's name never does
// (a test keeps the locales to that).
type Blank<S extends string> = S extends `${string}{${infer After}` ? Name<UpTo<After, '}'>> | Blank<After> : never;
type UpTo<S extends string, End extends string> = S extends `${infer Before}${End}${string}` ? Before : S;
type Name<S extends string> = UpTo<S, ','> extends `${string}${' ' | '#'}${string}` ? never : UpTo<S, ','>;
