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

-- Places are counted from these rows under the lock of the class row.
create table enrolment (
  id         uuid primary key default gen_random_uuid(),
  class_id   uuid not null references class,
  person_id  uuid not null references person,
  status     text not null check (status in ('enrolled', 'waitlisted', 'offered', 'withdrawn', 'completed')),
  children   smallint not null default 0 check (children between 0 and 20),
  older      smallint not null default 0 check (older between 0 and 20),
  disabled   smallint not null default 0 check (disabled between 0 and 20),
  created_at timestamptz not null default now(),
  ended_at   timestamptz
);
create unique index enrolment_live on enrolment (class_id, person_id) where status in ('enrolled', 'waitlisted', 'offered');
create index enrolment_class on enrolment (class_id, status);
create index enrolment_person on enrolment (person_id);

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

create view current_mark as
  select distinct on (session_id, person_id) * from mark order by session_id, person_id, revision desc;

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
