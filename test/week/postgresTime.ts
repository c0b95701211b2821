import type { Pool } from 'pg';

/**
 * Has a database tell the town's time: `now()` and `clock_timestamp()` are functions of its own that stand before
 * Postgres's, and the defaults of its columns go by them. Sessions opened later see it. So what a statement decides by
 * Postgres's clock (leases, next tries, what waits until when) happens in the same time as all else, and no statement of
 * the service is changed for it.
 */
export async function installTownTime(pool: Pool): Promise<void> {
  await pool.query(`
    create table town_time (skew interval not null, began timestamptz);
    insert into town_time values ('0');
    create function public.now() returns timestamptz stable language plpgsql
      as $$ begin return pg_catalog.now() + (select skew from public.town_time); end $$;
    create function public.clock_timestamp() returns timestamptz volatile language plpgsql
      as $$ begin return pg_catalog.clock_timestamp() + (select skew from public.town_time); end $$;
    do $$
    declare its record;
    begin
      for its in
        select c.oid::regclass as "table", a.attname as "column" from pg_attrdef d
        join pg_class c on c.oid = d.adrelid join pg_attribute a on a.attrelid = d.adrelid and a.attnum = d.adnum
        where pg_get_expr(d.adbin, d.adrelid) = 'now()'
      loop
        execute format('alter table %s alter column %I set default public.now()', its."table", its."column");
      end loop;
      execute format('alter database %I set search_path = public, pg_catalog', current_database());
    end $$;
  `);
}

/** Sets the town's time in the database, as milliseconds ahead of the real one. */
export async function setTownTime(pool: Pool, skewMs: number): Promise<void> {
  await pool.query(
    `update town_time set skew = $1 * interval '1 millisecond', began = coalesce(began, pg_catalog.now() + $1 * interval '1 millisecond')`,
    [skewMs],
  );
}
