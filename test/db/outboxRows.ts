import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Delivery, WhyUnsent } from '../../src/domain/delivery';
import type { Template } from '../../src/domain/notice';
import type { FormSent } from '../../src/domain/talk';

export type RowGiven = {
  conversation?: string;
  text?: string;
  status?: string;
  resend?: 'harmless' | 'costly';
  attempts?: number;
  refusals?: number;
  /** From now, as Postgres reads it: '-1 second', 'infinity'. */
  next?: string;
  lease?: string;
  providerId?: string;
  channel?: string;
  priority?: number;
  why?: WhyUnsent;
  template?: Template;
  /** With a form to fill in. */
  form?: FormSent;
};

/** Puts a row into the outbox and gives its id. */
export async function file(pool: Pool, row: RowGiven = {}): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into outbox (conversation_id, channel, turn_id, n, body, status, resend, attempts, next_at, lease_until, provider_id, refusals, priority, why)
     values ($1, $2, gen_random_uuid(), 0, $3, $4, $5, $6,
             case $7 when 'infinity' then 'infinity' else now() + $7::interval end, now() + $8::interval, $9, $10, $11, $12)
     returning id`,
    [
      row.conversation ?? randomUUID(),
      row.channel ?? 'whatsapp',
      JSON.stringify({
        text: row.text ?? 'hola',
        ...(row.template && { template: row.template }),
        ...(row.form && { form: row.form }),
      }),
      row.status ?? 'waiting',
      row.resend ?? 'harmless',
      row.attempts ?? 0,
      row.next ?? '0',
      row.lease ?? (row.status === 'sending' ? '15 seconds' : null),
      row.providerId ?? null,
      row.refusals ?? 0,
      row.priority ?? 0,
      row.why ?? null,
    ],
  );
  return rows[0]?.id ?? '';
}

/** Begins a conversation reached at these addresses, as kind and value. */
export async function converse(pool: Pool, addresses: Record<string, string>): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into conversation (channel) values ('whatsapp') returning id`,
  );
  const id = rows[0]?.id ?? '';
  for (const [kind, value] of Object.entries(addresses))
    await pool.query(`insert into address (conversation_id, channel, kind, value) values ($1, 'whatsapp', $2, $3)`, [
      id,
      kind,
      value,
    ]);
  return id;
}

export type Kept = {
  id: string;
  status: Delivery;
  attempts: number;
  provider_id: string | null;
  error_code: number | null;
  why: WhyUnsent | null;
  /** Seconds until it is looked at again; may be Infinity. */
  wait: number;
  leased: boolean;
};

/** The row as it stands. */
export async function kept(pool: Pool, id: string): Promise<Kept> {
  const { rows } = await pool.query<Kept>(
    `select id, status, attempts, provider_id, error_code, why, lease_until is not null as leased,
            case next_at when 'infinity' then 'infinity'::float8 else extract(epoch from next_at - now()) end as wait
     from outbox where id = $1`,
    [id],
  );
  if (!rows[0]) throw new Error(`No row ${id}.`);
  return rows[0];
}

/** A form in a bubble. */
export const form: FormSent = {
  name: 'registration',
  language: 'es',
  text: 'Llene el formulario',
  open: 'Llenar',
  token: 'our token',
  data: { shown: '1 es' },
};
