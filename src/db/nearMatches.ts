import type { DocumentType } from '../domain/document';
import type { Names } from '../domain/names';
import type { Likeness, NearMatch } from '../domain/nearMatch';
import type { Db } from './pool';

/** A document that would be a near match of somebody's. */
export type DocumentSought = { personId: string; type: DocumentType; index: Buffer };

/** Two people who have a near document, a name or a phone in common: the one looked up, and one known before. */
export type Candidate = Omit<Likeness, 'names'> & {
  personId: string;
  otherId: string;
  names: Names;
  otherNames: Names;
};

/** Everybody who may be one of these people, by what the database can tell: whose names are alike is not decided here. */
export async function nearCandidates(db: Db, people: string[], documents: DocumentSought[]): Promise<Candidate[]> {
  const { rows } = await db.query<Candidate>({
    name: 'near-candidates',
    text: CANDIDATES,
    values: [
      people,
      documents.map(({ personId }) => personId),
      documents.map(({ type }) => type),
      documents.map(({ index }) => index),
    ],
  });
  return rows;
}

// Who was merged keeps her number, though another is found by it.
const CANDIDATES = `
  with fresh as (
    select * from person where id = any ($1::uuid[])
  ), near_document as (
    select f.id as fresh, who_is(p.id) as other, case when p.document_type = f.document_type then 'one_slip' else 'other_type' end as document,
           'elsewhere' as place
    from unnest($2::uuid[], $3::text[], $4::bytea[]) as given (person_id, type, index)
    join person p on p.document_type = given.type and p.document_index = given.index
    join fresh f on f.id = given.person_id
  ), on_one_phone as (
    select distinct f.id as fresh, known.person_id as other, 'missing' as document, 'phone' as place
    from fresh f
    join person_address hers on hers.person_id = f.id
    join address a on a.id = hers.address_id and a.revoked_at is null
    join address there on there.conversation_id = a.conversation_id and there.revoked_at is null
    join person_address known on known.address_id = there.id
    join person p on p.id = known.person_id
    where f.document_cipher is null or p.document_cipher is null
  ), at_one_site as (
    select f.id as fresh, who_is(p.id) as other, 'missing' as document, 'site' as place
    from fresh f
    join person p on sort_key(p.first_names || ' ' || p.last_names) = sort_key(f.first_names || ' ' || f.last_names)
    where (f.document_cipher is null or p.document_cipher is null)
      and exists (${sitesOf('f')} intersect ${sitesOf('p')})
  )
  select distinct on (fresh, other) fresh as "personId", other as "otherId", document, place,
         json_build_object('first', f.first_names, 'last', f.last_names) as names,
         json_build_object('first', p.first_names, 'last', p.last_names) as "otherNames"
  from (select * from near_document union all select * from on_one_phone union all select * from at_one_site) as found
  join person f on f.id = fresh
  join person p on p.id = other
  where fresh <> other
  order by fresh, other, document desc, place`;

// The sites somebody belongs to: the one she named, and those where she has or had a place.
function sitesOf(person: 'f' | 'p'): string {
  return `(select ${person}.site_id where ${person}.site_id is not null
           union select c.site_id from enrolment e join class c on c.id = e.class_id where e.person_id = ${person}.id)`;
}

/** Has staff look at pairs of people, unless they have told these two apart before. `by` says what brought it up. */
export async function openNearMatches(
  db: Db,
  pairs: { personId: string; otherId: string; alike: NearMatch }[],
  by: string,
): Promise<void> {
  await db.query({
    name: 'near-matches-open',
    text: `
      select open_review('near_match', array[one, other], jsonb_build_object('by', $4::text, 'alike', alike))
      from unnest($1::uuid[], $2::uuid[], $3::text[]) as pair (one, other, alike)
      where not exists (select from review r
                        where r.kind = 'near_match' and r.subjects = array[least(one, other), greatest(one, other)]
                          and r.decision = 'apart')`,
    values: [
      pairs.map(({ personId }) => personId),
      pairs.map(({ otherId }) => otherId),
      pairs.map(({ alike }) => alike),
      by,
    ],
  });
}
