import { isNear } from './near';
import { articles, askingWords } from './pickWords';
import { wordSet } from './text';
import { yesNo } from './yesNo';

type Titled = { id: string; title: string[] };

/**
 * Where a yes and a no stand among the options ("Sí, acepto", "No acepto"): which of them a text is, read as any yes or no
 * is; `none` where it is neither, though it may hold the words of one ("¿y si acepto qué pasa?"). Not given where there is
 * no such pair.
 */
export function yesOrNo(text: string, titled: Titled[]): { ids: string[]; pair: string[] } | undefined {
  const refusing = titled.filter(({ title }) => title.some((word) => noes.has(word)));
  const [no, ...more] = refusing;
  const yes = titled.find((one) => one !== no && isYesTo(one.title, no?.title ?? []));
  if (!no || !yes || more.length > 0) return undefined;
  const said = yesNo(text);
  return { ids: said ? [said === 'yes' ? yes.id : no.id] : [], pair: [yes.id, no.id] };
}

const noes = wordSet('no not dont');
const yeses = wordSet('si yes acepto');

// "Voy" is the yes to "No voy".
function isYesTo(title: string[], no: string[]): boolean {
  const left = no.filter((word) => !noes.has(word) && !articles.has(word));
  return yeses.has(title[0] ?? '') || (left.length > 0 && left.join(' ') === title.join(' '));
}

/**
 * Where one of the options is that none of the others holds ("No tengo", "Ninguna"): its id where she says only that ("no
 * tengo nada de eso"); none where she refuses something that is shown, which tells nothing for sure.
 */
export function noneOfThem(words: string[], titled: Titled[]): { ids: string[] } | undefined {
  const [only, ...more] = titled.filter(({ title }) => nones.has(title[0] ?? ''));
  if (!only || more.length > 0 || !words.some((word) => nones.has(word))) return undefined;
  const others = titled.filter((one) => one !== only).flatMap(({ title }) => title.filter((word) => word.length > 2));
  const isShown = (word: string) =>
    !only.title.includes(word) && !articles.has(word) && others.some((one) => isNear(word, one));
  if (words.some(isShown)) return { ids: [] };
  const isPlain = words.every(
    (word) =>
      only.title.includes(word) || nones.has(word) || besides.has(word) || articles.has(word) || askingWords.has(word),
  );
  return isPlain ? { ids: [only.id] } : undefined;
}

const nones = wordSet('no ninguno ninguna ningun nada none neither nothing');
const besides = wordSet(
  'esos esas ellos ellas eso ese aun todavia ahora tengo have any them those these all papel papeles documento documentos senora senorita mija',
);
