-- Two records of one person are merged also where both have a place in one class, a mark in one session, or a document
-- that only the one who goes has. Of two places the better one stays; of two marks that differ staff say which counts. What
-- does not stay is put aside, whole: undo brings it back, and a past day is told as it was then.

alter table enrolment drop constraint enrolment_why_ended_check;
alter table enrolment add constraint enrolment_why_ended_check
  check (why_ended in ('left', 'refused', 'expired', 'over', 'cancelled', 'moved', 'staff', 'merged'));

-- Marks that count and marks that are put aside change hands at once.
alter table mark drop constraint mark_session_id_person_id_revision_key;
alter table mark add constraint mark_session_id_person_id_revision_key
  unique (session_id, person_id, revision) deferrable initially immediate;

-- Whoever is merged keeps her number as she gave it, which opens for her alone; the kept one is found by it.
alter table person drop constraint person_check;
alter table person add constraint person_check check (document_index is null or document_cipher is not null);
-- The keyed hash of a document that the kept one got by a merge; it tells nothing without the key.
alter table merge add column carried_index bytea;
create index merge_gone on merge (gone);

-- Whether somebody was one with another at a moment. What she has all the same, such as a mark put aside, does not count then.
create function is_gone(person uuid, as_of timestamptz) returns boolean language sql stable as $$
  select exists (
    select from merge m where m.gone = person and m.merged_at <= as_of and (m.undone_at is null or m.undone_at > as_of))
$$;

-- As before; and what of the kept one's was put aside was the gone one's meanwhile.
create or replace function owner_at(of_table text, of_key text, owner uuid, as_of timestamptz) returns uuid language sql stable as $$
  select coalesce(
    (select changed.was
     from merge_moved v
     join merge m on m.id = v.merge_id
     cross join lateral (
       values (m.merged_at, case v.of when of_table then m.gone else m.kept end),
              (m.undone_at, case v.of when of_table then m.kept else m.gone end)
     ) as changed (until, was)
     where v.of in (of_table, of_table || '_aside') and v.key = of_key and changed.until > as_of
     order by changed.until, m.id limit 1),
    owner)
$$;

-- Somebody's document as it was known of her at a moment, and whose number it is sealed for: by a merge she has, or had, another's.
create function document_at(known uuid, as_of timestamptz, out holder uuid, out type text, out cipher bytea) language plpgsql stable as $$
declare
  carried merge;
begin
  select m.* into carried from merge m
    where m.kept = known and m.carried_index is not null and m.merged_at <= as_of and m.undone_at > as_of order by m.id desc limit 1;
  select p.id, p.document_type, p.document_cipher into holder, type, cipher from person p where p.id = coalesce(carried.gone, known);
  if carried.id is not null then return; end if;
  select m.* into carried from merge m
    where m.kept = known and m.carried_index is not null and m.merged_at > as_of and m.undone_at is null;
  if carried.id is not null then
    type := carried.was ->> 'document_type';
    cipher := null;
  end if;
end $$;

create or replace function name_the_kept() returns trigger language plpgsql as $$
declare
  kept_one uuid;
begin
  perform from person where id = new.person_id for key share;
  select m.kept into kept_one from merge m where m.gone = new.person_id and m.undone_at is null;
  if found and not exists (
    select from merge_moved v join merge m on m.id = v.merge_id and m.undone_at is null and m.gone = new.person_id
    where v.of = tg_table_name || '_aside' and v.key = to_jsonb(new) ->> 'id'
  ) then
    new.person_id := who_is(kept_one);
  end if;
  return new;
end $$;

create or replace function refuse_change_of_content() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and to_jsonb(new) - 'person_id' = to_jsonb(old) - 'person_id' and exists (
    select from merge_moved v join merge m on m.id = v.merge_id
    where v.of in (tg_table_name, tg_table_name || '_aside') and v.key = old.id::text
      and (old.person_id, new.person_id) in ((m.gone, m.kept), (m.kept, m.gone))
  ) then
    return new;
  end if;
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end $$;

