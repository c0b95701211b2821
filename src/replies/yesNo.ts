import { corrected } from './corrected';
import { withoutCourtesies } from './courtesies';
import { clausesOf, folded, longestText } from './text';
import { isHarmless, reasonAfter, startsReason } from './yesNoReason';
import { saidShortly } from './yesNoSaid';
import { amidTalk, isGreetingBack, withoutHope, withoutSighs } from './yesNoTalk';
import { saidStraight } from './yesNoTurned';
import { knownWord, longestPhrase, type Meaning, meaningOf } from './yesNoWords';

type Answer = 'yes' | 'no' | undefined;

/**
 * Reads a plain yes or no, as people in Colombia say it. Courtesies and a reason may stand around it, and a no may go on as it
 * likes; but a question, a "but", a condition, a correction makes it neither, as does any word of substance beside a yes.
 * Ask it only where a yes or no was asked: "listo" and "ya" mean more things.
 */
export function yesNo(said: string): Answer {
  const text = withoutSighs(said.slice(0, longestText));
  const plain = folded(text);
  if (plain.length > longestRead || /[?¿]/.test(plain) || asked.test(text.slice(0, longestText))) return undefined;
  if (conditional.test(text) || turned.test(plain)) return undefined;
  // The English letter; in Spanish, with anything besides, it is "and".
  if (plain === 'y') return 'yes';
  const signs = [...plain.matchAll(/[^\p{L}\p{N}\p{P}\p{Z}\p{Cc}]/gu)].map(([sign]) => meaningOfSign(sign));
  const line = withoutHope(saidStraight(clausesOf(text)));
  const bare = saidShortly(withoutCourtesies(line));
  if ((line === '' && signs.length === 0) || askedBare.test(bare) || isGreetingBack(line)) return undefined;
  // "Porfa" alone is a yes, "gracias" none: courtesies that say it all are read as they are.
  const answer = (bare === '' ? undefined : answerIn(bare, signs)) ?? plainly(line, signs);
  return (
    answer ?? (signs.some((sign) => sign !== 'filler') ? undefined : amidTalk(bare, (clause) => plainly(clause, [])))
  );
}

const longestRead = 240;
const longestAnswer = 24;

// "Qué acepto", "por qué no", without a question mark; "qué pena", "qué rico" are none.
const asked =
  /(?<!\p{L})(?:qué(?! (?:va(?!\p{L})|pena|pereza|jartera|mamera|miedo|susto|pesar|l[aá]stima|embarrada|mala|bueno|buena|bien|rico|rica|alegr|maravilla|dicha|chévere|bonito|vergüenza|emoci))|por que|c[oó]mo que|quién|cuál|cuáles)(?!\p{L})/iu;
// "Que acepto" alone asks what it is.
const askedBare =
  /^(?:y |pero |a )?que (?:acepto|autorizo|firmo|confirmo|permiso)$|^(?:si )?(?:acepto|autorizo|firmo) que$/;
// "Si puedo voy", "sí, si alcanzo": a yes that hangs on something. "Sí puedo" is none.
const conditional =
  /^\W*(?:y )?ser[aá] que |(?<!\p{L})s[ií]\W+si (?:puedo|alcanzo|logro|me )|(?<!\p{L})si (?:puedo|alcanzo|logro|quieren?|me dejan|tengo)(?: \p{L}+){0,3}[ ,]+(?:voy|iré|ire|s[ií]|llego|asisto|estaré|acepto)(?!\p{L})/iu;
// "No está mal", "no hay errores": what was refused is the fault.
const turned =
  /\bno (?:hay|tiene|tienen|esta|estan|quedo|es|veo)(?: un| ningun| el| nada)? (?:error(?:es)?|mal[oa]?|equivocad[oa]|errad[oa]|incorrect[oa])\b|\bnada (?:de (?:eso|esto|ahi) )?(?:esta|es|quedo) (?:mal[oa]?|equivocad[oa]|errad[oa]|incorrect[oa])\b|\bnot wrong\b|\bno (?:mistakes|errors)\b|\bnothing wrong\b/;

