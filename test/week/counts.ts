import type { Pool } from 'pg';
import type { Scene } from './week';

/** How much there was of everything. */
export function counts({ standIn, phones, people, restarts, began, time }: Scene): Record<string, number> {
  const { totals, bill } = standIn.ledger();
  const meetings = people.instructors.flatMap((one) => one.meetings);
  const sum = (numbers: number[]) => numbers.reduce((all, each) => all + each, 0);
  const { counts: breaches } = standIn.invariants();
  return {
    'people with a phone': phones.all().length,
    'messages of people': sum(phones.all().map(({ sent }) => sent.length)),
    'messages sent': totals.accepted,
    'posts refused or lost': totals.refused,
    'messages delivered': sum(Object.values(bill.messages)),
    'USD spent': Math.round(bill.amount * 10_000) / 10_000,
    'people told that they are registered': people.caregivers.filter(({ registered }) => registered).length,
    'places people were told of': sum(people.caregivers.map(({ places }) => places.size)),
    'meetings held': meetings.filter(({ endsAt }) => endsAt < time.now()).length,
    'meetings marked': meetings.filter(({ saved }) => saved > 0).length,
    'meetings whose marks nobody can know': meetings.filter(({ unsure }) => unsure).length,
    'replies that nobody saw within ten minutes': sum(phones.all().map(({ unanswered }) => unanswered)),
    'restarts of the service': restarts,
    ...Object.fromEntries(Object.entries(breaches).map(([name, count]) => [`stand-in: ${name}`, count])),
    'seconds it took': Math.round((Date.now() - time.skew() - began) / 1000),
  };
}

/** What the service did in the week, as its tables tell. */
export async function happened(pool: Pool): Promise<Record<string, number>> {
  const { rows } = await pool.query<{ what: string; count: number }>(HAPPENED);
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]));
}

const HAPPENED = `
  select 'people registered in the chat' as what, count(*)::integer from audit where action = 'register' and channel = 'whatsapp'
  union all select 'places taken from a waiting list', count(*)::integer from enrolment where status = 'enrolled' and line is not null
  union all select 'places ended: ' || why_ended, count(*)::integer from enrolment where why_ended is not null group by why_ended
  union all select 'notices of ' || script || ': ' || coalesce(outcome, 'planned'), count(*)::integer
    from notice group by script, outcome
  union all select 'sent as a template', count(*)::integer from outbox where category = 'utility' and not unsent
  union all select 'not sent: ' || why, count(*)::integer from outbox where why is not null group by why
  union all select 'marks', count(*)::integer from mark
  union all select 'marks taken back', count(*)::integer from mark where undoes is not null
  order by 1`;
