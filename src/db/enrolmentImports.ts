import type { DocumentType } from '../domain/document';
import type { Names } from '../domain/names';
import type { Db } from './pool';
import type { FiledDocument } from './registrations';

/**
 * A class that an enrolments file refers to, held until the import ends. `enrolled` are the people who have a place, or
 * are offered one.
 */
export type ClassToFill = {
  code: string;
  classId: string;
  capacity: number;
  taken: number;
  enrolled: string[];
  isCancelled: boolean;
};

/** The classes with these codes and who is in them; holds them, so that nobody takes a place meanwhile. */
export async function classesToFill(db: Db, codes: string[]): Promise<ClassToFill[]> {
  await db.query('select from class where code = any ($1) order by id for no key update', [codes]);
  const { rows } = await db.query<ClassToFill>(
    `select c.code, c.id as "classId", c.capacity, places_taken(c.id) as taken, c.cancelled_at is not null as "isCancelled",
            coalesce((select json_agg(person_id) from enrolment
                      where class_id = c.id and status in ('enrolled', 'offered')), '[]') as enrolled
     from class c where c.code = any ($1)`,
    [codes],
  );
  return rows;
}

/** Somebody whom a line of an enrolments file may mean; `line` is its position in what was asked. */
export type PersonFound = { line: number; personId: string; names: Names; registered: boolean };

/** How a line of an enrolments file tells who it means. */
export type PersonSought = {
  type: DocumentType;
  index: Buffer | null;
  names: Names;
  classCode: string | null;
  siteCode: string | null;
  phone: string | null;
};

/**
 * Finds people by their documents; those without a number by their names, if they are in that class, of that site or write
 * from that phone.
 */
export async function findPeople(db: Db, sought: PersonSought[]): Promise<PersonFound[]> {
  const { rows } = await db.query<PersonFound>(
    `with given as (
       select * from unnest($1::text[], $2::bytea[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) with ordinality
         as given (type, index, first_names, last_names, class, phone, site, line)
     ), found as (
       select given.line, p.*, who_is(p.id) as known
       from given
       join person p on p.document_type = given.type and p.document_index = given.index
       union all
       select given.line, p.*, by_now.id
       from given
       join person p on p.first_names = given.first_names and p.last_names = given.last_names
       cross join lateral who_is(p.id) as by_now (id)
       where given.index is null and p.document_cipher is null
         and (exists (select from enrolment e join class c on c.id = e.class_id
                      where e.person_id = by_now.id and c.code = given.class)
              or exists (select from person_address pa join address a on a.id = pa.address_id
                         where pa.person_id = by_now.id and a.channel = 'whatsapp' and a.kind = 'phone' and a.value = given.phone)
              or exists (select from person hers join site si on si.id = hers.site_id
                         where hers.id = by_now.id and si.code = given.site))
     )
     select distinct on (line) line::integer - 1 as line, known as "personId",
            json_build_object('first', found.first_names, 'last', found.last_names) as names,
            now_she.registered_at is not null as registered
     from found join person now_she on now_she.id = known
     order by line, found.created_at, found.id`,
    [
      sought.map((one) => one.type),
      sought.map((one) => one.index),
      sought.map((one) => one.names.first),
      sought.map((one) => one.names.last),
      sought.map((one) => one.classCode),
      sought.map((one) => one.phone),
      sought.map((one) => one.siteCode),
    ],
  );
  return rows;
}

/** A person whom staff register. */
export type StaffRegistration = { personId: string; names: Names; document: FiledDocument; siteId: string | null };

/** Writes people whom staff register, also those who were known without being registered: a guest of a class. */
export async function savePeople(db: Db, people: StaffRegistration[], registeredAt: Date): Promise<void> {
  await db.query(
    `insert into person (id, first_names, last_names, document_type, document_cipher, document_index, site_id, registered_at)
     select given.*, $8::timestamptz
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::bytea[], $6::bytea[], $7::uuid[]) as given
     on conflict (id) do update
     set first_names = excluded.first_names, last_names = excluded.last_names, document_type = excluded.document_type,
         document_cipher = excluded.document_cipher, document_index = excluded.document_index,
         site_id = coalesce(excluded.site_id, person.site_id), registered_at = excluded.registered_at
     where person.registered_at is null`,
    [
      people.map((one) => one.personId),
      people.map((one) => one.names.first),
      people.map((one) => one.names.last),
      people.map((one) => one.document.type),
      people.map((one) => one.document.cipher),
      people.map((one) => one.document.index),
      people.map((one) => one.siteId),
      registeredAt,
    ],
  );
}

/** Gives people places, also those who wait for one; whoever has one keeps it as it is. */
export async function savePlaces(
  db: Db,
  places: { classId: string; personId: string }[],
  enrolledAt: Date,
): Promise<number> {
  const { rowCount } = await db.query(
    `insert into enrolment (class_id, person_id, status, enrolled_at)
     select distinct class_id, person_id, 'enrolled', $3::timestamptz from unnest($1::uuid[], $2::uuid[]) as given (class_id, person_id)
     on conflict (class_id, person_id) where status in ('enrolled', 'waitlisted', 'offered')
     do update set status = 'enrolled', enrolled_at = excluded.enrolled_at, offered_until = null
     where enrolment.status <> 'enrolled'`,
    [places.map((place) => place.classId), places.map((place) => place.personId), enrolledAt],
  );
  return rowCount ?? 0;
}
