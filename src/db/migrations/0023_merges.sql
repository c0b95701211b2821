-- Two of whom staff have said that they are one person. What was the gone one's is the kept one's from then on, row by row,
-- and every row that changed hands is noted, so that an undo puts back exactly these and a past day is told as it was then.

create table merge (
  id        bigint generated always as identity primary key,
  kept      uuid not null references person,
  gone      uuid not null references person,
  review_id bigint not null,
  -- Fields of the kept one as they were before she got what she lacked; never personal data.
  was       jsonb not null,
  merged_by text not null,
  merged_at timestamptz not null default now(),
  undone_by text,
  undone_at timestamptz,
  check (kept <> gone),
  check ((undone_at is null) = (undone_by is null))
);
create unique index merge_in_force on merge (gone) where undone_at is null;
create index merge_kept on merge (kept);
create index merge_review on merge (review_id);

-- The rows that a merge gave to the kept one and its undo gave back; was is a row that could not stay beside hers.
create table merge_moved (
  merge_id bigint not null references merge,
  of       text not null,
  key      text not null,
  was      jsonb,
  primary key (merge_id, of, key)
);
create index merge_moved_row on merge_moved (of, key);

alter table session_guest add column id bigint generated always as identity unique;
create index mark_person on mark (person_id);
create index notice_person on notice (person_id);
create index consent_person on consent (person_id);

-- Everything that belongs to a person, and the column that names its row. What names whoever did something stays as it is.
create function tables_of_people() returns table (name text, key text) language sql immutable as $$
  values ('conversation', 'id'), ('person_address', 'address_id'), ('consent', 'id'), ('help_request', 'id'), ('entry_code', 'id'),
         ('notice', 'id'), ('enrolment', 'id'), ('session_guest', 'id'), ('session_reply', 'session_id'), ('check_in', 'id'), ('mark', 'id')
$$;

-- Who a person is by now.
create function who_is(person uuid) returns uuid language sql stable as $$
  with recursive chain (id, step) as (
    select person, 0
    union all
    select m.kept, step + 1 from chain join merge m on m.gone = chain.id and m.undone_at is null
  )
  select id from chain order by step desc limit 1
$$;

-- Whose a row was at a moment, given whose it is now.
create function owner_at(of_table text, of_key text, owner uuid, as_of timestamptz) returns uuid language sql stable as $$
  select coalesce(
    (select changed.was
     from merge_moved v
     join merge m on m.id = v.merge_id
     cross join lateral (values (m.merged_at, m.gone), (m.undone_at, m.kept)) as changed (until, was)
     where v.of = of_table and v.key = of_key and changed.until > as_of
     order by changed.until, m.id limit 1),
    owner)
$$;

-- Whether anybody was merged or told apart again after a moment; else everything is whose it was.
create function merged_since(as_of timestamptz) returns boolean language sql stable as $$
  select exists (select from merge m where greatest(m.merged_at, m.undone_at) > as_of)
$$;

-- What is written for somebody who was merged meanwhile is the kept one's: whoever writes waits for a merge under way.
create function name_the_kept() returns trigger language plpgsql as $$
declare
  kept_one uuid;
begin
  perform from person where id = new.person_id for key share;
  select m.kept into kept_one from merge m where m.gone = new.person_id and m.undone_at is null;
  if found then new.person_id := who_is(kept_one); end if;
  return new;
end $$;
do $$
declare
  of_people record;
begin
  for of_people in select name from tables_of_people() loop
    execute format('create trigger %1$s_of_the_kept before insert or update of person_id on %1$I
                    for each row when (new.person_id is not null) execute function name_the_kept()', of_people.name);
  end loop;
end $$;

-- Marks and check-ins stay as they were written; only whose they are may change, by a merge that has noted it.
create function refuse_change_of_content() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id' and exists (
    select from merge_moved v join merge m on m.id = v.merge_id
    where v.of = tg_table_name and v.key = old.id::text
      and (old.person_id, new.person_id) in ((m.gone, m.kept), (m.kept, m.gone))
  ) then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;
