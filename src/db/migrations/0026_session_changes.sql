-- Meetings that their instructors move, cancel and bring back by chat, and who gives one in their place.

-- Why it was moved or cancelled last, as those who come are told: 'ill', 'place', 'event', or what the instructor typed.
alter table session add column change_reason text check (change_reason <> '' and length(change_reason) <= 200);

create function teaches(of_session uuid, by_person uuid) returns boolean language sql stable as $$
  select exists (
    select from session s
    join class_instructor ci on ci.class_id = s.class_id
    join instructor i on i.id = ci.instructor_id
    where s.id = of_session and i.person_id = by_person)
$$;

-- Who decides about a meeting: an instructor of its class, and a coordinator of its site.
create function may_change(of_session uuid, by_person uuid) returns boolean language sql stable as $$
  select teaches(of_session, by_person) or exists (
    select from session s join class c on c.id = s.class_id
    where s.id = of_session and c.site_id in (select co.site_id from coordinated_sites(by_person) co))
$$;

create function log_refusal(of_session uuid, actor uuid, via text, action text, why text) returns void language sql as $$
  insert into audit (actor_id, actor, action, object_kind, object_id, channel, details)
  values ((select id from person where id = log_refusal.actor), 'instructor', log_refusal.action, 'session', of_session::text, via,
          jsonb_build_object('why', why))
$$;

-- Moves, cancels or restores a meeting that has not begun. actor: who does it by chat, null for staff; new_ends: by
-- default it keeps its length. Holds the class before the meeting, as whoever takes a place does.
create function change_session(
  of_session uuid, what text, new_starts timestamptz, new_ends timestamptz, reason text,
  actor uuid, conversation uuid, via text, at timestamptz, out outcome text, out of_class uuid, out was timestamptz
) language plpgsql as $$
declare
  held session;
  ends timestamptz;
begin
  perform from class c where c.id = (select s.class_id from session s where s.id = of_session) for no key update;
  select * into held from session s where s.id = of_session for update;
  of_class := held.class_id;
  was := held.starts_at;
  ends := coalesce(new_ends, new_starts + (held.ends_at - held.starts_at));
  outcome := case
    when held.id is null then 'unknown_session'
    when actor is not null and not may_change(of_session, actor) then 'not_yours'
    when actor is not null and not is_proven(conversation, actor, at) then 'unproven'
    when what <> 'restore' and held.status = 'cancelled' then 'cancelled'
    when what = 'restore' and held.status = 'planned' then 'planned'
    when what = 'restore' and exists (select from class c where c.id = of_class and c.cancelled_at is not null) then 'cancelled'
    when exists (select from mark m where m.session_id = of_session) then 'marked'
    when held.starts_at <= at then 'begun'
    when what = 'move' and (new_starts <= at or ends <= new_starts) then 'in_the_past'
    when what = 'move' and new_starts = held.starts_at and ends = held.ends_at then 'same'
    when what <> 'cancel' and exists (
      select from session other
      where other.class_id = of_class and other.id <> of_session
        and (other.starts_at = coalesce(new_starts, held.starts_at)
             or other.status = 'planned' and other.starts_at < coalesce(ends, held.ends_at)
                and other.ends_at > coalesce(new_starts, held.starts_at))) then 'taken'
    else 'changed'
  end;
  if outcome = 'changed' then
    update session s
      set status = case what when 'cancel' then 'cancelled' else 'planned' end,
          first_starts_at = case what when 'move' then coalesce(s.first_starts_at, s.starts_at) else s.first_starts_at end,
          starts_at = coalesce(new_starts, s.starts_at), ends_at = coalesce(ends, s.ends_at), change_reason = reason
      where s.id = of_session;
  elsif outcome in ('not_yours', 'unproven') then
    perform log_refusal(of_session, actor, via, what || '_session_refused', outcome);
  end if;
end $$;

-- Has another instructor give a meeting in place of its own, or no more (of_person: null). Only whoever may change it
-- decides that. Gives who it was before, too.
create function substitute_session(
  of_session uuid, of_person uuid, actor uuid, conversation uuid, via text, at timestamptz, out outcome text, out before uuid[]
) language plpgsql as $$
declare
  held session;
begin
  select * into held from session s where s.id = of_session for no key update;
  select array_agg(sub.person_id) into before
    from session_substitute sub where sub.session_id = of_session and sub.ended_at is null and sub.person_id is distinct from of_person;
  outcome := case
    when held.id is null or not may_change(of_session, actor) then 'not_yours'
    when not is_proven(conversation, actor, at) then 'unproven'
    when held.status = 'cancelled' then 'cancelled'
    when held.ends_at <= at then 'begun'
    when of_person is null then case when before is null then 'nobody' else 'changed' end
    when teaches(of_session, of_person) then 'teaches'
    when not exists (select from instructor i where i.person_id = of_person) then 'unknown'
    when exists (select from session_substitute sub
                 where sub.session_id = of_session and sub.person_id = of_person and sub.ended_at is null) then 'already'
    else 'changed'
  end;
  if outcome = 'changed' then
    update session_substitute sub set ended_at = at where sub.session_id = of_session and sub.person_id = any (before);
    if of_person is not null then
      insert into session_substitute (session_id, person_id, appointed_by, appointed_at) values (of_session, of_person, actor, at)
        on conflict (session_id, person_id)
        do update set ended_at = null, appointed_by = excluded.appointed_by, appointed_at = excluded.appointed_at;
    end if;
    insert into audit (actor_id, actor, action, object_kind, object_id, channel)
      values (actor, 'instructor', case when of_person is null then 'substitute_ended' else 'substitute' end, 'session', of_session::text, via);
  elsif outcome in ('not_yours', 'unproven') then
    perform log_refusal(of_session, actor, via, 'substitute_refused', outcome);
  end if;
end $$;
