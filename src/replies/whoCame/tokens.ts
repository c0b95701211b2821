import { longestText } from '../text';

/** A word (folded), a number in digits, or a sign; `start` and `end` are its place in the tidied text. */
export type Token = { kind: 'word' | 'number' | 'sign'; text: string; start: number; end: number };

/** The text that tokens point into: cut, composed, keycap emoji as digits of their own, decoration left out. */
export function tidied(text: string): string {
  return text
    .slice(0, longestText)
    .normalize('NFC')
    .replace(/(\d)\uFE0F?\u20E3/g, ' $1 ')
    .replaceAll('🔟', ' 10 ')
    .replace(/\bno-show/gi, 'noshow')
    .replace(/\bn[°º]\s*(?=\d)/gi, '#')
    .replace(/(?:\b(?:al|el) )?\b(?:100|cien) ?(?:%|por ciento)/gi, ' todas ')
    .replace(/\btod[@x]s\b/gi, 'todas')
    .replace(/\uFE0F|\p{Cf}|\p{Emoji_Modifier}/gu, '');
}

/** The tokens of a tidied text, spaces left out, line ends kept; an apostrophe does not part a word. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { 0: piece, index: start } of text.matchAll(pieces)) {
    const end = start + piece.length;
    if (/^\p{L}/u.test(piece)) tokens.push({ kind: 'word', text: plain(piece), start, end });
    else if (/^\d/.test(piece)) tokens.push({ kind: 'number', text: piece, start, end });
    else if (piece === '\n' || !/^\s/.test(piece)) tokens.push({ kind: 'sign', text: piece, start, end });
  }
  return tokens;
}

const pieces = /\p{L}[\p{L}\p{M}]*(?:['’]\p{L}[\p{L}\p{M}]*)*|\d+|\n|[^\S\n]+|./gsu;

function plain(word: string): string {
  return word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '');
}