drop trigger mark_append_only on mark;
create trigger mark_append_only before update or delete on mark for each row execute function refuse_change_of_content();
drop trigger check_in_append_only on check_in;
create trigger check_in_append_only before update or delete on check_in for each row execute function refuse_change_of_content();

-- Holds two people and all that may be written for them, in the order in which turns hold it.
create function hold_people(one uuid, other uuid) returns void language plpgsql as $$
begin
  perform from conversation c
    where c.person_id in (one, other)
       or c.id in (select a.conversation_id from person_address pa join address a on a.id = pa.address_id
                   where pa.person_id in (one, other))
    order by c.id for no key update;
  perform from class c
    where c.id in (select e.class_id from enrolment e
                   where e.person_id in (one, other) and e.status in ('enrolled', 'waitlisted', 'offered'))
    order by c.id for no key update;
  perform from person where id in (one, other) order by id for update;
end $$;

-- Why two cannot be merged, and in which classes; nothing where they can.
create function merge_refusal(keep person, lose person, said boolean, out outcome text, out classes text)
language plpgsql stable as $$
begin
  if keep.id is null or lose.id is null or keep.id = lose.id then
    outcome := 'not_two';
  elsif exists (select from merge m where m.undone_at is null and m.gone in (keep.id, lose.id)) then
    outcome := 'merged_already';
  elsif exists (select from instructor i where i.person_id in (keep.id, lose.id))
     or exists (select from coordinator co where co.person_id in (keep.id, lose.id)) then
    outcome := 'works_here';
  elsif lose.document_index is not null and keep.document_index is null then
    outcome := 'without_document';
  elsif lose.document_index is not null and not said then
    outcome := 'two_documents';
  elsif exists (
    select from (select distinct on (c.person_id) c.given from consent c
                 where c.person_id in (keep.id, lose.id) order by c.person_id, c.said_at desc, c.id desc) as last
    where not last.given
  ) then
    outcome := 'consent_withdrawn';
  end if;
  if outcome is not null then return; end if;
  select string_agg(c.code, ', ' order by c.code collate "C") into classes
    from enrolment one
    join enrolment other on other.class_id = one.class_id and other.person_id = lose.id
    join class c on c.id = one.class_id
    where one.person_id = keep.id and one.status in ('enrolled', 'waitlisted', 'offered')
      and other.status in ('enrolled', 'waitlisted', 'offered');
  if classes is not null then
    outcome := 'one_class';
    return;
  end if;
  select string_agg(distinct c.code, ', ') into classes
    from (
      select m.session_id from mark m where m.person_id = keep.id intersect select m.session_id from mark m where m.person_id = lose.id
      union all
      (select g.session_id from session_guest g where g.person_id = keep.id
       intersect select g.session_id from session_guest g where g.person_id = lose.id)
      union all
      (select r.session_id from session_reply r where r.person_id = keep.id
       intersect select r.session_id from session_reply r where r.person_id = lose.id)
      union all
      (select i.session_id from check_in i where i.person_id = keep.id and i.outcome = 'claimed'
       intersect select i.session_id from check_in i where i.person_id = lose.id and i.outcome = 'claimed')
    ) as both_in
    join session s on s.id = both_in.session_id
    join class c on c.id = s.class_id;
  if classes is not null then outcome := 'one_session'; end if;
end $$;

-- Gives the rows noted for a merge from one of the two to the other.
create function hand_over(of_merge bigint, giver uuid, taker uuid) returns void language plpgsql as $$
declare
  of_people record;
begin
  for of_people in select * from tables_of_people() loop
    execute format('update %1$I t set person_id = $1 from merge_moved v
                    where v.merge_id = $3 and v.of = %1$L and v.key = t.%2$I::text and t.person_id = $2',
                   of_people.name, of_people.key) using taker, giver, of_merge;
  end loop;
  -- A notice that tells in its key for whom it is would else be planned once more.
  update notice n set key = replace(n.key, giver::text, taker::text)
    from merge_moved v
    where v.merge_id = of_merge and v.of = 'notice' and v.key = n.id::text and n.key like '%' || giver || '%'
      and not exists (select from notice there where there.key = replace(n.key, giver::text, taker::text));
end $$;

