-- Whoever comes without a place, told by her instructor: on the list as the instructor named her, after the others, so that
-- nobody's number changes under her hands, and off it again when her mark is taken back.

alter table session_guest
  add column first_names text check (first_names <> ''),
  add column last_names  text,
  add check ((first_names is null) = (last_names is null));

-- As before, but a guest whose mark was taken back is on the list no more, unless she was added again since.
create or replace function roster_of(of_session uuid, of_class uuid, began timestamptz, planned boolean, as_of timestamptz)
returns table (number integer, person_id uuid, first_names text, last_names text, cared_for integer, mark_id bigint,
               status text, revision integer)
language sql stable as $$
  with marked as (
    select distinct on (m.person_id) m.person_id, m.id, nullif(m.status, 'unmarked') as status, m.revision, m.saved_at
    from mark m
    where m.session_id = of_session and m.saved_at <= as_of
    order by m.person_id, m.revision desc
  ), placed as (
    select distinct on (e.person_id) e.person_id, e.children + e.older + e.disabled as cared_for
    from enrolment e
    where e.class_id = of_class and planned
      and e.enrolled_noted_at <= as_of and e.enrolled_at <= began
      and (e.ended_at is null or e.ended_at > began or e.ended_noted_at > as_of)
    order by e.person_id, e.enrolled_at desc
  ), listed as (
    select placed.person_id from placed
    union
    select g.person_id
    from session_guest g left join marked on marked.person_id = g.person_id
    where g.session_id = of_session and g.added_at <= as_of and (marked.id is null or g.added_at > marked.saved_at)
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

-- As before, with guests after the others, in the order they were told and under the names the instructor gave them: a
-- document she typed does not tell her whose it is.
create or replace function roster(of_session uuid, as_of timestamptz default 'infinity')
returns table (number integer, person_id uuid, first_names text, last_names text, cared_for integer, mark_id bigint,
               status text, revision integer)
language sql stable as $$
  select row_number() over (order by guest.added_at nulls first, r.number)::integer, r.person_id,
         coalesce(guest.first_names, r.first_names), coalesce(guest.last_names, r.last_names), r.cared_for, r.mark_id, r.status, r.revision
  from session s
  cross join lateral roster_of(s.id, s.class_id, s.starts_at, s.status = 'planned', as_of) as r
  left join session_guest guest on guest.session_id = s.id and guest.person_id = r.person_id
  where s.id = of_session
  order by 1
$$;

-- Whom an instructor means by a guest: by her document; else by her whole name, if one person only of the session's site
-- is registered under it. several: more than one is, and no document was given. Where the names share no word with those
-- the document is filed under, the number is a slip or somebody else's: she is that holder not, and who she is stays open.
create function guest_meant(
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
    select p.id, sort_key(p.first_names || ' ' || p.last_names) into person, found_names
      from person p where p.document_type = of_type and p.document_index = of_index;
    if person is not null and not string_to_array(found_names, ' ') && array_remove(string_to_array(whole, ' '), '') then
      holder := person;
      person := null;
    end if;
    return;
  end if;
  select array_agg(p.id) into fits
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

-- Puts somebody on a session's list who has no place in the class, under the names given; whoever is not known yet becomes
-- a person with no more than that and what was typed of her document. holder: who else that document is filed under, for
-- staff to look at.
drop function add_guest(uuid, uuid, uuid, uuid, text, text, timestamptz);
create function add_guest(
  of_session uuid, guest uuid, first text, last text, of_type text, of_cipher bytea, of_index bytea, holder uuid,
  actor uuid, conversation uuid, via text, message text, sent timestamptz, out outcome text
) language plpgsql as $$
begin
  perform from session s where s.id = of_session and s.status = 'planned' for no key update;
  if not found or not may_mark(of_session, actor) then
    outcome := 'not_yours';
  elsif not is_proven(conversation, actor, sent) then
    outcome := 'unproven';
  elsif sent > session_closes_at(of_session) then
    outcome := 'closed';
  elsif exists (select from roster(of_session) r where r.person_id = guest) then
    outcome := 'listed';
  else
    insert into person (id, first_names, last_names, document_type, document_cipher, document_index)
    values (guest, first, last, of_type, of_cipher, of_index)
    on conflict (id) do nothing;
    insert into session_guest (session_id, person_id, first_names, last_names, added_by, channel, message_id, added_at)
    values (of_session, guest, first, last, actor, via, message,
            greatest(now(), (select max(m.saved_at) + interval '1 microsecond' from mark m
                             where m.session_id = of_session and m.person_id = guest)))
    on conflict (session_id, person_id) do update
      set first_names = excluded.first_names, last_names = excluded.last_names, added_by = excluded.added_by,
          channel = excluded.channel, message_id = excluded.message_id, added_at = excluded.added_at;
    if holder is not null then
      perform open_review('near_match', array[guest, holder], '{"by": "guest"}');
    end if;
    outcome := 'added';
  end if;
  if outcome in ('not_yours', 'closed', 'unproven') then
    perform log_marking(of_session, actor, via, 'guest_refused', outcome, 0);
  elsif outcome = 'added' then
    perform log_marking(of_session, actor, via, 'guest', outcome, 1);
  end if;
end $$;
