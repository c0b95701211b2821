-- A place may be given up for one in another class.
alter table enrolment drop constraint enrolment_why_ended_check;
alter table enrolment add constraint enrolment_why_ended_check
  check (why_ended in ('left', 'refused', 'expired', 'over', 'cancelled', 'moved'));

-- When a place and its end were written down, which no clock but ours tells: an import gives places from this morning on,
-- also to whoever has been waiting for days.
alter table enrolment
  add column enrolled_noted_at timestamptz,
  add column ended_noted_at    timestamptz;
update enrolment set enrolled_noted_at = greatest(created_at, enrolled_at) where enrolled_at is not null;
update enrolment set ended_noted_at = ended_at where ended_at is not null;

create function note_when() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' or new.enrolled_at is distinct from old.enrolled_at then
    new.enrolled_noted_at := case when new.enrolled_at is not null then now() end;
  end if;
  if tg_op = 'INSERT' or new.ended_at is distinct from old.ended_at then
    new.ended_noted_at := case when new.ended_at is not null then now() end;
  end if;
  return new;
end $$;
create trigger enrolment_noted before insert or update of enrolled_at, ended_at on enrolment
  for each row execute function note_when();

-- As before, but known at as_of is what was written down by then.
create or replace function roster_of(of_session uuid, of_class uuid, began timestamptz, planned boolean, as_of timestamptz)
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
      and e.enrolled_noted_at <= as_of and e.enrolled_at <= began
      and (e.ended_at is null or e.ended_at > began or e.ended_noted_at > as_of)
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

-- As before, and: the same message again takes nothing more back.
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
          and m.undoes is null and not exists (select from mark u where u.undoes = m.id)
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