-- Makes all that is the lost one's the kept one's. said: staff have named the one to keep.
create function merge_people(keep uuid, lose uuid, said boolean, of_review bigint, by text, out outcome text, out classes text, out merged bigint)
language plpgsql as $$
declare
  kept_one person;
  lost_one person;
  of_people record;
begin
  perform hold_people(keep, lose);
  select * into kept_one from person where id = keep;
  select * into lost_one from person where id = lose;
  select r.outcome, r.classes into outcome, classes from merge_refusal(kept_one, lost_one, said) r;
  if outcome is not null then return; end if;

  insert into merge (kept, gone, review_id, merged_by, was)
    values (keep, lose, of_review, by, jsonb_build_object('site_id', kept_one.site_id, 'registered_at', kept_one.registered_at,
                                               'reminders_refused_at', kept_one.reminders_refused_at))
    returning id into merged;
  insert into merge_moved (merge_id, of, key, was)
    select merged, 'known_twice', a.address_id::text, to_jsonb(a)
    from person_address a join person_address hers on hers.address_id = a.address_id and hers.person_id = keep
    where a.person_id = lose;
  delete from person_address a using merge_moved v
    where v.merge_id = merged and v.of = 'known_twice' and v.key = a.address_id::text and a.person_id = lose;
  for of_people in select * from tables_of_people() loop
    execute format('insert into merge_moved (merge_id, of, key) select $1, %1$L, t.%2$I::text from %1$I t where t.person_id = $2',
                   of_people.name, of_people.key) using merged, lose;
  end loop;
  perform hand_over(merged, lose, keep);
  update inbox i set body = jsonb_set(i.body::jsonb, '{personId}', to_jsonb(keep))::json
    where i.done_at is null and i.body ->> 'personId' = lose::text
      and i.conversation_id in (select c.id from conversation c where c.person_id = keep
                                union select a.conversation_id from person_address pa join address a on a.id = pa.address_id
                                where pa.person_id = keep);
  -- Where the two shared a phone, nobody need be asked any more which of them writes.
  with alone as (
    update conversation c set shared = false, asks_who = false
      where c.shared and c.id in (select a.conversation_id from person_address pa join address a on a.id = pa.address_id
                                  where pa.person_id = keep)
        and (select count(*) from people_of(c.id)) = 1
      returning c.id
  )
  insert into merge_moved (merge_id, of, key) select merged, 'shared', id::text from alone;
  update person set site_id = coalesce(site_id, lost_one.site_id), registered_at = coalesce(registered_at, lost_one.registered_at),
                    reminders_refused_at = coalesce(reminders_refused_at, lost_one.reminders_refused_at)
    where id = keep;
  outcome := 'merged';
end $$;

