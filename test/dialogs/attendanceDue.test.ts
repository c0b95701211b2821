import { createVault } from '../../src/services/vault';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { buildCity, knownPhones } from './city';
import { openWalker, type Walk } from './walker';

let database: FreshDatabase;
let helena: Walk;
const isOver = { gets: 'attendanceDue', about: 'CI-1' };

beforeEach(async () => {
  database = await freshDatabase({ pipeline: true });
  await buildCity(database.pool, createVault(Buffer.alloc(32, 7)));
  helena = openWalker(database.pool)(knownPhones.Helena);
});

test('when her class is over a word marks it', async () => {
  await helena.does({ types: 'menú' });
  const asked = await helena.does(isOver);
  expect(asked).toMatchObject({ at: 'attendanceDue.mark', choices: ['list'] });
  expect(asked.text).toContain('Ya terminó *Cocina* (miércoles 18 de noviembre, 10:00 a. m. a 12:00 p. m.)');
  expect(asked.text).toContain('Falta marcar a 4 personas de 4.');
  const told = await helena.does({ types: 'todas menos Luz Dary' });
  expect(told.at).toBe('attendance.confirm');
  expect(told.text).toContain('Faltó 1 persona: 1. Luz Dary Cárdenas');
  await helena.does({ types: 'sí' });
  const { rows } = await database.pool.query('select count(*)::integer as marks from mark');
  expect(rows).toEqual([{ marks: 4 }]);
});

test('a tap shows the list', async () => {
  await helena.does({ types: 'menú' });
  await helena.does(isOver);
  const list = await helena.does({ taps: 'list' });
  expect(list.at).toBe('attendance.told');
  expect(list.text).toContain('3. Rosa Mora Díaz');
});

test('what stays unclear is asked back at once', async () => {
  await helena.does({ types: 'menú' });
  await helena.does(isOver);
  const unclear = await helena.does({ types: 'todas menos Rosa' });
  expect(unclear.at).toBe('attendance.clear');
  expect(unclear.text).toContain('3. Rosa Mora Díaz');
});

test('she hears nothing when all were marked meanwhile, nor of a class that is not hers', async () => {
  const before = await helena.does({ types: 'menú' });
  expect((await helena.does({ ...isOver, about: 'YO-1' })).text).toBe(before.text);
  for (const types of ['asistencia', 'todas', 'guardar']) await helena.does({ types });
  const saved = await helena.does({ types: 'menú' });
  expect((await helena.does(isOver)).text).toBe(saved.text);
});
