-- The transcript of a web conversation: her messages in the inbox and our replies in the outbox, in one order. A reader
-- who has seen up to a position (her watermark) must never miss a row that comes in below it later.

-- The last position given in each web conversation. A position is given under the lock of this row, which is let go
-- only by the commit: whoever gets the next one has waited until the one before was there for everybody to see (or was
-- taken back). A sequence would not do: a turn that took 7 may commit after the message that took 8. The row is not the
-- conversation's own, because that is locked for as long as a turn takes, and messages come in meanwhile; this one is
-- locked for one statement, the last of its transaction but the commit.
create table transcript (
  conversation_id uuid primary key,
  last            bigint not null
) with (fillfactor = 50);

alter table inbox add column position bigint;
alter table outbox add column position bigint;
create unique index inbox_position on inbox (conversation_id, position) where position is not null;
create unique index outbox_position on outbox (conversation_id, position) where position is not null;

create function next_position(of_conversation uuid) returns bigint language sql as $$
  insert into transcript as it (conversation_id, last) values (of_conversation, 1)
    on conflict (conversation_id) do update set last = it.last + 1
    returning last
$$;

-- Before the row is written, and so also for a message that turns out to have been accepted before: that leaves a gap,
-- which nobody minds. The messages are worked in the order of sent_at: on the web it is this clock's, under the lock, so
-- that no two processes have to agree on the time.
create function heard_on_the_web() returns trigger language plpgsql as $$
begin
  new.position := next_position(new.conversation_id);
  new.sent_at := clock_timestamp();
  return new;
end $$;

-- What we tell of our own accord comes by the inbox too, but is no message of hers.
create trigger inbox_transcript before insert on inbox for each row
  when (new.channel = 'web' and new.body ->> 'kind' is distinct from 'notice') execute function heard_on_the_web();

-- A reply on the web is where it belongs as soon as it is committed: nobody posts it, so it waits for nobody.
-- 'delivered' says that it has been written to a socket or read.
create function told_on_the_web() returns trigger language plpgsql as $$
begin
  new.position := next_position(new.conversation_id);
  new.status := 'accepted';
  new.attempts := 0;
  new.lease_until := null;
  return new;
end $$;
create trigger outbox_transcript before insert on outbox for each row
  when (new.channel = 'web') execute function told_on_the_web();

-- Word of an opened stream: each opens one socket, at whichever process.
create table spent_ticket (
  id         uuid primary key,
  expires_at timestamptz not null
);
create index spent_ticket_expiry on spent_ticket (expires_at);
