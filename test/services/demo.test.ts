import type { Pool } from 'pg';
import { demoPhones, loadDemo } from '../../src/services/demo';
import { freshDatabase } from '../setup/database';
import { conversationOfPhone, timeZone, turn, vault } from './programme';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase());
});

async function count(of: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(`select count(*)::integer as count from ${of}`);
  return rows[0]?.count ?? 0;
}

async function todaysList(now: Date) {
  const instructor = await conversationOfPhone(pool, demoPhones.instructor);
  return turn(
    pool,
    instructor,
    async (desk) => {
      const sessions = await desk.sessionsToday();
      return { sessions, roster: await desk.roster(sessions[0]?.sessionId ?? '') };
    },
    { now },
  );
}

test('the demo is a city: all its blocks, a dozen services, some thirty classes, invented people', async () => {
  await expect(loadDemo(pool, vault, { today: '2025-03-04', timeZone })).resolves.toBe(true);
  await expect(count('site')).resolves.toBe(27);
  await expect(count('service')).resolves.toBeGreaterThanOrEqual(12);
  await expect(count('class')).resolves.toBeGreaterThanOrEqual(30);
  await expect(count('person')).resolves.toBeGreaterThan(200);
  await expect(count(`session where starts_at < '2025-03-04'`)).resolves.toBeGreaterThan(100);
  await expect(count(`session where starts_at > '2025-03-05'`)).resolves.toBeGreaterThan(200);
  // San José, a Monday.
  await expect(count(`session where starts_at::date = '2025-03-24'`)).resolves.toBe(0);
  await expect(count('mark')).resolves.toBe(0);
});

test('the caregiver of the demo is not registered, and somewhere one place is left and somewhere none', async () => {
  await loadDemo(pool, vault, { today: '2025-03-04', timeZone });
  await expect(count(`address where value = '${demoPhones.caregiver}'`)).resolves.toBe(0);
  const { rows } = await pool.query<{ free: number }>('select capacity - places_taken(id) as free from class');
  const free = rows.map((row) => row.free);
  expect(free).toContain(0);
  expect(free).toContain(1);
  expect(Math.min(...free)).toBe(0);
});

// Each day of a week, a holiday on a Monday, Christmas and a leap day.
test.each([
  '2025-03-03',
  '2025-03-04',
  '2025-03-05',
  '2025-03-06',
  '2025-03-07',
  '2025-03-08',
  '2025-03-09',
  '2025-03-24',
  '2025-12-25',
  '2028-02-29',
])('on %s the instructor has one class, of 34, two of them called Rosa', async (today) => {
  await loadDemo(pool, vault, { today, timeZone });
  const { sessions, roster } = await todaysList(new Date(`${today}T15:00:00-05:00`));
  expect(sessions).toMatchObject([{ className: 'Yoga', site: 'El Porvenir', enrolled: 34, marked: 0 }]);
  expect(roster.filter(({ firstNames }) => firstNames.startsWith('Rosa'))).toHaveLength(2);
  const { rows } = await pool.query<{ number: number }>(
    `select s.number from session s join class c on c.id = s.class_id where c.code = 'MAN-YOGA-01' order by starts_at`,
  );
  expect(rows.map(({ number }) => number)).toEqual(rows.map((_, at) => at + 1));
});

test('loaded again it changes nothing; on another day it gives the instructor her class', async () => {
  await loadDemo(pool, vault, { today: '2025-03-04', timeZone });
  const before = [await count('person'), await count('session'), await count('enrolment')];
  await expect(loadDemo(pool, vault, { today: '2025-03-04', timeZone })).resolves.toBe(false);
  expect([await count('person'), await count('session'), await count('enrolment')]).toEqual(before);
  await expect(loadDemo(pool, vault, { today: '2025-03-05', timeZone })).resolves.toBe(false);
  const { sessions } = await todaysList(new Date('2025-03-05T15:00:00-05:00'));
  expect(sessions).toMatchObject([{ className: 'Yoga', enrolled: 34 }]);
});

test('two processes that start at once load it once', async () => {
  const day = { today: '2025-03-04', timeZone };
  const loaded = await Promise.all([loadDemo(pool, vault, day), loadDemo(pool, vault, day)]);
  expect(loaded.sort()).toEqual([false, true]);
  await expect(count('site')).resolves.toBe(27);
});
