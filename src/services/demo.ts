import { readFile } from 'node:fs/promises';
import type { Pool } from 'pg';
import { noteOnce } from '../db/installation';
import { type Db, inTransaction } from '../db/pool';
import { addSession } from '../db/sessions';
import { addDays, instantOf, weekday } from '../domain/calendar';
import { projectFile } from '../projectFiles';
import type { ImportTools } from './imports/importer';
import { type ImportKind, importers } from './imports/importFile';
import type { Vault } from './vault';

/**
 * The people of the demo, as E.164 digits. The caregiver is not registered yet; the instructor has a class of 34 today; the
 * coordinator looks after its site.
 */
export const demoPhones = { caregiver: '573009990001', instructor: '573009990002', coordinator: '573009990003' };

const classOfToday = { code: 'MAN-YOGA-01', starts: '08:00', ends: '10:00' };

/**
 * Fills an empty installation with Bogotá's care blocks and invented classes and people, once; on later days it only
 * sees to it that the demo's instructor has her class. True: it was filled now.
 */
export async function loadDemo(pool: Pool, vault: Vault, day: { today: string; timeZone: string }): Promise<boolean> {
  const since = instantOf(day.timeZone, addDays(day.today, -60), '08:00');
  const tools = { vault, timeZone: day.timeZone, now: since, since, by: { actor: 'demo', channel: 'demo' } };
  return inTransaction(pool, async (db) => {
    const isFirst = await noteOnce(db, 'demo', day.today);
    if (isFirst) for (const kind of order) await importDemo(db, kind, day.today, tools);
    // Also on a holiday, and when the demo is started again on another day.
    await addSession(db, {
      classCode: classOfToday.code,
      startsAt: instantOf(day.timeZone, day.today, classOfToday.starts),
      endsAt: instantOf(day.timeZone, day.today, classOfToday.ends),
    });
    return isFirst;
  });
}

const order: ImportKind[] = ['sites', 'services', 'instructors', 'coordinators', 'classes', 'enrolments'];

async function importDemo(db: Db, kind: ImportKind, today: string, tools: ImportTools): Promise<void> {
  const file = projectFile('deployment', 'demo', `${kind}.csv`);
  const text = fillDates(await readFile(file, 'utf8'), today);
  const result = await importers[kind](db, Buffer.from(text), tools);
  if (!result.ok) throw new Error(`${file} does not import:\n${result.faults.join('\n')}`);
}

/** Puts dates where the demo's files say "{today+77}", and days of the week where they say "{day+3}". */
function fillDates(text: string, today: string): string {
  return text.replace(/\{(today|day)([+-]\d+)?\}/g, (_, what: string, days = '0') => {
    const date = addDays(today, Number(days));
    return what === 'today' ? date : (dayNames[weekday(date) - 1] ?? '');
  });
}

const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