-- As before, with the classes where a place was put aside.
create or replace function hold_people(one uuid, other uuid) returns void language plpgsql as $$
begin
  perform from conversation c
    where c.person_id in (one, other)
       or c.id in (select a.conversation_id from person_address pa join address a on a.id = pa.address_id
                   where pa.person_id in (one, other))
    order by c.id for no key update;
  perform from class c
    where c.id in (select e.class_id from enrolment e
                   where e.person_id in (one, other)
                     and (e.status in ('enrolled', 'waitlisted', 'offered') or e.why_ended = 'merged'))
    order by c.id for no key update;
  perform from person where id in (one, other) order by id for update;
end $$;

-- The classes where both have a place or wait for one: which of the two stays, and which one ends. A place goes before an
-- offer, an offer before waiting; then the earlier one.
create function places_twice(keep uuid, lose uuid)
returns table (class_id uuid, stays uuid, stays_as text, ends uuid, ends_as text, of_kept boolean) language sql stable as $$
  with live as (
    select e.*, row(array_position(array['enrolled', 'offered', 'waitlisted'], e.status), coalesce(e.enrolled_at, 'infinity'),
                    coalesce(e.line, 0), e.created_at) as rank
    from enrolment e
    where e.person_id in (keep, lose) and e.status in ('enrolled', 'waitlisted', 'offered')
  )
  select hers.class_id,
         case when better.is_hers then hers.id else other.id end, case when better.is_hers then hers.status else other.status end,
         case when better.is_hers then other.id else hers.id end, case when better.is_hers then other.status else hers.status end,
         better.is_hers
  from live hers
  join live other on other.class_id = hers.class_id and other.person_id = lose
  cross join lateral (select hers.rank <= other.rank as is_hers) as better
  where hers.person_id = keep
$$;

-- The sessions where both have marks, and whose count: those that stand over those taken back; where both stand and
-- differ, as chosen: 'attended' (who came over who did not), or whose id was named. Nobody's: that is to be chosen.
create function marks_twice(keep uuid, lose uuid, choice text)
returns table (session_id uuid, status text, other_status text, counts uuid) language sql stable as $$
  with latest as (
    select distinct on (m.session_id, m.person_id) m.session_id, m.person_id, nullif(m.status, 'unmarked') as status
    from mark m where m.person_id in (keep, lose)
    order by m.session_id, m.person_id, m.revision desc
  )
  select hers.session_id, hers.status, other.status,
         case when other.status is null or hers.status = other.status then keep
              when hers.status is null then lose
              when choice in (keep::text, lose::text) then choice::uuid
              when choice = 'attended' then case when array_position(best, hers.status) < array_position(best, other.status) then keep else lose end
         end
  from latest hers
  join latest other on other.session_id = hers.session_id and other.person_id = lose
  cross join (values (array['present', 'late', 'excused', 'absent'])) as ranked (best)
  where hers.person_id = keep
$$;

drop function merge_refusal(person, person, boolean);
create function merge_refusal(keep person, lose person, said boolean, choice text, out outcome text, out classes text)
language plpgsql stable as $$
begin
  if keep.id is null or lose.id is null or keep.id = lose.id then
    outcome := 'not_two';
  elsif exists (select from merge m where m.undone_at is null and m.gone in (keep.id, lose.id)) then
    outcome := 'merged_already';
  elsif exists (select from instructor i where i.person_id in (keep.id, lose.id))
     or exists (select from coordinator co where co.person_id in (keep.id, lose.id)) then
    outcome := 'works_here';
  elsif lose.document_index is not null and keep.document_index is not null and not said then
    outcome := 'two_documents';
  elsif exists (
    select from (select distinct on (c.person_id) c.given from consent c
                 where c.person_id in (keep.id, lose.id) order by c.person_id, c.said_at desc, c.id desc) as last
    where not last.given
  ) then
    outcome := 'consent_withdrawn';
  end if;
  if outcome is not null then return; end if;
  select string_agg(distinct c.code, ', ') into classes
    from marks_twice(keep.id, lose.id, choice) as twice
    join session s on s.id = twice.session_id
    join class c on c.id = s.class_id
    where twice.counts is null;
  if classes is not null then outcome := 'marks_differ'; end if;
