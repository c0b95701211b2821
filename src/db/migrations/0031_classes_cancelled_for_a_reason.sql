-- Why staff have cancelled a class, in their words.
alter table class
  add column cancel_reason text check (cancel_reason <> '' and length(cancel_reason) <= 300),
  add check (cancel_reason is null or cancelled_at is not null);
