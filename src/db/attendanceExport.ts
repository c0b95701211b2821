import type { Pool, PoolClient } from 'pg';
import type { MarkStatus } from '../domain/marks';
import type { Db } from './pool';

/** The codes an export can be narrowed to. */
export type ExportCodes = { site?: string; class?: string; instructor?: string; service?: string };

/** What an export takes in. Dates are local, both included; `asOf` leaves out what was written later. */
export type ExportFilter = ExportCodes & { from: string; to: string; asOf?: Date };

/** Sessions in the order they were held, or class by class. */
export type ExportOrder = 'time' | 'class';

/** A session as it stood. Times and dates are local texts; what it has not is null. */
type SessionFacts = {
  sessionId: string;
  date: string;
  starts: string;
  ends: string;
  classCode: string;
  className: string;
  service: string;
  entity: string | null;
  instructors: string | null;
  siteName: string;
  siteAddress: string | null;
  locality: string;
  sessionNumber: number;
};

/** A person in a session, with her mark. What she has not is null. */
export type ExportedRow = {
  session: SessionFacts;
  personId: string;
  /** Whose her document was that day: another's, where the two were one then. */
  documentHolder: string;
  documentType: string | null;
  documentCipher: Buffer | null;
  firstNames: string;
  lastNames: string;
  /** By which people are in order, lists alike. */
  sortKey: string;
  status: MarkStatus | null;
  channel: string | null;
  markedBy: string | null;
  markedAt: string | null;
  correctedAt: string | null;
  caredFor: number;
};

/**
 * Reads an export in batches of a few sessions, in one order and as of one instant, holding no more than a batch.
 * Leaving the loop early frees the connection.
 */
export async function* exportedRows(
  pool: Pool,
  filter: ExportFilter,
  timeZone: string,
  order: ExportOrder = 'time',
): AsyncGenerator<ExportedRow[]> {
  const client = await pool.connect();
  let broken = true;
  try {
    await openSessions(client, filter, timeZone, order);
    for (;;) {
      const { rows: sessions } = await client.query<ChosenSession>('fetch 20 from chosen_session');
      if (sessions.length === 0) break;
      yield await rowsOf(client, sessions, filter.asOf);
    }
    await client.query('commit');
    broken = false;
  } finally {
    // A transaction left half-way ends with its connection.
    client.release(broken);
  }
}

/** The codes of a filter that nobody has: a slip there would give an empty file that looks right. */
export async function unknownCodes(db: Db, codes: ExportCodes): Promise<(keyof ExportCodes)[]> {
  const { rows } = await db.query<{ kind: keyof ExportCodes }>(
    `select kind
     from unnest($1::text[], $2::text[]) with ordinality as wanted (kind, code, position)
     where not case kind
       when 'site' then exists (select from site s where s.code = wanted.code)
       when 'class' then exists (select from class c where c.code = wanted.code)
       when 'instructor' then exists (select from instructor i where i.code = wanted.code)
       when 'service' then exists (select from service s where s.code = wanted.code)
     end
     order by position`,
    // Postgres takes no NUL in a text, so that nobody has such a code.
    [Object.keys(codes), Object.values(codes).map((code) => code.replaceAll('\0', '\uFFFD'))],
  );
  return rows.map((row) => row.kind);
}

type ChosenSession = SessionFacts & { classId: string; startsAt: string; planned: boolean };

// A cursor of SQL itself: those of the driver do not work on a pipelining client. Only the sessions are sorted whole;
// the list of each comes in its own order.
async function openSessions(
  client: PoolClient,
  { from, to, site, class: ofClass, instructor, service, asOf }: ExportFilter,
  timeZone: string,
  order: ExportOrder,
): Promise<void> {
  await client.query('begin transaction isolation level repeatable read, read only');
  // Between two batches the file goes out as fast as its reader takes it.
  await client.query(`set local idle_in_transaction_session_timeout = '10min'`);
  await client.query(`select set_config('timezone', $1, true)`, [timeZone]);
  await client.query(`declare chosen_session no scroll cursor for ${SESSIONS} order by ${ORDERS[order]}`, [
    asOf ?? 'infinity',
    from,
    to,
    site ?? null,
    ofClass ?? null,
    service ?? null,
    instructor ?? null,
  ]);
  // The cursor has its plan. The people of a few sessions are looked up by keys, however large the tables are: a plan
  // that reads all marks anew for every batch looks cheap to Postgres.
  await client.query(
    `select set_config(name, 'off', true) from unnest('{enable_seqscan,enable_hashjoin,enable_mergejoin,jit}'::text[]) name`,
  );
}

