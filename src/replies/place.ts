import type { Locality } from '../domain/localities';
import { isNear } from './near';
import { folded, wordSet, wordsOf } from './text';
import { bestNamed, type Named } from './wordMatch';

/** Which sites a text means, by id. */
export type Placed = { kind: 'one'; id: string } | { kind: 'several'; ids: string[] } | { kind: 'none' };

type Site = { id: string; name: string; locality: string };

/**
 * Finds the sites a text names, by their own name or by a locality's ("kenedy", "el centro"), in a sentence or alone, with
 * slips. `site.locality` is a locality's name or code, or several with ";".
 */
export function place(text: string, sites: Site[], localities: Locality[]): Placed {
  const words = wordsOf(text);
  if (words.length > longestAnswer || words.some((word) => refusals.has(word))) return { kind: 'none' };
  const core = words.filter((word) => !fillers.has(word));
  const named = localitiesNamed(core, localities);
  const around = sitesIn(named, sites);
  // "La Gaitana de Suba" is the one in Suba of that name; "Suba" alone may be the site Suba or any other there.
  const besides = core.filter((word) => !named.some((locality) => isWordOf(word, locality)));
  const within = sitesNamed(besides, sites).filter((id) => around.includes(id));
  return placed(within.length > 0 ? within : [...new Set([...sitesNamed(core, sites), ...around])]);
}

const longestAnswer = 30;

const fillers = wordSet(
  'la el los las lo un una de del en a al y e por para con cerca queda quedo vivo vive soy somos estoy mi me casa barrio localidad ' +
    'sector zona manzana manzanas cuidado sede sitio lugar quiero quisiera ir voy puedo favor porfa gracias hola es seria bogota aqui ' +
    'the in i live near at block care from my is of please to would like go',
);
const refusals = wordSet('no ni nunca tampoco not dont excepto menos');

function significant(name: string): string[] {
  const words = wordsOf(name);
  const core = words.filter((word) => !fillers.has(word));
  return core.length > 0 ? core : words;
}

function sitesNamed(words: string[], sites: Site[]): string[] {
  return named(
    words,
    sites.map(({ id, name }) => ({ id, names: [significant(name)] })),
  );
}

function localitiesNamed(words: string[], localities: Locality[]): Locality[] {
  const all = localities.map((locality) => ({ id: locality.code, names: namesOf(locality) }));
  const anywhere = named(words, all);
  // "Bosa centro" is in Bosa: the centre counts where nothing else is named.
  const elsewhere =
    anywhere.length > 1
      ? named(
          words.filter((word) => word !== 'centro'),
          all,
        )
      : [];
  const codes = elsewhere.length > 0 ? elsewhere : anywhere;
  return localities.filter(({ code }) => codes.includes(code));
}

/** Who is named best. Among other words a slip is more likely one of those than a name: then only whole names count. */
function named(words: string[], all: Named[]): string[] {
  const { ids, strays } = bestNamed(words, all);
  if (strays.length === 0) return ids;
  const isWhole = (name: string[]) => name.every((word) => words.includes(word));
  return bestNamed(
    words,
    all.map(({ id, names }) => ({ id, names: names.filter(isWhole) })),
  ).ids;
}

function sitesIn(named: Locality[], sites: Site[]): string[] {
  const wanted = named.flatMap(({ code, name }) => [code, folded(name)]);
  return sites
    .filter(({ locality }) => locality.split(';').some((one) => wanted.includes(folded(one))))
    .map(({ id }) => id);
}

function isWordOf(word: string, locality: Locality): boolean {
  return namesOf(locality).some((name) => name.some((one) => isNear(word, one)));
}

function namesOf({ name, aliases }: Locality): string[][] {
  return [name, ...aliases].map(significant);
}

function placed(ids: string[]): Placed {
  const [id] = ids;
  if (id === undefined) return { kind: 'none' };
  return ids.length === 1 ? { kind: 'one', id } : { kind: 'several', ids };
}
