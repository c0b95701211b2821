-- Every message that leaves is accounted for: when it may leave, why it has not, what it was said for and what it costs.

-- priority: 0 an answer; what we say of our own accord is 1 where it cannot wait for the morning, else 2.
-- task: the script it was said in. as_template: in free words it has been refused, 24 hours after her last message.
-- why: why it has not left, or has not arrived. On a waiting row what it waits for, where that is neither its turn nor
-- its next try; on an unknown row that only a status or an operator can settle it; on a failed row what ended it.
-- category: what the provider charges it as; charged: whether it does. Null: it has not said.
alter table outbox
  add column priority    smallint not null default 0 check (priority between 0 and 2),
  add column task        text,
  add column as_template boolean not null default false,
  add column why         text check (why in ('window_closed', 'quiet_hours', 'pair_limit', 'expired', 'no_address', 'refused',
                                             'template_refused', 'given_up', 'faulty', 'unconfirmed')),
  add column category    text,
  add column charged     boolean;
update outbox set why = 'refused' where status = 'failed';

-- What is due, the most pressing first; without what waits for her, a status or an operator.
drop index outbox_due;
create index outbox_due on outbox (channel, priority, next_at)
  where unsent and lease_until is null and next_at < 'infinity';
create index outbox_held on outbox (id) where why = 'window_closed';

-- urgent: told at night too.
alter table notice add column urgent boolean not null default false;
create index notice_urgent on notice (due_at) where ended_at is null and urgent;
