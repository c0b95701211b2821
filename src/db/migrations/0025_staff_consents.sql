-- A consent given on paper or in a call is of no conversation: message_id says where the proof is, answer who gave it (she
-- herself or her representative), and its wording is on the paper.
alter table consent
  alter column conversation_id drop not null,
  alter column text_version drop not null,
  alter column text_hash drop not null,
  alter column locale drop not null,
  add check ((channel in ('paper', 'call')) = (conversation_id is null)),
  add check (conversation_id is not null or person_id is not null),
  add check (conversation_id is null or text_version is not null and text_hash is not null and locale is not null);
