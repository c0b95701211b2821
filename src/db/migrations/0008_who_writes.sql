-- Who writes: numbers and ids that change, addresses nobody is reached at, and what only a person can decide.

-- For staff to decide; subjects are conversations ('address_conflict': two of them came to share an address) or persons
-- ('near_match': they may be one). details never holds personal data.
create table review (
  id         bigint generated always as identity primary key,
  kind       text not null check (kind in ('address_conflict', 'near_match')),
  subjects   uuid[] not null check (cardinality(subjects) between 1 and 20),
  details    jsonb not null default '{}',
  opened_at  timestamptz not null default now(),
  status     text not null default 'open' check (status in ('open', 'decided')),
  decision   text check (decision <> ''),
  decided_by text,
  decided_at timestamptz,
  check (status = case when decided_at is null then 'open' else 'decided' end),
  check ((decided_at is null) = (decision is null) and (decided_at is null) = (decided_by is null))
);
create unique index review_open on review (kind, subjects) where status = 'open';

-- Opens a review unless one of the same subjects is open.
create function open_review(of_kind text, of_subjects uuid[], of_details jsonb) returns void language sql as $$
  insert into review (kind, subjects, details)
    select of_kind, array_agg(distinct subject order by subject), of_details from unnest(of_subjects) as subject
    on conflict (kind, subjects) where status = 'open' do nothing
$$;

-- Since when the proof of who writes no longer holds: her number or her device has changed. Null: it holds.
alter table conversation add column proof_needed_at timestamptz;

-- Since when nobody is reached at an address, and the provider's code for why; she is reached again once she writes.
alter table address
  add column undeliverable_at timestamptz,
  add column undeliverable_code integer,
  add check ((undeliverable_at is null) = (undeliverable_code is null));
create index address_undeliverable on address (undeliverable_at) where undeliverable_at is not null and revoked_at is null;
-- A message may have been long under way when its writer's id changed.
create index address_former on address (value) where kind = 'bsuid' and revoked_at is not null;

-- Gives a phone to the conversation of the one who writes from it. Where staff knew somebody by it who has never written,
-- this is her: the conversation becomes hers and gets what waits for her. Where somebody else has written from it, whose
-- the number is cannot be told from here: nothing is merged.
create function take_phone(of_channel text, of_phone text, taker uuid, is_known boolean) returns void language plpgsql as $$
declare
  before address;
  taken bigint;
  owner conversation;
begin
  select * into before from address
    where channel = of_channel and kind = 'phone' and value = of_phone and revoked_at is null;
  if before.conversation_id = taker then return; end if;
  update address set revoked_at = now() where id = before.id;
  insert into address (conversation_id, channel, kind, value) values (taker, of_channel, 'phone', of_phone)
    returning id into taken;
  if before.id is null then return; end if;
  select * into owner from conversation where id = before.conversation_id;
  if owner.last_inbound_at is null
    and not exists (select from address where conversation_id = owner.id and kind <> 'phone')
    and not exists (select from inbox where conversation_id = owner.id and done_at is null
                                        and message_id not like 'notice:%') then
    insert into person_address (person_id, address_id, since)
      select person_id, taken, since from person_address where address_id = before.id;
    update conversation set person_id = owner.person_id where id = taker and person_id is null;
    update inbox set conversation_id = taker where conversation_id = owner.id and done_at is null;
    update outbox set conversation_id = taker where conversation_id = owner.id and unsent;
    if owner.person_id is null or exists (select from conversation where id = taker and person_id = owner.person_id) then
      return;
    end if;
  end if;
  if is_known then
    perform open_review('address_conflict', array[taker, owner.id], '{"by": "phone"}');
  end if;
end $$;

-- As before, and: two addresses of one message that belong to two conversations are told to staff; the id decides. An id
-- is never given to another person: a message that was long under way under a former one is its owner's, and what phone
-- she had then is hers no more.
create or replace function conversation_of(
  of_channel text, of_bsuid text, of_parent_bsuid text, of_phone text, of_web text
) returns uuid language plpgsql as $$
declare
  found uuid;
  parent_owner uuid;
  phone_owner uuid;
  was_known boolean;
begin
  perform pg_advisory_xact_lock(7302117);
  select conversation_id into found from address
    where channel = of_channel and revoked_at is null and (kind, value) in (('bsuid', of_bsuid), ('web', of_web));
  if found is null and of_bsuid is not null then
    select conversation_id into found from address
      where channel = of_channel and revoked_at is not null and kind = 'bsuid' and value = of_bsuid
      order by id desc limit 1;
    if found is not null then return found; end if;
  end if;
  select conversation_id into parent_owner from address
    where channel = of_channel and revoked_at is null and kind = 'parent_bsuid' and value = of_parent_bsuid;
  if found is null then
    found := parent_owner;
  elsif parent_owner <> found then
    update address set revoked_at = now()
      where channel = of_channel and revoked_at is null and kind = 'parent_bsuid' and value = of_parent_bsuid;
    perform open_review('address_conflict', array[found, parent_owner], '{"by": "parent_bsuid"}');
  end if;
  was_known := found is not null;
  select conversation_id into phone_owner from address
    where channel = of_channel and revoked_at is null and kind = 'phone' and value = of_phone;
  if found is null and not exists (
    select from address where conversation_id = phone_owner and kind = 'bsuid' and revoked_at is null and value <> of_bsuid
  ) then
    found := phone_owner;
  end if;
  if found is null then
    insert into conversation (channel) values (of_channel) returning id into found;
  end if;
  if of_phone is not null and (of_bsuid is not null or of_parent_bsuid is not null) then
    update address set revoked_at = now()
      where conversation_id = found and kind = 'phone' and revoked_at is null and value <> of_phone;
    perform take_phone(of_channel, of_phone, found, was_known);
  end if;
  insert into address (conversation_id, channel, kind, value)
    select found, of_channel, kind, value
    from (values ('bsuid', of_bsuid), ('parent_bsuid', of_parent_bsuid), ('phone', of_phone), ('web', of_web)) as given (kind, value)
    where value is not null
    on conflict (channel, kind, value) where revoked_at is null do nothing;
  return found;
