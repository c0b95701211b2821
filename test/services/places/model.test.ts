import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { inTransaction } from '../../../src/db/pool';
import { dateIn } from '../../../src/domain/calendar';
import { tendOffers, usualTerms } from '../../../src/services/offers';
import type { EnrolResult } from '../../../src/services/placesDesk';
import { cancelSession, moveSession } from '../../../src/services/sessions';
import { freshDatabase } from '../../setup/database';
import { classId, importProgramme, imports, now, only, timeZone, turn } from '../programme';
import { type Change, ModelOfAClass } from './model';

// MODEL_STEPS=10000 npx jest test/services/places/model takes about two minutes.
const STEPS = Number(process.env.MODEL_STEPS ?? 300);
const STEPS_A_RUN = 60;
const PEOPLE = 12;

let pool: Pool;
let people: { talk: string; id: string }[];
beforeAll(async () => {
  ({ pool } = await freshDatabase({ max: 8 }));
  await importProgramme(pool);
  await pool.query(HISTORY);
  const { rows } = await pool.query<{ talk: string; id: string }>(
    `with one as (insert into person (first_names, last_names, registered_at) select 'Ana', 'Ruiz ' || n, now()
                  from generate_series(1, $1::integer) n returning id)
     insert into conversation (channel, person_id) select 'web', id from one returning id as talk, person_id as id`,
    [PEOPLE],
  );
  people = rows;
});

// Every writer holds the class, so that the numbers of the lines are the order in which the changes were made.
const HISTORY = `
  create table history (
    seq bigint generated always as identity, tx xid8 not null default pg_current_xact_id(), class uuid not null, person uuid,
    was text, now text, company integer not null default 0, newcomer boolean not null default false, why text,
    capacity integer);
  create index history_class on history (class, seq);
  create function note_place() returns trigger language plpgsql as $$
  begin
    insert into history (class, person, was, now, company, newcomer, why)
      values (new.class_id, new.person_id, case tg_op when 'UPDATE' then old.status end, new.status,
              new.children + new.older + new.disabled, new.newcomer, new.why_ended);
    return null;
  end $$;
  create trigger note_place after insert or update of status on enrolment for each row execute function note_place();
  create function note_capacity() returns trigger language plpgsql as $$
  begin
    insert into history (class, capacity) values (new.id, new.capacity);
    return null;
  end $$;
  create trigger note_capacity after update of capacity on class for each row
    when (old.capacity <> new.capacity) execute function note_capacity();`;

type Step =
  | { does: 'enrol' | 'join'; who: number; children: number; older: number }
  | { does: 'leave' | 'refuse'; who: number }
  | { does: 'expire' }
  | { does: 'move' | 'cancel'; which: number; hours: number }
  | { does: 'resize'; capacity: number };

const who = fc.nat(PEOPLE - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record({
      does: fc.constantFrom('enrol' as const, 'join' as const, 'join' as const),
      who,
      children: fc.constantFrom(0, 0, 0, 1, 2),
      older: fc.constantFrom(0, 0, 1),
    }),
  },
  { weight: 4, arbitrary: fc.record({ does: fc.constantFrom('leave' as const, 'refuse' as const), who }) },
  { weight: 1, arbitrary: fc.constant<Step>({ does: 'expire' }) },
  {
    weight: 1,
    arbitrary: fc.record({
      does: fc.constantFrom('move' as const, 'cancel' as const),
      which: fc.nat(7),
      hours: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('resize' as const), capacity: fc.integer({ min: 1, max: 5 }) }),
  },
);
/** Steps of one round are done at once; then time passes. */
const rounds = fc.array(
  fc.record({ steps: fc.array(step, { minLength: 1, maxLength: 6 }), hours: fc.constantFrom(0, 0, 1, 5, 25) }),
  { minLength: STEPS_A_RUN / 4, maxLength: STEPS_A_RUN / 2 },
);
const klass = fc.record({
  capacity: fc.integer({ min: 1, max: 4 }),
  carePlaces: fc.option(fc.integer({ min: 1, max: 3 })),
  newcomersFirst: fc.boolean(),
});

test('places, offers and waitlists go as in a simple model, whoever comes at the same time', async () => {
  let done = 0;
  await fc.assert(
    fc.asyncProperty(klass, rounds, async (traits, plan) => {
      done += await follow(traits, plan);
    }),
    {
      numRuns: Math.ceil(STEPS / STEPS_A_RUN),
      ...(process.env.MODEL_SEED && { seed: Number(process.env.MODEL_SEED) }),
    },
  );
  if (process.env.MODEL_STEPS) console.info(`${done} steps were taken.`);
}, 600_000);

type Traits = { capacity: number; carePlaces: number | null; newcomersFirst: boolean };
type World = { code: string; id: string; traits: Traits; model: ModelOfAClass; seen: number };

async function follow(traits: Traits, plan: { steps: Step[]; hours: number }[]): Promise<number> {
  const code = `M-${randomUUID().slice(0, 8)}`;
  await importClass(code, traits, traits.capacity);
  const model = new ModelOfAClass(traits.capacity, traits.carePlaces, traits.newcomersFirst);
  const world: World = { code, id: await classId(pool, code), traits, model, seen: 0 };
  let at = now;
  let steps = 0;
  for (const { steps: wanted, hours } of plan) {
    const round = eachOnce(wanted);
    const from = world.seen;
    const results = await Promise.all(round.map((one) => take(one, world, at)));
    const changes = await learn(world);
    for (const [n, one] of round.entries()) check(one, results[n], { world, changes, between: [from, world.seen] });
    expect(model.faults).toEqual([]);
    steps += round.length;
    at = new Date(at.getTime() + hours * 3_600_000);
  }
  await checkTold(world);
  await inTransaction(pool, (db) => db.query('update class set cancelled_at = now() where id = $1', [world.id]));
  return steps;
}

