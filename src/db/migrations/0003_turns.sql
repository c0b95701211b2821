-- The inbox and the outbox: with conversation.state they are one commit a turn.

-- message_id is unique per channel, so the database, not a cache, refuses duplicates. No foreign key on
-- conversation_id: it would take a lock on the conversation row that a running turn holds.
create table inbox (
  seq             bigint generated always as identity primary key,
  channel         text not null,
  message_id      text not null check (length(message_id) <= 512),
  conversation_id uuid not null,
  sent_at         timestamptz not null,
  position        integer not null,
  body            json,
  received_at     timestamptz not null default now(),
  next_at         timestamptz not null default now(),
  attempts        smallint not null default 0,
  done_at         timestamptz,
  outcome         text check (outcome in ('done', 'parked')),
  unique (channel, message_id)
);
create index inbox_waiting on inbox (conversation_id, sent_at, position, seq) where done_at is null;
create index inbox_done on inbox (done_at) where done_at is not null;

-- Every message that leaves is a row first. waiting -> sending -> accepted -> sent -> delivered -> read;
-- unknown: the request may have arrived, a status with our tag decides; failed: error_code says why.
-- resend: 'harmless' (a repeated prompt) or 'costly' (never sent twice on a guess).
create table outbox (
  id              bigint generated always as identity primary key,
  conversation_id uuid not null,
  channel         text not null,
  turn_id         uuid not null,
  n               smallint not null,
  body            json,
  resend          text not null default 'harmless' check (resend in ('harmless', 'costly')),
  status          text not null default 'waiting'
                  check (status in ('waiting', 'sending', 'unknown', 'accepted', 'sent', 'delivered', 'read', 'played', 'failed')),
  attempts        smallint not null default 0,
  next_at         timestamptz not null default now(),
  lease_until     timestamptz,
  provider_id     text,
  error_code      integer,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now(),
  unique (turn_id, n)
) with (fillfactor = 70);
create index outbox_unsent on outbox (conversation_id, id) where status in ('waiting', 'sending', 'unknown');
create index outbox_provider on outbox (provider_id) where provider_id is not null;