end $$;

-- Notes what cannot stand beside what the other has, and ends or takes away what does not stay; the rest is noted to be moved.
create function put_aside(of_merge bigint, keep uuid, lose uuid, choice text) returns void language plpgsql as $$
declare
  of_people record;
begin
  insert into merge_moved (merge_id, of, key, was)
    select of_merge, 'known_twice', a.address_id::text, to_jsonb(a)
    from person_address a join person_address hers on hers.address_id = a.address_id and hers.person_id = keep
    where a.person_id = lose;
  delete from person_address a using merge_moved v
    where v.merge_id = of_merge and v.of = 'known_twice' and v.key = a.address_id::text and a.person_id = lose;
  insert into merge_moved (merge_id, of, key, was)
    select of_merge, 'place_ended', e.id::text,
           jsonb_build_object('person_id', e.person_id, 'status', e.status, 'offered_until', e.offered_until)
    from places_twice(keep, lose) twice join enrolment e on e.id = twice.ends;
  update enrolment e set status = 'withdrawn', ended_at = now(), offered_until = null, why_ended = 'merged'
    from merge_moved v where v.merge_id = of_merge and v.of = 'place_ended' and v.key = e.id::text;
  -- Of two answers the later one.
  insert into merge_moved (merge_id, of, key, was)
    select of_merge, 'reply_aside', hers.session_id::text, case when other.said_at > hers.said_at then to_jsonb(hers) else to_jsonb(other) end
    from session_reply hers join session_reply other on other.session_id = hers.session_id and other.person_id = lose
    where hers.person_id = keep;
  delete from session_reply r using merge_moved v
    where v.merge_id = of_merge and v.of = 'reply_aside' and v.key = r.session_id::text and r.person_id::text = v.was ->> 'person_id';
  for of_people in select * from tables_of_people() loop
    execute format('insert into merge_moved (merge_id, of, key) select $1, %1$L, t.%2$I::text from %1$I t where t.person_id = $2',
                   of_people.name, of_people.key) using of_merge, lose;
  end loop;
  -- What stays with her who goes: her marks where the other's count, a second claim, a list that names both at one instant.
  delete from merge_moved v using mark m join marks_twice(keep, lose, choice) twice on twice.session_id = m.session_id and twice.counts = keep
    where v.merge_id = of_merge and v.of = 'mark' and v.key = m.id::text;
  delete from merge_moved v using check_in i join check_in hers on hers.session_id = i.session_id and hers.person_id = keep and hers.outcome = 'claimed'
    where v.merge_id = of_merge and v.of = 'check_in' and v.key = i.id::text and i.outcome = 'claimed';
  delete from merge_moved v
    using session_guest g join session_guest hers on hers.session_id = g.session_id and hers.person_id = keep and hers.added_at = g.added_at
    where v.merge_id = of_merge and v.of = 'session_guest' and v.key = g.id::text;
  insert into merge_moved (merge_id, of, key)
    select of_merge, 'mark_aside', m.id::text
    from mark m join marks_twice(keep, lose, choice) twice on twice.session_id = m.session_id and twice.counts = lose
    where m.person_id = keep;
end $$;

-- As before, and gives the kept one's marks that are put aside the other way.
create or replace function hand_over(of_merge bigint, giver uuid, taker uuid) returns void language plpgsql as $$
declare
  of_people record;
