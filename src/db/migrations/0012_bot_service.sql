-- Conversations of Bot Framework's own channels, which come through Azure Bot Service. Their address is of the kind 'web':
-- the channel's name, its conversation and its user. What a reply has to be given with is kept as it came last.
alter table conversation drop constraint conversation_channel_check,
  add constraint conversation_channel_check check (channel in ('whatsapp', 'web', 'bot_service'));
alter table address drop constraint address_channel_check,
  add constraint address_channel_check check (channel in ('whatsapp', 'web', 'bot_service'));

create table bot_reference (
  address   text primary key,
  reference json not null,
  seen_at   timestamptz not null default now()
);
