import type { Pool } from 'pg';
import type { AcceptedMessage } from '../../src/channels/whatsapp/simulator/ledger';
import { addDays } from '../../src/domain/calendar';
import { exportFile } from '../../src/services/exports/exportFile';
import { monthOfMessages } from '../../src/services/messageCost';
import { createVault } from '../../src/services/vault';
import { dataKey } from '../chaos/environment';
import { messages } from '../chaos/messages';
import { type Finding, none } from '../chaos/verdict';
import { firstDay, timeZone } from './city';
import type { Scene } from './week';

/** Everything that must be so at the end of the week. */
export async function findings(scene: Scene): Promise<Finding[]> {
  const { pool, phones } = scene;
  return [
    ...(await messages(pool, phones.all())),
    ...(await kept(pool)),
    none('log', 'faults that the service has logged', scene.complaints),
    ...breaches(scene),
    none('people', 'people told of a place that they have not', await placesNotHad(scene)),
    none('people', 'people told that they are registered, who are not', await notRegistered(scene)),
    ...(await attendance(scene)),
    ...(await money(scene)),
  ];
}

/** What the database shows by itself. */
async function kept(pool: Pool): Promise<Finding[]> {
  return [
    none('order', 'messages worked before an older one', await keys(pool, OVERTAKEN)),
    none('order', 'turns that say more than one thing', await keys(pool, TALKATIVE)),
    none('outbox', 'messages that have not left, without a reason', await keys(pool, UNEXPLAINED)),
    none('people', 'people registered twice', await keys(pool, TWICE)),
    none('people', 'words of danger that were kept', await keys(pool, DANGER_KEPT)),
    none('places', 'classes with more people than places', await keys(pool, OVERSOLD)),
    none('places', 'offers that ran out and still stand', await keys(pool, OFFERS_LEFT)),
    none('notices', 'notices whose time has come, neither told nor dropped', await keys(pool, NOTICES_LEFT)),
    none('notices', 'reminders that were never planned', await keys(pool, NEVER_PLANNED)),
  ];
}

async function keys(pool: Pool, query: string): Promise<string[]> {
  const { rows } = await pool.query<{ key: string }>(query);
  return rows.map(({ key }) => key);
}

const OVERTAKEN = `
  with seen as (
    select i.conversation_id, i.sent_at, i.seq, i.received_at as came, done.began as worked
    from inbox i join observed done on done.seq = i.seq and done.what = 'done'
    where i.message_id not like 'notice:%'
  )
  select older.seq || ' after ' || younger.seq as key
  from seen older join seen younger using (conversation_id)
  where (older.sent_at, older.seq) < (younger.sent_at, younger.seq)
    and older.came < younger.worked - interval '250 milliseconds' and older.worked > younger.worked`;
// A turn works all that waits: what it files and what it has done bear its transaction's time.
const TALKATIVE = `
  select turn_id || ': ' || count(*) as key from outbox
  where body ->> 'file' is null
  group by turn_id, conversation_id, created_at
  having count(*) > (select count(*) from inbox i where i.conversation_id = outbox.conversation_id and i.done_at = outbox.created_at)`;
const UNEXPLAINED = `
  select id || ' ' || status as key from outbox
  where why is null and (status = 'failed' or unsent and (next_at <= now() or status <> 'waiting'))`;
const TWICE = `
  select first_names || ' ' || last_names as key from person where registered_at is not null group by 1 having count(*) > 1`;
// What caregivers write in the week when they are in danger.
const DANGER_KEPT = `
  select 'inbox ' || seq as key from inbox where body::text ~ 'me pega|no quiero vivir'
  union all select 'conversation ' || id from conversation where state::text ~ 'me pega|no quiero vivir'
  union all select 'outbox ' || id from outbox where body::text ~ 'me pega|no quiero vivir'
  union all select 'audit ' || id from audit where details::text ~ 'me pega|no quiero vivir'`;
const OVERSOLD = `select code as key from class where places_taken(id) > capacity`;
const OFFERS_LEFT = `select id::text as key from enrolment where status = 'offered' and offered_until < now() - interval '10 minutes'`;
const NOTICES_LEFT = `
  select key || ' ' || due_at as key from notice
  where ended_at is null and due_at < now() - interval '10 minutes'
    and (urgent or (now() at time zone '${timeZone}')::time between '07:10' and '20:00')`;
const NEVER_PLANNED = `
  select s.id || ' ' || before.hours || ' ' || e.person_id as key
  from (values (24), (2)) as before (hours)
  join session s on s.status = 'planned'
  join enrolment e on e.class_id = s.class_id and e.status = 'enrolled'
  join person p on p.id = e.person_id and p.reminders_refused_at is null
  where s.starts_at - make_interval(hours => before.hours) between (select began from town_time) and now()
    and e.enrolled_at < s.starts_at - make_interval(hours => before.hours) - interval '15 minutes'
    and not exists (select from notice n where n.script = 'reminder' and n.person_id = e.person_id
                    and n.about = 'session:' || s.id and (n.known ->> 'hours')::integer = before.hours)`;

