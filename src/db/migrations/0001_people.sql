-- Places, people, and how they reach us.

create table site (
  id        uuid primary key default gen_random_uuid(),
  code      text not null unique check (code <> ''),
  kind      text not null check (kind in ('block', 'bus', 'home')),
  name      text not null check (name <> ''),
  locality  text not null,
  address   text,
  latitude  double precision,
  longitude double precision
);

-- A person is not a phone number: addresses are separate, all optional. The document number is kept
-- encrypted (AES-256-GCM, the row's id as associated data) and found by a keyed hash.
create table person (
  id              uuid primary key default gen_random_uuid(),
  first_names     text not null check (first_names <> ''),
  last_names      text not null,
  document_type   text check (document_type in ('CC', 'CE', 'PPT', 'PEP', 'PA', 'TI', 'SC', 'OTRO')),
  document_cipher bytea,
  document_index  bytea,
  site_id         uuid references site,
  registered_at   timestamptz,
  created_at      timestamptz not null default now(),
  check ((document_cipher is null) = (document_index is null)),
  check (document_index is null or document_type is not null)
);
create unique index person_document on person (document_type, document_index) where document_index is not null;

create table instructor (
  id        uuid primary key default gen_random_uuid(),
  code      text not null unique check (code <> ''),
  entity    text not null,
  person_id uuid not null unique references person
);

-- One chat of one writer on one channel. The row's lock is the lock of the turn; turn_id is random, so that a
-- cached state can never be mistaken for a newer one. state is json, not jsonb: it is only ever read whole.
create table conversation (
  id              uuid primary key default gen_random_uuid(),
  channel         text not null check (channel in ('whatsapp', 'web')),
  person_id       uuid references person,
  locale          text,
  turn_id         uuid not null default gen_random_uuid(),
  state           json not null default '{}',
  version         bigint not null default 0,
  last_inbound_at timestamptz,
  created_at      timestamptz not null default now(),
  updated_at      timestamptz not null default now()
);

create table address (
  id              bigint generated always as identity primary key,
  conversation_id uuid not null references conversation,
  channel         text not null check (channel in ('whatsapp', 'web')),
  kind            text not null check (kind in ('phone', 'bsuid', 'parent_bsuid', 'web')),
  value           text not null check (value <> '' and length(value) <= 256),
  created_at      timestamptz not null default now(),
  revoked_at      timestamptz
);
create unique index address_in_use on address (channel, kind, value) where revoked_at is null;
create index address_conversation on address (conversation_id) where revoked_at is null;

-- Who may be writing through an address: several people can share a phone.
create table person_address (
  person_id  uuid not null references person,
  address_id bigint not null references address,
  since      timestamptz not null default now(),
  primary key (person_id, address_id)
);

-- The proof of consent (Ley 1581 of 2012, art. 9): which text, what was answered, when, through what.
create table consent (
  id              bigint generated always as identity primary key,
  conversation_id uuid not null references conversation,
  person_id       uuid references person,
  given           boolean not null,
  text_version    text not null,
  text_hash       text not null,
  locale          text not null,
  answer          text not null,
  channel         text not null,
  message_id      text not null,
  said_at         timestamptz not null,
  created_at      timestamptz not null default now()
);
create unique index consent_message on consent (conversation_id, message_id);

-- Somebody asked for a person; answered by staff.
create table help_request (
  id              bigint generated always as identity primary key,
  conversation_id uuid not null references conversation,
  person_id       uuid references person,
  asked_at        timestamptz not null default now(),
  script          text,
  question        text,
  closed_at       timestamptz
);
create unique index help_request_open on help_request (conversation_id) where closed_at is null;