begin
  set constraints mark_session_id_person_id_revision_key deferred;
  update mark m set person_id = giver from merge_moved v
    where v.merge_id = of_merge and v.of = 'mark_aside' and v.key = m.id::text and m.person_id = taker;
  for of_people in select * from tables_of_people() loop
    execute format('update %1$I t set person_id = $1 from merge_moved v
                    where v.merge_id = $3 and v.of = %1$L and v.key = t.%2$I::text and t.person_id = $2',
                   of_people.name, of_people.key) using taker, giver, of_merge;
  end loop;
  set constraints mark_session_id_person_id_revision_key immediate;
  -- A notice that tells in its key for whom it is would else be planned once more.
  update notice n set key = replace(n.key, giver::text, taker::text)
    from merge_moved v
    where v.merge_id = of_merge and v.of = 'notice' and v.key = n.id::text and n.key like '%' || giver || '%'
      and not exists (select from notice there where there.key = replace(n.key, giver::text, taker::text));
end $$;

-- Makes all that is the lost one's the kept one's. said: staff have named the one to keep; choice: whose marks count where
-- they differ; sealed: the lost one's document number for the kept one, if she has none. freed: classes with a place less taken.
drop function merge_people(uuid, uuid, boolean, bigint, text);
create function merge_people(
  keep uuid, lose uuid, said boolean, of_review bigint, by text, choice text default null, sealed bytea default null,
  out outcome text, out classes text, out merged bigint, out freed uuid[]
) language plpgsql as $$
declare
  kept_one person;
  lost_one person;
  carries boolean;
begin
  perform hold_people(keep, lose);
  select * into kept_one from person where id = keep;
  select * into lost_one from person where id = lose;
  select r.outcome, r.classes into outcome, classes from merge_refusal(kept_one, lost_one, said, choice) r;
  if outcome is not null then return; end if;
  carries := kept_one.document_index is null and lost_one.document_index is not null;
  if carries and sealed is null then raise exception 'The document of % is not sealed for %.', lose, keep; end if;

  insert into merge (kept, gone, review_id, merged_by, was, carried_index)
    values (keep, lose, of_review, by, jsonb_build_object('site_id', kept_one.site_id, 'registered_at', kept_one.registered_at,
              'reminders_refused_at', kept_one.reminders_refused_at, 'document_type', kept_one.document_type),
            case when carries then lost_one.document_index end)
    returning id into merged;
  perform put_aside(merged, keep, lose, choice);
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
  if carries then
    update person set document_index = null where id = lose;
    update person set document_type = lost_one.document_type, document_cipher = sealed, document_index = lost_one.document_index
      where id = keep;
  end if;
  select array_agg(distinct e.class_id) into freed
    from merge_moved v join enrolment e on e.id::text = v.key
    where v.merge_id = merged and v.of = 'place_ended' and v.was ->> 'status' in ('enrolled', 'offered');
  outcome := 'merged';
end $$;

-- The places that an undo has to bring back: those put aside, unless whoever's it was has taken another one there since.
create function places_to_restore(of_merge merge) returns table (id uuid, class_id uuid, status text, offered_until timestamptz, company integer)
language sql stable as $$
  select e.id, e.class_id, v.was ->> 'status', (v.was ->> 'offered_until')::timestamptz, e.children + e.older + e.disabled
  from merge_moved v join enrolment e on e.id::text = v.key
  where v.merge_id = of_merge.id and v.of = 'place_ended' and e.why_ended = 'merged'
    and not (v.was ->> 'person_id' = of_merge.kept::text and exists (
      select from enrolment since
      where since.class_id = e.class_id and since.person_id = of_merge.kept and since.status in ('enrolled', 'waitlisted', 'offered')
        and not was_moved(of_merge.id, 'enrolment', since.id::text)))
$$;

