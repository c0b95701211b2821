import { setTimeout } from 'node:timers/promises';
import type { Address, AddressChange, AddressKind } from '../domain/talk';
import type { Db } from './pool';

/** What was done about it; `repeated`: it had been taken in before; `unknown`: it is of nobody we know. */
export type AddressChanged = 'moved' | 'device' | 'repeated' | 'unknown';

/**
 * Takes in that somebody is known by other addresses from now on, or writes from another device; once, however often it
 * comes. Her talk, her person and her enrolments stay; what her old address proved has to be proved again.
 */
export async function changeAddresses(db: Db, change: AddressChange): Promise<AddressChanged> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const outcome = await tryChange(db, change);
    if (outcome !== 'busy') return outcome;
    await setTimeout(PAUSE_MS);
  }
  throw new Error('Somebody’s addresses could not be changed: a turn of hers never ended.');
}
// Far longer than a turn.
const MOST_TRIES = 80;
const PAUSE_MS = 50;

async function tryChange(db: Db, change: AddressChange): Promise<AddressChanged | 'busy'> {
  const { channel, messageId, at, from, to } = change;
  const { rows } = await db.query<{ outcome: AddressChanged | 'busy' }>({
    name: 'address-change',
    text: 'select change_addresses($1, $2, to_timestamp($3::float8 / 1000), $4, $5, $6, $7, $8, $9) as outcome',
    values: [channel, messageId, at, ...valuesOf(from), ...valuesOf(to)],
  });
  return rows[0]?.outcome ?? 'unknown';
}

function valuesOf(list: Address[]): (string | null)[] {
  return KINDS.map((kind) => list.find((address) => address.kind === kind)?.value ?? null);
}

const KINDS: AddressKind[] = ['bsuid', 'parent_bsuid', 'phone'];