-- Of what came since a merge, notes what is the gone one's: what follows a place, a mark or a phone of hers. The rest, such
-- as a place taken since, stays the kept one's.
create function note_what_followed(of_merge merge) returns void language plpgsql as $$
begin
  with sessions as (
    select m.session_id from mark m where m.person_id = of_merge.kept
    union select i.session_id from check_in i where i.person_id = of_merge.kept
    union select r.session_id from session_reply r where r.person_id = of_merge.kept
    union select s.id from notice n join session s on n.about = 'session:' || s.id
          where n.person_id = of_merge.kept and n.ended_at is null
  ), hers as (
    select s.session_id from sessions s
    where not exists (select from mark m where m.session_id = s.session_id and m.person_id = of_merge.kept
                                           and m.saved_at < of_merge.merged_at and not was_moved(of_merge.id, 'mark', m.id::text))
      and (exists (select from mark m where m.session_id = s.session_id and m.person_id = of_merge.kept
                                        and was_moved(of_merge.id, 'mark', m.id::text))
           or is_listed_by(of_merge, s.session_id, true) and not is_listed_by(of_merge, s.session_id, false))
  ), talks as (
    select c.id from conversation c join merge_moved v on v.merge_id = of_merge.id and v.of = 'conversation' and v.key = c.id::text
    where not exists (select from address a join person_address pa on pa.address_id = a.id
                      where a.conversation_id = c.id and pa.person_id = of_merge.kept and pa.since < of_merge.merged_at
                        and not was_moved(of_merge.id, 'person_address', a.id::text))
  )
  insert into merge_moved (merge_id, of, key)
    select of_merge.id, 'mark', m.id::text from mark m join hers using (session_id)
      where m.person_id = of_merge.kept and m.saved_at >= of_merge.merged_at
    union all
    select of_merge.id, 'check_in', i.id::text from check_in i join hers using (session_id)
      where i.person_id = of_merge.kept and i.created_at >= of_merge.merged_at
    union all
    select of_merge.id, 'session_reply', r.session_id::text from session_reply r join hers using (session_id)
      where r.person_id = of_merge.kept and r.said_at >= of_merge.merged_at
    union all
    select of_merge.id, 'notice', n.id::text from notice n
      where n.person_id = of_merge.kept and n.ended_at is null and n.planned_at >= of_merge.merged_at
        and (exists (select from hers where n.about = 'session:' || hers.session_id)
             or exists (select from merge_moved v where v.merge_id = of_merge.id and v.of = 'enrolment'
                                                    and n.about = 'enrolment:' || v.key))
    union all
    select of_merge.id, 'consent', c.id::text from consent c join talks on talks.id = c.conversation_id
      where c.person_id = of_merge.kept and c.created_at >= of_merge.merged_at
    union all
    select of_merge.id, 'help_request', h.id::text from help_request h join talks on talks.id = h.conversation_id
      where h.person_id = of_merge.kept and h.asked_at >= of_merge.merged_at
    union all
    select of_merge.id, 'person_address', a.id::text from address a join talks on talks.id = a.conversation_id
      join person_address pa on pa.address_id = a.id and pa.person_id = of_merge.kept
    on conflict do nothing;
end $$;

create function was_moved(of_merge bigint, of_table text, of_key text) returns boolean language sql stable as $$
  select exists (select from merge_moved v where v.merge_id = of_merge and v.of = of_table and v.key = of_key)
$$;

-- Whether the kept one is on a session's list by a place or as a guest: by what the merge gave her, or by what is hers.
create function is_listed_by(of_merge merge, of_session uuid, given boolean) returns boolean language sql stable as $$
  select exists (
    select from session s join enrolment e on e.class_id = s.class_id
    where s.id = of_session and e.person_id = of_merge.kept and e.enrolled_at <= s.starts_at
      and (e.ended_at is null or e.ended_at > s.starts_at) and was_moved(of_merge.id, 'enrolment', e.id::text) = given
  ) or exists (
    select from session_guest g
    where g.session_id = of_session and g.person_id = of_merge.kept and was_moved(of_merge.id, 'session_guest', g.id::text) = given
  )
$$;

-- Gives the gone one back what was hers and what followed from it. stayed: places and marks of since that are the kept one's.
create function undo_merge(of_merge bigint, by text, out outcome text, out stayed integer) language plpgsql as $$
declare
  undone merge;
  kept_one person;
  lost_one person;
begin
  select * into undone from merge where id = of_merge;
  perform hold_people(undone.kept, undone.gone);
  select * into undone from merge where id = of_merge for update;
  if undone.id is null or undone.undone_at is not null then
    outcome := 'not_merged';
    return;
  elsif exists (select from merge m where m.gone = undone.kept and m.undone_at is null) then
    outcome := 'merged_further';
    return;
  end if;
  select * into kept_one from person where id = undone.kept;
  select * into lost_one from person where id = undone.gone;
  perform note_what_followed(undone);
  update merge set undone_at = now(), undone_by = by where id = of_merge;
  perform hand_over(of_merge, undone.kept, undone.gone);
  insert into person_address (person_id, address_id, since)
    select r.person_id, r.address_id, r.since
    from merge_moved v, jsonb_populate_record(null::person_address, v.was) r
    where v.merge_id = of_merge and v.of = 'known_twice'
    on conflict do nothing;
  update conversation c set shared = true, asks_who = true
    from merge_moved v where v.merge_id = of_merge and v.of = 'shared' and v.key = c.id::text;
  perform give_back_fields(undone, kept_one, lost_one);
  select (select count(*) from enrolment e where e.person_id = undone.kept and e.created_at >= undone.merged_at)
       + (select count(*) from mark m where m.person_id = undone.kept and m.saved_at >= undone.merged_at) into stayed;
  outcome := 'undone';
