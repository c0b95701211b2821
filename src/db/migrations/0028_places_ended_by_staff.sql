-- Staff may give up a place or a place in line for whoever asks them to, and say why.
alter table enrolment drop constraint enrolment_why_ended_check;
alter table enrolment add constraint enrolment_why_ended_check
  check (why_ended in ('left', 'refused', 'expired', 'over', 'cancelled', 'moved', 'staff'));
-- In the words of staff, which may tell of her: kept with her place, not in the log.
alter table enrolment
  add column end_reason text check (end_reason <> '' and length(end_reason) <= 300),
  add check (end_reason is null or why_ended = 'staff');
