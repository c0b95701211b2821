import { any } from './anyOf';
import { chosenAnew, corrected } from './corrected';
import { withoutCourtesies } from './courtesies';
import { isNear } from './near';
import { numberAt, ordinalAt } from './number';
import { faultTold } from './pickFault';
import { clauseThatTakes, leftOver, withoutOfThose } from './pickTalk';
import { atTimeSaid } from './pickTime';
import { articles, asking, askingWords, faultWords, order, placeWords, refusals, things } from './pickWords';
import { noneOfThem, yesOrNo } from './pickYesNo';
import { clausesOf, longestText, wordSet, wordsOf } from './text';
import { timedLine } from './when';
import { bestNamed } from './wordMatch';

/** The choice that was meant, by id; or none, with those it could have been where there are some. */
export type Picked = { ok: true; value: string } | { ok: false; candidates: string[] };

/**
 * Reads which of the options a text takes: by number ("2", "la dos", "opción 2", "la última"), by its words, the beginning
 * of them, or with a slip. A number inside a sentence is no choice, nor are two numbers, nor "no quiero …".
 */
export function pick(typed: string, options: { id: string; title: string }[]): Picked {
  const text = typed.slice(0, longestText).replace(tag, '$1, ');
  const whole = wordsOf(numbered(text));
  if (whole.length === 0 || whole.length > longestChoice) return none;
  const titled = options.map(({ id, title }) => ({ id, title: wordsOf(title) }));
  const same = titled.filter(({ title }) => title.join(' ') === whole.join(' '));
  if (same.length > 0) return among(same.map(({ id }) => id));
  const plain = withoutCourtesies(clausesOf(text));
  const isQuestion = /[?¿]/.test(text.slice(0, 500)) || asking.has(plain.split(' ')[0] ?? '') || asked.test(plain);
  if ((isQuestion && compared.test(plain)) || already.test(clauseThatTakes(plain, []) ?? plain)) return none;
  if (isFine.test(plain) && isOfFaults(new Set(titled.flatMap(({ title }) => title)))) return none;
  const read = readIn(text, options, titled, isQuestion);
  const answer = yesOrNo(text, titled);
  if (!answer || (read.ok && !answer.pair.includes(read.value))) return read;
  const place = placeNamed(whole, titled.length);
  return place === undefined ? among(answer.ids) : byPlace(place, titled);
}

function readIn(text: string, options: { id: string; title: string }[], titled: Titled[], isQuestion: boolean): Picked {
  const line = withoutCourtesies(timedLine(text));
  for (const one of isQuestion ? [] : [line, ...withoutWhy(line), ...withoutErrand(line)]) {
    const ids = atTimeSaid(one, options);
    if (ids) return among(ids);
  }
  const left = isQuestion ? undefined : leftOver(line, options);
  if (left !== undefined) return among([left]);
  const readings = readingsOf(text, titled, isQuestion);
  const refused = readings.map((words) => noneOfThem(words, titled)).find((one) => one !== undefined);
  if (refused) return among(refused.ids);
  const read = readings.map((words) => oneOf(words, titled, isQuestion));
  const picked = read.find(({ ok }) => ok) ?? read.find((one) => !one.ok && one.candidates.length > 0);
  return picked ?? (isQuestion ? none : inTalk(text, titled));
}

/** What a sentence tells besides a plain choice: a fault, or what is chosen first. */
function inTalk(text: string, titled: Titled[]): Picked {
  const fault = isOfFaults(new Set(titled.flatMap(({ title }) => title))) ? faultTold(clausesOf(text)) : undefined;
  const meant = titled.filter(
    ({ title }) => fault && title.some((word) => sameThing(word, new Set([fault])) === fault),
  );
  return meant.length > 0 ? among(meant.map(({ id }) => id)) : firstSaid(text, titled);
}

// "A las dos, después de dejar el almuerzo hecho".
function withoutErrand(line: string): string[] {
  const found =
    / (?:\/ )?(?:(?:despues|luego|antes) de \w+[aei]r(?:l[eoa]s?|me)?|cuando (?:ya )?(?:dejo|salgo|llevo|recojo|termino|acabo|me desocupo|llego)) [^\d]*$/.exec(
      line,
    );
  return found ? [line.slice(0, found.index)] : [];
}

