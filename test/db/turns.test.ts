import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';
import { acceptMessages } from '../../src/db/inbox';
import { inTransaction } from '../../src/db/pool';
import { beginTurn, leaveTurn } from '../../src/db/turns';
import { freshDatabase } from '../setup/database';
import { textFrom } from '../setup/inbound';

test('a turn that gets its lock as another commits knows who registered in that one', async () => {
  const { pool } = await freshDatabase({ pipeline: true });
  const { conversations } = await acceptMessages(pool, [textFrom('573001170001', 'hola')]);
  const [conversation = ''] = conversations;
  const person = randomUUID();
  await pool.query(`insert into person (id, first_names, last_names) values ($1, 'Rosa', 'Gil')`, [person]);
  await pool.query('update conversation set person_id = $2 where id = $1', [conversation, person]);
  // Whoever reads people takes half a second from here on: time for the other turn to commit before the lock is had.
  await pool.query('alter table person rename to people');
  await pool.query('create view person as select * from people where (select pg_sleep(0.5) is not null)');

  const [begun] = await Promise.all([
    heldAtLast(pool, conversation),
    inTransaction(pool, async (other) => {
      await other.query('update conversation set turn_id = gen_random_uuid() where id = $1', [conversation]);
      await other.query('update people set registered_at = now() where id = $1', [person]);
      isHeld = true;
      await pause(200);
    }),
  ]);
  expect(begun.held).toMatchObject({ person: { personId: person, registered: true } });
  expect(begun.waiting).toHaveLength(1);
});

let isHeld = false;

async function heldAtLast(pool: Pool, conversation: string) {
  while (!isHeld) await pause(5);
  for (;;) {
    const client = await pool.connect();
    const begun = await beginTurn(client, conversation, { cachedTurn: undefined, most: 10 });
    await leaveTurn(client);
    client.release();
    if (begun.held) return begun;
  }
}
