-- Since when no reminders are wanted in a conversation, whoever writes there; a person's own wish is hers.
alter table conversation add column reminders_refused_at timestamptz;
