-- Classes that began, or were to, and were not held: cancelled afterwards, as long as they could be marked and nobody is.

-- As before, and 'not_held': of a meeting that has begun, by whoever may mark it too. It can be restored as long.
create or replace function change_session(
  of_session uuid, what text, new_starts timestamptz, new_ends timestamptz, reason text,
  actor uuid, conversation uuid, via text, at timestamptz, out outcome text, out of_class uuid, out was timestamptz
) language plpgsql as $$
declare
  held session;
  ends timestamptz;
  is_afterwards boolean;
begin
  perform from class c where c.id = (select s.class_id from session s where s.id = of_session) for no key update;
  select * into held from session s where s.id = of_session for update;
  of_class := held.class_id;
  was := held.starts_at;
  ends := coalesce(new_ends, new_starts + (held.ends_at - held.starts_at));
  is_afterwards := what in ('not_held', 'restore') and held.starts_at <= at;
  outcome := case
    when held.id is null then 'unknown_session'
    when actor is not null and not may_change(of_session, actor) and not (is_afterwards and may_mark(of_session, actor)) then 'not_yours'
    when actor is not null and not is_proven(conversation, actor, at) then 'unproven'
    when what <> 'restore' and held.status = 'cancelled' then 'cancelled'
    when what = 'restore' and held.status = 'planned' then 'planned'
    when what = 'restore' and exists (select from class c where c.id = of_class and c.cancelled_at is not null) then 'cancelled'
    when is_afterwards and exists (select from roster(of_session) r where r.status is not null) then 'marked'
    when not is_afterwards and exists (select from mark m where m.session_id = of_session) then 'marked'
    when not is_afterwards and held.starts_at <= at then 'begun'
    when is_afterwards and session_closes_at(of_session) < at then 'closed'
    when what = 'not_held' and not is_afterwards then 'not_begun'
    when what = 'move' and (new_starts <= at or ends <= new_starts) then 'in_the_past'
    when what = 'move' and new_starts = held.starts_at and ends = held.ends_at then 'same'
    when what in ('move', 'restore') and exists (
      select from session other
      where other.class_id = of_class and other.id <> of_session
        and (other.starts_at = coalesce(new_starts, held.starts_at)
             or other.status = 'planned' and other.starts_at < coalesce(ends, held.ends_at)
                and other.ends_at > coalesce(new_starts, held.starts_at))) then 'taken'
    else 'changed'
  end;
  if outcome = 'changed' then
    update session s
      set status = case when what in ('cancel', 'not_held') then 'cancelled' else 'planned' end,
          first_starts_at = case what when 'move' then coalesce(s.first_starts_at, s.starts_at) else s.first_starts_at end,
          starts_at = coalesce(new_starts, s.starts_at), ends_at = coalesce(ends, s.ends_at), change_reason = reason
      where s.id = of_session;
  elsif outcome in ('not_yours', 'unproven') then
    perform log_refusal(of_session, actor, via, what || '_session_refused', outcome);
  end if;
end $$;
