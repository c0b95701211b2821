-- Several people on one phone, and how an instructor proves that it is she who writes.

-- shared: several people are known to write here; asks_who: whoever begins a talk anew is asked who she is;
-- proven_until: until when the one it is of has proved that, where that must be proved.
alter table conversation
  add column shared boolean not null default false,
  add column asks_who boolean not null default false,
  add column proven_until timestamptz;

create index person_address_address on person_address (address_id);

-- Everybody known to write in a conversation.
create function people_of(of_conversation uuid) returns table (person_id uuid) language sql stable as $$
  select pa.person_id
  from address a join person_address pa on pa.address_id = a.id
  where a.conversation_id = of_conversation and a.revoked_at is null
  union
  select c.person_id from conversation c where c.id = of_conversation and c.person_id is not null
$$;

update conversation set shared = true, asks_who = true
  where id in (select a.conversation_id from address a join person_address pa on pa.address_id = a.id
               where a.revoked_at is null group by 1 having count(distinct pa.person_id) > 1);

-- Whoever links a second person to a phone, a registration or an import, makes it a shared one.
create function share_conversation() returns trigger language plpgsql as $$
begin
  update conversation c set shared = true, asks_who = true
    from address a
    where a.id = new.address_id and a.revoked_at is null and c.id = a.conversation_id and not c.shared
      and (select count(*) from people_of(c.id)) > 1;
  return null;
end $$;
create trigger person_address_shared after insert on person_address for each row execute function share_conversation();

-- What one of them has proved proves nothing of another.
create function forget_proof() returns trigger language plpgsql as $$
begin
  new.proven_until := null;
  return new;
end $$;
create trigger conversation_other_person before update of person_id on conversation
  for each row when (new.person_id is distinct from old.person_id) execute function forget_proof();

-- Makes a conversation the talk of one of those who write in it, or of somebody new (null). Gives whether that could be.
create function speak_as(of_conversation uuid, speaker uuid) returns boolean language plpgsql as $$
begin
  update conversation set person_id = speaker, asks_who = shared or speaker is null
    where id = of_conversation and (speaker is null or exists (select from people_of(of_conversation) p where p.person_id = speaker));
  return found;
end $$;

-- Whether it is known that somebody herself writes: her phone is hers alone and has not changed, or she has proved it.
create function is_proven(of_conversation uuid, of_person uuid, at timestamptz) returns boolean language sql stable as $$
  select coalesce(
    (select case when c.shared or c.proof_needed_at is not null
                 then c.person_id is not distinct from of_person and coalesce(c.proven_until > at, false)
                 else true end
     from conversation c where c.id = of_conversation), true)
$$;

-- Who writes has proved who she is: on a phone of her own for good, on a shared one for half a day.
create function prove(of_conversation uuid, of_person uuid, at timestamptz) returns void language plpgsql as $$
begin
  insert into person_address (person_id, address_id)
    select of_person, a.id from address a where a.conversation_id = of_conversation and a.revoked_at is null
    on conflict do nothing;
  update conversation set person_id = of_person where id = of_conversation and person_id is distinct from of_person;
  update conversation set proof_needed_at = null, proven_until = case when shared then at + interval '12 hours' end
    where id = of_conversation;
end $$;

-- A number only she knows; kept as a hash that takes long to make and needs the installation's key.
create table pin (
  person_id    uuid primary key references person,
  hash         bytea not null,
  salt         bytea not null,
  chosen_at    timestamptz not null,
  failures     smallint not null default 0,
  locked_until timestamptz
);

-- Codes that let somebody in once: given by staff to an instructor ('entry'), or sent to the phone she is known by, to be
-- written on a new one ('link', good in one conversation only).
create table entry_code (
  id              bigint generated always as identity primary key,
  kind            text not null check (kind in ('entry', 'link')),
  code_hash       bytea not null,
  person_id       uuid not null references person,
  conversation_id uuid references conversation,
  issued_by       text not null,
  issued_at       timestamptz not null,
  expires_at      timestamptz not null,
  used_at         timestamptz,
  used_by         uuid references conversation,
  check ((kind = 'link') = (conversation_id is not null)),
  check ((used_at is null) = (used_by is null))
);
create index entry_code_open on entry_code (code_hash) where used_at is null;
create index entry_code_person on entry_code (person_id, issued_at);

