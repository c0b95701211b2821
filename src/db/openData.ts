import type { Pool } from 'pg';
import type { Counts } from '../domain/disclosure';
import type { ExportFilter } from './attendanceExport';

/** A block's counts in a month, by service and of all services; these are not fit to be published as they are. */
type BlockMonth = {
  code: string;
  name: string;
  locality: string;
  services: ({ code: string; name: string } & Counts)[];
  all: Counts;
};

/** A month's counts: "2025-03". */
export type MonthCounts = { month: string; blocks: BlockMonth[]; all: Counts };

/** Reads what was counted, month by month, as of one instant: sessions somebody was marked in, and the marks that stood. */
export async function* monthsForOpenData(
  pool: Pool,
  { from, to, asOf }: ExportFilter,
  timeZone: string,
): AsyncGenerator<MonthCounts> {
  const client = await pool.connect();
  let broken = true;
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    await client.query(`select set_config('timezone', $1, true), set_config('statement_timeout', '2min', true)`, [
      timeZone,
    ]);
    for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = after(month)) {
      const values = [`${month}-01`, asOf ?? 'infinity'];
      // pg knows query_timeout per statement too; its types do not yet.
      const statement = { text: COUNTS, values, query_timeout: 120_000 };
      const { rows } = await client.query<CountedRow>(statement);
      const counted = monthOf(month, rows);
      if (counted) yield counted;
    }
    await client.query('commit');
    broken = false;
  } finally {
    client.release(broken);
  }
}

type CountedRow = Counts & {
  level: 'service' | 'block' | 'city';
  siteCode: string;
  siteName: string;
  locality: string;
  serviceCode: string;
  serviceName: string;
};

function after(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function monthOf(month: string, rows: CountedRow[]): MonthCounts | undefined {
  const city = rows.find(({ level }) => level === 'city');
  if (!city || city.sessions === 0) return undefined;
  const blocks = rows
    .filter(({ level }) => level === 'block')
    .map((block) => ({
      code: block.siteCode,
      name: block.siteName,
      locality: block.locality,
      all: countsOf(block),
      services: rows
        .filter(({ level, siteCode }) => level === 'service' && siteCode === block.siteCode)
        .map((row) => ({ code: row.serviceCode, name: row.serviceName, ...countsOf(row) })),
    }));
  return { month, blocks, all: countsOf(city) };
}

function countsOf({ sessions, people, attendances }: Counts): Counts {
  return { sessions, people, attendances };
}

const COUNTS = `
  with held as (
    select s.id, c.site_id, c.service_id
    from session_at($2::timestamptz) s
    join class_at($2::timestamptz) c on c.id = s.class_id
    where s.starts_at >= $1::date::timestamptz and s.starts_at < ($1::date + interval '1 month')::timestamptz
  ), marked as (
    select distinct on (m.session_id, whose.person_id) held.*, whose.person_id, m.status, m.status in ('present', 'late') as came
    from held
    cross join (select merged_since($2::timestamptz) as hands) as changed
    join mark m on m.session_id = held.id and m.saved_at <= $2::timestamptz
    cross join lateral (
      select case when changed.hands then owner_at('mark', m.id::text, m.person_id, $2::timestamptz) else m.person_id end as person_id
    ) as whose
    order by m.session_id, whose.person_id, m.revision desc
  ), counted as (
    select site_id, service_id, case when grouping(site_id) = 1 then 'city' when grouping(service_id) = 1 then 'block' else 'service' end as level,
           count(distinct id)::integer as sessions, count(distinct person_id) filter (where came)::integer as people,
           count(*) filter (where came)::integer as attendances
    from marked
    where status <> 'unmarked' and not is_gone(person_id, $2::timestamptz)
    group by grouping sets ((site_id, service_id), (site_id), ())
  )
  select level, sessions, people, attendances, site.code as "siteCode", site.name as "siteName", site.locality,
         service.code as "serviceCode", service.name as "serviceName"
  from counted
  left join site_at($2::timestamptz) site on site.id = site_id
  left join service_at($2::timestamptz) service on service.id = service_id
  order by site.code collate "C", service.code collate "C"`;
