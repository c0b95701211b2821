import type { Pool } from 'pg';
import { freshDatabase } from '../setup/database';
import { classId, conversation, crowd, importProgramme, imports, only, registered, turn } from './programme';

let pool: Pool;
let yoga: string;
beforeAll(async () => {
  ({ pool } = await freshDatabase({ max: 16 }));
  await importProgramme(pool);
  yoga = await classId(pool, 'MAN-YOGA-01');
});

const classesHeader = 'code,service,site,name,capacity,starts_on,ends_on,slots,instructors';
let classes = 0;
async function newClass(capacity: number): Promise<string> {
  classes += 1;
  const code = `MAN-T-${classes}`;
  await imports(
    pool,
    'classes',
    `${classesHeader}\n${code},YOGA,MAN-02,Taller,${capacity},2025-02-03,2025-06-30,fri 08:00-10:00,INS-015`,
  );
  return classId(pool, code);
}

async function enrolled(classIdOf: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::integer as count from enrolment where class_id = $1 and status = 'enrolled'`,
    [classIdOf],
  );
  return only(rows).count;
}

/** So many registered people, written at once. */
async function people(howMany: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `with one as (insert into person (first_names, last_names, registered_at) select 'Ana', 'Ruiz ' || n, now() from generate_series(1, $1::integer) n returning id)
     insert into conversation (channel, person_id) select 'web', id from one returning id`,
    [howMany],
  );
  return rows.map((row) => row.id);
}

test('the sites are there for anybody, by name', async () => {
  const sites = await turn(pool, await conversation(pool), (desk) => desk.sites());
  expect(sites).toEqual([
    {
      id: expect.any(String),
      code: 'MAN-01',
      name: 'El Porvenir',
      locality: 'Bosa',
      address: 'CDC El Porvenir, Carrera 100',
      latitude: 4.6428,
      longitude: -74.1884,
    },
    { id: expect.any(String), code: 'MAN-02', name: 'Manitas', locality: 'Ciudad Bolívar' },
  ]);
});

test('the classes of a site are those that have not ended, the one that meets soonest first', async () => {
  const offers = await turn(pool, await conversation(pool), async (desk) => {
    const site = (await desk.sites()).find(({ code }) => code === 'MAN-01');
    return desk.classesAt(site?.id ?? '');
  });
  // It is nine on a Tuesday: yoga of eight has begun, rumba is at two.
  expect(offers.map(({ name }) => name)).toEqual(['Rumba', 'Yoga suave']);
  expect(offers[1]).toEqual({
    id: yoga,
    name: 'Yoga suave',
    service: 'Yoga',
    siteId: expect.any(String),
    site: 'El Porvenir',
    address: 'CDC El Porvenir, Carrera 100',
    slots: [
      { weekday: 2, starts: '08:00', ends: '10:00' },
      { weekday: 4, starts: '08:00', ends: '10:00' },
    ],
    startsOn: '2025-02-03',
    endsOn: '2025-06-30',
    capacity: 20,
    free: expect.any(Number),
    waiting: 0,
  });
});

test('a place taken is told with the places left and the next meeting', async () => {
  const mine = await registered(pool);
  const result = await turn(pool, mine, (desk) => desk.enrol(yoga));
  expect(result).toEqual({
    ok: true,
    kind: 'enrolled',
    offer: expect.objectContaining({ id: yoga, name: 'Yoga suave', capacity: 20, free: 19 }),
    next: { startsAt: '2025-03-06T13:00:00.000Z' },
  });
});

test('she registers and takes a place in one turn', async () => {
  const mine = await conversation(pool);
  const result = await turn(pool, mine, async (desk) => {
    await desk.keepConsent({ given: true, textVersion: '1', text: 't', locale: 'es', answer: 'sí' });
    const [site] = await desk.sites();
    await desk.register({ names: { first: 'Eva', last: 'Gil' }, document: { type: 'OTRO' }, siteId: site?.id ?? '' });
    return desk.enrol(yoga);
  });
  expect(result.ok).toBe(true);
});

test('every refusal has its reason', async () => {
  const stranger = await conversation(pool);
  const mine = await registered(pool);
  const ended = await classId(pool, 'MAN-YOGA-02');
  const full = await newClass(1);
  await turn(pool, await registered(pool), (desk) => desk.enrol(full));
  const enrol = (talk: string, id: string) => turn(pool, talk, (desk) => desk.enrol(id));
  await expect(enrol(stranger, yoga)).resolves.toEqual({ ok: false, why: 'not_registered' });
  await expect(enrol(mine, ended)).resolves.toEqual({ ok: false, why: 'over' });
  await expect(enrol(mine, full)).resolves.toEqual({ ok: false, why: 'full' });
  await expect(enrol(mine, stranger)).resolves.toEqual({ ok: false, why: 'unknown_class' });
  await expect(enrol(mine, yoga)).resolves.toMatchObject({ ok: true });
  await expect(enrol(mine, yoga)).resolves.toEqual({ ok: false, why: 'already' });
});

test('an instructor who has not registered has no place to take', async () => {
  const { rows } = await pool.query<{ id: string }>(
    'select id from conversation where person_id in (select person_id from instructor) limit 1',
  );
  await expect(turn(pool, only(rows).id, (desk) => desk.enrol(yoga))).resolves.toEqual({
    ok: false,
    why: 'not_registered',
  });
});

test('of 500 who want 20 places at once, exactly 20 get one', async () => {
  const wanted = await newClass(20);
  const talks = await people(500);
  const results = await crowd(talks, (talk) => turn(pool, talk, (desk) => desk.enrol(wanted)));
  expect(results.filter((result) => result.ok)).toHaveLength(20);
  expect(results.filter((result) => !result.ok && result.why === 'full')).toHaveLength(480);
  await expect(enrolled(wanted)).resolves.toBe(20);
});

test('of 500 who want 20 places at once or wait for one, exactly 20 get one, and the others have 480 places in line', async () => {
  const wanted = await newClass(20);
  const talks = await people(500);
  const results = await crowd(talks, (talk) => turn(pool, talk, (desk) => desk.enrol(wanted, { orWait: true })));
  expect(results.filter((result) => result.ok && result.kind === 'enrolled')).toHaveLength(20);
  await expect(enrolled(wanted)).resolves.toBe(20);
  const places = results.flatMap((result) => (result.ok && result.kind === 'waiting' ? result.place : []));
  expect(places.sort((a, b) => a - b)).toEqual(Array.from({ length: 480 }, (_, n) => n + 1));
  // What each was told is where she stands.
  const told = new Map(talks.map((talk, n) => [talk, results[n]]));
  const { rows } = await pool.query<{ talk: string; place: number }>(
    'select c.id as talk, place from waiting_line($1) w join conversation c on c.person_id = w.person_id',
    [wanted],
  );
  for (const { talk, place } of rows) expect(told.get(talk)).toMatchObject({ kind: 'waiting', place });
});

test('one person who asks ten times at once has one place', async () => {
  const wanted = await newClass(20);
  const { rows } = await pool.query<{ id: string }>(
    `with one as (insert into person (first_names, last_names, registered_at) values ('Ana', 'Ruiz', now()) returning id)
     insert into conversation (channel, person_id) select 'web', id from one, generate_series(1, 10) returning id`,
  );
  const results = await Promise.all(rows.map(({ id }) => turn(pool, id, (desk) => desk.enrol(wanted))));
  expect(results.filter((result) => result.ok)).toHaveLength(1);
  await expect(enrolled(wanted)).resolves.toBe(1);
});

test('people who leave and enter at once never make a class fuller than it is', async () => {
  const wanted = await newClass(5);
  const talks = await people(40);
  await crowd(talks, async (talk) => {
    for (let round = 0; round < 4; round++) {
      const result = await turn(pool, talk, (desk) => desk.enrol(wanted));
      if (result.ok) expect(result.offer.free).toBeGreaterThanOrEqual(0);
      expect(await enrolled(wanted)).toBeLessThanOrEqual(5);
      if (result.ok) await turn(pool, talk, (desk) => desk.leave(wanted));
    }
  });
  await expect(enrolled(wanted)).resolves.toBe(0);
});

test('a place given back is free at once, and only once', async () => {
  const wanted = await newClass(1);
  const [mine, hers] = [await registered(pool), await registered(pool)];
  await turn(pool, mine, (desk) => desk.enrol(wanted));
  await expect(turn(pool, hers, (desk) => desk.enrol(wanted))).resolves.toEqual({ ok: false, why: 'full' });
  await expect(turn(pool, hers, (desk) => desk.leave(wanted))).resolves.toEqual({ ok: false });
  await expect(turn(pool, mine, (desk) => desk.leave(wanted))).resolves.toEqual({ ok: true });
  await expect(turn(pool, mine, (desk) => desk.leave(wanted))).resolves.toEqual({ ok: false });
  await expect(turn(pool, hers, (desk) => desk.enrol(wanted))).resolves.toMatchObject({ ok: true });
  await expect(turn(pool, mine, (desk) => desk.enrol(wanted))).resolves.toEqual({ ok: false, why: 'full' });
});

test('a place held by a turn that fails is free again', async () => {
  const wanted = await newClass(1);
  const failing = turn(pool, await registered(pool), async (desk) => {
    expect(await desk.enrol(wanted)).toMatchObject({ ok: true });
    throw new Error('later in the turn');
  });
  await expect(failing).rejects.toThrow('later in the turn');
  await expect(turn(pool, await registered(pool), (desk) => desk.enrol(wanted))).resolves.toMatchObject({ ok: true });
});

test('my classes tell what was held since I have my place, and what I came to', async () => {
  const wanted = await newClass(5);
  const mine = await registered(pool);
  // It is Tuesday 4 March; the class meets on Fridays.
  await turn(pool, mine, (desk) => desk.enrol(wanted), { now: new Date('2025-02-12T10:00:00-05:00') });
  await pool.query(
    `insert into mark (session_id, person_id, revision, status, marked_by, channel, sent_at, received_at)
     select s.id, c.person_id, 1, case extract(day from s.starts_at) when 14 then 'present' else 'absent' end, c.person_id, 'web', now(), now()
     from session s, conversation c
     where s.class_id = $1 and c.id = $2 and s.starts_at between '2025-02-13' and '2025-02-22'`,
    [wanted, mine],
  );
  const [first] = await turn(pool, mine, (desk) => desk.myClasses());
  expect(first).toEqual({
    classId: wanted,
    name: 'Taller',
    siteId: expect.any(String),
    site: 'Manitas',
    slots: [{ weekday: 5, starts: '08:00', ends: '10:00' }],
    startsOn: '2025-02-03',
    endsOn: '2025-06-30',
    status: 'enrolled',
    came: 1,
    sessions: 3,
    next: '2025-03-07T13:00:00.000Z',
    nextSessionId: expect.any(String),
    changes: [],
    isOver: false,
  });
  await turn(pool, mine, (desk) => desk.leave(wanted));
  await expect(turn(pool, mine, (desk) => desk.myClasses())).resolves.toEqual([]);
  await expect(turn(pool, await conversation(pool), (desk) => desk.myClasses())).resolves.toEqual([]);
});

test('a class made smaller than it is full has no free places, never fewer', async () => {
  const wanted = await newClass(3);
  for (const talk of await people(3)) await turn(pool, talk, (desk) => desk.enrol(wanted));
  await pool.query('update class set capacity = 1 where id = $1', [wanted]);
  const talk = await registered(pool);
  await expect(turn(pool, talk, (desk) => desk.enrol(wanted))).resolves.toEqual({ ok: false, why: 'full' });
  const { rows } = await pool.query<{ site_id: string }>('select site_id from class where id = $1', [wanted]);
  const offers = await turn(pool, talk, (desk) => desk.classesAt(only(rows).site_id));
  expect(offers.find(({ id }) => id === wanted)?.free).toBe(0);
});
