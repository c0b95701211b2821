import { spelledOut } from './shorthand';

/** More than this is never read: the longest text a WhatsApp message can hold. */
export const longestText = 4096;

/**
 * A text as readers compare it: lower case, no accents, emoji digits as digits, single spaces. Cut to 4,096 units before
 * any pattern sees it, and again after, because decomposing can lengthen it.
 */
export function folded(text: string): string {
  const plain = text.slice(0, longestText).replaceAll('🔟', '10').normalize('NFKD').toLowerCase().slice(0, longestText);
  return plain
    .replace(/[\p{M}\p{Cf}\p{Emoji_Modifier}]+/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/**
 * The words and numbers of a text, folded and spelled out: "¡Sí, señora!" gives "si", "senora"; "xq" gives "porque"; and
 * what she draws out is said once: "holaaa". Not "nooo", which is more of a no.
 */
export function wordsOf(text: string): string[] {
  return spelledOut(
    folded(text)
      .replace(/['’`]/g, '')
      .replace(/(?<=\p{L}{2})(\p{L})\1{2,}/gu, '$1')
      .match(/\p{L}+|\p{N}+/gu) ?? [],
  );
}

/** The words of a text in a line, folded, a "/" where she parted them: "No, gracias. Otro día" gives "no / gracias / otro dia". */
export function clausesOf(text: string): string {
  return folded(text.slice(0, longestText).replace(/\n+/g, '. '))
    .split(/[,.;:!¡()"]+/)
    .map((clause) => wordsOf(clause).join(' '))
    .filter(Boolean)
    .join(' / ');
}

/** A set of words from a line of them. */
export function wordSet(line: string): Set<string> {
  return new Set(line.split(/\s+/).filter(Boolean));
}

/** Phrases from a line of them, parted by "|", by their words joined with a space. */
export function phraseSet(line: string): Set<string> {
  return new Set(line.split('|').map((phrase) => phrase.trim()));
}