/** In one round nobody does two things at once, and time runs out once. */
function eachOnce(steps: Step[]): Step[] {
  const key = (one: Step) => ('who' in one ? `p${one.who}` : one.does);
  return [...new Map(steps.map((one) => [key(one), one])).values()];
}

function take(one: Step, { code, id, traits }: World, at: Date): Promise<unknown> {
  const talk = 'who' in one ? (people[one.who]?.talk ?? '') : '';
  switch (one.does) {
    case 'enrol':
    case 'join': {
      const company = { children: one.children, older: one.older, disabled: 0 };
      return turn(pool, talk, (desk) => desk.enrol(id, { company, orWait: one.does === 'join' }), { now: at });
    }
    case 'leave':
    case 'refuse':
      return turn(pool, talk, (desk) => desk.leave(id, one.does === 'refuse' ? 'refused' : 'left'), { now: at });
    case 'expire':
      return tendOffers(pool, { now: at, today: dateIn(timeZone, at), terms: usualTerms });
    case 'move':
    case 'cancel':
      return changeSession(one, id, at);
    case 'resize':
      return importClass(code, traits, one.capacity).catch(() => 'refused');
  }
}

const term = '2025-02-03,2025-11-28';
function importClass(code: string, { carePlaces, newcomersFirst }: Traits, capacity: number): Promise<number> {
  const header = 'code,service,site,name,capacity,starts_on,ends_on,slots,instructors,rules,care_places';
  const rules = newcomersFirst ? 'newcomers_first' : '';
  const row = `${code},YOGA,MAN-02,Taller,${capacity},${term},fri 08:00-10:00,INS-015,${rules},${carePlaces ?? ''}`;
  return imports(pool, 'classes', `${header}\n${row}`);
}

async function changeSession(one: Step & { does: 'move' | 'cancel' }, id: string, at: Date): Promise<unknown> {
  const { rows } = await pool.query<{ id: string; at: Date }>(
    `select id, starts_at as at from session where class_id = $1 and starts_at > $2 order by starts_at limit 8`,
    [id, at],
  );
  const chosen = rows[one.which];
  if (!chosen) return undefined;
  const by = { kind: 'staff', actor: 'test', channel: 'test' } as const;
  return inTransaction(pool, (db) =>
    one.does === 'cancel'
      ? cancelSession(db, { sessionId: chosen.id }, by, at)
      : moveSession(
          db,
          { sessionId: chosen.id, startsAt: new Date(chosen.at.getTime() + one.hours * 3_600_000) },
          by,
          at,
        ),
  );
}

/** Puts what has happened since to the model, a transaction at a time. */
async function learn(world: World): Promise<Change[]> {
  const { rows } = await pool.query<Change>(
    'select seq::integer, tx::text, person, was, now, company, newcomer, why, capacity from history where class = $1 and seq > $2 order by seq',
    [world.id, world.seen],
  );
  const transactions: Change[][] = [];
  for (const change of rows) {
    const last = transactions.at(-1);
    if (last?.[0]?.tx === change.tx) last.push(change);
    else transactions.push([change]);
  }
  for (const changes of transactions) world.model.takeIn(changes);
  world.seen = rows.at(-1)?.seq ?? world.seen;
  return rows;
}

type Seen = { world: World; changes: Change[]; between: [number, number] };

/** What she was told is what happened. */
function check(one: Step, result: unknown, { world, changes, between }: Seen): void {
  if (!('who' in one)) return;
  const person = people[one.who]?.id;
  const hers = changes.filter((change) => change.person === person);
  const came = (to: string) => hers.some((change) => change.now === to);
  if (!('children' in one)) {
    // An offer that ran out at the same time was not ended by her.
    expect(result).toEqual({ ok: hers.some(({ why }) => why === 'left' || why === 'refused') });
    return;
  }
  const told = result as EnrolResult;
  const company = one.children + one.older;
  const { model, traits } = world;
  if (told.ok) {
    expect(came('enrolled')).toBe(told.kind === 'enrolled');
    if (told.kind === 'waiting') expect(told.place).toBeGreaterThan(0);
    return;
  }
  expect(came('enrolled')).toBe(false);
  if (told.why === 'full') expect(model.lacked('place', company, between)).toBe(true);
  else if (told.why === 'care_full')
    expect(company > (traits.carePlaces ?? 0) || model.lacked('care', company, between)).toBe(true);
  else expect([told.why, model.stands(person ?? '')]).toEqual(['already', 'enrolled']);
}

/** Everybody who waits is told her place in line; whoever is offered one has a notice of it, and nobody else. */
async function checkTold({ id, model }: World): Promise<void> {
  const { rows: line } = await pool.query<{ person: string }>(
    'select person_id as person from waiting_line($1) order by place',
    [id],
  );
  expect(line.map(({ person }) => person)).toEqual(model.waiting());
  const { rows } = await pool.query<{ offers: number; told: number }>(
    `select (select count(*)::integer from history where class = $1 and now = 'offered') as offers,
            (select count(*)::integer from notice where script = 'placeOffer' and known ->> 'classId' = $1::text) as told`,
    [id],
  );
  const { offers, told } = only(rows);
  expect(told).toBe(offers);
  const { rows: stale } = await pool.query(
    `select n.key from notice n join session s on n.about = 'session:' || s.id
     where s.class_id = $1 and n.ended_at is null and s.status = 'cancelled' and n.script <> 'sessionCancelled'
       and n.key not like 'colleagueNews:cancelled:%'`,
    [id],
  );
  expect(stale).toEqual([]);
}
