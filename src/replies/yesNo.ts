import { folded, phraseSet, wordSet, wordsOf } from './text';

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

/** `weak` is a yes only where nothing else is said; `willing` is one unless "no" stands right before it. */
type Meaning = 'yes' | 'no' | 'weak' | 'willing' | 'filler' | 'else';

const longestAnswer = 10;
const longestPhrase = 5;

const yesSigns = new Set('👍👌✅✔☑🆗💯🙌✓');
const doubtSigns = new Set('🤔😕🤷❓❔⁉');
const noSigns = new Set('👎❌✖🚫🙅✗❎');

const lexicon: [Meaning, Set<string>][] = [
  [
    'no',
    phraseSet(
      'no|n|nop|nope|nones|nocas|noclas|noks|nah|na|nanai|nel|negativo|jamas|nunca|tampoco|paila|rechazo|incorrecto|incorrecta|2|' +
        'claro que no|por supuesto que no|obvio no|obvio que no|para nada|de ninguna manera|ni loca|ni de riesgos|de ningun modo|' +
        'ya no|ahora no|ahorita no|por ahora no|por el momento no|todavia no|aun no|hoy no|mejor no|creo que no|pues no|eso no|asi no|' +
        'mas tarde|luego|despues|otro dia|en otro momento|no gracias|no estoy de acuerdo|no esta bien|no es correcto|no es correcta|' +
        'no es asi|no por ahora|no por el momento|no todavia|no senora|no senor|no thanks|no thank you|not now|not yet|later|never|' +
        'maybe later|i dont|i dont agree|i do not agree|i disagree|not correct|no lo|no la|no me|thats wrong|wrong|of course not|dont',
    ),
  ],
  [
    'yes',
    phraseSet(
      'si|s|sip|sipi|sep|sis|sisas|sisa|sizas|simon|zi|cii|claro|claro que si|clarin|dale|hagale|hagalo|hagamosle|metale|de una|' +
        'de one|de ley|fijo|obvio|obviamente|por supuesto|desde luego|como no|correcto|correcta|exacto|exactamente|afirmativo|seguro|' +
        'segura|confirmo|confirmado|confirmada|eso es|eso si|asi es|esa es|todo bien|ta bien|esta bien|me parece|me parece bien|' +
        'estoy de acuerdo|de acuerdo|con gusto|con mucho gusto|no hay problema|ningun problema|y como no|aja|aham|uhum|mhm|ujum|1|' +
        'yes|y|yep|yeah|yup|sure|of course|alright|all right|i agree|agree|agreed|correct|right|thats right|go ahead|no problem|' +
        'sounds good|i accept|i do|absolutely|definitely|eso|melo|breve|vamos|de acuerdo si|si quiero|si acepto|si autorizo|' +
        'si deseo|si senora|si senor|sisa mi so|esta correcto|esta correcta|es correcto|es correcta|va',
    ),
  ],
  [
    'weak',
    phraseSet(
      'bueno|ya|listo|lista|bien|ok|oka|okay|okey|oki|okis|oke|vale|perfecto|perfecta|porfa|por favor|porfavor|please|fine|great|perfect|genial|super|excelente',
    ),
  ],
  [
    'willing',
    phraseSet(
      'quiero|acepto|autorizo|deseo|apruebo|puedo|me gustaria|quisiera|acepto los terminos|i want|accept|i would like|me interesa|interesa',
    ),
  ],
  // In Venezuela "ya va" asks to wait.
  ['else', phraseSet('ya va|no se')],
  [
    'filler',
    wordSet(
      'gracias muchas muchisimas mil senora senor senorita doctora doctor profe mi amor corazon sumerce su merce pues vecina vecino amiga amigo hola buenas thanks thank you so very much madam sir bendiciones dios le pague veci',
    ),
  ],
];

function meanings(words: string[]): Meaning[] {
  const found: Meaning[] = [];
  for (let at = 0; at < words.length; ) {
    const { meaning, length } = longestAt(words, at);
    // "No quiero", "no lo acepto": a refusal. "Quiero, no": neither.
    const isRefused =
      meaning === 'willing' && /^(?:no|ya no)( lo| la| me)?$/.test(words.slice(Math.max(0, at - 2), at).join(' '));
    found.push(isRefused ? 'no' : meaning);
    at += length;
  }
  return found;
}

function longestAt(words: string[], at: number): { meaning: Meaning; length: number } {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    const phrase = words.slice(at, at + length).join(' ');
    const entry = lexicon.find(([, phrases]) => phrases.has(phrase));
    if (entry) return { meaning: entry[0], length };
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
  const isKnown = lexicon.some(([, phrases]) => phrases.has(single));
  return isKnown ? single : word;
}
