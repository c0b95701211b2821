import type { ClassTaught, UnmarkedSession } from '../services/desk';
import type { Db } from './pool';

/** A coordinator as an import gives her, with the person she is; `sites` are ids, or all there are and will be. */
export type CoordinatorRow = {
  code: string;
  phone: string;
  personId: string;
  names: { first: string; last: string };
  sites: string[] | 'all';
};

/** The coordinators with these codes, and the sites with these codes. */
export async function coordinatorReferences(
  db: Db,
  wanted: { codes: string[]; sites: string[] },
): Promise<{ people: Map<string, string>; sites: Map<string, string> }> {
  const people = await db.query<{ code: string; id: string }>(
    'select code, person_id as id from coordinator where code = any ($1)',
    [wanted.codes],
  );
  const sites = await db.query<{ code: string; id: string }>('select code, id from site where code = any ($1)', [
    wanted.sites,
  ]);
  const byCode = (rows: { code: string; id: string }[]) => new Map(rows.map(({ code, id }) => [code, id]));
  return { people: byCode(people.rows), sites: byCode(sites.rows) };
}

/** The codes under which these people are coordinators. */
export async function coordinatorCodes(db: Db, people: string[]): Promise<Map<string, string>> {
  const { rows } = await db.query<{ personId: string; code: string }>(
    'select person_id as "personId", code from coordinator where person_id = any ($1)',
    [people],
  );
  return new Map(rows.map(({ personId, code }) => [personId, code]));
}

/** Writes coordinators by code, with their sites. Names that a person gave herself, or teaches under, stay. */
export async function saveCoordinators(db: Db, rows: CoordinatorRow[]): Promise<void> {
  await db.query(
    `with given as (
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::boolean[]) as given (id, first_names, last_names, code, all_sites)
     ), people as (
       insert into person (id, first_names, last_names) select id, first_names, last_names from given
       on conflict (id) do update set first_names = excluded.first_names, last_names = excluded.last_names
       where person.registered_at is null and not exists (select from instructor i where i.person_id = person.id)
     )
     insert into coordinator (code, person_id, all_sites) select code, id, all_sites from given
     on conflict (code) do update set all_sites = excluded.all_sites`,
    [
      rows.map((row) => row.personId),
      rows.map((row) => row.names.first),
      rows.map((row) => row.names.last),
      rows.map((row) => row.code),
      rows.map((row) => row.sites === 'all'),
    ],
  );
  const codes = rows.map((row) => row.code);
  await db.query(
    'delete from coordinator_site using coordinator co where co.id = coordinator_id and co.code = any ($1)',
    [codes],
  );
  const pairs = rows.flatMap(({ code, sites }) => (sites === 'all' ? [] : sites.map((site) => ({ code, site }))));
  await db.query(
    `insert into coordinator_site (coordinator_id, site_id)
     select co.id, site from unnest($1::text[], $2::uuid[]) as given (code, site) join coordinator co using (code)`,
    [pairs.map(({ code }) => code), pairs.map(({ site }) => site)],
  );
}

/** The sessions of somebody's sites that are over and not marked whole, the latest first, while they can be. */
export async function unmarkedAtSites(db: Db, personId: string, at: Date): Promise<UnmarkedSession[]> {
  const { rows } = await db.query<Omit<UnmarkedSession, 'startsAt' | 'endsAt'> & { startsAt: Date; endsAt: Date }>({
    name: 'coordinator-unmarked',
    text: `
      select c.name as "className", si.name as site, s.starts_at as "startsAt", s.ends_at as "endsAt", u.enrolled, u.marked,
             ${TEACHERS} as teachers
      from unmarked_sessions(array(select site_id from coordinated_sites($1)), $2) u
      join session s on s.id = u.session_id
      join class c on c.id = s.class_id
      join site si on si.id = c.site_id
      order by s.starts_at desc, c.code`,
    values: [personId, at],
  });
  return rows.map((row) => ({ ...row, startsAt: row.startsAt.toISOString(), endsAt: row.endsAt.toISOString() }));
}

// Whoever stands in for a session comes first: it is hers to mark.
const TEACHERS = `
  array(
    select p.first_names || ' ' || p.last_names
    from (
      select sub.person_id, 1 as place from session_substitute sub where sub.session_id = s.id and sub.ended_at is null
      union all
      select i.person_id, 2 from class_instructor ci join instructor i on i.id = ci.instructor_id where ci.class_id = c.id
    ) as teaches
    join person p on p.id = teaches.person_id
    group by p.id order by min(teaches.place), sort_key(p.last_names), p.id)`;

/** The classes of somebody's sites that go on or will, with whoever teaches each, by site and name. */
export async function classesAtSites(db: Db, personId: string, today: string): Promise<ClassTaught[]> {
  const { rows } = await db.query<ClassTaught>({
    name: 'coordinator-classes',
    text: `
      select c.name as "className", si.name as site,
             array(select p.first_names || ' ' || p.last_names
                   from class_instructor ci join instructor i on i.id = ci.instructor_id join person p on p.id = i.person_id
                   where ci.class_id = c.id order by sort_key(p.last_names), p.id) as teachers
      from class c
      join site si on si.id = c.site_id
      where c.site_id in (select site_id from coordinated_sites($1)) and c.cancelled_at is null and c.ends_on >= $2
      order by sort_key(si.name), sort_key(c.name), c.code`,
    values: [personId, today],
  });
  return rows;
}

/** Coordinators who have something unmarked at an instant, want to hear of it, and have not been told under the key of that day. */
export async function digestsDue(db: Db, at: Date, keyOfDay: string): Promise<string[]> {
  const { rows } = await db.query<{ personId: string }>(
    `with looks_after as (
       select co.person_id, site.site_id
       from coordinator co join person p on p.id = co.person_id cross join lateral coordinated_sites(co.person_id) as site
       where p.reminders_refused_at is null
         and not exists (select from notice n where n.key = $2 || ':' || co.person_id)
     )
     select distinct l.person_id as "personId"
     from unmarked_sessions(array(select distinct site_id from looks_after), $1) u
     join session s on s.id = u.session_id
     join class c on c.id = s.class_id
     join looks_after l on l.site_id = c.site_id
     order by 1`,
    [at, keyOfDay],
  );
  return rows.map(({ personId }) => personId);
}
