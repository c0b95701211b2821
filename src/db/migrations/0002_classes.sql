-- What is offered, who takes part, who came.

create table service (
  id       uuid primary key default gen_random_uuid(),
  code     text not null unique check (code <> ''),
  name     text not null check (name <> ''),
  category text not null
);

create table class (
  id         uuid primary key default gen_random_uuid(),
  code       text not null unique check (code <> ''),
  service_id uuid not null references service,
  site_id    uuid not null references site,
  name       text not null check (name <> ''),
  capacity   integer not null check (capacity > 0),
  starts_on  date not null,
  ends_on    date not null check (ends_on >= starts_on)
);
create index class_site on class (site_id);

-- Weekly slots; weekday as in ISO 8601, 1 = Monday.
create table class_slot (
  class_id  uuid not null references class,
  weekday   smallint not null check (weekday between 1 and 7),
  starts_at time not null,
  ends_at   time not null check (ends_at > starts_at),
  primary key (class_id, weekday, starts_at)
);

create table class_instructor (
  class_id      uuid not null references class,
  instructor_id uuid not null references instructor,
  primary key (class_id, instructor_id)
);
create index class_instructor_instructor on class_instructor (instructor_id);

create table session (
  id        uuid primary key default gen_random_uuid(),
  class_id  uuid not null references class,
  number    integer not null check (number > 0),
  starts_at timestamptz not null,
  ends_at   timestamptz not null check (ends_at > starts_at),
  status    text not null default 'planned' check (status in ('planned', 'cancelled')),
  unique (class_id, starts_at)
);
create index session_day on session (starts_at);

-- Places are counted from these rows under the lock of the class row. enrolled_at is when the place counts from;
-- created_at is when the row was written.
create table enrolment (
  id          uuid primary key default gen_random_uuid(),
  class_id    uuid not null references class,
  person_id   uuid not null references person,
  status      text not null check (status in ('enrolled', 'waitlisted', 'offered', 'withdrawn', 'completed')),
  children    smallint not null default 0 check (children between 0 and 20),
  older       smallint not null default 0 check (older between 0 and 20),
  disabled    smallint not null default 0 check (disabled between 0 and 20),
  created_at  timestamptz not null default now(),
  enrolled_at timestamptz,
  ended_at    timestamptz,
  check (enrolled_at is not null or status not in ('enrolled', 'completed'))
);
create unique index enrolment_live on enrolment (class_id, person_id) where status in ('enrolled', 'waitlisted', 'offered');
create index enrolment_class on enrolment (class_id, status);
create index enrolment_person on enrolment (person_id);

-- An offered place is held for the one it was offered to.
create function places_taken(of_class uuid) returns integer language sql stable as $$
  select count(*)::integer from enrolment where class_id = of_class and status in ('enrolled', 'offered')
$$;

-- Takes a place if there is one. A function, because the count must be taken after the lock was given: within one
-- plain statement it would be as old as the wait for the lock. The first count, without the lock, keeps those who
-- come to a full class from queueing. "no key" lets foreign keys to the class be checked meanwhile.
create function take_place(of_class uuid, for_person uuid, at timestamptz, on_day date, out outcome text, out free integer)
language plpgsql as $$
declare
  room class;
begin
  free := 0;
  select * into room from class where id = of_class;
  if not found then
    outcome := 'unknown_class';
  elsif not exists (select from person where id = for_person and registered_at is not null) then
    outcome := 'not_registered';
  elsif exists (select from enrolment where class_id = of_class and person_id = for_person
                and status in ('enrolled', 'waitlisted', 'offered')) then
    outcome := 'already';
  elsif room.ends_on < on_day then
    outcome := 'over';
  elsif places_taken(of_class) >= room.capacity then
    outcome := 'full';
  end if;
  if outcome is not null then return; end if;

  select * into room from class where id = of_class for no key update;
  free := room.capacity - places_taken(of_class);
  if free <= 0 then
    free := 0;
    outcome := 'full';
    return;
  end if;
  insert into enrolment (class_id, person_id, status, enrolled_at) values (of_class, for_person, 'enrolled', at)
    on conflict (class_id, person_id) where status in ('enrolled', 'waitlisted', 'offered') do nothing;
  outcome := case when found then 'enrolled' else 'already' end;
  free := case when found then free - 1 else free end;