/** "Sistemas por favor, quiero aprender a mandar correos": what is chosen first, where nothing after it is another choice. */
function firstSaid(text: string, titled: Titled[]): Picked {
  const [first = '', ...rest] = withoutCourtesies(clausesOf(numbered(text))).split(' / ');
  if (rest.length === 0 || rest.some((clause) => holdsBack.test(clause))) return none;
  const picked = oneOf(first.split(' '), titled, false);
  const others = rest.map((clause) => oneOf(clause.split(' '), titled, false));
  const isSame = (one: Picked) => (one.ok ? picked.ok && one.value === picked.value : one.candidates.length === 0);
  return picked.ok && others.every(isSame) ? picked : none;
}
const holdsBack = any(
  'no|ni|nunca|tampoco|lejos|lejisimos|aburr\\w+|cansa|far|boring|pero|aunque|si (es|no|puedo|me)|o|mejor|despues|luego|cuanto|cuesta|cual|que|donde|cuando|como|not|dont|but|or|if|which|what|how',
);

// "Y la de yoga a qué hora es"; "es mejor yoga?" takes none.
const asked = any('a que horas?|que dias?|cuanto|cuantos|cual|what time|which|how much');
// "Ya estoy en yoga".
const already = any(
  'ya (estoy|estuve|hice|fui|voy|vengo|termine|tome)',
  'already',
  '(?<!\\b(?:me|nos) )van? (?:a|en) la de',
);
// What is right needs no correction.
const isFine =
  /^(?:(?:el|la|mi|los|mis|my|the) )?\w+ (?:esta|estan|quedo|quedaron|is|are) (?:muy )?(?:bien|correct\w*|perfect\w*|fine|right)$/;
const compared = any('mejor|better|best|facil|easier|easy|easiest|recomienda\\w*|recommend');

type Titled = { id: string; title: string[] };

/** The words as they are; without courtesies; what she says after taking something back; and without why. */
function readingsOf(text: string, titled: Titled[], isQuestion: boolean): string[][] {
  const line = clausesOf(numbered(text));
  const shown = new Set(titled.flatMap(({ title }) => title));
  const stripped = withoutCourtesies(line);
  const left = new Set(stripped.split(' '));
  // What a choice is called is no courtesy: "Señora de Fátima".
  const bare = line.split(' ').some((word) => shown.has(word) && !left.has(word)) ? line : stripped;
  const said = corrected(bare)?.after || bare;
  const anew = chosenAnew(said) ?? (isOfFaults(shown) ? undefined : insteadOf.exec(said)?.[1]);
  const taken = isQuestion || anew ? undefined : clauseThatTakes(said, [...shown]);
  const lines = (anew ? [anew] : taken ? [taken] : said === bare ? [line, bare] : [said]).map(withoutOfThose);
  return [...lines, ...(isQuestion ? [] : lines.flatMap(withoutWhy))].map((one) => one.split(/[ /]+/).filter(Boolean));
}

// "Yoga no, costura".
const insteadOf = /^[^/]+ (?:no|not)(?: me (?:sirve|queda|gusta)(?: bien)?)? \/ (?!.*\b(?:no|tampoco|ni|not)\b)(.+)$/;

// "Costura, que es la que me sirve", "cocina porque me gusta": what follows says why, unless it takes it back.
function withoutWhy(line: string): string[] {
  const found =
    / (?:\/ )?(?:que|porque|ya que|es que|pues|para|asi|because|since|as|if there(?: i)?s(?=.* (?:room|space|place|spot))|si (?:todavia |aun )?(?:hay|quedan?|tienen)(?=.* (?:cup|puest))) /.exec(
      `${line} `,
    );
  return found && !takes.test(line.slice(found.index)) ? [line.slice(0, found.index)] : [];
}
const takes = any(
  'no sea|no sean|no es|no son|no tenga|pero|but|hice|hago|fui|no me (gusta|sirve|interesa|queda)|no (quiero|puedo)|cuanto|cuesta|vale|cual|quien',
);

// "Nº 2"; the last name is none that is last.
function numbered(text: string): string {
  return text
    .slice(0, longestText)
    .replace(/\bn[º°]\.? ?(?=\d)/gi, 'numero ')
    .replace(/\blast ?name/gi, 'surname');
}

function oneOf(words: string[], titled: Titled[], isQuestion: boolean): Picked {
  const middle = titled.length % 2 === 1 && inTheMiddle.test(words.join(' ')) ? (titled.length + 1) / 2 : undefined;
  const place = middle ?? placeNamed(words, titled.length);
  return place !== undefined ? byPlace(place, titled) : byWords(words, titled, isQuestion);
}

const none: Picked = { ok: false, candidates: [] };
const longestChoice = 30;