end $$;

-- The kept one lacks again what she lacked, unless it has changed since; who wants no reminders since wants none as either.
create function give_back_fields(undone merge, kept_one person, lost_one person) returns void language plpgsql as $$
declare
  before person := jsonb_populate_record(null::person, undone.was);
begin
  update person set
    site_id = case when site_id is distinct from coalesce(before.site_id, lost_one.site_id) then site_id else before.site_id end,
    registered_at = case when registered_at is distinct from coalesce(before.registered_at, lost_one.registered_at)
                         then registered_at else before.registered_at end,
    reminders_refused_at = case when reminders_refused_at is distinct from coalesce(before.reminders_refused_at, lost_one.reminders_refused_at)
                                then reminders_refused_at else before.reminders_refused_at end
    where id = undone.kept;
  update person set reminders_refused_at = coalesce(reminders_refused_at, kept_one.reminders_refused_at)
    where id = undone.gone
      and kept_one.reminders_refused_at is distinct from coalesce(before.reminders_refused_at, lost_one.reminders_refused_at);
end $$;

-- As before, of a moment: two who were merged later are two there, and who was told apart again later is one.
create or replace function roster_of(of_session uuid, of_class uuid, began timestamptz, planned boolean, as_of timestamptz)
returns table (number integer, person_id uuid, first_names text, last_names text, cared_for integer, mark_id bigint,
               status text, revision integer)
language sql stable as $$
  with changed as (
    select merged_since(as_of) as hands
  ), marked as (
    select distinct on (1) case when changed.hands then owner_at('mark', m.id::text, m.person_id, as_of) else m.person_id end as person_id,
           m.id, nullif(m.status, 'unmarked') as status, m.revision, m.saved_at
    from mark m cross join changed
    where m.session_id = of_session and m.saved_at <= as_of
    order by 1, m.revision desc
  ), placed as (
    select distinct on (1) case when changed.hands then owner_at('enrolment', e.id::text, e.person_id, as_of) else e.person_id end as person_id,
           e.children + e.older + e.disabled as cared_for
    from enrolment e cross join changed
    where e.class_id = of_class and planned
      and e.enrolled_noted_at <= as_of and e.enrolled_at <= began
      and (e.ended_at is null or e.ended_at > began or e.ended_noted_at > as_of)
    order by 1, e.enrolled_at desc
  ), guest as (
    select case when changed.hands then owner_at('session_guest', g.id::text, g.person_id, as_of) else g.person_id end as person_id, g.added_at
    from session_guest g cross join changed
    where g.session_id = of_session and g.added_at <= as_of
  ), listed as (
    select placed.person_id from placed
    union
    select guest.person_id from guest left join marked on marked.person_id = guest.person_id
    where marked.id is null or guest.added_at > marked.saved_at
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

-- As before, and whoever was merged is the one she is by now.
create or replace function guest_meant(
  of_session uuid, first text, last text, of_type text, of_index bytea,
  out person uuid, out several boolean, out holder uuid
) language plpgsql stable as $$
declare
  whole text := sort_key(trim(first || ' ' || last));
  found_names text;
  fits uuid[];
begin
  several := false;
  if of_index is not null then
    select who_is(p.id), sort_key(p.first_names || ' ' || p.last_names) into person, found_names
      from person p where p.document_type = of_type and p.document_index = of_index;
    if person is not null and not string_to_array(found_names, ' ') && array_remove(string_to_array(whole, ' '), '') then
      holder := person;
      person := null;
    end if;
    return;
  end if;
  select array_agg(distinct who_is(p.id)) into fits
  from person p
  where sort_key(trim(p.first_names || ' ' || p.last_names)) = whole and p.registered_at is not null
    and exists (
      select from session s join class c on c.id = s.class_id
      where s.id = of_session and (p.site_id = c.site_id or exists (
        select from enrolment e join class other on other.id = e.class_id
        where e.person_id = p.id and other.site_id = c.site_id)));
  several := coalesce(cardinality(fits), 0) > 1;
  if cardinality(fits) = 1 then person := fits[1]; end if;
end $$;
