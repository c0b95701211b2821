-- Finds the conversation a set of addresses belongs to, or begins one, and links the addresses it did not know.
-- New addresses are taken one at a time (the advisory lock), so that two first messages of one person, arriving at
-- two processes, cannot begin two conversations. A business-scoped id decides over a phone: numbers are given to new
-- owners, so a phone that comes beside an id is from then on the phone of that id's conversation, and its only one.
create function conversation_of(
  of_channel text, of_bsuid text, of_parent_bsuid text, of_phone text, of_web text
) returns uuid language plpgsql as $$
declare
  found uuid;
  phone_owner uuid;
begin
  perform pg_advisory_xact_lock(7302117);
  select conversation_id into found from address
    where channel = of_channel and revoked_at is null
      and (kind, value) in (('bsuid', of_bsuid), ('parent_bsuid', of_parent_bsuid), ('web', of_web))
    order by kind limit 1;
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
      where channel = of_channel and kind = 'phone' and revoked_at is null
        and ((conversation_id = found and value <> of_phone) or (conversation_id <> found and value = of_phone));
  end if;
  insert into address (conversation_id, channel, kind, value)
    select found, of_channel, kind, value
    from (values ('bsuid', of_bsuid), ('parent_bsuid', of_parent_bsuid), ('phone', of_phone), ('web', of_web)) as given (kind, value)
    where value is not null
    on conflict (channel, kind, value) where revoked_at is null do nothing;
  return found;
end $$;
