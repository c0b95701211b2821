import type { ClassRules } from '../domain/rules';
import type { Slot } from '../domain/schedule';
import type { Db } from './pool';

/** What a classes file may refer to, as the database has it. */
export type ClassReferences = {
  sites: { [code: string]: string };
  services: { [code: string]: string };
  /** By code and by phone. */
  instructors: { [codeOrPhone: string]: string };
  /** Places taken in classes that are there already, by code. */
  taken: { [code: string]: number };
};

/** Reads what a classes file refers to; `instructors` are codes and phones mixed. Holds the classes that are there. */
export async function classReferences(
  db: Db,
  wanted: { sites: string[]; services: string[]; instructors: string[]; classes: string[] },
): Promise<ClassReferences> {
  await db.query('select from class where code = any ($1) order by id for no key update', [wanted.classes]);
  const { rows } = await db.query<ClassReferences>(
    `select
       (select coalesce(json_object_agg(code, id), '{}') from site where code = any ($1)) as sites,
       (select coalesce(json_object_agg(code, id), '{}') from service where code = any ($2)) as services,
       (select coalesce(json_object_agg(key, id), '{}')
        from (
          select code as key, id from instructor where code = any ($3)
          union all
          select a.value, i.id
          from address a
          join person_address pa on pa.address_id = a.id
          join instructor i on i.person_id = pa.person_id
          where a.channel = 'whatsapp' and a.kind = 'phone' and a.revoked_at is null and a.value = any ($3)
        ) as known) as instructors,
       (select coalesce(json_object_agg(code, places_taken(id)), '{}') from class where code = any ($4)) as taken`,
    [wanted.sites, wanted.services, wanted.instructors, wanted.classes],
  );
  const [row] = rows;
  if (!row) throw new Error('A select of one row gave none.');
  return row;
}

/** A class as an import gives it, with ids for what it refers to; what it says nothing of stays as it is. */
export type ClassRow = {
  code: string;
  serviceId: string;
  siteId: string;
  name: string;
  capacity: number;
  startsOn: string;
  endsOn: string;
  slots: Slot[];
  instructorIds: string[];
  rules?: ClassRules;
  carePlaces?: number | null;
};

/** Writes classes by code, with their slots, instructors and rules; gives their ids and which are new. */
export async function saveClasses(db: Db, classes: ClassRow[]): Promise<{ id: string; fresh: boolean }[]> {
  const { rows } = await db.query<{ id: string; fresh: boolean }>(
    `insert into class (code, service_id, site_id, name, capacity, starts_on, ends_on)
     select * from unnest($1::text[], $2::uuid[], $3::uuid[], $4::text[], $5::integer[], $6::date[], $7::date[])
     on conflict (code) do update
     set service_id = excluded.service_id, site_id = excluded.site_id, name = excluded.name, capacity = excluded.capacity,
         starts_on = excluded.starts_on, ends_on = excluded.ends_on
     returning id, xmax = 0 as fresh`,
    [
      classes.map((one) => one.code),
      classes.map((one) => one.serviceId),
      classes.map((one) => one.siteId),
      classes.map((one) => one.name),
      classes.map((one) => one.capacity),
      classes.map((one) => one.startsOn),
      classes.map((one) => one.endsOn),
    ],
  );
  await saveSlots(db, classes);
  await saveClassInstructors(db, classes);
  await saveRules(db, classes);
  return rows;
}

async function saveRules(db: Db, classes: ClassRow[]): Promise<void> {
  const given = classes.filter(({ rules, carePlaces }) => rules !== undefined || carePlaces !== undefined);
  await db.query(
    `update class c
     set care_places = case when given.care then given."carePlaces" else c.care_places end,
         min_age = case when given.rules is null then c.min_age else (given.rules ->> 'minAge')::smallint end,
         max_age = case when given.rules is null then c.max_age else (given.rules ->> 'maxAge')::smallint end,
         locality = case when given.rules is null then c.locality else given.rules ->> 'locality' end,
         newcomers_first = case when given.rules is null then c.newcomers_first
                                else coalesce((given.rules ->> 'newcomersFirst')::boolean, false) end
     from json_to_recordset($1::json) as given (code text, care boolean, "carePlaces" integer, rules json)
     where c.code = given.code`,
    [JSON.stringify(given.map((one) => ({ ...one, care: one.carePlaces !== undefined })))],
  );
}

