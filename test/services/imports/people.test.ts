import { setTimeout } from 'node:timers/promises';
import type { Pool } from 'pg';
import { acceptMessages } from '../../../src/db/inbox';
import type { Inbound } from '../../../src/domain/talk';
import { type ImportKind, importFile } from '../../../src/services/imports/importFile';
import { freshDatabase } from '../../setup/database';
import {
  classId,
  consent,
  conversation,
  conversationOfPhone,
  files,
  importProgramme,
  imports,
  importTools,
  only,
  registered,
  turn,
  vault,
} from '../programme';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
});

const header = 'class,document_type,document_number,first_names,last_names,phone';

function importing(kind: ImportKind, text: string) {
  return importFile(pool, kind, Buffer.from(text), importTools);
}

async function people(): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select first_names || ' ' || last_names as name from person where registered_at is not null order by 1`,
  );
  return rows.map((row) => row.name);
}

async function placesIn(code: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::integer as count from enrolment e join class c on c.id = e.class_id where c.code = $1 and e.status = 'enrolled'`,
    [code],
  );
  return only(rows).count;
}

test('people without a phone are registered by staff, their consent on paper, and get their places', async () => {
  const text = `${header}
MAN-YOGA-01,CC,52.123.456,ROSA MARÍA,DÍAZ DE LA CRUZ,
MAN-RUMBA-01,CC,52123456,Rosa,Díaz,
MAN-RUMBA-01,OTRO,,Ana,Ruiz,`;
  await expect(importing('enrolments', text)).resolves.toEqual({ ok: true, rows: 3, added: 3 });
  await expect(people()).resolves.toEqual(['Ana Ruiz', 'Rosa María Díaz de la Cruz']);
  const { rows } = await pool.query(
    `select p.id, p.document_cipher, a.details, a.channel from person p join audit a on a.object_id = p.id::text where p.document_type = 'CC'`,
  );
  const rosa = only(rows);
  expect(rosa).toMatchObject({ details: { consent: 'on paper' }, channel: 'test' });
  expect(vault.open(rosa.id, rosa.document_cipher)).toBe('52123456');
});

test('the same enrolments again change nothing', async () => {
  const text = `${header}
MAN-YOGA-01,CC,52123456,Rosa,Díaz,300 111 2233
MAN-YOGA-01,OTRO,,Ana,Ruiz,
MAN-RUMBA-01,OTRO,,Eva,Gil,3001112244`;
  await imports(pool, 'enrolments', text);
  const before = await people();
  await expect(importing('enrolments', text)).resolves.toEqual({ ok: true, rows: 3, added: 0 });
  await expect(people()).resolves.toEqual(before);
  await expect(placesIn('MAN-YOGA-01')).resolves.toBe(2);
});

test('everything wrong with an enrolments file is told, no document is quoted, and nothing is written', async () => {
  await imports(pool, 'enrolments', `${header}\nMAN-YOGA-01,CC,52123456,Rosa,Díaz,`);
  const text = `${header}
NADA,CC,52999999,Eva,Gil,
MAN-YOGA-01,CC,,Eva,Gil,
MAN-YOGA-01,CC,ABCDEF,Eva,Gil,
MAN-YOGA-01,CC,52123456,Marta,Pinto,
MAN-YOGA-01,DNI,52888888,,Gil,xyz`;
  const faults = [
    'row 6, column "document_type": "DNI" is not one of CC, CE, PPT, PEP, PA, TI, SC, OTRO',
    'row 6, column "first_names": is empty',
    'row 6, column "phone": is not a phone number',
  ];
  await expect(importing('enrolments', text)).resolves.toEqual({ ok: false, faults });
  const rest = text.split('\n').slice(0, -1).join('\n');
  await expect(importing('enrolments', rest)).resolves.toEqual({
    ok: false,
    faults: [
      'row 2, column "class": no class has the code "NADA"',
      'row 3, column "document_number": is empty, and CC has one',
      'row 4, column "document_number": is not the number of a CC',
      'row 5, column "document_number": belongs to somebody with another name',
    ],
  });
  await expect(people()).resolves.toEqual(['Rosa Díaz']);
});

test('nobody gets a place in a cancelled class, and who had one may stand in the file', async () => {
  const lines = [1, 2].map((n) => `MAN-RUMBA-01,CC,5200000${n},Eva,Gil,`);
  await expect(importing('enrolments', [header, lines[0]].join('\n'))).resolves.toMatchObject({ ok: true, added: 1 });
  await pool.query(`update class set cancelled_at = now() where code = 'MAN-RUMBA-01'`);
  await expect(importing('enrolments', [header, ...lines].join('\n'))).resolves.toEqual({
    ok: false,
    faults: ['row 3, column "class": "MAN-RUMBA-01" is cancelled'],
  });
  await expect(importing('enrolments', [header, lines[0]].join('\n'))).resolves.toMatchObject({ ok: true, added: 0 });
});

test('a class is never filled beyond its places', async () => {
  const rumba = await classId(pool, 'MAN-RUMBA-01');
  await turn(pool, await registered(pool), (desk) => desk.enrol(rumba));
  const lines = [1, 2, 3].map((n) => `MAN-RUMBA-01,CC,5200000${n},Eva,Gil,`);
  const text = [header, ...lines].join('\n');
  await expect(importing('enrolments', text)).resolves.toEqual({
    ok: false,
    faults: ['row 4, column "class": "MAN-RUMBA-01" has 3 places, and none is left'],
  });
  await expect(placesIn('MAN-RUMBA-01')).resolves.toBe(1);
  await expect(importing('enrolments', [header, lines[0], lines[1], lines[0]].join('\n'))).resolves.toMatchObject({
    ok: true,
    added: 2,
  });
});

