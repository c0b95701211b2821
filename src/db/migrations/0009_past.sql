-- How the programme stood at any past moment: its places, classes and sessions change in place, and what a row was
-- before is kept here. Marks, guests and enrolments carry their own times; people are not kept, so that what is erased
-- of them stays erased. was is null for a row that was not there yet.
create table past (
  seq   bigint generated always as identity primary key,
  of    text not null,
  key   text not null,
  until timestamptz not null default now(),
  was   jsonb
);
create index past_until on past (of, until);
create index past_key on past (of, key, seq);
create trigger past_append_only before update or delete on past for each row execute function refuse_change();

-- The columns that name a row are the trigger's arguments.
create function keep_past() returns trigger language plpgsql as $$
declare
  row_now jsonb := to_jsonb(coalesce(new, old));
  key text := '';
  part text;
begin
  foreach part in array tg_argv loop
    key := key || ' ' || (row_now ->> part);
  end loop;
  if tg_op <> 'UPDATE' or old is distinct from new then
    insert into past (of, key, was) values (tg_table_name, key, case when tg_op <> 'INSERT' then to_jsonb(old) end);
  end if;
  return null;
end $$;

create trigger site_past after insert or update or delete on site for each row execute function keep_past('id');
create trigger service_past after insert or update or delete on service for each row execute function keep_past('id');
create trigger instructor_past after insert or update or delete on instructor for each row execute function keep_past('id');
create trigger class_past after insert or update or delete on class for each row execute function keep_past('id');
create trigger session_past after insert or update or delete on session for each row execute function keep_past('id');
create trigger class_instructor_past after insert or update or delete on class_instructor
  for each row execute function keep_past('class_id', 'instructor_id');

-- The rows of a table that are no longer as they were at a moment, as they were then: of each the first that was put away later.
create function past_rows(of_table text, as_of timestamptz) returns table (key text, was jsonb) language sql stable as $$
  select distinct on (p.key) p.key, p.was from past p where p.of = of_table and p.until > as_of order by p.key, p.seq
$$;

create function site_at(as_of timestamptz) returns setof site language sql stable as $$
  select t.* from site t where not exists (select from past p where p.of = 'site' and p.until > as_of and p.key = ' ' || t.id)
  union all select r.* from past_rows('site', as_of) p, jsonb_populate_record(null::site, p.was) r where p.was is not null
$$;
create function service_at(as_of timestamptz) returns setof service language sql stable as $$
  select t.* from service t where not exists (select from past p where p.of = 'service' and p.until > as_of and p.key = ' ' || t.id)
  union all select r.* from past_rows('service', as_of) p, jsonb_populate_record(null::service, p.was) r where p.was is not null
$$;
create function instructor_at(as_of timestamptz) returns setof instructor language sql stable as $$
  select t.* from instructor t where not exists (select from past p where p.of = 'instructor' and p.until > as_of and p.key = ' ' || t.id)
  union all select r.* from past_rows('instructor', as_of) p, jsonb_populate_record(null::instructor, p.was) r where p.was is not null
$$;
create function class_at(as_of timestamptz) returns setof class language sql stable as $$
  select t.* from class t where not exists (select from past p where p.of = 'class' and p.until > as_of and p.key = ' ' || t.id)
  union all select r.* from past_rows('class', as_of) p, jsonb_populate_record(null::class, p.was) r where p.was is not null
$$;
create function session_at(as_of timestamptz) returns setof session language sql stable as $$
  select t.* from session t where not exists (select from past p where p.of = 'session' and p.until > as_of and p.key = ' ' || t.id)
  union all select r.* from past_rows('session', as_of) p, jsonb_populate_record(null::session, p.was) r where p.was is not null
$$;
create function class_instructor_at(as_of timestamptz) returns setof class_instructor language sql stable as $$
  select t.* from class_instructor t
  where not exists (select from past p where p.of = 'class_instructor' and p.until > as_of and p.key = ' ' || t.class_id || ' ' || t.instructor_id)
  union all select r.* from past_rows('class_instructor', as_of) p, jsonb_populate_record(null::class_instructor, p.was) r where p.was is not null
$$;

-- The list of a session that is, or was then, of such a class, at such a time, planned or not: see roster.
create function roster_of(of_session uuid, of_class uuid, began timestamptz, planned boolean, as_of timestamptz)
returns table (number integer, person_id uuid, first_names text, last_names text, cared_for integer, mark_id bigint,
               status text, revision integer)
language sql stable as $$
  with marked as (
    select distinct on (m.person_id) m.person_id, m.id, nullif(m.status, 'unmarked') as status, m.revision
    from mark m
    where m.session_id = of_session and m.saved_at <= as_of
    order by m.person_id, m.revision desc
  ), placed as (
    select distinct on (e.person_id) e.person_id, e.children + e.older + e.disabled as cared_for
    from enrolment e
    where e.class_id = of_class and planned
      and e.created_at <= as_of and e.enrolled_at <= as_of and e.enrolled_at <= began
      and (e.ended_at is null or e.ended_at > began or e.ended_at > as_of)
    order by e.person_id, e.enrolled_at desc
  ), listed as (
    select placed.person_id from placed
    union
    select g.person_id from session_guest g where g.session_id = of_session and g.added_at <= as_of
    union
    select marked.person_id from marked where marked.status is not null
  )
  select row_number() over (order by sort_key(p.last_names), sort_key(p.first_names), p.id)::integer,
         p.id, p.first_names, p.last_names, coalesce(placed.cared_for, 0), marked.id, marked.status, marked.revision
  from listed
  join person p on p.id = listed.person_id
  left join placed on placed.person_id = listed.person_id
  left join marked on marked.person_id = listed.person_id
  order by 1
$$;

-- Who is on a session's list: those who had a place when it began, guests, and those who were marked. As it was known at
-- as_of: marks and enrolments written later are left out. The session is taken as it is now.
create or replace function roster(of_session uuid, as_of timestamptz default 'infinity')
returns table (number integer, person_id uuid, first_names text, last_names text, cared_for integer, mark_id bigint,
               status text, revision integer)
language sql stable as $$
  select r.* from session s cross join lateral roster_of(s.id, s.class_id, s.starts_at, s.status = 'planned', as_of) as r
  where s.id = of_session
  order by r.number
$$;