// "Sí, tengo 57".
const ageTold = /(?<=\bsi (?:\/ )?)tengo \d{2}(?: anos)?/;

const yesSigns = new Set('👍👌✅✔☑🆗💯🙌✓');
const doubtSigns = new Set('🤔😕🤷❓❔⁉');
const noSigns = new Set('👎❌✖🚫🙅✗❎');

function answerIn(line: string, signs: Meaning[]): Answer {
  const { head, reason } = reasonAfter(line);
  const taken = corrected(head);
  // "Ok, wait" takes nothing back yet, and gives nothing.
  if (taken?.after === '' && /\bwait$/.test(head)) return undefined;
  // Alone, "me equivoqué" may be about what she is asked.
  if (/^(?:\w+ )?me equivoque/.test(head) && taken?.before === '' && !/^no\b/.test(head)) return undefined;
  const said = taken?.after || taken?.before || head;
  const answer = plainly(said.replace(/^(?:pero|pues|bueno|y|but) (?:\/ )?(?=no\b)/, ''), signs);
  if (answer && reason !== '') return isHarmless(answer, reason, true) ? answer : undefined;
  return answer ?? refusedFirst(line, signs);
}

/** What words say that hold nothing else. */
function plainly(line: string, signs: Meaning[]): Answer {
  // "No, está bien así", "no, todo bien": a no to what was asked, or to there being anything wrong.
  const besides = /^no \/ (.+)$/.exec(line)?.[1];
  if (besides !== undefined && plainly(besides, []) === 'yes') return undefined;
  const words = line.replace(ageTold, '').split(' ').filter(Boolean).map(unstretched);
  if (words.length + signs.length > longestAnswer) return undefined;
  const meant = [...signs, ...meanings(words)];
  if (meant.includes('else') || (meant.includes('yes') && meant.includes('no'))) return undefined;
  if (meant.includes('no')) return meant.includes('willing') ? undefined : 'no';
  return meant.some((one) => one !== 'filler') ? 'yes' : undefined;
}

/** "No gracias, ya conseguí en otra parte", "no puedo, tengo cita": a no, and then why, without a "because". */
function refusedFirst(line: string, signs: Meaning[]): Answer {
  const words = line.split(' ');
  for (let at = 1; at < Math.min(words.length, longestAnswer); at++) {
    const [head, rest] = [words.slice(0, at), words.slice(at)];
    const isParted = head.at(-1) === '/' || rest[0] === '/';
    const plain = head.filter((word) => word !== '/');
    // "No no | sé" is no no and a reason.
    if (meaningOf(`${plain.at(-1)} ${rest[0]}`) === 'else') continue;
    if (!(isParted || startsReason(plain, rest)) || plainly(plain.join(' '), signs) !== 'no') continue;
    const after = rest.filter((word, n) => word !== '/' && !(n < 2 && word === 'pero' && rest[n + 1] === 'yo'));
    if (after.length === 0) continue;
    const meant = meanings(after.map(unstretched));
    return !meant.includes('yes') &&
      !meant.includes('willing') &&
      isHarmless('no', after.join(' '), plain.length > 1 && !isParted)
      ? 'no'
      : undefined;
  }
  return undefined;
}

function meanings(words: string[]): Meaning[] {
  const found: Meaning[] = [];
  let isRefused = false;
  for (let at = 0; at < words.length; ) {
    // No phrase goes from one clause to the next: "por ahora no, más adelante" has no "no más".
    if (words[at] === '/') {
      at += 1;
      continue;
    }
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

/** "siiii" and "sisisi" as "si", "okkk" as "ok"; digits are left alone: "11" is no "1". */
function unstretched(word: string): string {
  if (knownWord(word)) return word;
  const single = word.replace(/(\p{L})\1+/gu, '$1').replace(/^([sc]i|no)\1+$/, '$1');
  return meaningOf(single) ? single : word;
}
