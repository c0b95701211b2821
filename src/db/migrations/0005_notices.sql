-- What we tell people of our own accord, and when: a row due later. When its time has come it goes into the inbox of
-- the one it is for, and a turn puts it into words: in order with what she writes, in her language, as things are then.
-- known holds ids and numbers only, never what a person said.
create table notice (
  id              bigint generated always as identity primary key,
  key             text not null unique check (key <> ''),
  person_id       uuid references person,
  conversation_id uuid references conversation,
  script          text not null,
  known           json not null default '{}',
  about           text,
  due_at          timestamptz not null,
  planned_at      timestamptz not null default now(),
  ended_at        timestamptz,
  outcome         text check (outcome in ('filed', 'dropped', 'nobody')),
  check ((person_id is null) <> (conversation_id is null)),
  check ((ended_at is null) = (outcome is null))
);
create index notice_due on notice (due_at) where ended_at is null;
create index notice_about on notice (about) where ended_at is null;

create index conversation_person on conversation (person_id) where person_id is not null;
