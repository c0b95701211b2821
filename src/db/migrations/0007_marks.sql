-- Who may mark, until when, and how a mark is taken back. The rules are held here, not by whoever calls.

-- 'unmarked': taken back; the person stands as if nobody had marked her, and the record tells that somebody had.
alter table mark drop constraint mark_status_check;
alter table mark add constraint mark_status_check check (status in ('present', 'late', 'excused', 'absent', 'unmarked'));
alter table mark add column undoes bigint references mark;
create unique index mark_undone on mark (undoes) where undoes is not null;

-- Somebody who gives a session in place of its instructors.
create table session_substitute (
  session_id   uuid not null references session,
  person_id    uuid not null references person,
  appointed_by uuid references person,
  appointed_at timestamptz not null default now(),
  ended_at     timestamptz,
  primary key (session_id, person_id)
);
create index session_substitute_person on session_substitute (person_id) where ended_at is null;

-- Somebody who came without a place in the class. She takes none; she is on this session's list only.
create table session_guest (
  session_id uuid not null references session,
  person_id  uuid not null references person,
  added_by   uuid not null references person,
  channel    text not null,
  message_id text,
  added_at   timestamptz not null default now(),
  primary key (session_id, person_id)
);

-- A session whose marks may be changed again, until when, by whose leave.
create table session_reopening (
  id          bigint generated always as identity primary key,
  session_id  uuid not null references session,
  until       timestamptz not null,
  reason      text not null check (reason <> ''),
  reopened_by text not null,
  reopened_at timestamptz not null default now()
);
create index session_reopening_session on session_reopening (session_id);
create trigger session_reopening_append_only before update or delete on session_reopening
  for each row execute function refuse_change();

-- Until when a session may be marked: some days after its end (installation: attendance_closes_days, else 8), or as reopened.
create function session_closes_at(of_session uuid) returns timestamptz language sql stable as $$
  select greatest(
    s.ends_at + make_interval(days => coalesce(
      (select value::integer from installation where name = 'attendance_closes_days'), 8)),
    (select max(until) from session_reopening r where r.session_id = s.id))
  from session s where s.id = of_session
$$;

create function may_mark(of_session uuid, by_person uuid) returns boolean language sql stable as $$
  select exists (
    select from session s
    join class_instructor ci on ci.class_id = s.class_id
    join instructor i on i.id = ci.instructor_id
    where s.id = of_session and i.person_id = by_person
  ) or exists (
    select from session_substitute sub
    join instructor i on i.person_id = sub.person_id
    where sub.session_id = of_session and sub.person_id = by_person and sub.ended_at is null
  )
$$;

-- As before, with those who came as guests; a mark that was taken back is no mark, but counts as a revision.
create or replace function roster(of_session uuid, as_of timestamptz default 'infinity')
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
    from session s
    join enrolment e on e.class_id = s.class_id
    where s.id = of_session and s.status = 'planned'
      and e.created_at <= as_of and e.enrolled_at <= as_of and e.enrolled_at <= s.starts_at
      and (e.ended_at is null or e.ended_at > s.starts_at or e.ended_at > as_of)
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

-- Writes the marks that differ from those that stand, each as the next revision: all of them or, with the reason as the
-- outcome, none. Refusals are logged. seen: the revision the marker was shown; bulk: said of all alike, so it leaves
-- those alone who have a mark. What this very message has written already is not written again.
create function write_marks(
  of_session uuid, people uuid[], statuses text[], reasons text[], seen integer[], bulk boolean[],
  actor uuid, conversation uuid, via text, message text, sent timestamptz, received timestamptz,
  out outcome text, out saved integer
) language plpgsql as $$
declare
  last_mark bigint;
  planned boolean;
