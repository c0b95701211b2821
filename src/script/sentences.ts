import MessageFormat from '@messageformat/core';
import { locales } from '../../locales/all';
import type { Said, SentenceKey } from './say';

/** The sentence in a language; an unknown language speaks Spanish. */
export function sentence(locale: string, said: Said): string {
  return compiled(languageOf(locale), said.key)(said.blanks);
}

/** The language we have for a locale: "es-CO" and anything unknown give "es". */
export function languageOf(locale: string): Language {
  const language = locale.slice(0, 2).toLowerCase();
  return language in locales ? (language as Language) : 'es';
}

export type Language = keyof typeof locales;

type Fill = (blanks: Record<string, string | number>) => string;
const cache = new Map<string, Fill>();
const formats = new Map<Language, MessageFormat>();

function compiled(language: Language, key: SentenceKey): Fill {
  const name = `${language} ${key}`;
  let fill = cache.get(name);
  if (!fill) {
    fill = format(language).compile(locales[language][key]) as Fill;
    cache.set(name, fill);
  }
  return fill;
}

function format(language: Language): MessageFormat {
  let found = formats.get(language);
  if (!found) {
    found = new MessageFormat(language);
    formats.set(language, found);
  }
  return found;
}
