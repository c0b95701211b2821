import type { Pool } from 'pg';
import type { MarkGiven, RosterLine, SaveMarksResult } from '../../src/services/desk';
import { freshDatabase } from '../setup/database';
import { conversationOfPhone, importClassOf34, importProgramme, only, turn } from './programme';

export let pool: Pool;
/** The talk of the instructor of the class of 34, and her session of today. */
export let martha: string;
export let session: string;

/** Has the tests of a file go on in a class of 34 of their own, each with nobody marked. */
export function inAClassOf34(): void {
  beforeAll(async () => {
    ({ pool } = await freshDatabase({ max: 16 }));
    await importProgramme(pool);
    await importClassOf34(pool);
    martha = await conversationOfPhone(pool, '573009990002');
    const [first] = await turn(pool, martha, (desk) => desk.sessionsToday());
    session = first?.sessionId ?? '';
  });
  beforeEach(async () => {
    // Truncating passes by the trigger that keeps marks for ever.
    await pool.query('truncate mark');
  });
}

export function roster(): Promise<RosterLine[]> {
  return turn(pool, martha, (desk) => desk.roster(session));
}

export async function allOf(status: MarkGiven['status']): Promise<MarkGiven[]> {
  return (await roster()).map(({ personId }) => ({ personId, status }));
}

/** How many marks there are. */
export async function marks(): Promise<number> {
  const { rows } = await pool.query<{ count: number }>('select count(*)::integer as count from mark');
  return only(rows).count;
}

export function saves(
  given: MarkGiven[],
  message: { messageId?: string; now?: Date } = {},
  talk = martha,
): Promise<SaveMarksResult> {
  return turn(pool, talk, (desk) => desk.saveMarks(session, given), message);
}
