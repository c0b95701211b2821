import { parse } from 'csv-parse/sync';
import type { Pool } from 'pg';
import type { ExportFilter } from '../../../src/db/attendanceExport';
import type { MarkGiven } from '../../../src/services/desk';
import { freshDatabase } from '../../setup/database';
import {
  classId,
  conversationOfPhone,
  importClassOf34,
  importProgramme,
  imports,
  only,
  registered,
  turn,
} from '../programme';
import { exported } from './exported';

let pool: Pool;
let martha: string;
const day = { from: '2025-03-04', to: '2025-03-04' };

beforeAll(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
  await importClassOf34(pool);
  martha = await conversationOfPhone(pool, '573009990002');
});

async function text(filter: ExportFilter, format: 'csv' | 'excel-es' = 'csv', from = pool): Promise<string> {
  return (await exported(from, 'attendance', format, filter)).toString();
}

async function table(filter: ExportFilter, from = pool): Promise<Record<string, string>[]> {
  return parse(await text(filter, 'csv', from), { bom: true, columns: true });
}

async function lastExport(): Promise<unknown> {
  const { rows } = await pool.query(
    `select actor, channel, details from audit where action = 'export' order by id desc limit 1`,
  );
  return only(rows);
}

test('a class of 34 that nobody has marked is 34 rows without a state', async () => {
  const rows = await table({ ...day, class: 'MAN-34' });
  expect(rows).toHaveLength(34);
  expect(new Set(rows.map((row) => row.estado_asistencia))).toEqual(new Set(['']));
  expect(rows[0]).toEqual({
    fecha: '2025-03-04',
    hora_inicio: '08:00',
    hora_fin: '10:00',
    codigo_clase: 'MAN-34',
    actividad: 'Yoga',
    entidad_prestadora: 'IDRD',
    instructor: 'INS-014',
    manzana: 'El Porvenir',
    lugar: 'CDC El Porvenir, Carrera 100',
    localidad_clase: 'Bosa',
    sesion_numero: '5',
    tipo_documento: 'CC',
    numero_documento: '9900000004',
    nombres: 'Rosa María',
    apellidos: 'Álvarez',
    estado_asistencia: '',
    medio_registro: '',
    registrado_por: '',
    registrado_en: '',
    corregido_en: '',
    personas_a_cargo_en_cuidado: '0',
  });
});

test('marks of a class of 34 come out as they went in, and any past moment comes out again', async () => {
  const statuses: MarkGiven['status'][] = ['present', 'late', 'excused', 'absent'];
  const at = new Date('2025-03-04T10:12:00-05:00');
  const sessionId = await turn(pool, martha, async (desk) => {
    const session = (await desk.sessionsToday()).find(({ className }) => className === 'Clase de 34');
    return session?.sessionId ?? '';
  });
  const roster = await turn(pool, martha, (desk) => desk.roster(sessionId));
  const given = roster.map(({ personId, number }) => ({ personId, status: statuses[number % 4] ?? 'present' }));
  await turn(pool, martha, (desk) => desk.saveMarks(sessionId, given), { now: at });
  const beforeCorrection = new Date();
  const [first] = given;
  const corrected = { personId: first?.personId ?? '', status: 'present' as const };
  await turn(pool, martha, (desk) => desk.saveMarks(sessionId, [corrected]), {
    now: new Date('2025-03-04T18:00:00-05:00'),
  });

  const spanish = { present: 'asistió', late: 'llegó tarde', excused: 'excusa', absent: 'faltó' };
  const asGiven = given.map(({ status }) => spanish[status]);
  const filter = { ...day, class: 'MAN-34' };
  const now = await table(filter);
  expect(now.map((row) => row.estado_asistencia)).toEqual(['asistió', ...asGiven.slice(1)]);
  expect(now[0]).toMatchObject({
    medio_registro: 'chatbot',
    registrado_por: 'INS-014',
    registrado_en: '2025-03-04T10:12:00-05:00',
    corregido_en: '2025-03-04T18:00:00-05:00',
  });
  expect(now[1]).toMatchObject({ registrado_en: '2025-03-04T10:12:00-05:00', corregido_en: '' });

  const then = await table({ ...filter, asOf: beforeCorrection });
  expect(then.map((row) => row.estado_asistencia)).toEqual(asGiven);
  expect(then[0]).toMatchObject({ corregido_en: '' });
  await expect(table({ ...filter, asOf: new Date('2025-03-01T00:00:00Z') })).resolves.toEqual([]);
});