-- Uses a code; whoever tries five that are none within an hour is stopped. Gives the person it lets in.
create function use_code(of_kind text, of_hash bytea, user_conversation uuid, at timestamptz, out outcome text, out person uuid)
language plpgsql as $$
declare
  given entry_code;
begin
  if (select count(*) from handover_miss m where m.conversation_id = user_conversation and m.at > use_code.at - interval '1 hour') >= 5 then
    outcome := 'too_many';
    return;
  end if;
  select * into given from entry_code e
    where e.code_hash = of_hash and e.used_at is null and e.kind = of_kind and e.expires_at > at
      and (e.conversation_id is null or e.conversation_id = user_conversation)
    order by e.id desc limit 1 for update;
  if given.id is null then
    insert into handover_miss values (user_conversation, at);
    outcome := 'wrong';
    return;
  end if;
  update entry_code set used_at = at, used_by = user_conversation where id = given.id;
  insert into audit (actor_id, actor, action, object_kind, object_id, channel)
    select given.person_id, 'person', of_kind || '_code_used', 'conversation', user_conversation::text, c.channel
    from conversation c where c.id = user_conversation;
  person := given.person_id;
  outcome := 'used';
end $$;

-- As before, and: where several people write, or a number has changed, only whoever has proved who she is.
create or replace function write_marks(
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
  elsif not is_proven(conversation, actor, sent) then
    outcome := 'unproven';
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

drop function add_guest(uuid, uuid, uuid, text, text, timestamptz);
create function add_guest(of_session uuid, guest uuid, actor uuid, conversation uuid, via text, message text, sent timestamptz, out outcome text)
language plpgsql as $$
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
    insert into session_guest (session_id, person_id, added_by, channel, message_id)
    values (of_session, guest, actor, via, message)
    on conflict do nothing;
    outcome := 'added';
  end if;
  if outcome in ('not_yours', 'closed', 'unproven') then
    perform log_marking(of_session, actor, via, 'guest_refused', outcome, 0);
  elsif outcome = 'added' then
    perform log_marking(of_session, actor, via, 'guest', outcome, 1);
  end if;
end $$;

-- As before, and: a talk that needs a proof goes on elsewhere needing one.
create or replace function take_over(of_hash bytea, taker uuid, at timestamptz, out outcome text, out state json, out locale text)
language plpgsql as $$
declare
  given handover;
  source conversation;
  target conversation;
  owner uuid;
begin
  if (select count(*) from handover_miss m where m.conversation_id = taker and m.at > take_over.at - interval '1 hour') >= 5 then
    outcome := 'too_many';
    return;
  end if;
  select * into given from handover h where h.code_hash = of_hash and h.used_at is null for update;
  if given.id is null or given.expires_at <= at then
    insert into handover_miss values (taker, at);
    outcome := 'unknown';
    return;
  end if;
  if given.from_conversation = taker then
    outcome := 'same';
    return;
  end if;
  select * into source from conversation where id = given.from_conversation for no key update;
  select * into target from conversation where id = taker;
  if source.person_id <> target.person_id then
    perform open_review('near_match', array[source.person_id, target.person_id], '{"by": "handover"}');
    outcome := 'other_person';
    return;
  end if;
  update handover set used_at = at, used_by = taker where id = given.id;
  owner := coalesce(source.person_id, target.person_id);
  state := source.state;
  locale := source.locale;
  update conversation set state = '{}', turn_id = gen_random_uuid(), person_id = owner where id = source.id;
  update conversation set person_id = owner where id = taker and person_id is null;
  -- What she has to prove there she has to prove here.
  if source.shared or source.proof_needed_at is not null then
    update conversation set proof_needed_at = at where id = taker and proof_needed_at is null;
  end if;
  -- Her leave to keep her data goes along with what she was answering.
  update consent set conversation_id = taker where conversation_id = source.id and person_id is null;
  insert into person_address (person_id, address_id)
    select owner, a.id from address a
    where a.conversation_id in (source.id, taker) and a.revoked_at is null and owner is not null
    on conflict do nothing;
  outcome := 'taken';
end $$;
