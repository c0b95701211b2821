import { bogotaLocalities } from '../src/domain/localities';
import { nearest } from '../src/domain/nearest';
import type { Introduction } from '../src/replies/introduction';
import { place } from '../src/replies/place';
import type { Sought } from '../src/replies/sought';
import { words } from '../src/script/build';
import { say } from '../src/script/say';
import type { Site } from '../src/services/desk';
import type { Identity } from './identity';

/**
 * `near` are the sites her words may mean; `site` the one she chose among several, or that was known before. `sought` is
 * what she said of a class, `said` what she said of herself, before she was asked.
 */
export type Where = {
  sites: Site[];
  near: SiteKnown[];
  site: SiteKnown | null;
  sought: Sought;
  said: Introduction;
} & Pick<Identity, 'name'>;
export type SiteKnown = { id: string; name: string; address?: string };

const { ask, learn } = words<Where>();

/** Which sites are near her: her locality or the block's name in her words, or her location. */
export const nearby = [
  learn(
    'sites',
    (_, { desk }) => desk.sites(),
    ({ site, near }) => !site && !near,
  ),
  ask('near', {
    say: () => say('where.ask'),
    heard: ({ sites = [], sought, said, name }) => {
      const near = sitesMeant(sought?.place ?? name?.along?.place ?? said?.place ?? '', sites);
      return near.length > 0 ? near : undefined;
    },
    read: (text, { known: { sites = [] } }) => {
      const near = sitesMeant(text, sites);
      return near.length > 0 ? { ok: true, value: near } : { ok: false, again: say('where.unknown') };
    },
    readOther: (utterance, { known: { sites = [] } }) => {
      if (utterance.kind !== 'location') return undefined;
      const near = nearest(sites, utterance, 3).map(kept);
      return near.length > 0 ? { ok: true, value: near } : { ok: false, again: say('where.unknown') };
    },
    help: say('where.help'),
    when: ({ site }) => !site,
  }),
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

function sitesMeant(text: string, sites: Site[]): SiteKnown[] {
  const placed = place(text, sites, bogotaLocalities);
  const ids = placed.kind === 'one' ? [placed.id] : placed.kind === 'several' ? placed.ids : [];
  return ids.flatMap((id) => sites.filter((site) => site.id === id)).map(kept);
}

function kept({ id, name, address }: Site): SiteKnown {
  return { id, name, ...(address && { address }) };
}
