import { planNotices } from '../../src/db/notices';
import { noticesJob } from '../../src/jobs/notices';
import { freshDatabase } from '../setup/database';

test('at night only what is urgent is told; the rest comes in the morning', async () => {
  const { pool } = await freshDatabase();
  const { rows } = await pool.query(
    `insert into conversation (channel) values ('whatsapp'), ('whatsapp') returning id`,
  );
  const [patient, urgent] = rows.map(({ id }) => id as string);
  const planned = { script: 'told', known: {}, dueAt: new Date('2026-11-23T21:00:00-05:00') };
  await planNotices(pool, [
    { ...planned, key: 'a', conversationId: patient ?? '' },
    { ...planned, key: 'b', conversationId: urgent ?? '', urgent: true },
  ]);
  let now = new Date();
  const told: string[] = [];
  const job = noticesJob({ db: pool, now: () => now, timeZone: 'America/Bogota', kick: (each) => told.push(...each) });

  for (const time of ['2026-11-23T21:00:01-05:00', '2026-11-24T06:59:59-05:00']) {
    now = new Date(time);
    await job.run();
  }
  expect(told).toEqual([urgent]);
  now = new Date('2026-11-24T07:00:00-05:00');
  await job.run();
  expect(told).toEqual([urgent, patient]);
});
