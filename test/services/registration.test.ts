import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { inTransaction } from '../../src/db/pool';
import type { Registration } from '../../src/services/desk';
import { openDesk } from '../../src/services/openDesk';
import { freshDatabase } from '../setup/database';
import {
  consent,
  conversation,
  conversationOfPhone,
  importProgramme,
  now,
  only,
  timeZone,
  turn,
  vault,
} from './programme';

let pool: Pool;
let siteId: string;
beforeAll(async () => {
  ({ pool } = await freshDatabase({ max: 16 }));
  await importProgramme(pool);
  const { rows } = await pool.query<{ id: string }>(`select id from site where code = 'MAN-01'`);
  siteId = only(rows).id;
});

let lastNumber = 9_900_000_000;
function registration(part: Partial<Registration> = {}): Registration {
  lastNumber += 1;
  const document = { type: 'CC' as const, number: String(lastNumber) };
  return { names: { first: 'Rosa María', last: 'Díaz' }, document, siteId, ...part };
}

async function consents(conversationId: string, given = true): Promise<void> {
  await turn(pool, conversationId, (desk) => desk.keepConsent({ ...consent, given, answer: given ? 'sí' : 'no' }));
}

function registers(conversationId: string, wish: Registration) {
  return turn(pool, conversationId, (desk) => desk.register(wish));
}

async function count(sql: string, values: unknown[] = []): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(`select count(*)::integer as count from ${sql}`, values);
  return only(rows).count;
}

test('nobody is registered without consent, nor after a no', async () => {
  const mine = await conversation(pool);
  const before = await count('person');
  await expect(registers(mine, registration())).resolves.toEqual({ ok: false, why: 'no_consent' });
  await consents(mine);
  await consents(mine, false);
  await expect(registers(mine, registration())).resolves.toEqual({ ok: false, why: 'no_consent' });
  await expect(count('person')).resolves.toBe(before);
});

test('a registration makes the person, links conversation, address and consent to her, and is logged', async () => {
  const mine = await conversation(pool);
  await consents(mine);
  const wish = registration();
  const result = await registers(mine, wish);
  if (!result.ok) throw new Error(result.why);
  const { rows } = await pool.query(
    `select p.first_names, p.last_names, p.document_type, p.document_cipher, p.site_id, p.registered_at, c.person_id as talks,
            (select count(*)::integer from person_address pa join address a on a.id = pa.address_id
             where pa.person_id = p.id and a.conversation_id = c.id) as addresses,
            (select json_agg(json_build_object('given', given, 'hash', text_hash, 'answer', answer, 'locale', locale, 'version', text_version))
             from consent where person_id = p.id) as consents,
            (select json_agg(json_build_object('actor_id', actor_id, 'action', action, 'channel', channel, 'details', details))
             from audit where object_id = p.id::text) as audits
     from person p join conversation c on c.id = $2 where p.id = $1`,
    [result.personId, mine],
  );
  const row = only(rows);
  expect(row).toMatchObject({
    first_names: 'Rosa María',
    last_names: 'Díaz',
    document_type: 'CC',
    site_id: siteId,
    registered_at: now,
    talks: result.personId,
    addresses: 1,
    consents: [
      {
        given: true,
        version: 'es-1',
        locale: 'es',
        answer: 'sí',
        // The SHA-256 of "¿Acepta?" in UTF-8.
        hash: createHash('sha256').update('¿Acepta?').digest('hex'),
      },
    ],
    audits: [{ actor_id: result.personId, action: 'register', channel: 'whatsapp', details: {} }],
  });
  expect(vault.open(result.personId, row.document_cipher)).toBe(wish.document.number);
});

test('the same registration twice is one person', async () => {
  const mine = await conversation(pool);
  await consents(mine);
  const wish = registration();
  const first = await registers(mine, wish);
  const people = await count('person');
  await expect(registers(mine, wish)).resolves.toEqual(first);
  await expect(count('person')).resolves.toBe(people);
  await expect(count('consent where conversation_id = $1', [mine])).resolves.toBe(1);
});

test('a consent repeated by the same message is kept once', async () => {
  const mine = await conversation(pool);
  const given = { messageId: 'wamid.1' };
  await turn(pool, mine, (desk) => desk.keepConsent(consent), given);
  await turn(pool, mine, (desk) => desk.keepConsent(consent), given);
  await expect(count('consent where conversation_id = $1', [mine])).resolves.toBe(1);
});

test('the answer kept is the one the channel saw', async () => {
  const mine = await conversation(pool);
  await turn(pool, mine, (desk) => desk.keepConsent(consent), { answerText: 'sí señora' });
  await expect(count(`consent where conversation_id = $1 and answer = 'sí señora'`, [mine])).resolves.toBe(1);
});

