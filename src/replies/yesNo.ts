import { folded, wordsOf } from './text';
import { longestPhrase, type Meaning, meaningOf } from './yesNoWords';

/**
 * Reads a plain yes or no, as people in Colombia say it. Only a message that holds nothing else is one: a question, a
 * "but", any word of substance makes it neither. Ask it only where a yes or no was asked: "listo" and "ya" mean more things.
 */
export function yesNo(text: string): 'yes' | 'no' | undefined {
  const plain = folded(text);
  if (/[?¿]/.test(plain)) return undefined;
  const signs = [...plain.matchAll(/[^\p{L}\p{N}\p{P}\p{Z}\p{Cc}]/gu)].map(([sign]) => sign);
  const words = wordsOf(plain).map(unstretched);
  if (words.length + signs.length === 0 || words.length + signs.length > longestAnswer) return undefined;
  const meant = [...signs.map(meaningOfSign), ...meanings(words)];
  if (meant.includes('else') || (meant.includes('yes') && meant.includes('no'))) return undefined;
  if (meant.includes('no')) return meant.includes('willing') ? undefined : 'no';
  return meant.some((one) => one !== 'filler') ? 'yes' : undefined;
}

const longestAnswer = 12;

const yesSigns = new Set('👍👌✅✔☑🆗💯🙌✓');
const doubtSigns = new Set('🤔😕🤷❓❔⁉');
const noSigns = new Set('👎❌✖🚫🙅✗❎');

function meanings(words: string[]): Meaning[] {
  const found: Meaning[] = [];
  let isRefused = false;
  for (let at = 0; at < words.length; ) {
    const { meaning, length } = longestAt(words, at);
    // "No quiero", "no lo acepto", "no está bien": a refusal. "Quiero, no": neither.
    found.push(isRefused && meaning === 'willing' ? 'no' : meaning);
    isRefused = meaning === 'no' || (isRefused && meaning !== 'yes' && meaning !== 'else');
    at += length;
  }
  return found;
}

function longestAt(words: string[], at: number): { meaning: Meaning; length: number } {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    const meaning = meaningOf(words.slice(at, at + length).join(' '));
    if (meaning) return { meaning, length };
  }
  return { meaning: 'else', length: 1 };
}

function meaningOfSign(sign: string): Meaning {
  if (yesSigns.has(sign)) return 'yes';
  if (noSigns.has(sign)) return 'no';
  return /\p{Extended_Pictographic}/u.test(sign) && !doubtSigns.has(sign) ? 'filler' : 'else';
}

/** "siiii" as "si", "okkk" as "ok"; digits are left alone: "11" is no "1". */
function unstretched(word: string): string {
  const single = word.replace(/(\p{L})\1+/gu, '$1');
  return meaningOf(single) ? single : word;
}
