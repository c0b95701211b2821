-- A talk goes on elsewhere: by a code given in one conversation and written in another, both are hers.
create table handover (
  id                bigint generated always as identity primary key,
  code_hash         bytea not null,
  from_conversation uuid not null references conversation,
  issued_at         timestamptz not null,
  expires_at        timestamptz not null,
  used_at           timestamptz,
  used_by           uuid references conversation,
  check ((used_at is null) = (used_by is null))
);
create unique index handover_open on handover (code_hash) where used_at is null;
create index handover_from on handover (from_conversation, issued_at);

-- Codes that were none: whoever guesses is stopped.
create table handover_miss (
  conversation_id uuid not null references conversation,
  at              timestamptz not null
);
create index handover_miss_conversation on handover_miss (conversation_id, at);

-- Takes over the talk that a code was given in: its place moves, and where one of the two was somebody's, both are. Two
-- that are of different people stay as they are, and staff look at it.
create function take_over(of_hash bytea, taker uuid, at timestamptz, out outcome text, out state json, out locale text)
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
  -- Her leave to keep her data goes along with what she was answering.
  update consent set conversation_id = taker where conversation_id = source.id and person_id is null;
  insert into person_address (person_id, address_id)
    select owner, a.id from address a
    where a.conversation_id in (source.id, taker) and a.revoked_at is null and owner is not null
    on conflict do nothing;
  outcome := 'taken';
end $$;