test('somebody who registered in the chat is found by her document, whatever the staff call her', async () => {
  await registered(pool, {
    names: { first: 'Rosa Elena', last: 'Martínez' },
    document: { type: 'CC', number: '52777777' },
  });
  await imports(pool, 'enrolments', `${header}\nMAN-YOGA-01,CC,52777777,ELENA,MARTINEZ GIL,`);
  await expect(people()).resolves.toEqual(['Rosa Elena Martínez']);
});

test('two women who share a phone are both reachable, and the phone is known as the first one', async () => {
  await imports(
    pool,
    'enrolments',
    `${header}\nMAN-YOGA-01,CC,52000001,Eva,Gil,3001112233\nMAN-YOGA-01,CC,52000002,Ana,Ruiz,3001112233`,
  );
  const talk = await conversationOfPhone(pool, '573001112233');
  const { rows } = await pool.query(
    `select p.first_names, p.id = c.person_id as talks from person_address pa join person p on p.id = pa.person_id
     join address a on a.id = pa.address_id join conversation c on c.id = a.conversation_id where c.id = $1 order by 1`,
    [talk],
  );
  expect(rows).toEqual([
    { first_names: 'Ana', talks: false },
    { first_names: 'Eva', talks: true },
  ]);
});

test('somebody whom staff registered with her phone is known when she writes', async () => {
  await imports(pool, 'enrolments', `${header}\nMAN-YOGA-01,CC,52000001,Eva,Gil,3001112233`);
  const talk = await conversationOfPhone(pool, '573001112233');
  await expect(turn(pool, talk, (desk) => desk.myClasses())).resolves.toMatchObject([{ name: 'Yoga suave' }]);
});

test('a place given by staff today counts for a session that began this morning', async () => {
  await imports(pool, 'enrolments', `${header}\nMAN-YOGA-01,CC,52000001,Eva,Gil,`);
  const martha = await conversationOfPhone(pool, '573009990002');
  const [yoga] = await turn(pool, martha, (desk) => desk.sessionsToday());
  expect(yoga).toMatchObject({ className: 'Yoga suave', enrolled: 1 });
});

test('an instructor may mark from the phone in the file, and no longer from an earlier one', async () => {
  const old = await conversationOfPhone(pool, '573009990002');
  await expect(turn(pool, old, (desk) => desk.sessionsToday())).resolves.toHaveLength(2);
  await imports(pool, 'instructors', files.instructors.replace('300 999 0002', '300 999 0009'));
  await expect(turn(pool, old, (desk) => desk.sessionsToday())).resolves.toEqual([]);
  const fresh = await conversationOfPhone(pool, '573009990009');
  await expect(turn(pool, fresh, (desk) => desk.sessionsToday())).resolves.toHaveLength(2);
});

test('a phone of another instructor or of somebody else is not taken over', async () => {
  const hers = await conversation(pool);
  const { rows } = await pool.query<{ value: string }>('select value from address where conversation_id = $1', [hers]);
  const { value } = only(rows);
  await turn(pool, hers, async (desk) => {
    await desk.keepConsent(consent);
    const [site] = await desk.sites();
    await desk.register({ names: { first: 'Eva', last: 'Gil' }, document: { type: 'OTRO' }, siteId: site?.id ?? '' });
  });
  const text = `code,name,entity,phone\nINS-020,Pedro Rojas,SENA,3009990002\nINS-021,Pablo Mora,SENA,+${value}\nINS-022,Lía Sanz,SENA,3001119999\nINS-022,Lía Sanz,SENA,3001119999`;
  await expect(importing('instructors', text)).resolves.toEqual({
    ok: false,
    faults: [
      'row 2, column "phone": belongs to the instructor INS-014',
      'row 3, column "phone": belongs to somebody else, who registered with it',
      'row 5, column "code": stands already in row 4',
      'row 5, column "phone": stands already in row 4',
    ],
  });
  await expect(
    importing('instructors', `code,name,entity,phone\nINS-021,Eva Gil Torres,SENA,+${value}`),
  ).resolves.toMatchObject({ ok: true, added: 1 });
  await expect(people()).resolves.toEqual(['Eva Gil']);
});

test('whoever writes for the first time does not wait for an import that has many phones', async () => {
  const lines = Array.from({ length: 120 }, (_, n) => `MAN-YOGA-02,OTRO,,Eva,Gil ${n},3009${100_000 + n}`);
  await pool.query('update class set capacity = 500');
  const holder = await pool.connect();
  await holder.query('begin');
  await holder.query('lock table enrolment in exclusive mode');
  const imported = importing('enrolments', [header, ...lines].join('\n'));
  while ((await pool.query('select from pg_locks where not granted')).rowCount === 0) await setTimeout(20);
  const hola = { channel: 'whatsapp', messageId: 'first', utterance: { kind: 'text', text: 'hola' } } as const;
  const stranger: Inbound = {
    ...hola,
    from: [{ kind: 'phone', value: '573001112233' }],
    sentAt: importTools.now.getTime(),
  };
  const filed = acceptMessages(pool, [stranger]).then(() => 'filed');
  await expect(Promise.race([filed, setTimeout(1000, 'waits')])).resolves.toBe('filed');
  await holder.query('rollback');
  holder.release();
  await expect(imported).resolves.toMatchObject({ ok: true, added: 120 });
  await expect(conversationOfPhone(pool, '573009100119')).resolves.toBeDefined();
});
