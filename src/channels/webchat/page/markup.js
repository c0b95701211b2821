import { element } from './words.js';

/** A text as our server writes Markdown (bold, lines, signs that mean themselves; see markdown.ts), as nodes; addresses become links. */
export function formatted(text) {
  return piecesOf(text).flatMap(({ words, isBold }) =>
    isBold ? [element('strong', withLinks(words))] : withLinks(words),
  );
}

// "**" turns bold on and off; a backslash makes the sign after it a sign, and the end of a line a new line.
function piecesOf(text) {
  const pieces = [{ words: '', isBold: false }];
  for (const [token] of text.matchAll(/\\[\s\S]|\*\*|[^\\*]+|\*/g)) {
    const last = pieces[pieces.length - 1];
    if (token === '**') pieces.push({ words: '', isBold: !last.isBold });
    else last.words += token.length === 2 && token[0] === '\\' ? token[1] : token;
  }
  return pieces.filter(({ words }) => words !== '');
}

// What ends a sentence ends the address too.
const ADDRESS = /(https?:\/\/[^\s<>«»]{0,1000}[^\s<>«».,;:!?)"'*_])/;

function withLinks(words) {
  return words.split(ADDRESS).flatMap((part, n) => {
    if (n % 2 === 0) return part === '' ? [] : [part];
    return [Object.assign(element('a', [part]), { href: part, target: '_blank', rel: 'noreferrer noopener' })];
  });
}
