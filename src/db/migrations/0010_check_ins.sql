-- Who says she is in class, by the code its instructor shows. A claim, not a mark: the instructor sees it and marks.
-- What was refused is kept too, with why, so that she sees who tried; code_minute is the minute the code was of.
create table check_in (
  id              bigint generated always as identity primary key,
  session_id      uuid not null references session,
  person_id       uuid not null references person,
  outcome         text not null check (outcome in ('claimed', 'expired', 'wrong', 'not_listed')),
  code_minute     bigint,
  conversation_id uuid references conversation,
  channel         text not null,
  message_id      text not null,
  sent_at         timestamptz not null,
  received_at     timestamptz not null,
  created_at      timestamptz not null default now(),
  check ((outcome = 'wrong') = (code_minute is null))
);
create unique index check_in_claimed on check_in (session_id, person_id) where outcome = 'claimed';
create unique index check_in_message on check_in (channel, message_id);
create index check_in_tried on check_in (person_id, sent_at);
create trigger check_in_append_only before update or delete on check_in for each row execute function refuse_change();
