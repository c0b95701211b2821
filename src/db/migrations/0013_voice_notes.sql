-- What somebody said waits in the inbox until it has been written down: awaits says so, next_at is when it is worked as it
-- came, and held_until is how long the process that writes it down has. What comes after it waits with it.
alter table inbox
  add column awaits text check (awaits in ('transcript')),
  add column held_until timestamptz,
  add check (held_until is null or awaits is not null);
create index inbox_awaits on inbox (received_at) where awaits is not null and done_at is null;