begin
  saved := 0;
  -- The newest mark as it was before any wait for another writer, so that what that writer did can be told from what was there.
  select coalesce(max(m.id), 0) into last_mark from mark m where m.session_id = of_session;
  select s.status = 'planned' into planned from session s where s.id = of_session for no key update;
  if not coalesce(planned, false) or not may_mark(of_session, actor) then
    outcome := 'not_yours';
  elsif sent > session_closes_at(of_session) then
    outcome := 'closed';
  else
    with given as (
      select distinct on (g.person_id) g.*
      from unnest(people, statuses, reasons, seen, bulk) with ordinality as g (person_id, status, reason, seen, bulk, position)
      where not exists (select from mark m where m.session_id = of_session and m.person_id = g.person_id
                        and m.channel = via and m.message_id = message)
      order by g.person_id, g.position desc
    ), compared as (
      select given.*, r.person_id is null as stranger, coalesce(r.revision, 0) as revision, r.status as standing,
             r.mark_id > last_mark or r.revision > given.seen as is_newer,
             r.status is distinct from given.status
             or given.reason is not null and given.reason is distinct from (select m.reason from mark m where m.id = r.mark_id) as differs
      from given
      left join roster(of_session) as r on r.person_id = given.person_id
      where not (coalesce(given.bulk, false) and r.status is not null)
    ), verdict as (
      select case
               when bool_or(stranger) then 'not_on_roster'
               when bool_or(is_newer and differs) then 'changed_meanwhile'
               when bool_or(differs and standing is not null and reason is null)
                    and sent > (select s.ends_at + interval '24 hours' from session s where s.id = of_session) then 'reason_needed'
               else 'saved'
             end as outcome
      from compared
    ), written as (
      insert into mark (session_id, person_id, revision, status, reason, marked_by, conversation_id, channel, message_id, sent_at, received_at)
      select of_session, c.person_id, c.revision + 1, c.status, c.reason, actor, conversation, via, message, sent, received
      from compared c cross join verdict
      where verdict.outcome = 'saved' and c.differs
      returning id
    )
    select verdict.outcome, (select count(*)::integer from written) into outcome, saved from verdict;
  end if;
  perform log_marking(of_session, actor, via, case outcome when 'saved' then 'mark' else 'mark_refused' end, outcome, saved);
end $$;

create function log_marking(of_session uuid, actor uuid, via text, action text, outcome text, count integer)
returns void language sql as $$
  insert into audit (actor_id, actor, action, object_kind, object_id, channel, details)
  select (select id from person where id = log_marking.actor), 'instructor', log_marking.action, 'session', of_session::text, via,
         jsonb_build_object('marks', log_marking.count)
         || case when log_marking.action like '%refused' then jsonb_build_object('why', log_marking.outcome) else '{}' end
  where log_marking.count > 0 or log_marking.action like '%refused'
$$;

-- Takes back what this person's last message wrote in a session that day: each mark becomes what it was before. What
-- somebody has changed since is kept. Once more, and the message before that is taken back.
create function undo_marks(
  of_session uuid, actor uuid, conversation uuid, via text, message text, sent timestamptz, received timestamptz,
  out outcome text, out undone integer, out kept integer
) language plpgsql as $$
declare
  planned boolean;
  last_message text;
begin
  undone := 0;
  kept := 0;
  select s.status = 'planned' into planned from session s where s.id = of_session for no key update;
  if not coalesce(planned, false) or not may_mark(of_session, actor) then
    outcome := 'not_yours';
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

-- Puts somebody on a session's list who has no place in the class.
create function add_guest(of_session uuid, guest uuid, actor uuid, via text, message text, sent timestamptz, out outcome text)
language plpgsql as $$
begin
  perform from session s where s.id = of_session and s.status = 'planned' for no key update;
  if not found or not may_mark(of_session, actor) then
    outcome := 'not_yours';
  elsif sent > session_closes_at(of_session) then
    outcome := 'closed';
  elsif exists (select from roster(of_session) r where r.person_id = guest) then
    outcome := 'listed';
  else
    insert into session_guest (session_id, person_id, added_by, channel, message_id)
    values (of_session, guest, actor, via, message)
    on conflict do nothing;
    outcome := 'added';
  end if;
  if outcome in ('not_yours', 'closed') then
    perform log_marking(of_session, actor, via, 'guest_refused', outcome, 0);
  elsif outcome = 'added' then
    perform log_marking(of_session, actor, via, 'guest', outcome, 1);
  end if;
end $$;
