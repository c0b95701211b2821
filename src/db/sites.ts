import type { Site } from '../services/desk';
import type { Db } from './pool';

/** All sites, by name. */
export async function allSites(db: Db): Promise<Site[]> {
  const { rows } = await db.query<Nulls<Site>>({
    name: 'sites',
    text: `select id, code, name, locality, address, latitude, longitude from site order by sort_key(name), code`,
  });
  return rows.map(withoutNulls);
}

/** A site as an import gives it. */
export type SiteRow = {
  code: string;
  kind: string;
  name: string;
  locality: string;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
};

/** Writes sites by code; gives how many are new. */
export async function saveSites(db: Db, sites: SiteRow[]): Promise<number> {
  const { rows } = await db.query<{ fresh: boolean }>(
    `insert into site (code, kind, name, locality, address, latitude, longitude)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::float8[], $7::float8[])
     on conflict (code) do update
     set kind = excluded.kind, name = excluded.name, locality = excluded.locality, address = excluded.address,
         latitude = excluded.latitude, longitude = excluded.longitude
     returning xmax = 0 as fresh`,
    [
      sites.map((site) => site.code),
      sites.map((site) => site.kind),
      sites.map((site) => site.name),
      sites.map((site) => site.locality),
      sites.map((site) => site.address),
      sites.map((site) => site.latitude),
      sites.map((site) => site.longitude),
    ],
  );
  return rows.filter((row) => row.fresh).length;
}

type Nulls<T> = { [K in keyof T]-?: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };

function withoutNulls({ address, latitude, longitude, ...site }: Nulls<Site>): Site {
  return {
    ...site,
    ...(address !== null && { address }),
    ...(latitude !== null && longitude !== null && { latitude, longitude }),
  };
}