end $$;

-- Takes in that somebody is known by other addresses from now on (new ones given), or writes from another device (none).
-- What she was known by is hers no more, and what was proved through it has to be proved again. If her first message under
-- the new ones came before this, it has begun a talk of its own: that is this one's, unless somebody has registered in it.
-- Gives what was done: 'moved', 'device', 'repeated' (it has been taken in before), 'unknown' (nobody we know), or 'busy':
-- nothing, because a turn is under way there; whoever is new waits for the lock above, so it is not held meanwhile.
create function change_addresses(
  of_channel text, of_message text, happened timestamptz,
  old_bsuid text, old_parent_bsuid text, old_phone text, new_bsuid text, new_parent_bsuid text, new_phone text
) returns text language plpgsql as $$
declare
  mover uuid;
  newcomer uuid;
  outcome text := case when coalesce(new_bsuid, new_parent_bsuid, new_phone) is null then 'device' else 'moved' end;
begin
  perform pg_advisory_xact_lock(7302117);
  if exists (select from inbox where channel = of_channel and message_id = of_message) then return 'repeated'; end if;
  select conversation_id into mover from address
    where channel = of_channel and revoked_at is null
      and (kind, value) in (('bsuid', old_bsuid), ('parent_bsuid', old_parent_bsuid))
    order by kind limit 1;
  if mover is null then
    -- By the phone alone, unless it is by now the phone of another id: then it has changed hands.
    select conversation_id into mover from address was
      where channel = of_channel and revoked_at is null and kind = 'phone' and value = old_phone
        and not exists (select from address id where id.conversation_id = was.conversation_id and id.revoked_at is null
                                                 and id.kind = 'bsuid' and id.value <> old_bsuid);
  end if;
  if mover is null then return 'unknown'; end if;
  select conversation_id into newcomer from address
    where channel = of_channel and revoked_at is null
      and (kind, value) in (('bsuid', new_bsuid), ('parent_bsuid', new_parent_bsuid))
    order by kind limit 1;
  if (select count(*) from (select from conversation where id in (mover, newcomer) for no key update skip locked) as free)
     < (select count(*) from conversation where id in (mover, newcomer)) then
    return 'busy';
  end if;
  if outcome = 'moved' then
    perform move_talk(of_channel, mover, newcomer, array[new_bsuid, new_parent_bsuid, new_phone]);
  end if;
  update conversation set proof_needed_at = now() where id = mover;
  insert into inbox (channel, message_id, conversation_id, sent_at, done_at, outcome)
    values (of_channel, of_message, mover, happened, now(), 'done');
  insert into audit (actor, action, object_kind, object_id, channel)
    values ('channel', outcome, 'conversation', mover::text, of_channel);
  return outcome;
end $$;

-- The part of the above that moves: new_values are the new business-scoped id, parent id and phone, null where not told.
create function move_talk(of_channel text, mover uuid, newcomer uuid, new_values text[]) returns void language plpgsql as $$
begin
  update address set revoked_at = now()
    where conversation_id = mover and revoked_at is null and value <> all (array_remove(new_values, null));
  if newcomer <> mover then
    if exists (select from conversation where id = newcomer and person_id is not null) then
      perform open_review('address_conflict', array[mover, newcomer], '{"by": "change"}');
      return;
    end if;
    -- Whoever is just filing a message under the new addresses ends first; who comes after finds them moved.
    lock table inbox in share mode;
    update address set conversation_id = mover where conversation_id = newcomer and revoked_at is null;
    update inbox set conversation_id = mover where conversation_id = newcomer and done_at is null;
    update outbox set conversation_id = mover where conversation_id = newcomer and unsent;
  end if;
  if new_values[3] is not null then
    perform take_phone(of_channel, new_values[3], mover, true);
  end if;
  insert into address (conversation_id, channel, kind, value)
    select mover, of_channel, kind, value
    from (values ('bsuid', new_values[1]), ('parent_bsuid', new_values[2])) as given (kind, value)
    where value is not null
    on conflict (channel, kind, value) where revoked_at is null do nothing;
  -- Whoever wrote through what she had writes through what she has.
  insert into person_address (person_id, address_id)
    select distinct known.person_id, now_hers.id
    from address was
    join person_address known on known.address_id = was.id
    join address now_hers on now_hers.conversation_id = mover and now_hers.revoked_at is null
    where was.conversation_id = mover
    on conflict do nothing;
end $$;

-- Statuses without our tag of messages whose provider's id we did not know yet; kept for some minutes.
create table orphan_status (
  id          bigint generated always as identity primary key,
  provider_id text not null,
  status      text not null,
  error_code  integer,
  told_at     timestamptz not null,
  received_at timestamptz not null default now(),
  unique (provider_id, status)
);

-- For counting what the provider has taken and never said to have sent. Small, and out of the way of updates in place.
create index outbox_created on outbox using brin (created_at) with (pages_per_range = 32, autosummarize = on);