/** What people saw that they should not have, and what Meta was made to refuse. */
function breaches({ standIn }: Scene): Finding[] {
  const { counts, latest } = standIn.invariants();
  const { accepted } = standIn.ledger();
  const says = {
    window: 'free words after the window had closed',
    pairPace: 'messages to one person faster than Meta allows',
    numberPace: 'messages faster than Meta allows the number',
    order: 'second messages while the first was under way',
    double: 'messages that arrived twice',
    webhookLost: 'webhooks that were never taken',
  };
  return Object.entries(says).map(([invariant, text]) => {
    const found = counts[invariant as keyof typeof counts];
    const examples = latest
      .filter((one) => one.invariant === invariant)
      .slice(0, 5)
      .map(({ at, message }) => `${new Date(at).toISOString()} ${history(accepted, message)}`);
    return { invariant: 'meta', says: text, found, most: 0, ...(examples.length > 0 && { examples }) };
  });
}

// When the message left, each time it did, and when what was told of it came to be.
function history(accepted: AcceptedMessage[], order: number | undefined): string {
  const tag = accepted.find((one) => one.order === order)?.tag;
  const copies = accepted.filter((one) => one.tag === tag && (tag !== undefined || one.order === order));
  const [first] = copies;
  const since = (at: number) => `+${at - (first?.at ?? 0)} ms`;
  return copies
    .map(({ at, history: told }) => [since(at), ...told.map((one) => `${one.status} ${since(one.at)}`)].join(', '))
    .join('; again ');
}

// Whom a message never reached does not know that she has left a class.
async function placesNotHad({ pool, people, standIn }: Scene): Promise<string[]> {
  const { rows } = await pool.query<{ name: string; document: string }>(
    `select c.name, p.last_names as document from enrolment e
     join class c on c.id = e.class_id join person p on p.id = e.person_id where e.status = 'enrolled'`,
  );
  const had = new Set(rows.map(({ name, document }) => `${document} ${name}`));
  return people.caregivers
    .filter(({ isShared, phone }) => !isShared && standIn.threads.byId(phone.person.id)?.lost.length === 0)
    .flatMap(({ last, places }) =>
      [...places].flatMap((name) => (had.has(`${last} ${name}`) ? [] : `${last} ${name}`)),
    );
}

async function notRegistered({ pool, people }: Scene): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    'select last_names as name from person where registered_at is not null',
  );
  const names = new Set(rows.map(({ name }) => name));
  return people.caregivers
    .filter(({ registered, isShared, last }) => registered && !isShared && !names.has(last))
    .map(({ last }) => last);
}

const states = { present: 'asistió', late: 'llegó tarde', excused: 'excusa', absent: 'faltó', unmarked: '' };

/** The export holds the marks that the instructors meant, of every meeting of which it is known. */
async function attendance({ pool, people }: Scene): Promise<Finding[]> {
  const filter = { from: firstDay, to: addDays(firstDay, 6) };
  const tools = { vault: createVault(dataKey), timeZone, by: { actor: 'test', channel: 'test' } };
  const pieces: string[] = [];
  for await (const piece of exportFile(pool, { kind: 'attendance', format: 'csv', filter }, tools))
    pieces.push(String(piece));
  const exported = new Map<string, string>();
  const [header = [], ...lines] = pieces
    .join('')
    .replace('\ufeff', '')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const cell = (line: string[], name: string) => line[header.indexOf(name)] ?? '';
  for (const line of lines) {
    const who = `${cell(line, 'nombres')} ${cell(line, 'apellidos')}`.trim();
    exported.set([cell(line, 'codigo_clase'), cell(line, 'fecha'), who].join(' '), cell(line, 'estado_asistencia'));
  }
  const meetings = people.instructors.flatMap((one) => one.meetings).filter(({ unsure }) => !unsure);
  const wrong = meetings.flatMap(({ of, day, meant }) =>
    [...meant].flatMap(([who, status]) => {
      const is = exported.get([of.code, day, who].join(' '));
      return is === states[status] ? [] : `${of.code} ${day} ${who}: ${is}, meant ${status}`;
    }),
  );
  const marked = [...exported.values()].filter((state) => state !== '').length;
  const meant = meetings.reduce((sum, one) => sum + one.meant.size, 0);
  const known = new Set(meetings.filter(({ saved }) => saved === 0).map(({ of, day }) => `${of.code} ${day}`));
  const unmeant = [...exported].flatMap(([key, state]) =>
    state !== '' && known.has(key.split(' ').slice(0, 2).join(' ')) ? key : [],
  );
  return [
    none('marks', `exported marks that were not meant (of ${meant} meant, ${marked} exported)`, wrong),
    none('marks', 'exported marks of meetings that nobody marked', unmeant),
  ];
}

/** The meter counts what Meta bills. */
async function money({ pool, standIn }: Scene): Promise<Finding[]> {
  const { rates } = standIn.prices;
  const {
    service = 0,
    utility = 0,
    marketing = 0,
    authentication = 0,
  } = rates.find(({ country }) => country === 'CO') ?? {};
  const prices = { currency: standIn.prices.currency, of: { service, utility, marketing, authentication } };
  const meter = await monthOfMessages(pool, firstDay.slice(0, 7), { timeZone, prices });
  const { bill, totals } = standIn.ledger();
  const cents = (amount: number) => Math.round(amount * 10_000);
  // What arrived twice is paid for twice, and we have it once.
  const doubles = totals.doubled * service;
  const differs = Math.abs(meter.cost - bill.amount) > doubles + 1e-9;
  return [
    none(
      'money',
      `the meter tells ${meter.cost.toFixed(4)} ${prices.currency}, Meta bills ${bill.amount.toFixed(4)}`,
      differs ? [`they differ by ${cents(meter.cost - bill.amount)} ten-thousandths`] : [],
    ),
  ];
}
