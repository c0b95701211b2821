-- A guest who was taken off a list and is brought again: each time is a row of its own, so that any moment before can be
-- told as it was.
alter table session_guest drop constraint session_guest_pkey, add primary key (session_id, person_id, added_at);

-- As before, with the names of the last time.
create or replace function roster(of_session uuid, as_of timestamptz default 'infinity')
returns table (number integer, person_id uuid, first_names text, last_names text, cared_for integer, mark_id bigint,
               status text, revision integer)
language sql stable as $$
  select row_number() over (order by guest.added_at nulls first, r.number)::integer, r.person_id,
         coalesce(guest.first_names, r.first_names), coalesce(guest.last_names, r.last_names), r.cared_for, r.mark_id, r.status, r.revision
  from session s
  cross join lateral roster_of(s.id, s.class_id, s.starts_at, s.status = 'planned', as_of) as r
  left join lateral (
    select g.first_names, g.last_names, g.added_at from session_guest g
    where g.session_id = s.id and g.person_id = r.person_id order by g.added_at desc limit 1) as guest on true
  where s.id = of_session
  order by 1
$$;

-- As before, but what was there before stays.
create or replace function add_guest(
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
    on conflict do nothing;
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