test('a document of somebody who writes from elsewhere is taken', async () => {
  const [mine, hers] = [await conversation(pool), await conversation(pool)];
  const wish = registration();
  for (const one of [mine, hers]) await consents(one);
  await expect(registers(hers, wish)).resolves.toMatchObject({ ok: true });
  await expect(registers(mine, wish)).resolves.toEqual({ ok: false, why: 'document_taken' });
  await expect(count('conversation where id = $1 and person_id is null', [mine])).resolves.toBe(1);
});

test('the same number of another type of document is another document', async () => {
  const [mine, hers] = [await conversation(pool), await conversation(pool)];
  for (const one of [mine, hers]) await consents(one);
  const wish = registration();
  await expect(registers(mine, wish)).resolves.toMatchObject({ ok: true });
  const other = { ...wish, document: { ...wish.document, type: 'PPT' as const } };
  await expect(registers(hers, other)).resolves.toMatchObject({ ok: true });
});

test('two who register one document at the same time: one has it, the other hears that it is taken', async () => {
  for (let round = 0; round < 10; round++) {
    const talks = await Promise.all(Array.from({ length: 4 }, () => conversation(pool)));
    for (const one of talks) await consents(one);
    const wish = registration();
    const results = await Promise.all(talks.map((one) => registers(one, wish)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.why === 'document_taken')).toHaveLength(3);
  }
});

test('two women on one phone are two people, each with her own consent', async () => {
  const phone = await conversation(pool);
  await consents(phone);
  const [ana, eva] = [
    registration({ names: { first: 'Ana', last: 'Ruiz' } }),
    registration({ names: { first: 'Eva', last: 'Gil' } }),
  ];
  const first = await registers(phone, ana);
  await expect(registers(phone, eva)).resolves.toEqual({ ok: false, why: 'no_consent' });
  await consents(phone);
  const second = await registers(phone, eva);
  if (!first.ok || !second.ok) throw new Error('Both are registered.');
  expect(second.personId).not.toBe(first.personId);
  await expect(count('conversation where id = $1 and person_id = $2', [phone, second.personId])).resolves.toBe(1);
  await consents(phone);
  await expect(registers(phone, ana)).resolves.toEqual(first);
  await expect(count('conversation where id = $1 and person_id = $2', [phone, first.personId])).resolves.toBe(1);
});

test('whoever has no document number registers, and again without becoming two', async () => {
  const mine = await conversation(pool);
  await consents(mine);
  const wish = registration({ document: { type: 'OTRO' } });
  const first = await registers(mine, wish);
  expect(first.ok).toBe(true);
  await expect(registers(mine, wish)).resolves.toEqual(first);
  const withNumber = { ...wish, document: { type: 'PPT' as const, number: '990123' } };
  await expect(registers(mine, withNumber)).resolves.toEqual(first);
});

test('an instructor who registers in the chat stays the person who teaches', async () => {
  const mine = await conversationOfPhone(pool, '573009990002');
  await consents(mine);
  const result = await registers(mine, registration({ names: { first: 'Martha', last: 'Pardo' } }));
  if (!result.ok) throw new Error(result.why);
  await expect(count(`instructor where code = 'INS-014' and person_id = $1`, [result.personId])).resolves.toBe(1);
});

test('a turn that fails after registering leaves nobody', async () => {
  const mine = await conversation(pool);
  const before = await count('person');
  const failing = inTransaction(pool, async (db) => {
    const message = { messageId: 'm', sentAt: now, receivedAt: now };
    const desk = openDesk({ conversationId: mine, channel: 'whatsapp', ...message }, db, {
      vault,
      timeZone,
      now,
      publicUrl: 'https://relevo.example',
    });
    await desk.keepConsent(consent);
    expect(await desk.register(registration())).toMatchObject({ ok: true });
    throw new Error('later in the turn');
  });
  await expect(failing).rejects.toThrow('later in the turn');
  await expect(count('person')).resolves.toBe(before);
  await expect(count('consent where conversation_id = $1', [mine])).resolves.toBe(0);
});

test('no column of the database holds a document number', async () => {
  const mine = await conversation(pool);
  await consents(mine);
  await registers(mine, registration({ document: { type: 'CC', number: '9987654321' } }));
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  expect(tables.length).toBeGreaterThan(10);
  const encoded = [
    '9987654321',
    Buffer.from('9987654321').toString('hex'),
    Buffer.from('9987654321').toString('base64'),
  ];
  for (const { name } of tables)
    await expect(
      count(`${name} as row where row::text like any ($1)`, [encoded.map((text) => `%${text.replace(/=+$/, '')}%`)]),
    ).resolves.toBe(0);
  await expect(count(`person as row where row::text like '%Rosa María%'`)).resolves.toBeGreaterThan(0);
});

test('a person is asked for once, however often she asks', async () => {
  const mine = await conversation(pool);
  await turn(pool, mine, (desk) => desk.askForPerson({ script: 'registration', question: 'name' }));
  await turn(pool, mine, (desk) => desk.askForPerson({}));
  const { rows } = await pool.query('select script, question, person_id from help_request where conversation_id = $1', [
    mine,
  ]);
  expect(rows).toEqual([{ script: 'registration', question: 'name', person_id: null }]);
});