end $$;

-- Append-only. The current mark of a person in a session is the one with the highest revision; the unique
-- constraint makes the second of two writers who both saw revision n fail instead of overwriting.
create table mark (
  id              bigint generated always as identity primary key,
  session_id      uuid not null references session,
  person_id       uuid not null references person,
  revision        integer not null check (revision > 0),
  status          text not null check (status in ('present', 'late', 'excused', 'absent')),
  reason          text,
  marked_by       uuid not null references person,
  conversation_id uuid references conversation,
  channel         text not null,
  message_id      text,
  sent_at         timestamptz not null,
  received_at     timestamptz not null,
  saved_at        timestamptz not null default now(),
  unique (session_id, person_id, revision)
);
create index mark_saved on mark (saved_at);

-- Lists are in the same order on every server, whatever its collation: accents and case do not count.
create function sort_key(name text) returns text language sql immutable parallel safe as $$
  select lower(translate(name, 'ÁÀÂÄÃÉÈÊËÍÌÎÏÓÒÔÖÕÚÙÛÜÑÇáàâäãéèêëíìîïóòôöõúùûüñç',
                               'AAAAAEEEEIIIIOOOOOUUUUNCaaaaaeeeeiiiiooooouuuunc')) collate "C"
$$;

-- Who is on a session's list: those who had a place when it began, and those who were marked. As it was known at
-- as_of: marks and enrolments written later are left out.
create function roster(of_session uuid, as_of timestamptz default 'infinity')
returns table (number integer, person_id uuid, first_names text, last_names text, cared_for integer, mark_id bigint,
               status text, revision integer)
language sql stable as $$
  with marked as (
    select distinct on (m.person_id) m.person_id, m.id, m.status, m.revision
    from mark m
    where m.session_id = of_session and m.saved_at <= as_of
    order by m.person_id, m.revision desc
  ), placed as (
    select distinct on (e.person_id) e.person_id, e.children + e.older + e.disabled as cared_for
    from session s
    join enrolment e on e.class_id = s.class_id
    where s.id = of_session and s.status = 'planned'
      and e.created_at <= as_of and e.enrolled_at <= as_of and e.enrolled_at <= s.starts_at
      and (e.ended_at is null or e.ended_at > s.starts_at or e.ended_at > as_of)
    order by e.person_id, e.enrolled_at desc
  )
  select row_number() over (order by sort_key(p.last_names), sort_key(p.first_names), p.id)::integer,
         p.id, p.first_names, p.last_names, coalesce(placed.cared_for, 0), marked.id, marked.status, marked.revision
  from placed
  full join marked using (person_id)
  join person p on p.id = person_id
  order by 1
$$;

-- Who did what. Append-only, never with personal data in details.
create table audit (
  id          bigint generated always as identity primary key,
  at          timestamptz not null default now(),
  actor_id    uuid references person,
  actor       text not null,
  action      text not null,
  object_kind text not null,
  object_id   text,
  channel     text not null,
  details     jsonb not null default '{}'
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
create trigger mark_append_only before update or delete on mark for each row execute function refuse_change();
create trigger audit_append_only before update or delete on audit for each row execute function refuse_change();
create trigger consent_append_only before delete on consent for each row execute function refuse_change();

create table api_token (
  id         uuid primary key default gen_random_uuid(),
  name       text not null,
  hash       bytea not null unique,
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);

-- Facts about this installation, such as "the demo data have been loaded".
create table installation (
  name  text primary key,
  value text not null
);
