import { randomUUID } from 'node:crypto';
import type { Pool } from 'pg';
import type { Db } from '../../src/db/pool';
import { inTransaction } from '../../src/db/pool';
import type { Channel } from '../../src/domain/talk';
import type { Desk, Registration } from '../../src/services/desk';
import type { ImportTools } from '../../src/services/imports/importer';
import { type ImportKind, importFile } from '../../src/services/imports/importFile';
import { type Actor, openDesk } from '../../src/services/openDesk';
import { createVault } from '../../src/services/vault';

/** The key, place and clock of these tests: a Tuesday that is no holiday, nine in the morning in Bogotá. */
export const vault = createVault(Buffer.alloc(32, 7));
export const timeZone = 'America/Bogota';
export const now = new Date('2025-03-04T09:00:00-05:00');

export const files = {
  sites: `code,kind,name,locality,address,latitude,longitude
MAN-01,block,El Porvenir,Bosa,"CDC El Porvenir, Carrera 100",4.6428,-74.1884
MAN-02,block,Manitas,Ciudad Bolívar,,,`,
  services: `code,name,category
YOGA,Yoga,respite
RUMBA,Rumba,respite`,
  instructors: `code,name,entity,phone
INS-014,Martha Lucía Pardo Niño,IDRD,300 999 0002
INS-015,Óscar Peña,SENA,+57 300 999 0003`,
  classes: `code,service,site,name,capacity,starts_on,ends_on,slots,instructors
MAN-YOGA-01,YOGA,MAN-01,Yoga suave,20,2025-02-03,2025-06-30,tue 08:00-10:00; thu 08:00-10:00,INS-014
MAN-RUMBA-01,RUMBA,MAN-01,Rumba,3,2025-02-03,2025-06-30,tue 14:00-16:00,573009990002;INS-015
MAN-YOGA-02,YOGA,MAN-02,Yoga de enero,10,2025-01-13,2025-02-28,mon 08:00-10:00,INS-015`,
};

/** What imports get in these tests. */
export const importTools: ImportTools = { vault, timeZone, now, by: { actor: 'test', channel: 'test' } };

/** Imports a file that must be right. */
export async function imports(pool: Pool, kind: ImportKind, text: string, tools = importTools): Promise<number> {
  const result = await importFile(pool, kind, Buffer.from(text), tools);
  if (!result.ok) throw new Error(result.faults.join('\n'));
  return result.added;
}

/** Two sites, two services, two instructors, three classes. */
export async function importProgramme(pool: Pool): Promise<void> {
  for (const kind of ['sites', 'services', 'instructors', 'classes'] as const) await imports(pool, kind, files[kind]);
}

/** A class of 34 of the instructor INS-014, on Tuesdays at eight. */
export async function importClassOf34(pool: Pool): Promise<void> {
  const classes = 'code,service,site,name,capacity,starts_on,ends_on,slots,instructors';
  const term = '2025-02-03,2025-06-30,tue 08:00-10:00';
  await imports(pool, 'classes', `${classes}\nMAN-34,YOGA,MAN-01,Clase de 34,40,${term},INS-014`);
  const header = 'class,document_type,document_number,first_names,last_names,phone';
  const lines = Array.from(
    { length: 34 },
    (_, n) => `MAN-34,CC,${9_900_000_000 + n},${names[n] ?? `Eva ${n},Gil ${n}`},`,
  );
  await imports(pool, 'enrolments', [header, ...lines].join('\n'));
}

const names = [
  'Ana de los Ángeles,Ruiz Pinzón',
  'Beatriz,Ñáñez',
  'Carmen Rosa,De la Hoz',
  'Rosa Elena,Martínez Gil',
  'Rosa María,Álvarez',
  'Zoraida,alvarez',
];

/** A new conversation with an address of its own. */
export async function conversation(db: Db, channel: Channel = 'whatsapp'): Promise<string> {
  const { rows } = await db.query<{ id: string }>('select conversation_of($1, null, null, $2, $3) as id', [
    channel,
    channel === 'whatsapp' ? `57300${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}` : null,
    channel === 'web' ? randomUUID() : null,
  ]);
  return only(rows).id;
}

/** Does something at a desk as one turn of a conversation would, with that conversation's person. */
export async function turn<T>(
  pool: Pool,
  conversationId: string,
  work: (desk: Desk, db: Db) => Promise<T>,
  given: Partial<Actor> & { now?: Date } = {},
): Promise<T> {
  return inTransaction(pool, async (db) => {
    const { rows } = await db.query<{ channel: Channel; personId: string | null }>(
      'select channel, person_id as "personId" from conversation where id = $1 for no key update',
      [conversationId],
    );
    const { channel, personId } = only(rows);
    const at = given.now ?? now;
    const desk = openDesk(
      {
        conversationId,
        channel,
        messageId: randomUUID(),
        sentAt: at,
        receivedAt: at,
        ...(personId && { personId }),
        ...given,
      },
      db,
      { vault, timeZone, now: at, publicUrl: 'https://relevo.example' },
    );
    return work(desk, db);
  });
}

export const consent = {
  given: true,
  textVersion: 'es-1',
  text: '¿Acepta?',
  locale: 'es',
  answer: 'sí',
};

/** Consents and registers in a conversation of her own. */
export async function registered(pool: Pool, registration: Partial<Registration> = {}): Promise<string> {
  const conversationId = await conversation(pool);
  await turn(pool, conversationId, async (desk) => {
    await desk.keepConsent(consent);
    const siteId = only((await desk.sites()).slice(0, 1)).id;
    const result = await desk.register({
      names: { first: 'Ana', last: 'Ruiz' },
      document: { type: 'CC', number: String(9_900_000_000 + Math.floor(Math.random() * 1e7)) },
      siteId,
      ...registration,
    });
    if (!result.ok) throw new Error(result.why);
  });
  return conversationId;
}

/** The conversation of the instructor who writes from this phone. */
export async function conversationOfPhone(db: Db, phone: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `select conversation_id as id from address where kind = 'phone' and value = $1 and revoked_at is null`,
    [phone],
  );
  return only(rows).id;
}

/** Has the instructor of a code give a session in place of whoever writes. */
export async function appoints(pool: Pool, talk: string, sessionId: string, code = 'INS-015'): Promise<void> {
  const { rows } = await pool.query<{ id: string }>('select person_id as id from instructor where code = $1', [code]);
  const result = await turn(pool, talk, (desk) => desk.substitute(sessionId, only(rows).id));
  if (!result.ok) throw new Error(result.why);
}

/** The id of a class. */
export async function classId(db: Db, code: string): Promise<string> {
  const { rows } = await db.query<{ id: string }>('select id from class where code = $1', [code]);
  return only(rows).id;
}

/** The one value there must be. */
export function only<T>(values: T[]): T {
  const [value, ...more] = values;
  if (value === undefined || more.length > 0) throw new Error(`Wanted one value, there are ${values.length}.`);
  return value;
}

/** Does something for each, sixteen at a time: as many as the pool has connections. */
export async function crowd<I, T>(items: I[], work: (item: I) => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  const left = items.entries();
  const takeTurns = async () => {
    for (const [at, item] of left) results[at] = await work(item);
  };
  await Promise.all(Array.from({ length: 16 }, takeTurns));
  return results;
}
