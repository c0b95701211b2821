import type { Delivery, WhyUnsent } from '../domain/delivery';
import type { Db } from './pool';

/** A message that has not left, or has not arrived, and why. What it says, and to whom, is left out. */
export type UnsentMessage = {
  outboxId: string;
  filedAt: Date;
  status: Delivery;
  why: WhyUnsent;
  code: number | null;
  task: string | null;
  template: string | null;
};

/** The messages filed since then that have not left or arrived for a reason of their own, the oldest first. At most 1,000. */
export async function unsentMessages(db: Db, since: Date): Promise<UnsentMessage[]> {
  const { rows } = await db.query<UnsentMessage>(
    `select id::text as "outboxId", created_at as "filedAt", status, why, error_code as code, task,
            body -> 'template' ->> 'name' as template
     from outbox
     where created_at >= $1 and why is not null and (unsent or status = 'failed')
     order by created_at, id
     limit 1000`,
    [since],
  );
  return rows;
}

/** Messages that left, of one task, site and category. `charged`: those that arrived and the provider does not give away. */
export type MessagesSent = {
  task: string | null;
  site: string | null;
  category: string | null;
  messages: number;
  charged: number;
};

/** Counts what left on WhatsApp in a time; of the site of whoever it was for. */
export async function messagesSent(db: Db, from: Date, until: Date): Promise<MessagesSent[]> {
  const { rows } = await db.query<MessagesSent>(
    `select o.task, s.code as site, o.category, count(*)::int as messages,
            (count(*) filter (where o.charged is not false and o.status in ('delivered', 'read', 'played')))::int as charged
     from outbox o
     left join conversation c on c.id = o.conversation_id
     left join person p on p.id = c.person_id
     left join site s on s.id = p.site_id
     where o.channel = 'whatsapp' and o.created_at >= $1 and o.created_at < $2
       and o.status in ('accepted', 'sent', 'delivered', 'read', 'played')
     group by o.task, s.code, o.category
     order by o.task nulls last, s.code nulls last, o.category nulls last`,
    [from, until],
  );
  return rows;
}

/** Counts what was brought to its end in a time: registrations, and places taken. */
export async function completed(
  db: Db,
  from: Date,
  until: Date,
): Promise<{ registrations: number; enrolments: number }> {
  const { rows } = await db.query<{ registrations: number; enrolments: number }>(
    `select (select count(*)::int from person where registered_at >= $1 and registered_at < $2) as registrations,
            (select count(*)::int from enrolment where enrolled_at >= $1 and enrolled_at < $2) as enrolments`,
    [from, until],
  );
  return rows[0] ?? { registrations: 0, enrolments: 0 };
}