-- Why a merge cannot be taken back, and where. merged_further: the later one, or the later of two that put something aside,
-- goes first. class_full: a place that was ended is somebody else's by now.
create function undo_refusal(undone merge, out outcome text, out classes text) language plpgsql stable as $$
begin
  if undone.id is null or undone.undone_at is not null then
    outcome := 'not_merged';
  elsif exists (select from merge m where m.gone = undone.kept and m.undone_at is null)
     or exists (select from merge m join merge_moved v on v.merge_id in (m.id, undone.id)
                where m.kept = undone.kept and m.id > undone.id and m.undone_at is null
                  and v.of in ('place_ended', 'mark_aside', 'reply_aside')) then
    outcome := 'merged_further';
  elsif exists (select from person p join person lost on lost.id = undone.gone
                where p.document_type = lost.document_type and p.document_index = undone.carried_index
                  and p.id not in (undone.kept, undone.gone)) then
    outcome := 'document_taken';
  end if;
  if outcome is not null then return; end if;
  select string_agg(c.code, ', ' order by c.code collate "C") into classes
    from (select class_id, count(*) as places, sum(company) as company
          from places_to_restore(undone) where status in ('enrolled', 'offered') group by class_id) as back
    join class c on c.id = back.class_id
    where places_taken(c.id) + back.places > c.capacity
       or back.company > 0 and care_taken(c.id) + back.company > coalesce(c.care_places, 0);
  if classes is not null then outcome := 'class_full'; end if;
end $$;

-- Gives the gone one back what was hers and what followed from it. stayed: places and marks of since that are the kept one's.
drop function undo_merge(bigint, text);
create function undo_merge(of_merge bigint, by text, out outcome text, out stayed integer, out classes text) language plpgsql as $$
declare
  undone merge;
  kept_one person;
  lost_one person;
begin
  select * into undone from merge where id = of_merge;
  perform hold_people(undone.kept, undone.gone);
  select * into undone from merge where id = of_merge for update;
  select r.outcome, r.classes into outcome, classes from undo_refusal(undone) r;
  if outcome is not null then return; end if;
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
  update enrolment e set status = back.status, ended_at = null, why_ended = null, offered_until = back.offered_until
    from places_to_restore(undone) back where back.id = e.id;
  insert into session_reply
    select r.* from merge_moved v, jsonb_populate_record(null::session_reply, v.was) r
    where v.merge_id = of_merge and v.of = 'reply_aside' and exists (select from session s where s.id = r.session_id)
    on conflict do nothing;
  perform give_back_fields(undone, kept_one, lost_one);
  select (select count(*) from enrolment e where e.person_id = undone.kept and e.created_at >= undone.merged_at)
       + (select count(*) from mark m where m.person_id = undone.kept and m.saved_at >= undone.merged_at) into stayed;
  outcome := 'undone';
end $$;

-- As before, and the document goes back; one that the kept one has given herself since is hers.
create or replace function give_back_fields(undone merge, kept_one person, lost_one person) returns void language plpgsql as $$
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
  if undone.carried_index is null then return; end if;
  update person set document_type = before.document_type, document_cipher = null, document_index = null
    where id = undone.kept and document_type = lost_one.document_type and document_index = undone.carried_index;
  update person set document_index = undone.carried_index where id = undone.gone;
end $$;