async function saveSlots(db: Db, classes: ClassRow[]): Promise<void> {
  const slots = classes.flatMap(({ code, slots }) => slots.map((slot) => ({ code, ...slot })));
  await db.query('delete from class_slot using class c where c.id = class_id and c.code = any ($1)', [
    classes.map((one) => one.code),
  ]);
  await db.query(
    `insert into class_slot (class_id, weekday, starts_at, ends_at)
     select c.id, weekday, starts, ends
     from unnest($1::text[], $2::smallint[], $3::time[], $4::time[]) as given (code, weekday, starts, ends)
     join class c using (code)`,
    [
      slots.map((slot) => slot.code),
      slots.map((slot) => slot.weekday),
      slots.map((slot) => slot.starts),
      slots.map((slot) => slot.ends),
    ],
  );
}

async function saveClassInstructors(db: Db, classes: ClassRow[]): Promise<void> {
  const pairs = classes.flatMap(({ code, instructorIds }) => instructorIds.map((id) => ({ code, id })));
  await db.query('delete from class_instructor using class c where c.id = class_id and c.code = any ($1)', [
    classes.map((one) => one.code),
  ]);
  await db.query(
    `insert into class_instructor (class_id, instructor_id)
     select c.id, instructor_id from unnest($1::text[], $2::uuid[]) as given (code, instructor_id) join class c using (code)
     on conflict do nothing`,
    [pairs.map((pair) => pair.code), pairs.map((pair) => pair.id)],
  );
}

/** A dated meeting of a class. */
export type SessionRow = { classCode: string; number: number; startsAt: Date; endsAt: Date };

/**
 * Makes the planned sessions of these classes the ones given. Sessions somebody has touched, cancelled ones and moved ones
 * stay as they are, and a moved one is not planned anew for when it was; nor is anything in a cancelled class.
 */
export async function replaceSessions(db: Db, classCodes: string[], sessions: SessionRow[]): Promise<void> {
  // Who has touched them is asked by a statement that begins when nobody can any more: one that waits for whoever is
  // marking goes on with what it saw before.
  await db.query(
    `select from session s where s.class_id in (select c.id from class c where c.code = any ($1)) and s.status = 'planned'
     order by s.id for update`,
    [classCodes],
  );
  await db.query(
    `with given as (
       select c.id as class_id, number, starts_at, ends_at
       from unnest($2::text[], $3::integer[], $4::timestamptz[], $5::timestamptz[]) as given (code, number, starts_at, ends_at)
       join class c using (code)
       where c.cancelled_at is null
         and not exists (select from session moved where moved.class_id = c.id and moved.first_starts_at = given.starts_at)
     ), dropped as (
       delete from session s using class c
       where c.id = s.class_id and c.code = any ($1) and c.cancelled_at is null and s.status = 'planned'
         and s.first_starts_at is null
         and not exists (select from mark where session_id = s.id)
         and not exists (select from session_guest where session_id = s.id)
         and not exists (select from check_in where session_id = s.id)
         and not exists (select from session_substitute where session_id = s.id)
         and not exists (select from session_reopening where session_id = s.id)
         and not exists (select from given where given.class_id = s.class_id and given.starts_at = s.starts_at)
     )
     insert into session (class_id, number, starts_at, ends_at)
     select * from given order by class_id, starts_at
     on conflict (class_id, starts_at) do update set number = excluded.number, ends_at = excluded.ends_at
     where session.status = 'planned' and session.first_starts_at is null
       and not exists (select from mark where session_id = session.id)`,
    [
      classCodes,
      sessions.map((session) => session.classCode),
      sessions.map((session) => session.number),
      sessions.map((session) => session.startsAt),
      sessions.map((session) => session.endsAt),
    ],
  );
}
