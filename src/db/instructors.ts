import type { Names } from '../domain/names';
import type { Db } from './pool';

/** An instructor as the database has her. */
export type KnownInstructor = { code: string; personId: string };

/** Who holds a WhatsApp phone's conversation, and the code under which she teaches, if she does. */
export type PhoneHolder = {
  phone: string;
  personId: string;
  names: Names;
  instructorCode: string | null;
};

/** The instructors with these codes. */
export async function instructorsByCode(db: Db, codes: string[]): Promise<KnownInstructor[]> {
  const { rows } = await db.query<KnownInstructor>(
    'select code, person_id as "personId" from instructor where code = any ($1)',
    [codes],
  );
  return rows;
}

/** The people whom these phones' conversations belong to. */
export async function phoneHolders(db: Db, phones: string[]): Promise<PhoneHolder[]> {
  const { rows } = await db.query<PhoneHolder>(
    `select a.value as phone, p.id as "personId", i.code as "instructorCode",
            json_build_object('first', p.first_names, 'last', p.last_names) as names
     from address a
     join conversation c on c.id = a.conversation_id
     join person p on p.id = c.person_id
     left join instructor i on i.person_id = p.id
     where a.channel = 'whatsapp' and a.kind = 'phone' and a.revoked_at is null and a.value = any ($1)`,
    [phones],
  );
  return rows;
}

/** An instructor as an import gives her, with the person she is. */
export type InstructorRow = { code: string; entity: string; phone: string; personId: string; names: Names };

/** Writes instructors by code and makes their phones theirs. Names that a person gave herself at registration stay. */
export async function saveInstructors(db: Db, rows: InstructorRow[]): Promise<void> {
  await db.query(
    `with given as (
       select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) as given (id, first_names, last_names, code, entity)
     ), people as (
       insert into person (id, first_names, last_names) select id, first_names, last_names from given
       on conflict (id) do update set first_names = excluded.first_names, last_names = excluded.last_names
       where person.registered_at is null
     )
     insert into instructor (code, entity, person_id) select code, entity, id from given
     on conflict (code) do update set entity = excluded.entity`,
    [
      rows.map((row) => row.personId),
      rows.map((row) => row.names.first),
      rows.map((row) => row.names.last),
      rows.map((row) => row.code),
      rows.map((row) => row.entity),
    ],
  );
}

/** The classes somebody teaches that have not ended over two months ago, by name. */
export async function classesTaught(
  db: Db,
  personId: string,
  now: Date,
): Promise<{ code: string; name: string; site: string }[]> {
  const { rows } = await db.query<{ code: string; name: string; site: string }>({
    name: 'classes-taught',
    text: `
      select c.code, c.name, si.name as site
      from instructor i
      join class_instructor ci on ci.instructor_id = i.id
      join class c on c.id = ci.class_id
      join site si on si.id = c.site_id
      where i.person_id = $1 and c.ends_on > $2::timestamptz - interval '60 days'
      order by sort_key(c.name), c.code`,
    values: [personId, now],
  });
  return rows;
}
