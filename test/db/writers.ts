import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import { acceptMessages } from '../../src/db/inbox';
import { openReviews } from '../../src/db/reviews';
import type { Address, AddressChange } from '../../src/domain/talk';
import { textFrom } from '../setup/inbound';

/** People who write, by addresses of the test's choice, and what became of their conversations. */
export function writersOf(pool: () => Pool) {
  let people = 0;
  return {
    /** Ids and numbers that no other test of the file has. */
    ids() {
      people += 1;
      const n = String(people).padStart(4, '0');
      return {
        oldId: bsuid(`CO.old${n}`),
        newId: bsuid(`CO.new${n}`),
        oldPhone: phone(`57300111${n}`),
        newPhone: phone(`57300222${n}`),
      };
    },
    /** Writes a message and gives the conversation it came to. */
    async writes(...from: Address[]): Promise<string> {
      const { conversations } = await acceptMessages(pool(), [textFrom('', 'hola', { from })]);
      return conversations[0] ?? '';
    },
    /** What a turn would do: her messages have been worked. */
    async worked(conversation: string): Promise<void> {
      await pool().query(`update inbox set done_at = now(), outcome = 'done' where conversation_id = $1`, [
        conversation,
      ]);
      await pool().query('update conversation set version = 1, last_inbound_at = now() where id = $1', [conversation]);
    },
    /** Somebody registered in the conversation. */
    async personOf(conversation: string): Promise<string> {
      const { rows } = await pool().query(
        `insert into person (first_names, last_names, registered_at) values ('Ana', 'Gómez', now()) returning id`,
      );
      await pool().query('update conversation set person_id = $2 where id = $1', [conversation, rows[0].id]);
      return rows[0].id;
    },
    /** Whose it is, whether that has to be proved, and where she is reached. */
    async standing(conversation: string) {
      const { rows } = await pool().query(
        `select c.person_id as person, c.proof_needed_at is not null as "proofNeeded",
                array(select value from address where conversation_id = c.id and revoked_at is null order by value) as reached
         from conversation c where c.id = $1`,
        [conversation],
      );
      return rows[0];
    },
    conflicts: async () =>
      (await openReviews(pool())).map(({ kind, subjects, details }) => ({ kind, subjects, details })),
  };
}

export const bsuid = (value: string): Address => ({ kind: 'bsuid', value });
export const phone = (value: string): Address => ({ kind: 'phone', value });

/** Word that somebody is known otherwise; with no new addresses, that her device is another. */
export function moved(from: Address[], to: Address[], messageId = randomUUID()): AddressChange {
  return { channel: 'whatsapp', messageId, at: Date.now(), kind: to.length > 0 ? 'moved' : 'device', from, to };
}

/** How the sender claims here. */
export const terms = { limit: 9, leaseSeconds: 15, confirmMs: 2000, mostTries: 6 };
