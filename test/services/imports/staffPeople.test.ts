import type { Pool } from 'pg';
import { importFile } from '../../../src/services/imports/importFile';
import { freshDatabase } from '../../setup/database';
import {
  conversationOfPhone,
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

const header = 'document_type,document_number,first_names,last_names,site,consent,consent_on,consent_reference';
const rosa = 'CC,52.123.456,ROSA MARÍA,DÍAZ,MAN-01,paper,2025-03-01,Acta 12 folio 3';

function importing(lines: string[], columns = header) {
  return importFile(pool, 'people', Buffer.from([columns, ...lines].join('\n')), importTools);
}

/** Everything of everybody registered, but for ids and times. */
async function people() {
  const { rows } = await pool.query(
    `select p.first_names || ' ' || p.last_names as name, p.document_type as type, s.code as site,
            (select json_agg(json_build_array(c.channel, c.message_id, c.answer, to_char(c.said_at at time zone 'America/Bogota', 'YYYY-MM-DD')) order by c.id)
             from consent c where c.person_id = p.id and c.given) as consents
     from person p left join site s on s.id = p.site_id where p.registered_at is not null order by 1`,
  );
  return rows;
}

test('staff register somebody without a phone, with what proves her consent, all of it in the audit log', async () => {
  await expect(importing([rosa])).resolves.toEqual({ ok: true, rows: 1, added: 1, warnings: [] });
  await expect(people()).resolves.toEqual([
    {
      name: 'Rosa María Díaz',
      type: 'CC',
      site: 'MAN-01',
      consents: [['paper', 'Acta 12 folio 3', 'self', '2025-03-01']],
    },
  ]);
  const { rows } = await pool.query(`select id, document_cipher as cipher from person where registered_at is not null`);
  const { id, cipher } = only(rows);
  expect(vault.open(id, cipher)).toBe('52123456');
  const { rows: audit } = await pool.query(
    `select action, actor, object_id, details from audit where object_id = $1 or action = 'import' and object_kind = 'people' order by id`,
    [id],
  );
  expect(audit).toEqual([
    { action: 'register', actor: 'test', object_id: id, details: {} },
    { action: 'consent', actor: 'test', object_id: id, details: { on: 'paper' } },
    { action: 'import', actor: 'test', object_id: null, details: { rows: 1, added: 1 } },
  ]);
});

test('with a phone she is known when she writes first, and with a class she has a place', async () => {
  const more = `${header},phone,class`;
  await importing([`${rosa},300 111 2233,MAN-YOGA-01`], more);
  const talk = await conversationOfPhone(pool, '573001112233');
  const known = await turn(pool, talk, (desk) => desk.people());
  expect(known).toMatchObject([{ firstNames: 'Rosa María', registered: true }]);
  await expect(turn(pool, talk, (desk) => desk.myClasses())).resolves.toMatchObject([{ name: 'Yoga suave' }]);
});

test('the same file again changes nothing', async () => {
  const more = `${header},phone,class,consent_by`;
  const lines = [
    `${rosa},300 111 2233,MAN-YOGA-01,self`,
    'OTRO,,Ana,Ruiz,MAN-02,call,2025-03-02,Llamada 7,,,',
    'TI,1020304050,Luz,Gil,MAN-02,paper,2025-03-02,Acta 13,,,representative',
  ];
  await expect(importing(lines, more)).resolves.toMatchObject({ ok: true, added: 3 });
  const before = await people();
  const rows = async () =>
    only(
      (await pool.query('select (select count(*) from audit) as audit, (select count(*) from enrolment) as places'))
        .rows,
    );
  const { audit, places } = await rows();
  await expect(importing(lines, more)).resolves.toMatchObject({ ok: true, added: 0 });
  await expect(people()).resolves.toEqual(before);
  await expect(rows()).resolves.toEqual({ audit: String(Number(audit) + 1), places });
});

test('somebody registered in the chat keeps what she gave and gets what is new', async () => {
  await registered(pool, { names: { first: 'Rosa', last: 'Díaz Gil' }, document: { type: 'CC', number: '52123456' } });
  await expect(importing([rosa.replace('MAN-01', 'MAN-02')])).resolves.toMatchObject({ ok: true, added: 0 });
  await expect(people()).resolves.toMatchObject([
    {
      name: 'Rosa Díaz Gil',
      site: 'MAN-01',
      consents: [
        ['whatsapp', expect.anything(), 'sí', expect.anything()],
        ['paper', 'Acta 12 folio 3', 'self', '2025-03-01'],
      ],
    },
  ]);
});

test('somebody known as a guest only is registered, also by an import of enrolments', async () => {
  const guest = `insert into person (first_names, last_names, document_type, document_cipher, document_index) values ('Rosa', 'Diaz', 'CC', $1, $2) returning id`;
  const index = vault.index('52123456');
  const { rows } = await pool.query<{ id: string }>(guest, [vault.seal('x', '52123456'), index]);
  await expect(importing([rosa])).resolves.toMatchObject({ ok: true, added: 1 });
  await expect(people()).resolves.toMatchObject([{ name: 'Rosa María Díaz', site: 'MAN-01' }]);
  const { rows: now } = await pool.query('select id, document_cipher as cipher from person where document_index = $1', [
    index,
  ]);
  expect(only(now).id).toBe(only(rows).id);
  expect(vault.open(only(now).id, only(now).cipher)).toBe('52123456');
  await pool.query(guest, [vault.seal('x', '52123457'), vault.index('52123457')]);
  await imports(
    pool,
    'enrolments',
    'class,document_type,document_number,first_names,last_names,phone\nMAN-YOGA-01,CC,52123457,Rosa,Diaz,',
  );
  await expect(people()).resolves.toHaveLength(2);
});

test('whoever looks like somebody known is registered all the same, and staff look at it', async () => {
  await registered(pool, { names: { first: 'Rosa', last: 'Díaz' }, document: { type: 'CC', number: '52123465' } });
  await expect(importing([rosa])).resolves.toMatchObject({ ok: true, added: 1 });
  const { rows } = await pool.query('select details from review');
  expect(rows).toEqual([{ details: { by: 'import', alike: 'document_slip' } }]);
});

test('an odd length is told and lets her in', async () => {
  await expect(importing([rosa.replace('52.123.456', '521')])).resolves.toEqual({
    ok: true,
    rows: 1,
    added: 1,
    warnings: ['row 2, column "document_number": is shorter or longer than a CC usually is: look at the paper again'],
  });
});

test('everything wrong with a file is told, nobody is quoted, and nothing is written', async () => {
  await importing([rosa]);
  const lines = [
    'CC,52123456,Marta,Pinto,MAN-01,paper,2025-03-01,Acta 1,,,',
    'CC,,Eva,Gil,MAN-09,paper,2025-03-01,Acta 1,,,',
    'CC,ABC,Eva,Gil,MAN-01,paper,2025-03-05,Acta 1,,,',
    'TI,1020304050,Luz,Gil,MAN-01,paper,2025-03-01,Acta 1,,NADA,',
    'TI,1020304051,Luz,Gil,MAN-01,paper,2025-03-01,Acta 1,,,self',
  ];
  await expect(importing(lines, `${header},phone,class,consent_by`)).resolves.toEqual({
    ok: false,
    faults: [
      'row 2, column "document_number": belongs to somebody with another name',
      'row 3, column "document_number": is empty, and CC has one',
      'row 3, column "site": no site has the code "MAN-09"',
      'row 4, column "document_number": is not the number of a CC',
      'row 4, column "consent_on": lies in the future',
      'row 5, column "consent_by": must be "representative" for a minor (TI)',
      'row 5, column "class": no class has the code "NADA"',
      'row 6, column "consent_by": must be "representative" for a minor (TI)',
    ],
  });
  await expect(importing(['CC,52123457,Eva,Gil,MAN-01,chat,03/01/2025,,'], `${header},class`)).resolves.toEqual({
    ok: false,
    faults: [
      'row 2, column "consent": "chat" is not one of paper, call',
      'row 2, column "consent_on": "03/01/2025" is not a date of the form 2025-01-31: in Excel, give the column the format aaaa-mm-dd (yyyy-mm-dd) before you save it',
      'row 2, column "consent_reference": is empty',
    ],
  });
  await expect(people()).resolves.toHaveLength(1);
});

test('a class is not filled beyond its places', async () => {
  const lines = [1, 2, 3, 4].map((n) => `CC,5200000${n},Eva,Gil,MAN-01,paper,2025-03-01,Acta ${n},MAN-RUMBA-01`);
  await expect(importing(lines, `${header},class`)).resolves.toEqual({
    ok: false,
    faults: ['row 5, column "class": "MAN-RUMBA-01" has 3 places, and none is left'],
  });
});
