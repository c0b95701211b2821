import { numberAt } from './number';
import { wordsOf } from './text';

/** The year somebody was born in: "1962", "nací en el 62", "tengo 63 años" in a given year; nothing if it is not one number. */
export function readBirthYear(text: string, year: number): number | undefined {
  const words = wordsOf(text).slice(0, longestAnswer);
  const numbers: { value: number; length: number; after: string; before: string }[] = [];
  for (let at = 0; at < words.length; ) {
    const found = numberAt(words, at);
    if (found) numbers.push({ ...found, before: words[at - 1] ?? '', after: words[at + found.length] ?? '' });
    at += found?.length ?? 1;
  }
  const [only, another] = numbers;
  if (!only || another) return undefined;
  const { value, length, before, after } = only;
  if (value >= year - oldest && value <= year) return value;
  const isAge = /^(anos|anitos|years|yrs)$/.test(after) || /^(tengo|am|im)$/.test(before) || length === words.length;
  if (isAge) return value > 0 && value <= oldest ? year - value : undefined;
  return /^(el|en|in|del)$/.test(before) && value >= 20 && value < 100 ? 1900 + value : undefined;
}

const longestAnswer = 12;
const oldest = 120;
