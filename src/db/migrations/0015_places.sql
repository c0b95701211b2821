-- Places that are waited for and offered, who comes along to be cared for, what a class asks of whoever takes a place;
-- classes and meetings that are moved or cancelled; reminders and their answers.

-- care_places: how many can be cared for during the class; null: it has no care room. Rules: age in years, the locality
-- she lives in, whether the waitlist puts those first who have never had a place in a class of this service.
alter table class
  add column care_places     integer check (care_places > 0),
  add column min_age         smallint check (min_age between 1 and 120),
  add column max_age         smallint check (max_age between 1 and 120),
  add column locality        text check (locality <> ''),
  add column newcomers_first boolean not null default false,
  add column cancelled_at    timestamptz,
  add check (min_age <= max_age);

-- line: since when she waits, in the order in which the class's lock was given, which no clock can upset.
create sequence enrolment_line;
alter table enrolment
  add column line          bigint,
  add column newcomer      boolean not null default false,
  add column offered_until timestamptz,
  add column why_ended     text check (why_ended in ('left', 'refused', 'expired', 'over', 'cancelled')),
  add check (line is not null or status not in ('waitlisted', 'offered')),
  add check ((status = 'offered') = (offered_until is not null));
create index enrolment_offered on enrolment (offered_until) where status = 'offered';
create index enrolment_waiting on enrolment (class_id) where status in ('waitlisted', 'offered');

-- first_starts_at: when it was planned before it was moved; an import of the class as it was does not bring that back.
alter table session add column first_starts_at timestamptz;
create index session_moved on session (class_id, first_starts_at) where first_starts_at is not null;

-- Reminders: who wants none, and who has said whether she comes.
alter table person add column reminders_refused_at timestamptz;
create table session_reply (
  session_id uuid not null references session on delete cascade,
  person_id  uuid not null references person,
  coming     boolean not null,
  said_at    timestamptz not null,
  primary key (session_id, person_id)
);

-- Places of the care room that are taken; like the place itself, an offered one is held.
create function care_taken(of_class uuid) returns integer language sql stable as $$
  select coalesce(sum(children + older + disabled), 0)::integer
  from enrolment where class_id = of_class and status in ('enrolled', 'offered')
$$;

-- Who waits for a place, the first in line first.
create function waiting_line(of_class uuid)
returns table (place integer, enrolment_id uuid, person_id uuid, company integer) language sql stable as $$
  select (row_number() over (order by (c.newcomers_first and e.newcomer) desc, e.line))::integer,
         e.id, e.person_id, e.children + e.older + e.disabled
  from enrolment e
  join class c on c.id = e.class_id
  where e.class_id = of_class and e.status = 'waitlisted'
  order by 1
$$;

-- Takes a place if there is one, with those who come along in the care room, or neither. Who was offered a place gets
-- it; or_wait: with none to be had she waits in line, unless those who come along could never fit. A function, because the
-- count must be taken after the lock was given: within one plain statement it would be as old as the wait for the lock.
-- The first count, without the lock, keeps those who come to a full class from queueing. "no key" lets foreign keys to the
-- class be checked meanwhile. Whoever frees a place offers it in the same transaction (offer_places), so that whoever
-- finds one free here goes before nobody in line.
drop function take_place(uuid, uuid, timestamptz, date);
create function take_place(
  of_class uuid, for_person uuid, at timestamptz, on_day date, of_children integer, of_older integer, of_disabled integer,
  or_wait boolean, out outcome text, out free integer, out care_free integer, out waits_at integer
) language plpgsql as $$
declare
  room class;
  mine enrolment;
  company integer := of_children + of_older + of_disabled;
begin
  free := 0;
  select * into room from class where id = of_class;
  if not found then
    outcome := 'unknown_class';
  elsif not exists (select from person where id = for_person and registered_at is not null) then
    outcome := 'not_registered';
  elsif room.cancelled_at is not null or room.ends_on < on_day then
    outcome := 'over';
  elsif not or_wait and places_taken(of_class) >= room.capacity and not exists (
    select from enrolment where class_id = of_class and person_id = for_person and status in ('enrolled', 'offered')
  ) then
    outcome := 'full';
  end if;
  if outcome is not null then return; end if;

  select * into room from class where id = of_class for no key update;
  select * into mine from enrolment
    where class_id = of_class and person_id = for_person and status in ('enrolled', 'waitlisted', 'offered');
  free := greatest(room.capacity - places_taken(of_class), 0);
  care_free := greatest(room.care_places - care_taken(of_class), 0);
  if room.cancelled_at is not null then
    outcome := 'over';
  elsif mine.status = 'enrolled' then
    outcome := 'already';
  elsif mine.status = 'offered' then
    update enrolment set status = 'enrolled', enrolled_at = at, offered_until = null where id = mine.id;
    outcome := 'enrolled';
  elsif free > 0 and (company = 0 or company <= care_free) then
    if mine.id is null then
      insert into enrolment (class_id, person_id, status, enrolled_at, children, older, disabled)
        values (of_class, for_person, 'enrolled', at, of_children, of_older, of_disabled);
    else
      update enrolment
        set status = 'enrolled', enrolled_at = at, children = of_children, older = of_older, disabled = of_disabled
        where id = mine.id;
    end if;
    outcome := 'enrolled';
    free := free - 1;
    care_free := care_free - company;
  elsif mine.status = 'waitlisted' then
    outcome := 'waiting';
  elsif or_wait and (company = 0 or company <= room.care_places) then
    insert into enrolment (class_id, person_id, status, children, older, disabled, line, newcomer)
      values (of_class, for_person, 'waitlisted', of_children, of_older, of_disabled, nextval('enrolment_line'),
              not exists (select from enrolment e join class c on c.id = e.class_id
                          where e.person_id = for_person and e.enrolled_at is not null
                            and c.service_id = room.service_id and c.id <> of_class));
    outcome := 'waitlisted';
  else
    outcome := case when free > 0 or or_wait then 'care_full' else 'full' end;
  end if;
  select place into waits_at from waiting_line(of_class) as line where line.person_id = for_person;
end $$;

-- Offers what is free to the first in line whose company fits into the care room, and so on. An offer stands for the given
-- time, but never later than a margin before a meeting she can still go to; there is always an hour to answer. With no
-- such meeting left nothing is offered. Holds the class.
create function offer_places(
  of_class uuid, at timestamptz, on_day date, stands interval, margin interval
) returns table (enrolment_id uuid, person_id uuid, until timestamptz) language plpgsql as $$
declare
  room class;
  upto timestamptz;
  care_free integer;
  first_fit record;
begin
  select * into room from class where id = of_class for no key update;
  if not found or room.cancelled_at is not null or room.ends_on < on_day then return; end if;
  select least(at + stands, min(s.starts_at) - margin) into upto from session s
    where s.class_id = of_class and s.status = 'planned' and s.starts_at >= at + margin + interval '1 hour'
    having count(*) > 0;
  if upto is null then return; end if;
  while places_taken(of_class) < room.capacity loop
    care_free := coalesce(room.care_places, 0) - care_taken(of_class);
    select * into first_fit from waiting_line(of_class) as line
      where line.company = 0 or line.company <= care_free order by line.place limit 1;
    if not found then return; end if;
    update enrolment set status = 'offered', offered_until = upto where id = first_fit.enrolment_id;
    enrolment_id := first_fit.enrolment_id;
    person_id := first_fit.person_id;
    until := upto;
    return next;
  end loop;
end $$;
