import { Writable } from 'node:stream';
import type { Pool } from 'pg';
import { listUnsent, printCost } from '../../../src/commands/admin/runMessages';
import type { Prices } from '../../../src/domain/prices';
import { readPrices } from '../../../src/domain/prices';
import { converse, file } from '../../db/outboxRows';
import { freshDatabase } from '../../setup/database';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase());
});

const now = new Date('2026-11-21T12:00:00-05:00');
function tools(prices: Prices | undefined = readPrices('USD,service=0.5,utility=0.25')) {
  const lines: string[] = [];
  const output = new Writable({
    write(chunk, _, done) {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, pool, timeZone: 'America/Bogota', now, prices, output, say: (line: string) => lines.push(line) };
}

async function message(row: Parameters<typeof file>[1], over: Record<string, unknown>): Promise<string> {
  const id = await file(pool, row);
  for (const [column, value] of Object.entries(over))
    await pool.query(`update outbox set ${column} = $2 where id = $1`, [id, value]);
  return id;
}

describe('messages unsent', () => {
  test('lists each message that has not left, with its reason, its script and its template, and nobody’s data', async () => {
    const conversation = await converse(pool, { phone: '573009998877' });
    const template = { name: 'class_reminder', language: 'es', blanks: { class: 'Yoga secreto' } };
    const day = '2026-11-20T10:00:00-05:00';
    const rows = { conversation, text: 'secreto' };
    const waits = await message(
      { ...rows, why: 'window_closed', next: 'infinity' },
      { created_at: day, task: 'reminder' },
    );
    const failed = await message(
      { ...rows, status: 'failed', why: 'template_refused', template, attempts: 1 },
      { created_at: day, task: 'reminder', error_code: 132015 },
    );
    const lost = await message({ ...rows, status: 'unknown', why: 'unconfirmed', attempts: 6 }, { created_at: day });
    await message({ ...rows, status: 'failed', why: 'refused' }, { created_at: '2026-11-01T10:00:00-05:00' });
    await message({ ...rows, status: 'sent' }, { created_at: day });
    await message(rows, { created_at: day });
    const given = tools();
    expect(await listUnsent(undefined, given)).toBe(0);
    expect(given.lines).toEqual([
      `2026-11-20 10:00  ${waits}  waiting  reminder  -  window_closed  -  She has not written for a day and it has no template: it goes when she writes.`,
      `2026-11-20 10:00  ${failed}  failed  reminder  class_reminder  template_refused  132015  The template is paused because of low quality. Compare it with WhatsApp Manager.`,
      `2026-11-20 10:00  ${lost}  unknown  -  -  unconfirmed  -  It may have arrived; nobody has told, and sending it again might double it.`,
    ]);
    expect(given.lines.join()).not.toMatch(/secreto|57300/);
  });

  test('goes as far back as it is asked to', async () => {
    await message({ status: 'failed', why: 'expired' }, { created_at: '2026-10-01T00:00:00-05:00' });
    const given = tools();
    await listUnsent('2026-10-02', given);
    await listUnsent('2026-10-01', given);
    expect(given.lines).toEqual(['Every message since 2026-10-02 has left.', expect.stringContaining('a week')]);
  });
});

describe('messages cost', () => {
  async function month() {
    const site = await pool.query(
      `insert into site (code, kind, name, locality) values ('=MAN-01', 'block', 'x', 'Bosa') returning id`,
    );
    const person = await pool.query(
      `insert into person (first_names, last_names, site_id, registered_at) values ('Ana', 'Paz', $1, '2026-11-30T23:59:59-05:00') returning id`,
      [site.rows[0].id],
    );
    const conversation = await converse(pool, { phone: '573009998877' });
    await pool.query('update conversation set person_id = $2 where id = $1', [conversation, person.rows[0].id]);
    const first = '2026-11-01T00:00:00-05:00';
    const last = '2026-11-30T23:59:59-05:00';
    const priced = { task: 'registration', category: 'service', charged: true };
    for (const created_at of [first, last, '2026-10-31T23:59:59-05:00', '2026-12-01T00:00:00-05:00'])
      await message({ conversation, status: 'delivered' }, { ...priced, created_at });
    await message({ conversation, status: 'read' }, { ...priced, charged: false, created_at: first });
    await message(
      { status: 'sent' },
      { task: 'class_reminder', category: 'utility', charged: true, created_at: first },
    );
    await message({ status: 'accepted' }, { task: 'menu', created_at: first });
    await message({ status: 'failed', why: 'refused' }, { ...priced, created_at: first });
    await message({ status: 'delivered', channel: 'web' }, { ...priced, created_at: first });
  }

  test('counts what left in the month, by task, site and kind, with the price of what arrived and what each end took', async () => {
    await month();
    const given = tools();
    expect(await printCost({ kind: 'messages cost', month: '2026-11', format: 'text' }, given)).toBe(0);
    expect(given.lines).toEqual([
      'task            site     category  messages  charged     USD',
      'class_reminder  -        utility          1        0  0.0000',
      'menu            -        -                1        0       -',
      'registration    =MAN-01  service          3        2  1.0000',
      '',
      '5 messages, 1.0000 USD',
      '1 of them have no price: WHATSAPP_PRICES, or no status has told their kind yet.',
      '3.0 messages for each of 1 completed registrations.',
      'No enrolment was completed; 0 messages were sent in it.',
    ]);
  });

  test('is a table for a spreadsheet too, in which nothing runs as a formula', async () => {
    await month();
    const given = tools(undefined);
    await printCost({ kind: 'messages cost', month: '2026-11', format: 'csv' }, given);
    expect(given.lines.join('').split('\r\n')).toEqual([
      'task,site,category,messages,charged,cost',
      'class_reminder,,utility,1,0,0.0000',
      'menu,,,1,0,',
      "registration,'=MAN-01,service,3,2,1.0000",
      '',
    ]);
  });

  test('of December ends with the year', async () => {
    await message({ status: 'sent' }, { created_at: '2026-12-31T23:00:00-05:00' });
    await message({ status: 'sent' }, { created_at: '2027-01-01T00:00:00-05:00' });
    const given = tools();
    await printCost({ kind: 'messages cost', month: '2026-12', format: 'text' }, given);
    expect(given.lines).toContain('1 messages, 0.0000 USD');
  });
});
