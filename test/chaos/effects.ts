import type { Pool } from 'pg';
import type { Talker } from './talker';
import { type Finding, none } from './verdict';

/** I1 and I2 by what is true of people in the end: each effect of each message once, and what everybody was told is so. */
export async function effects(pool: Pool, talkers: Talker[]): Promise<Finding[]> {
  const facts = await factsByPhone(pool);
  const known = talkers.filter(({ isPatient, wrong, truth }) => isPatient && wrong.length === 0 && !truth.waits);
  return [
    none(
      'I1',
      'people whose data are not what they were told',
      known.flatMap((one) => differs(one, facts.get(one.phone))),
    ),
    none('I1', 'lists that are not as they were marked', await marksThatDiffer(pool, known)),
    none('I1', 'people registered twice', await keys(pool, TWICE)),
    none('I1', 'classes with more people than places', await keys(pool, OVERSOLD)),
    none('I2', 'conversations whose version is not their messages', await keys(pool, VERSIONS)),
    none(
      'I2',
      'replies that were not the ones due',
      talkers.flatMap(({ name, wrong }) => wrong.map((what) => `${name}: ${what}`)),
    ),
  ];
}

/** What the database holds of everybody who has a phone, by phone. */
export async function factsByPhone(pool: Pool): Promise<Map<string, Fact>> {
  const { rows } = await pool.query<Fact>(FACTS);
  return new Map(rows.map((row) => [row.phone, row]));
}

/** `registrations`: how often she was written down as registered; `taken`: how many places she ever took. */
export type Fact = {
  phone: string;
  registered: boolean;
  registrations: number;
  consents: number;
  places: string[];
  taken: number;
  messages: number;
  replies: number;
};

const FACTS = `
  select a.value as phone, p.registered_at is not null as registered,
         (select count(*)::integer from audit where actor_id = p.id and action = 'register') as registrations,
         (select count(*)::integer from consent where conversation_id = c.id) as consents,
         (select coalesce(array_agg(class_id::text), '{}') from enrolment where person_id = p.id and status = 'enrolled') as places,
         (select count(*)::integer from enrolment where person_id = p.id) as taken,
         (select count(*)::integer from inbox where conversation_id = c.id) as messages,
         (select count(*)::integer from outbox where conversation_id = c.id) as replies
  from address a
  join conversation c on c.id = a.conversation_id
  left join person p on p.id = c.person_id
  where a.kind = 'phone'`;

function differs({ name, truth, sent }: Talker, fact: Fact | undefined): string[] {
  if (!fact) return sent.length > 0 ? [`${name} is unknown`] : [];
  const places = [...truth.places].sort().join();
  const wanted: [string, unknown, unknown][] = [
    ['registered', fact.registered, truth.registered],
    ['registrations', fact.registrations, truth.registered ? 1 : 0],
    ['consents', fact.consents, truth.consents],
    ['places', fact.places.toSorted().join(), places],
    ['taken', fact.taken, truth.taken],
    ['messages', fact.messages, sent.length],
    ['replies', fact.replies, sent.length],
  ];
  return wanted.flatMap(([what, is, should]) => (is === should ? [] : [`${name}: ${what} ${is}, told ${should}`]));
}

async function marksThatDiffer(pool: Pool, talkers: Talker[]): Promise<string[]> {
  const broken: string[] = [];
  for (const { name, phone, truth } of talkers) {
    if (truth.marks.size === 0) continue;
    const { rows } = await pool.query<{ number: number; status: string; revision: number; written: number }>(MARKS, [
      phone,
    ]);
    for (const { number, status, revision, written } of rows) {
      const mark = truth.marks.get(number);
      if (mark?.status !== status || mark.revision !== revision || revision !== written)
        broken.push(`${name} ${number}: ${status} ${revision} of ${written}, told ${mark?.status} ${mark?.revision}`);
    }
    if (rows.length !== truth.marks.size) broken.push(`${name}: ${rows.length} on the list, told ${truth.marks.size}`);
  }
  return broken;
}

const MARKS = `
  select r.number, r.status, r.revision,
         (select count(*)::integer from mark where session_id = s.id and person_id = r.person_id) as written
  from address a
  join conversation c on c.id = a.conversation_id
  join instructor i on i.person_id = c.person_id
  join class_instructor ci on ci.instructor_id = i.id
  join session s on s.class_id = ci.class_id
  cross join lateral roster(s.id) as r
  where a.value = $1 and exists (select from mark where session_id = s.id)`;

async function keys(pool: Pool, query: string): Promise<string[]> {
  const { rows } = await pool.query<{ key: string }>(query);
  return rows.map(({ key }) => key);
}

const TWICE = `
  select first_names || ' ' || last_names as key from person where registered_at is not null
  group by 1 having count(*) > 1`;
const OVERSOLD = `select code as key from class where places_taken(id) > capacity`;
const VERSIONS = `
  select c.id::text as key from conversation c
  where c.version <> (select count(*) from inbox i where i.conversation_id = c.id and i.outcome = 'done')`;
