import type { ClassOffer, ClassSeen, MyClass, MySession, MySite } from '../services/placesDesk';
import type { Db } from './pool';

/** What is next is told by `now`, what has ended by `today`. */
export type At = { now: Date; today: string };

/** The weekly slots of a class, as JSON in their order. */
export const slotsOf = (alias: string) => `
  coalesce((select json_agg(json_build_object('weekday', weekday, 'starts', to_char(starts_at, 'HH24:MI'),
                                              'ends', to_char(ends_at, 'HH24:MI')) order by weekday, starts_at)
            from class_slot where class_id = ${alias}.id), '[]')`;

const NEXT_SESSION = `
  (select min(starts_at) from session where class_id = c.id and status = 'planned' and starts_at > $2)`;

// Of c, a class, at si, its site, of sv, its service.
const OFFER = `
  json_strip_nulls(json_build_object(
    'id', c.id, 'name', c.name, 'service', sv.name, 'siteId', si.id, 'site', si.name, 'address', si.address, 'slots', ${slotsOf('c')},
    'startsOn', to_char(c.starts_on, 'YYYY-MM-DD'), 'endsOn', to_char(c.ends_on, 'YYYY-MM-DD'), 'capacity', c.capacity,
    'free', greatest(c.capacity - places_taken(c.id), 0),
    'waiting', (select count(*) from enrolment where class_id = c.id and status = 'waitlisted'),
    'care', case when c.care_places is not null then json_build_object(
      'places', c.care_places, 'free', greatest(c.care_places - care_taken(c.id), 0)) end,
    'rules', case when coalesce(c.min_age, c.max_age) is not null or c.locality is not null or c.newcomers_first
      then json_build_object('minAge', c.min_age, 'maxAge', c.max_age, 'locality', c.locality,
                             'newcomersFirst', case when c.newcomers_first then true end) end))`;

/** Classes of a site that have not ended, those that meet soonest first. */
export async function classesAt(db: Db, siteId: string, { now, today }: At): Promise<ClassOffer[]> {
  const { rows } = await db.query<{ offer: ClassOffer }>({
    name: 'classes-at',
    text: `
      select ${OFFER} as offer
      from class c
      join site si on si.id = c.site_id
      join service sv on sv.id = c.service_id
      where c.site_id = $1 and c.ends_on >= $3 and c.cancelled_at is null
      order by ${NEXT_SESSION} nulls last, c.starts_on, sort_key(c.name), c.code`,
    values: [siteId, now, today],
  });
  return rows.map(({ offer }) => offer);
}

/** A class as it is now, what it is to a person, and when it meets next; cancelled or ended ones too. */
export async function classSeen(
  db: Db,
  classId: string,
  personId: string | null,
  now: Date,
): Promise<{ offer: ClassSeen; nextStartsAt: Date | null } | undefined> {
  const { rows } = await db.query<{ offer: ClassOffer; hers: Partial<ClassSeen>; nextStartsAt: Date | null }>({
    name: 'class-seen',
    text: `
      select ${OFFER} as offer, ${NEXT_SESSION} as "nextStartsAt", json_strip_nulls(json_build_object(
        'mine', e.status, 'offeredUntil', to_char(e.offered_until at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        'letIn', case when exists (select from enrolment where class_id = c.id and person_id = $3) then true end,
        'livesThere', (select true from person p join site home on home.id = p.site_id
                       where p.id = $3 and sort_key(c.locality) = any (string_to_array(sort_key(home.locality), ';'))))) as hers
      from class c
      join site si on si.id = c.site_id
      join service sv on sv.id = c.service_id
      left join enrolment e on e.class_id = c.id and e.person_id = $3 and e.status in ('enrolled', 'waitlisted', 'offered')
      where c.id = $1`,
    values: [classId, now, personId],
  });
  const [row] = rows;
  return row && { offer: { ...row.offer, ...row.hers }, nextStartsAt: row.nextStartsAt };
}

/**
 * The classes a person has a place in or waits for, with the sessions held since she has it and those of them she came to;
 * those that ended up to 60 days ago too.
 */
export async function classesOf(db: Db, personId: string, { now, today }: At): Promise<MyClass[]> {
  const { rows } = await db.query<{ mine: MyClass }>({
    name: 'classes-of',
    text: CLASSES_OF,
    values: [personId, now, today],
  });
  return rows.map(({ mine }) => mine);
}

