import type { ClassOffer, EnrolRefusal, MyClass } from '../services/desk';
import type { Db } from './pool';

const SLOTS = `
  coalesce((select json_agg(json_build_object('weekday', weekday, 'starts', to_char(starts_at, 'HH24:MI'),
                                              'ends', to_char(ends_at, 'HH24:MI')) order by weekday, starts_at)
            from class_slot where class_id = c.id), '[]') as slots`;

const NEXT_SESSION = `
  (select min(starts_at) from session where class_id = c.id and status = 'planned' and starts_at > $2)`;

/** Classes of a site that have not ended, those that meet soonest first. `now` decides what is next, `today` what has ended. */
export async function classesAt(db: Db, siteId: string, at: { now: Date; today: string }): Promise<ClassOffer[]> {
  const { rows } = await db.query<ClassOffer>({
    name: 'classes-at',
    text: `
      select c.id, c.name, si.name as site, ${SLOTS}, to_char(c.starts_on, 'YYYY-MM-DD') as "startsOn", c.capacity,
             greatest(c.capacity - places_taken(c.id), 0) as free
      from class c
      join site si on si.id = c.site_id
      where c.site_id = $1 and c.ends_on >= $3
      order by ${NEXT_SESSION} nulls last, c.starts_on, sort_key(c.name), c.code`,
    values: [siteId, at.now, at.today],
  });
  return rows;
}

/** What became of somebody who wants a place; without a class there is no offer. */
export type PlaceTaken = { outcome: 'enrolled' | EnrolRefusal; offer: ClassOffer | null; nextStartsAt: Date | null };

/** Takes a place for a person if there is one, in one statement. */
export async function takePlace(
  db: Db,
  place: { classId: string; personId: string },
  at: { now: Date; today: string },
): Promise<PlaceTaken> {
  const { rows } = await db.query<PlaceTaken>({
    name: 'take-place',
    text: `
      select taken.outcome, ${NEXT_SESSION} as "nextStartsAt",
             case when c.id is null then null else json_build_object(
               'id', c.id, 'name', c.name, 'site', si.name, 'slots', offered.slots,
               'startsOn', to_char(c.starts_on, 'YYYY-MM-DD'), 'capacity', c.capacity, 'free', taken.free) end as offer
      from take_place($1, $4, $2, $3) as taken
      left join class c on c.id = $1
      left join site si on si.id = c.site_id
      cross join lateral (select ${SLOTS}) as offered`,
    values: [place.classId, at.now, at.today, place.personId],
  });
  const [row] = rows;
  if (!row) throw new Error('take_place gave no row.');
  return row;
}

/** Gives a place back; it is free when the transaction commits. False: there was none. */
export async function leaveClass(db: Db, place: { classId: string; personId: string }, at: Date): Promise<boolean> {
  const { rowCount } = await db.query(
    `update enrolment set status = 'withdrawn', ended_at = $3
     where class_id = $1 and person_id = $2 and status in ('enrolled', 'waitlisted', 'offered')`,
    [place.classId, place.personId, at],
  );
  return rowCount === 1;
}

/** The classes a person has a place in, with the sessions held since she has it and those of them she came to. */
export async function classesOf(db: Db, personId: string, now: Date): Promise<MyClass[]> {
  const { rows } = await db.query<MyClass>({
    name: 'classes-of',
    text: `
      select c.id as "classId", c.name, si.name as site, ${SLOTS}, held.came, held.sessions
      from enrolment e
      join class c on c.id = e.class_id
      join site si on si.id = c.site_id
      cross join lateral (
        select count(*)::integer as sessions, count(*) filter (where m.status in ('present', 'late'))::integer as came
        from session s
        left join lateral (
          select id, status from mark where session_id = s.id and person_id = $1 order by revision desc limit 1
        ) as m on true
        where s.class_id = c.id and s.status = 'planned' and s.starts_at <= $2
          and (s.starts_at >= e.enrolled_at or m.id is not null)
      ) as held
      where e.person_id = $1 and e.status = 'enrolled'
      order by ${NEXT_SESSION} nulls last, c.code`,
    values: [personId, now],
  });
  return rows;
}