// "Modistería, ¿no? Así arreglo la ropa": she takes it, and then says why.
const tag = /^([^?¿,.]{3,40}),? ¿?(?:no\? (?=as[ií] |para )|(?:cierto|verdad)\? (?=as[ií] |porque |para |es que ))/i;
const inTheMiddle = /^(?:(?:la|el) )?(?:del? )?(?:la )?(?:medio|centro|mitad|middle one)$/;
/** The place a text names and nothing else, 1 the first; -1 the last. */
function placeNamed(words: string[], many: number): number | undefined {
  const core = words.filter((word) => !placeWords.has(word) && !order.test(word)).map(plain);
  const ordinal = ordinalAt(core, 0);
  const ends = ordinal && core[ordinal.length] === 'one' ? 1 : 0;
  const found = ordinal ?? numberAt(core, 0);
  if (!found || found.length + ends !== core.length) return undefined;
  const place = found.value < 0 ? many + 1 + found.value : found.value;
  // A number beyond the list may still be a name: "20" for "20 de Julio".
  return place >= 1 && place <= many ? place : undefined;
}

/** "La segundita" as "segunda". */
function plain(word: string): string {
  return word.replace(/(?<=^(?:primer|segund|tercer|cuart|quint|ultim))it(?=[ao]$)/, '');
}

function byPlace(place: number, titled: Titled[]): Picked {
  const meant = titled[place - 1];
  if (!meant) return none;
  // With "Grupo 2" shown first and "Grupo 1" second, a bare "2" may mean either.
  const named = titled.filter(({ title }) => title.length > 1 && title.at(-1) === String(place));
  return named.length === 0
    ? { ok: true, value: meant.id }
    : among([...new Set([meant, ...named].map(({ id }) => id))]);
}

function byWords(words: string[], titled: Titled[], isQuestion: boolean): Picked {
  const shown = new Set(titled.flatMap(({ title }) => title));
  if (words.some((word) => refusals.has(word) && !shown.has(word))) return none;
  const meaning = words.filter(
    (word) =>
      !articles.has(word) &&
      !(isOfFaults(shown) && faultWords.has(word) && !shown.has(word)) &&
      (shown.has(word) || !(askingWords.has(word) || (order.test(word) && !isAlike(word, shown)))),
  );
  const numbers = meaning.filter((word) => !shown.has(word) && placeOf(word) !== undefined);
  const named = meaning.filter((word) => !numbers.includes(word));
  const options = titled.map(({ id, title }) => ({ id, names: [title] }));
  const best = bestNamed(
    named.map((word) => sameThing(word, shown)),
    options,
  );
  const [ids, strays] = [unrefused(best.ids, titled), best.strays];
  const isAboutAll = ids.length === titled.length && titled.length > 1;
  const tooStray = strays.length > (isQuestion ? 0 : named.length - strays.length);
  // "No más recordatorios" is not "No acepto": a mere no, with other words, names none.
  const matched = named.filter((word) => !strays.includes(word));
  const isMereNo = strays.length > 0 && matched.every((word) => refusals.has(word) || word === 'si' || word === 'yes');
  if (numbers.length > 1 || isAboutAll || tooStray || isMereNo) return none;
  const [number] = numbers;
  if (number === undefined) return among(ids);
  // "2. Yoga" is a choice if Yoga is the second; else it is a number in a sentence.
  const counted = titled[(placeOf(number) ?? 0) - 1]?.id;
  return counted !== undefined && ids.includes(counted) ? among([counted]) : none;
}

/** Whether it is asked what is to be corrected. */
function isOfFaults(shown: Set<string>): boolean {
  return [...shown].some((word) => correctable.has(word));
}
const correctable = wordSet('nombre documento sede name document site');

/** "Coser" as "costura", where that is shown. */
function sameThing(word: string, shown: Set<string>): string {
  if (shown.has(word)) return word;
  const base = word.replace(/(?:it|(?<=t)ic)(?=[oa]s?$)/, '');
  if (shown.has(base)) return base;
  const [only, ...others] = [...(things.find((thing) => thing.has(word)) ?? [])].filter((one) => shown.has(one));
  return only !== undefined && others.length === 0 ? only : word;
}

function isAlike(word: string, shown: Set<string>): boolean {
  return [...shown].some((one) => isNear(word, one));
}

// "Acepto" is "Sí, acepto", not "No acepto": who means a refusal says so.
function unrefused(ids: string[], titled: Titled[]): string[] {
  const meant = ids.filter((id) => !titled.find((one) => one.id === id)?.title.some((word) => refusals.has(word)));
  return ids.length > 1 && meant.length > 0 ? meant : ids;
}

function placeOf(word: string): number | undefined {
  return (numberAt([word], 0) ?? ordinalAt([word], 0))?.value;
}

function among(ids: string[]): Picked {
  const [only] = ids;
  return only !== undefined && ids.length === 1 ? { ok: true, value: only } : { ok: false, candidates: ids };
}