const INSTANT = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

const CLASSES_OF = `
  select json_strip_nulls(json_build_object(
    'classId', c.id, 'name', c.name, 'siteId', si.id, 'site', si.name, 'address', si.address, 'slots', ${slotsOf('c')},
    'startsOn', to_char(c.starts_on, 'YYYY-MM-DD'), 'endsOn', to_char(c.ends_on, 'YYYY-MM-DD'),
    'status', e.status, 'place', (select place from waiting_line(c.id) as line where line.person_id = $1),
    'came', held.came, 'sessions', held.sessions, 'isOver', c.ends_on < $3::date,
    'next', to_char(${NEXT_SESSION} at time zone 'UTC', ${INSTANT}),
    'nextSessionId', (select id from session where class_id = c.id and status = 'planned' and starts_at > $2
                      order by starts_at limit 1),
    'company', case when e.children + e.older + e.disabled > 0 then json_build_object(
      'children', e.children, 'older', e.older, 'disabled', e.disabled) end,
    'changes', coalesce(changed.changes, '[]'), 'again', again.again)) as mine
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
  cross join lateral (
    select json_agg(json_build_object(
             'kind', case s.status when 'cancelled' then 'cancelled' else 'moved' end,
             'was', to_char(coalesce(s.first_starts_at, s.starts_at) at time zone 'UTC', ${INSTANT}),
             'startsAt', to_char(s.starts_at at time zone 'UTC', ${INSTANT})) order by s.starts_at) as changes
    from session s
    where s.class_id = c.id and e.status = 'enrolled' and (s.status = 'cancelled' or s.first_starts_at is not null)
      and s.starts_at between $2 and $2 + interval '30 days'
  ) as changed
  left join lateral (
    select json_build_object('classId', n.id, 'startsOn', to_char(n.starts_on, 'YYYY-MM-DD')) as again
    from class n
    where n.site_id = c.site_id and n.service_id = c.service_id and n.starts_on > c.ends_on and n.ends_on >= $3::date
      and n.cancelled_at is null and e.status = 'enrolled'
      and ${slotsOf('n')}::text = ${slotsOf('c')}::text
      and not exists (select from enrolment had where had.class_id = n.id and had.person_id = $1
                                                  and had.status in ('enrolled', 'waitlisted', 'offered'))
    order by n.starts_on, n.code limit 1
  ) as again on true
  where e.person_id = $1 and e.status in ('enrolled', 'waitlisted', 'offered')
    and c.cancelled_at is null and c.ends_on >= $3::date - 60
  order by c.ends_on < $3::date, e.status <> 'enrolled', ${NEXT_SESSION} nulls last, c.code`;

/** The site a person registered at. */
export async function siteOfPerson(db: Db, personId: string): Promise<MySite | null> {
  const { rows } = await db.query<{ site: MySite }>({
    name: 'site-of-person',
    text: `
      select json_strip_nulls(json_build_object('id', si.id, 'name', si.name, 'address', si.address)) as site
      from person p join site si on si.id = p.site_id where p.id = $1`,
    values: [personId],
  });
  return rows[0]?.site ?? null;
}

/** A meeting of a class in which a person has a place, as it stands now. */
export async function sessionOf(db: Db, sessionId: string, personId: string): Promise<MySession | null> {
  const { rows } = await db.query<{ session: MySession }>({
    name: 'session-of',
    text: `
      select json_strip_nulls(json_build_object(
        'sessionId', s.id, 'classId', c.id, 'className', c.name, 'site', si.name, 'address', si.address,
        'startsAt', to_char(s.starts_at at time zone 'UTC', ${INSTANT}),
        'endsAt', to_char(s.ends_at at time zone 'UTC', ${INSTANT}), 'status', s.status, 'coming', r.coming,
        'reason', s.change_reason, 'remindersRefused', p.reminders_refused_at is not null)) as session
      from session s
      join class c on c.id = s.class_id
      join site si on si.id = c.site_id
      join enrolment e on e.class_id = c.id and e.person_id = $2 and e.status = 'enrolled'
      join person p on p.id = $2
      left join session_reply r on r.session_id = s.id and r.person_id = $2
      where s.id = $1`,
    values: [sessionId, personId],
  });
  return rows[0]?.session ?? null;
}
