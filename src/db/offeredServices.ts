import type { Db } from './pool';

/** A service as an import gives it: what a class is of, such as yoga. */
export type ServiceRow = { code: string; name: string; category: string };

/** Writes services by code; gives how many are new. */
export async function saveServices(db: Db, services: ServiceRow[]): Promise<number> {
  const { rows } = await db.query<{ fresh: boolean }>(
    `insert into service (code, name, category)
     select * from unnest($1::text[], $2::text[], $3::text[])
     on conflict (code) do update set name = excluded.name, category = excluded.category
     returning xmax = 0 as fresh`,
    [
      services.map((service) => service.code),
      services.map((service) => service.name),
      services.map((service) => service.category),
    ],
  );
  return rows.filter((row) => row.fresh).length;
}
