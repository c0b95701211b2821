import type { Facts } from '../domain/keep';
import type { MarkStatus } from '../domain/marks';
import type { Names } from '../domain/names';
import type { Db } from './pool';

/** Somebody as staff compare her with another: what tells people apart, little of it. */
export type Compared = Facts & {
  names: Names;
  documentType: string | null;
  documentCipher: Buffer | null;
  /** The last digits of the phones she writes from. */
  phones: string[];
  site: string | null;
  places: number;
  marks: number;
};

/** These people by their ids, as they stand. */
export async function compared(db: Db, people: string[]): Promise<Compared[]> {
  const { rows } = await db.query<Compared>(
    `select p.id as "personId", json_build_object('first', p.first_names, 'last', p.last_names) as names,
            p.document_type as "documentType", p.document_cipher as "documentCipher", p.document_index is not null as "hasNumber",
            p.registered_at as "registeredAt", p.created_at as "knownSince", s.name as site,
            array(select distinct right(a.value, 4) from person_address pa join address a on a.id = pa.address_id
                  where pa.person_id = p.id and a.kind = 'phone' and a.revoked_at is null order by 1) as phones,
            (select count(*)::integer from enrolment e where e.person_id = p.id and e.enrolled_at is not null) as places,
            (select count(distinct m.session_id)::integer from mark m where m.person_id = p.id) as marks
     from person p left join site s on s.id = p.site_id
     where p.id = any ($1) order by p.created_at, p.id`,
    [people],
  );
  return rows;
}

/** Who these people are by now, merged ones as the one they were merged into; each once. */
export async function peopleNow(db: Db, people: string[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    'select distinct who_is(given) as id from unnest($1::uuid[]) as given',
    [people],
  );
  return rows.map(({ id }) => id);
}

/** Who somebody is by now, by an id of hers; nothing where nobody has or had it. */
export async function personNow(db: Db, id: string): Promise<string | undefined> {
  const { rows } = await db.query<{ id: string }>('select who_is(id) as id from person where id = $1', [id]);
  return rows[0]?.id;
}

/** Why two people were not merged. */
export type MergeRefusal =
  | 'not_two'
  | 'merged_already'
  | 'works_here'
  | 'two_documents'
  | 'consent_withdrawn'
  | 'marks_differ';

/** What came of a merge; `classes` are the codes of those that are in the way, `freed` the ids of those with a place less taken. */
export type Merged = { outcome: 'merged'; freed: string[] } | { outcome: MergeRefusal; classes: string | null };

/**
 * `said`: staff have named the one to keep. `marks`: whose marks count where they differ, an id or 'attended'. `sealed`: the
 * document number of the one who goes, for the one who is kept; needed where only the former has one.
 */
export type Merge = {
  keep: string;
  lose: string;
  said: boolean;
  marks: string | undefined;
  sealed: Buffer | undefined;
  review: string;
  by: string;
};

/** Makes all that is one person's another's. */
export async function mergePeople(db: Db, { keep, lose, said, marks, sealed, review, by }: Merge): Promise<Merged> {
  const { rows } = await db.query<Merged>(
    `select outcome, classes, coalesce(freed, '{}') as freed from merge_people($1, $2, $3, $4, $5, $6, $7)`,
    [keep, lose, said, review, by, marks ?? null, sealed ?? null],
  );
  return one(rows);
}

/** Holds two people, with their talks and classes, until the transaction ends. */
export async function holdPeople(db: Db, people: [string, string]): Promise<void> {
  await db.query('select hold_people($1, $2)', people);
}

/** A class where both have a place or wait for one, and what becomes of that; `ofKept`: what stays is the kept one's. */
export type PlacesTwice = { classCode: string; staysAs: LivePlace; endsAs: LivePlace; ofKept: boolean };
type LivePlace = 'enrolled' | 'offered' | 'waitlisted';

/** What a merge of these two would do with two places in one class. */
export async function placesTwice(db: Db, keep: string, lose: string): Promise<PlacesTwice[]> {
  const { rows } = await db.query<PlacesTwice>(
    `select c.code as "classCode", twice.stays_as as "staysAs", twice.ends_as as "endsAs", twice.of_kept as "ofKept"
     from places_twice($1, $2) twice join class c on c.id = twice.class_id order by c.code collate "C"`,
    [keep, lose],
  );
  return rows;
}

/** A session where both have marks: hers who would be kept, the other's, and whose counts; null: that is to be chosen. */
export type MarksTwice = {
  classCode: string;
  startsAt: Date;
  status: MarkStatus | null;
  otherStatus: MarkStatus | null;
  counts: string | null;
};

/** What a merge of these two would do with two marks in one session, nobody having chosen. */
export async function marksTwice(db: Db, keep: string, lose: string): Promise<MarksTwice[]> {
  const { rows } = await db.query<MarksTwice>(
    `select c.code as "classCode", s.starts_at as "startsAt", twice.status, twice.other_status as "otherStatus", twice.counts
     from marks_twice($1, $2, null) twice join session s on s.id = twice.session_id join class c on c.id = s.class_id
     order by s.starts_at, c.code collate "C"`,
    [keep, lose],
  );
  return rows;
}

/** What came of an undo; `stayed` counts places and marks of since that stay with the one who was kept. */
export type MergeUndone =
  | { outcome: 'undone'; stayed: number }
  | { outcome: 'not_merged' | 'merged_further' | 'document_taken' | 'class_full'; classes?: string | null };

/** Gives somebody who was merged by a review back what was hers, and what followed from it. */
export async function undoMerge(db: Db, review: string, by: string): Promise<MergeUndone> {
  const { rows } = await db.query<MergeUndone>(
    `select undone.outcome, undone.stayed, undone.classes from merge m cross join lateral undo_merge(m.id, $2) as undone
     where m.review_id = $1 and m.undone_at is null`,
    [review, by],
  );
  return rows[0] ?? { outcome: 'not_merged' };
}

function one<T>(rows: T[]): T {
  const [row] = rows;
  if (!row) throw new Error('A function of the database gave no row.');
  return row;
}
