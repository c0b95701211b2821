-- Who looks after the classes of some sites, or of all: she is told each evening what was not marked there. She marks nothing.
create table coordinator (
  id        uuid primary key default gen_random_uuid(),
  code      text not null unique check (code <> ''),
  person_id uuid not null unique references person,
  all_sites boolean not null default false
);
create table coordinator_site (
  coordinator_id uuid not null references coordinator,
  site_id        uuid not null references site,
  primary key (coordinator_id, site_id)
);

-- The sites somebody looks after; none: she is no coordinator, or no more.
create function coordinated_sites(by_person uuid) returns table (site_id uuid) language sql stable as $$
  select si.id from site si
  where exists (
    select from coordinator co
    where co.person_id = by_person
      and (co.all_sites or exists (select from coordinator_site cs where cs.coordinator_id = co.id and cs.site_id = si.id)))
$$;

create function is_coordinator(of_person uuid) returns boolean language sql stable as $$
  select exists (
    select from coordinator co
    where co.person_id = of_person
      and (co.all_sites or exists (select from coordinator_site cs where cs.coordinator_id = co.id)))
$$;

-- The sessions of these sites that are over, may still be marked at an instant, and have somebody not marked.
create function unmarked_sessions(of_sites uuid[], at timestamptz)
returns table (session_id uuid, enrolled integer, marked integer) language sql stable as $$
  select s.id, listed.enrolled, listed.marked
  from session s
  join class c on c.id = s.class_id and c.site_id = any (of_sites)
  cross join lateral (
    select count(*)::integer as enrolled, count(r.status)::integer as marked from roster(s.id) r) as listed
  where s.status = 'planned' and s.ends_at <= at
    -- Looked up by the day first; a session is never so long.
    and (s.starts_at > at - make_interval(days => 2 + coalesce(
           (select value::integer from installation where name = 'attendance_closes_days'), 8))
         or s.id in (select r.session_id from session_reopening r where r.until >= at))
    and session_closes_at(s.id) >= at
    and listed.marked < listed.enrolled
$$;