-- As before, of a moment: a place put aside then was ended then, and counts for nobody's company beside the one that stayed;
-- marks and lists put aside are nobody's.
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
    left join lateral (
      select m.merged_at as at from merge_moved v join merge m on m.id = v.merge_id
      where changed.hands and v.of = 'place_ended' and v.key = e.id::text and m.merged_at <= as_of and m.undone_at > as_of
    ) as aside on true
    where e.class_id = of_class and planned
      and e.enrolled_noted_at <= as_of and e.enrolled_at <= began
      and (e.ended_at is null or e.ended_at > began or e.ended_noted_at > as_of)
      and (aside.at is null or aside.at > began)
    order by 1, aside.at is not null or coalesce(e.why_ended = 'merged' and e.ended_noted_at <= as_of, false), e.enrolled_at desc
  ), guest as (
    select case when changed.hands then owner_at('session_guest', g.id::text, g.person_id, as_of) else g.person_id end as person_id, g.added_at
    from session_guest g cross join changed
    where g.session_id = of_session and g.added_at <= as_of
  ), listed as (
    select placed.person_id from placed
    union
    select guest.person_id from guest left join marked on marked.person_id = guest.person_id
    where (marked.id is null or guest.added_at > marked.saved_at) and not is_gone(guest.person_id, as_of)
    union
    select marked.person_id from marked where marked.status is not null and not is_gone(marked.person_id, as_of)
  )
  select row_number() over (order by sort_key(p.last_names), sort_key(p.first_names), p.id)::integer,
         p.id, p.first_names, p.last_names, coalesce(placed.cared_for, 0), marked.id, marked.status, marked.revision
  from listed
  join person p on p.id = listed.person_id
  left join placed on placed.person_id = listed.person_id
  left join marked on marked.person_id = listed.person_id
  order by 1
$$;

-- As before, but marks that are put aside are not taken back: they count for nothing.
create or replace function undo_marks(
  of_session uuid, actor uuid, conversation uuid, via text, message text, sent timestamptz, received timestamptz,
  out outcome text, out undone integer, out kept integer
) language plpgsql as $$
declare
  planned boolean;
  last_message text;
begin
  undone := 0;
  kept := 0;
  select count(*) into undone from mark m
    where m.session_id = of_session and m.marked_by = actor and m.channel = via and m.message_id = message and m.undoes is not null;
  if undone > 0 then
    outcome := 'undone';
    return;
  end if;
  select s.status = 'planned' into planned from session s where s.id = of_session for no key update;
  if not coalesce(planned, false) or not may_mark(of_session, actor) then
    outcome := 'not_yours';
  elsif not is_proven(conversation, actor, sent) then
    outcome := 'unproven';
  elsif sent > session_closes_at(of_session) then
    outcome := 'closed';
  else
    select m.message_id into last_message
    from mark m
    where m.session_id = of_session and m.marked_by = actor and m.channel = via and m.undoes is null
      and m.sent_at > sent - interval '24 hours' and not exists (select from mark u where u.undoes = m.id)
      and not is_gone(m.person_id, 'infinity')
    order by m.id desc limit 1;
    if last_message is null then
      outcome := 'nothing';
    else
      with batch as (
        select m.*, exists (
            select from mark n
            where n.session_id = of_session and n.person_id = m.person_id and n.revision > m.revision
              and n.undoes is null and not exists (select from mark u where u.undoes = n.id)) as changed_since
        from mark m
        where m.session_id = of_session and m.marked_by = actor and m.channel = via and m.message_id = last_message
          and m.undoes is null and not exists (select from mark u where u.undoes = m.id) and not is_gone(m.person_id, 'infinity')
      ), written as (
        insert into mark (session_id, person_id, revision, status, reason, undoes, marked_by, conversation_id, channel, message_id, sent_at, received_at)
        select of_session, b.person_id,
               (select max(n.revision) + 1 from mark n where n.session_id = of_session and n.person_id = b.person_id),
               coalesce(before.status, 'unmarked'), before.reason, b.id, actor, conversation, via, message, sent, received
        from batch b
        left join mark before on before.session_id = of_session and before.person_id = b.person_id and before.revision = b.revision - 1
        where not b.changed_since
        returning id
      )
      select (select count(*) from written), (select count(*) from batch where changed_since) into undone, kept;
      outcome := case when undone > 0 then 'undone' else 'changed_since' end;
    end if;
  end if;
  perform log_marking(of_session, actor, via, case outcome when 'undone' then 'marks_undone' else 'undo_refused' end, outcome, undone);
end $$;
