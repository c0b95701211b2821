/**
 * The text in at most `most` UTF-16 units; what is cut off is shown by "…". Never inside what a person sees as one
 * letter: an emoji with its skin colour, a letter with its accents. WhatsApp does not say in what it counts; UTF-16
 * units are the strictest reading.
 */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let end = 0;
  // Two more than may stay: a letter that the slice itself breaks then never seems to end within the limit.
  for (const { segment, index } of graphemes.segment(text.slice(0, most + 2))) {
    // The dots need room.
    if (index + segment.length > most - 1) break;
    end = index + segment.length;
  }
  // One "letter" longer than the whole limit is no letter.
  return `${end > 0 ? text.slice(0, end) : wholeCharacters(text, most - 1)}…`;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function wholeCharacters(text: string, most: number): string {
  const last = text.charCodeAt(most - 1);
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most);
}