const ORDERS: { [order in ExportOrder]: string } = {
  time: 's.starts_at, c.code collate "C"',
  class: 'c.code collate "C", s.starts_at',
};

// starts_at goes on as text: a date of JavaScript has no microseconds.
const SESSIONS = `
  with teaching as materialized (
    select ci.class_id, array_agg(i.code) as codes, string_agg(i.code, '; ' order by i.code collate "C") as instructors,
           string_agg(distinct i.entity collate "C", '; ') as entity
    from class_instructor_at($1::timestamptz) ci
    join instructor_at($1::timestamptz) i on i.id = ci.instructor_id
    group by ci.class_id
  )
  select s.id as "sessionId", s.class_id as "classId", s.starts_at::text as "startsAt", s.status = 'planned' as planned,
         to_char(s.starts_at, 'YYYY-MM-DD') as date, to_char(s.starts_at, 'HH24:MI') as starts, to_char(s.ends_at, 'HH24:MI') as ends,
         c.code as "classCode", c.name as "className", service.name as service, t.entity, t.instructors,
         site.name as "siteName", site.address as "siteAddress", site.locality, s.number as "sessionNumber"
  from session_at($1::timestamptz) s
  join class_at($1::timestamptz) c on c.id = s.class_id
  join service_at($1::timestamptz) service on service.id = c.service_id
  join site_at($1::timestamptz) site on site.id = c.site_id
  left join teaching t on t.class_id = c.id
  where s.starts_at >= $2::date::timestamptz and s.starts_at < ($3::date + 1)::timestamptz
    and ($4::text is null or site.code = $4) and ($5::text is null or c.code = $5)
    and ($6::text is null or service.code = $6) and ($7::text is null or $7 = any (t.codes))`;

async function rowsOf(client: PoolClient, sessions: ChosenSession[], asOf: Date | undefined): Promise<ExportedRow[]> {
  const { rows } = await client.query<Omit<ExportedRow, 'session'> & { position: number }>({
    name: 'exported-rows',
    text: ROWS,
    values: [
      sessions.map(({ sessionId }) => sessionId),
      sessions.map(({ classId }) => classId),
      sessions.map(({ startsAt }) => startsAt),
      sessions.map(({ planned }) => planned),
      asOf ?? 'infinity',
    ],
  });
  return rows.map((row) => Object.assign(row, { session: sessionAt(sessions, row.position) }));
}

function sessionAt(sessions: ChosenSession[], position: number): ChosenSession {
  const session = sessions[position - 1];
  if (!session) throw new Error('Postgres gave a row of a session that was not asked for.');
  return session;
}

// A mark that was taken back is no mark; when that was stays to be seen.
const ROWS = `
  select chosen.position::integer, p.id as "personId", document.holder as "documentHolder", document.type as "documentType",
         document.cipher as "documentCipher",
         p.first_names as "firstNames", p.last_names as "lastNames",
         sort_key(p.last_names) || chr(1) || sort_key(p.first_names) as "sortKey", r.status,
         case when r.status is not null then m.channel end as channel,
         case when r.status is not null then coalesce(marker.code, 'admin') end as "markedBy",
         case when r.status is not null then to_char(first.sent_at, 'YYYY-MM-DD"T"HH24:MI:SSTZH:TZM') end as "markedAt",
         case when m.revision > 1 then to_char(m.sent_at, 'YYYY-MM-DD"T"HH24:MI:SSTZH:TZM') end as "correctedAt",
         r.cared_for as "caredFor"
  from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::boolean[]) with ordinality as chosen (id, class_id, starts_at, planned, position)
  cross join (select merged_since($5::timestamptz) as hands) as changed
  cross join lateral roster_of(chosen.id, chosen.class_id, chosen.starts_at, chosen.planned, $5::timestamptz) as r
  join person p on p.id = r.person_id
  cross join lateral (
    select then_hers.* from document_at(p.id, $5::timestamptz) as then_hers where changed.hands
    union all select p.id, p.document_type, p.document_cipher where not changed.hands
  ) as document
  left join mark m on m.id = r.mark_id
  left join mark first on m.id is not null and first.session_id = chosen.id and first.person_id = m.person_id and first.revision = 1
  left join instructor marker on marker.person_id = m.marked_by
  order by chosen.position, r.number`;
