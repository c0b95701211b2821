import type { ClassElsewhere } from '../services/placesDesk';
import type { Db } from './pool';

/** Every class that still runs and has a free place, those at sites nearest to the given ones first. */
export async function classesElsewhere(db: Db, siteIds: string[], today: string): Promise<ClassElsewhere[]> {
  const { rows } = await db.query<{ elsewhere: ClassElsewhere }>({
    name: 'classes-elsewhere',
    text: `
      select json_strip_nulls(json_build_object(
        'name', c.name, 'service', sv.name,
        'site', json_build_object('id', si.id, 'name', si.name, 'address', si.address), 'locality', si.locality)) as elsewhere
      from class c
      join site si on si.id = c.site_id
      join service sv on sv.id = c.service_id
      cross join lateral (
        select min(power(si.latitude - here.latitude, 2) + power(si.longitude - here.longitude, 2)) as far
        from site here
        where here.id = any ($1::uuid[])
      ) as away
      where c.ends_on >= $2 and c.cancelled_at is null and c.capacity > places_taken(c.id) and si.id <> all ($1::uuid[])
      order by away.far nulls last, sort_key(si.name), sort_key(c.name), c.code`,
    values: [siteIds, today],
  });
  return rows.map(({ elsewhere }) => elsewhere);
}