test('the columns are the documented ones in their order, the file has a byte order mark and ends its lines with CR LF', async () => {
  const whole = await text(day);
  expect(whole.split('\r\n')[0]).toBe(
    '\uFEFFfecha,hora_inicio,hora_fin,codigo_clase,actividad,entidad_prestadora,instructor,manzana,lugar,localidad_clase,sesion_numero,tipo_documento,numero_documento,nombres,apellidos,estado_asistencia,medio_registro,registrado_por,registrado_en,corregido_en,personas_a_cargo_en_cuidado',
  );
  expect(whole.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(whole.endsWith('\r\n')).toBe(true);
});

test('for a Spanish Excel the same cells are separated by semicolons', async () => {
  const excel = await text(day, 'excel-es');
  expect(excel.startsWith('\uFEFFfecha;hora_inicio;')).toBe(true);
  expect(parse(excel, { bom: true, columns: true, delimiter: ';' })).toEqual(await table(day));
});

test('an empty period is a file with its header only', async () => {
  const whole = await text({ from: '2030-01-01', to: '2030-12-31' });
  expect(whole.match(/\r\n/g)).toHaveLength(1);
});

test('a day of the export is a day in Bogotá', async () => {
  await imports(
    pool,
    'classes',
    `code,service,site,name,capacity,starts_on,ends_on,slots,instructors\nNOCHE,RUMBA,MAN-02,Noche,9,2025-03-01,2025-03-31,wed 22:00-23:30,INS-015`,
  );
  await imports(
    pool,
    'enrolments',
    'class,document_type,document_number,first_names,last_names,phone\nNOCHE,CC,52000001,Eva,Gil,',
  );
  const night = { class: 'NOCHE' };
  // Ten at night in Bogotá is the next day in UTC.
  await expect(table({ ...night, from: '2025-03-05', to: '2025-03-05' })).resolves.toMatchObject([
    { fecha: '2025-03-05', hora_inicio: '22:00' },
  ]);
  await expect(table({ ...night, from: '2025-03-06', to: '2025-03-06' })).resolves.toEqual([]);
  await expect(table({ ...night, from: '2025-03-05', to: '2025-03-19' })).resolves.toHaveLength(3);
});

test('a filter by site takes its classes only', async () => {
  const rows = await table({ from: '2025-03-01', to: '2025-03-31', site: 'MAN-02' });
  expect(new Set(rows.map((row) => row.codigo_clase))).toEqual(new Set(['NOCHE']));
});

test('the order is of sessions by time and class, and of lists', async () => {
  const rows = await table({ from: '2025-03-01', to: '2025-03-31' });
  const keys = rows.map((row) => `${row.fecha} ${row.hora_inicio} ${row.codigo_clase}`);
  expect(keys).toEqual([...keys].sort());
  await expect(table({ from: '2025-03-01', to: '2025-03-31' })).resolves.toEqual(rows);
});

test('a cell that would run as a formula is neutralised', async () => {
  const talk = await registered(pool, { names: { first: '=HYPERLINK("http://x.test";"y")', last: '+Gil' } });
  const yoga = await classId(pool, 'MAN-YOGA-01');
  await turn(pool, talk, (desk) => desk.enrol(yoga));
  const whole = await text({ from: '2025-03-06', to: '2025-03-06', class: 'MAN-YOGA-01' });
  expect(whole).toContain(`,"'=HYPERLINK(""http://x.test"";""y"")",'+Gil,`);
});

test('a mark that was taken back is no mark, and when that was stays to be seen', async () => {
  const filter = { ...day, class: 'MAN-34' };
  const before = await table(filter);
  await pool.query(
    `insert into mark (session_id, person_id, revision, status, marked_by, channel, sent_at, received_at)
     select m.session_id, m.person_id, max(m.revision) + 1, 'unmarked', min(m.marked_by::text)::uuid, 'whatsapp', $1, $1
     from mark m join person p on p.id = m.person_id where p.last_names = 'Álvarez' group by 1, 2`,
    ['2025-03-04T19:00:00-05:00'],
  );
  const [alvarez, ...others] = await table(filter);
  expect(alvarez).toEqual({
    ...before[0],
    ...{ estado_asistencia: '', medio_registro: '', registrado_por: '', registrado_en: '' },
    corregido_en: '2025-03-04T19:00:00-05:00',
  });
  expect(others).toEqual(before.slice(1));
});

test('a cancelled session without marks is left out', async () => {
  const week = { from: '2025-03-10', to: '2025-03-16', class: 'MAN-34' };
  await expect(table(week)).resolves.toHaveLength(34);
  const { rows } = await pool.query<{ id: string }>(
    `update session s set status = 'cancelled' from class c
     where c.id = s.class_id and c.code = 'MAN-34' and s.starts_at::date = '2025-03-11' returning s.id`,
  );
  await expect(table(week)).resolves.toEqual([]);
  await pool.query(`update session set status = 'planned' where id = $1`, [only(rows).id]);
});

test('every export leaves one line in the audit log: its filter and how many, no personal data', async () => {
  const asOf = new Date('2030-01-01T00:00:00Z');
  const count = 'select count(*)::integer as count from audit';
  const before = only((await pool.query(count)).rows).count;
  await text({ ...day, class: 'MAN-34', site: 'MAN-01', asOf });
  expect(only((await pool.query(count)).rows).count).toBe(before + 1);
  await expect(lastExport()).resolves.toEqual({
    actor: 'test',
    channel: 'test',
    details: {
      ...day,
      ...{ site: 'MAN-01', class: 'MAN-34', instructor: null, service: null, asOf: asOf.toISOString() },
      ...{ format: 'csv', rows: 34, complete: true },
    },
  });
});
