import type { Locality } from '../domain/localities';
import { localitiesByName } from './localityNumber';
import { isNear, soundOf } from './near';
import { partsMeant } from './placeMeant';
import { namesJoined } from './splitNames';
import { folded, longestText, wordSet, wordsOf } from './text';
import { bestNamed, type Named } from './wordMatch';

/** Which sites a text means, by id. */
export type Placed = { kind: 'one'; id: string } | { kind: 'several'; ids: string[] } | { kind: 'none' };

type Site = { id: string; name: string; locality: string };

/**
 * Finds the sites a text names, by their own name or by a locality's ("kenedy", "el centro"), in a sentence or alone, with
 * slips. `site.locality` is a locality's name or code, or several with ";".
 */
export function place(text: string, sites: Site[], localities: Locality[]): Placed {
  const line = localitiesByName(withoutDenied(text), localities).toLowerCase();
  const placed = placeSaid(line, sites, localities);
  const [, before] = because.exec(line) ?? [];
  return placed.kind === 'none' && before ? placeSaid(before, sites, localities) : placed;
}

// "En Engativá porque no puedo dejar a mi esposo": why is no refusal.
const because = /^(.+?)\W+(?:porque|xq|pq|ya que|es que|pues|que es|because|since)\W/;

function placeSaid(line: string, sites: Site[], localities: Locality[]): Placed {
  const words = namesJoined(wordsOf(line), localities);
  if (words.length > longestAnswer || words.some((word) => refusals.has(word))) return { kind: 'none' };
  for (const part of partsMeant(words)) {
    const placed = eachIn(part, sites, localities);
    if (placed.kind !== 'none') return placed;
  }
  return { kind: 'none' };
}

/** "No, en Suba", "no es Bosa, es Suba", "Bosa no, Suba": only what it is. */
function withoutDenied(text: string): string {
  const line = folded(text.slice(0, longestText))
    .slice(0, longestDenial)
    .replace(/\bveinte (?=(?:de )?julio\b)/g, '20 ')
    .replace(/[,.]? ?\b(?:o|u|y) si no\b[,.]?/g, ' o')
    .replace(forgotten, '')
    .replace(unsure, '')
    .replace(/(?<=[a-z]{3})([aeiouy])\1+\b/g, '$1')
    .replace(aside, '')
    .replace(unfit, '')
    .replace(/^\W*(?:no ?[,.;]|no(?= senor)) ?(?:senor(?:a|ita)?\b[,. ]*)?/, '')
    .replace(
      /\b(?:ya )?(?:no|not) (?:es|vivo en|soy de|estoy en) [a-z ]{3,25}?[, ]+(?=(?:es|vivo|soy|estoy|ahora)\b)/,
      '',
    );
  return line.replace(/^(?:en )?[a-z ]{3,25} no ?,|^not [a-z ]{3,25},/, '');
}

const longestDenial = 300;
// "Bosa pero no me acuerdo del barrio".
const forgotten =
  /(?:[,.] ?|\b(?:pero|y|but) )(?:no|dont|i dont) (?:me acuerdo|recuerdo|se|remember|know)\b.*\b(?:barrio|direccion|nombre|manzana|sede|cual|address|name|which)\b.*$/;
// "Puente Aranda, no sé si se escribe junto", "Bosa o Kennedy no le sé decir".
const unsure =
  /[,.]? ?\b(?:pero |y |que )?(?:no|nunca|ni)(?: me| le| lo| la)? (?:se|acuerdo|sabria|recuerdo)(?: decir(?:le)?\b| bien\b| (?:muy bien )?(?:si (?:se (?:escribe|dice|llama)|es (?:con|una)|asi|esta bien)|como (?:se|es)|escribir)| escribir).*$/;
// "Chapinero pero arriba, no crea que soy rica", "en el Sumapaz, acá casi no entra señal", "Usme pueblo, lejísimos".
const aside =
  /(?:(?:[,.] ?|\b(?:pero|y|que) )(?:no (?:vaya a )?(?:crea|crean|piense|piensen|se asuste|se ria)\b|(?:por )?(?:aca|alla|aqui|ahi|donde) (?:casi )?no (?:entra|hay|llega|coge|sube)n? (?:(?:la|el|ni|casi|buena) )?(?:senal|internet|buses|bus|transporte|agua|luz|sitp|transmilenio)\b).*|(?<=[a-z]{3} (?:pueblo|arriba|alto|rural))[,.] ?(?:muy |bien )?(?:lejos|lejisimos|lejitos)\W*)$/;
// "Bosa no me sirve, mejor Kennedy".
const unfit =
  /^[^?]*\b(?:no|not) (?:me |le |nos )?(?:sirve|queda|gusta|conviene|puedo|alcanzo|good)\b[a-z ]{0,30}[,.]? ?\b(?:mejor|prefiero|mas bien|better)\b(?! no)(?= )/;

/** "Puente Aranda o Bosa" are two, whichever has the longer name. */
function eachIn(words: string[], sites: Site[], localities: Locality[]): Placed {
  const parts = words.join(' ').split(/ (?:o|u|y|or|and) /);
  const placedIn = parts
    .map((part) => placeIn(part.split(' '), sites, localities))
    .filter(({ kind }) => kind !== 'none');
  const ids = placedIn.flatMap((one) => (one.kind === 'several' ? one.ids : one.kind === 'one' ? [one.id] : []));
  return placedIn.length > 1 ? placed([...new Set(ids)]) : placeIn(words, sites, localities);
}

function placeIn(words: string[], sites: Site[], localities: Locality[]): Placed {
  const core = withoutOtherSaints(words, [...sites, ...localities]).filter((word) => !fillers.has(word));
  if (core.every((word) => common.has(word)) && !isWholeName(core, sites, localities)) return { kind: 'none' };
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
    'sector zona manzana manzanas cuidado sede sitio lugar quiero quisiera ir voy puedo favor porfa gracias hola es seria bogota aqui aca alla que ' +
    'the in i live near at block care from my is of please to would like go',
);
const refusals = wordSet('no ni nunca tampoco not dont excepto menos');

// Part of a name, and too common to tell it alone: "Juan", "ciudad verde", "soy mujer".
const common = wordSet(
  'juan rey reyes mujeres alta alto campo verde ciudad julio 20 san santa fe puente barrios sur norte',
);

/** "San Antonio" is no part of Antonio Nariño, nor "santa Inés" of Santa Fe. */
function withoutOtherSaints(words: string[], places: { name: string }[]): string[] {
  const all = places.map(({ name }) => wordsOf(name));
  const isOther = (word: string, next: string) =>
    saints.has(word) &&
    !all.some((name) => name.some((one, at) => saints.has(one) && isNear(next, name[at + 1] ?? '')));
  const found = words.flatMap((word, at) => (words[at + 1] && isOther(word, words[at + 1] ?? '') ? [at, at + 1] : []));
  return words.filter((_, at) => !found.includes(at));
}

const saints = wordSet('san santa santo');

function isWholeName(words: string[], sites: Site[], localities: Locality[]): boolean {
  const names = [...sites.map(({ name }) => significant(name)), ...localities.flatMap(namesOf)];
  return names.some((name) => name.every((word) => words.includes(word)));
}

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
  const isWhole = (name: string[]) =>
    name.every(
      (word) =>
        words.includes(word) ||
        words.some((one) => (name.length > 1 ? isNear(one, word) : word.length > 5 && soundOf(one) === soundOf(word))),
    );
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
