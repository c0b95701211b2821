import { bogotaLocalities } from '../src/domain/localities';
import { nearest } from '../src/domain/nearest';
import { readIntent } from '../src/replies/intent';
import type { Introduction } from '../src/replies/introduction';
import { place } from '../src/replies/place';
import { type Sought, soughtIn } from '../src/replies/sought';
import { wordsOf } from '../src/replies/text';
import { words } from '../src/script/build';
import { type Said, say } from '../src/script/say';
import type { Site } from '../src/services/desk';
import type { Identity } from './identity';
import { sitesFilled } from './registrationForm';

/**
 * `near` are the sites her words may mean; `site` the one she chose among several, or that was known before. `sought` is
 * what she said of a class, `said` what she said of herself, before she was asked; `soughtFirst`: asked where, she has
 * said what she seeks.
 */
export type Where = {
  sites: Site[];
  near: SiteKnown[];
  site: SiteKnown | null;
  sought: Sought;
  said: Introduction;
  soughtFirst: boolean;
} & Pick<Identity, 'name' | 'filled'>;
export type SiteKnown = { id: string; name: string; address?: string };

const { ask, learn, backTo } = words<Where>();

/** Which sites are near her: her locality or the block's name in her words, or her location. */
export const nearby = [
  learn(
    'sites',
    (_, { desk }) => desk.sites(),
    ({ site, near }) => !site && !near,
  ),
  ask('near', {
    say: ({ soughtFirst }) => [...(soughtFirst ? [say('where.first')] : []), say('where.ask')],
    heard: ({ sites = [], sought, said, name, filled = {} }) => {
      const chosen = sitesFilled(filled, sites).map(kept);
      const near =
        chosen.length > 0 ? chosen : sitesMeant(sought?.place ?? name?.along?.place ?? said?.place ?? '', sites);
      return near.length > 0 ? near : undefined;
    },
    sayBriefly: () => say('where.askAgain'),
    optionsAgain: ({ sites = [] }) => localitiesOf(sites).map((name) => ({ id: name, title: name })),
    open: say('where.openLocalities'),
    value: (id, { sites = [] }) => sites.filter(({ locality }) => namesIn(locality).includes(id)).map(kept),
    read: (text, { known: { sites = [], soughtFirst } }) => {
      const near = sitesMeant(text, sites);
      // What she would like to do is kept, and where she is asked once more.
      const isTopicOnly = !soughtFirst && soughtIn(text).topic !== undefined && !isPlaceKnown(text);
      return near.length > 0 || isTopicOnly ? { ok: true, value: near } : { ok: false, again: notThere(text) };
    },
    readOther: (utterance, { known: { sites = [] } }) => {
      if (utterance.kind !== 'location') return undefined;
      const near = nearest(sites, utterance, 3).map(kept);
      return near.length > 0 ? { ok: true, value: near } : { ok: false, again: say('where.unknown') };
    },
    tells: soughtThere,
    help: say('where.help'),
    when: ({ site }) => !site,
  }),
  backTo(
    ({ near }) => (near?.length === 0 ? 'near' : undefined),
    [],
    () => ({ soughtFirst: true }),
  ),
];

/** Which site; asked further only if her words may mean several. */
export const where = [
  ...nearby,
  ask('site', {
    say: () => say('where.choose'),
    options: ({ near = [] }) =>
      near.map(({ id, name, address }) => ({ id, title: name, ...(address && { detail: address }) })),
    open: say('where.open'),
    value: (id, { near = [] }) => near.find((site) => site.id === id) ?? { id, name: '' },
    dependsOn: ['near'],
    when: ({ near = [] }) => near.length > 1,
  }),
];

/** The site, once it is clear which. */
export function siteOf({ site, near }: Partial<Where>): SiteKnown | undefined {
  return site ?? (near?.length === 1 ? near[0] : undefined);
}

// "Yoga por Suba": besides the place she tells what she seeks there, unless that word is in the place's own name.
function soughtThere(text: string, { near = [] }: Partial<Where>): Partial<Where> {
  const { place: _, ...sought } = soughtIn(text);
  const isName = near.some(({ name }) => wordsOf(name).includes(sought.topic ?? ''));
  return Object.keys(sought).length > 0 && !isName ? { sought } : {};
}

// Where there are sites, in the order of the alphabet.
function localitiesOf(sites: Site[]): string[] {
  const names = new Set(sites.flatMap(({ locality }) => namesIn(locality)));
  return [...names].sort((one, other) => one.localeCompare(other, 'es'));
}

function namesIn(locality: string): string[] {
  return locality.split(';').map((one) => bogotaLocalities.find(({ code }) => code === one.trim())?.name ?? one.trim());
}

// A place we know but have no site in; no place at all, which the list that follows may help with; or one we do not know.
function notThere(text: string): Said {
  const placed = place(text, everywhere, bogotaLocalities);
  if (placed.kind === 'one') return say('where.noneThere', { place: placed.id });
  if (readIntent(text)?.wish === 'classes') return say('where.first');
  return noPlace.test(wordsOf(text).join(' ')) ? say('where.list') : say('where.unknown');
}

function isPlaceKnown(text: string): boolean {
  return place(text, everywhere, bogotaLocalities).kind !== 'none';
}
const everywhere = bogotaLocalities.map(({ name }) => ({ id: name, name, locality: name }));
const noPlace =
  /^(?:\d+|no|si|(?:una |un |la |el |en )?(?:otra|otro|cualquiera|cualquier)(?: (?:sede|localidad|lugar|sitio|barrio|parte|manzana))?|la que sea|donde sea|la mas cercana|cerca(?: (?:de |a )?mi casa)?|ninguna|ninguno|any|anywhere|another|other)$/;

function sitesMeant(text: string, sites: Site[]): SiteKnown[] {
  const placed = place(text, sites, bogotaLocalities);
  const ids = placed.kind === 'one' ? [placed.id] : placed.kind === 'several' ? placed.ids : [];
  return ids.flatMap((id) => sites.filter((site) => site.id === id)).map(kept);
}

function kept({ id, name, address }: Site): SiteKnown {
  return { id, name, ...(address && { address }) };
}
