import { numberAt, ordinalAt } from './number';
import { wordSet, wordsOf } from './text';
import { bestNamed } from './wordMatch';

/** The choice that was meant, by id; or none, with those it could have been where there are some. */
export type Picked = { ok: true; value: string } | { ok: false; candidates: string[] };

/**
 * Reads which of the options a text takes: by number ("2", "la dos", "opción 2", "la última"), by its words, the beginning
 * of them, or with a slip. A number inside a sentence is no choice, nor are two numbers, nor "no quiero …".
 */
export function pick(text: string, options: { id: string; title: string }[]): Picked {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > longestChoice) return none;
  const titled = options.map(({ id, title }) => ({ id, title: wordsOf(title) }));
  const same = titled.filter(({ title }) => title.join(' ') === words.join(' '));
  if (same.length > 0) return among(same.map(({ id }) => id));
  const place = placeNamed(words, titled.length);
  if (place !== undefined) return byPlace(place, titled);
  return byWords(words, titled, /[?¿]/.test(text.slice(0, 500)));
}

type Titled = { id: string; title: string[] };

const none: Picked = { ok: false, candidates: [] };
const longestChoice = 30;

const articles = wordSet(
  'la el los las lo un una unos unas de del en a al y por para con the a an of in on at to for and',
);
const askingWords = wordSet(
  'quiero quisiera prefiero deseo escojo elijo selecciono tomo dame deme me mi yo gustaria interesa inscribirme inscribir ' +
    'inscribame anotarme anoteme apuntarme apunteme separar cupo clase clases curso cursos taller talleres opcion numero esa ese ' +
    'esta este favor porfa porfavor gracias hola buenas si bueno listo ok pues ya seria that this one want would like please choose ' +
    'take class course option number i is yes thanks',
);
const placeWords = wordSet(
  'la el mejor me con quedo anoto opcion numero num nro n quiero quisiera prefiero escojo elijo selecciono deme dame por favor porfa porfavor gracias es seria ' +
    'option number the i want choose take please thanks',
);
const refusals = wordSet('no ni nunca tampoco nada menos excepto not dont none except');

/** The place a text names and nothing else, 1 the first; -1 the last. */
function placeNamed(words: string[], many: number): number | undefined {
  const core = words.filter((word) => !placeWords.has(word));
  const ordinal = ordinalAt(core, 0);
  const ends = ordinal && core[ordinal.length] === 'one' ? 1 : 0;
  const found = ordinal ?? numberAt(core, 0);
  if (!found || found.length + ends !== core.length) return undefined;
  const place = found.value < 0 ? many + 1 + found.value : found.value;
  // A number beyond the list may still be a name: "20" for "20 de Julio".
  return place >= 1 && place <= many ? place : undefined;
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
  const meaning = words.filter((word) => !articles.has(word) && (shown.has(word) || !askingWords.has(word)));
  const numbers = meaning.filter((word) => !shown.has(word) && placeOf(word) !== undefined);
  const named = meaning.filter((word) => !numbers.includes(word));
  const options = titled.map(({ id, title }) => ({ id, names: [title] }));
  const best = bestNamed(named, options);
  const [ids, strays] = [unrefused(best.ids, titled), best.strays];
  const isAboutAll = ids.length === titled.length && titled.length > 1;
  const tooStray = strays.length > (isQuestion ? 0 : named.length - strays.length);
  if (numbers.length > 1 || isAboutAll || tooStray) return none;
  const [number] = numbers;
  if (number === undefined) return among(ids);
  // "2. Yoga" is a choice if Yoga is the second; else it is a number in a sentence.
  const counted = titled[(placeOf(number) ?? 0) - 1]?.id;
  return counted !== undefined && ids.includes(counted) ? among([counted]) : none;
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
