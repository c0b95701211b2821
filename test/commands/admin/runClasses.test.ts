import type { Pool } from 'pg';
import { readCommand } from '../../../src/commands/admin/command';
import { type AdminTools, run } from '../../../src/commands/admin/run';
import { usualTerms } from '../../../src/services/offers';
import { classId, importProgramme, now, only, registered, timeZone, turn } from '../../services/programme';
import { freshDatabase } from '../../setup/database';
import { program } from '../program';

let pool: Pool;
let url: string;
let rumba: string;
const code = 'MAN-RUMBA-01';
beforeEach(async () => {
  ({ pool, url } = await freshDatabase());
  await importProgramme(pool);
  rumba = await classId(pool, code);
  for (let n = 0; n < 5; n += 1)
    await turn(pool, await registered(pool), (desk) => desk.enrol(rumba, { orWait: true }));
  await pool.query('delete from notice');
});

/** Cancels a class in the name of Ana, who gives this answer if she is asked. */
async function cancels(of: string, { answer = '', more = [] }: { answer?: string; more?: string[] } = {}) {
  const read = readCommand(['classes', 'cancel', of, '--reason', 'Cierra la sede.', '--by', 'Ana', ...more]);
  if (!read.ok) throw new Error(read.fault);
  const [said, asked]: string[][] = [[], []];
  const hear = (line: string) => said?.push(line);
  const ask = async (question: string) => {
    asked?.push(question);
    return answer;
  };
  const tools = { pool, timeZone, now, offerTerms: usualTerms, say: hear, complain: hear, ask };
  return { code: await run(read.command, tools as unknown as AdminTools), said, asked: asked?.length };
}

async function standing() {
  const { rows } = await pool.query<{ isCancelled: boolean; reason: string | null; ahead: number; told: string[] }>(
    `select c.cancelled_at is not null as "isCancelled", c.cancel_reason as reason,
            (select count(*)::integer from session s where s.class_id = c.id and s.status = 'planned' and s.starts_at > $2) as ahead,
            (select coalesce(json_agg(n.script order by n.script), '[]') from notice n) as told
     from class c where c.id = $1`,
    [rumba, now],
  );
  return only(rows);
}

const preview = [
  'Cancels MAN-RUMBA-01 (Rumba, El Porvenir) with the 17 sessions to come.',
  'Told are 3 people with a place, 2 waiting for one, and whoever teaches it.',
].join('\n');

test('a class is cancelled once, when she who is asked says yes to what it means', async () => {
  expect(await cancels(code, { answer: ' Sí ' })).toEqual({
    code: 0,
    said: [preview, 'MAN-RUMBA-01 is cancelled.'],
    asked: 1,
  });
  const afterwards = {
    isCancelled: true,
    reason: 'Cierra la sede.',
    ahead: 0,
    told: [
      ...Array.from({ length: 3 }, () => 'classCancelled'),
      ...Array.from({ length: 2 }, () => 'listEnded'),
      ...Array.from({ length: 2 }, () => 'taughtClassCancelled'),
    ],
  };
  expect(await standing()).toEqual(afterwards);
  expect(await cancels(code)).toEqual({ code: 0, said: ['MAN-RUMBA-01 is cancelled already.'], asked: 0 });
  expect(await standing()).toEqual(afterwards);
  const { rows } = await pool.query(`select actor, channel, details from audit where action = 'cancel_class'`);
  expect(only(rows)).toEqual({ actor: 'Ana', channel: 'command', details: { sessions: 17 } });
});

test.each(['', 'no', 'yes please'])('the answer "%s" leaves a class as it is', async (answer) => {
  expect(await cancels(code, { answer })).toEqual({
    code: 1,
    said: [preview, 'Nothing was done: it takes a "yes", or --yes.'],
    asked: 1,
  });
  expect(await standing()).toEqual({ isCancelled: false, reason: null, ahead: 17, told: [] });
});

test('a class that is over, or is not there, is not cancelled', async () => {
  expect(await cancels('MAN-YOGA-02', { more: ['--yes'] })).toEqual({
    code: 1,
    said: ['MAN-YOGA-02 ended on 2025-02-28.'],
    asked: 0,
  });
  expect(await cancels('MAN-99')).toEqual({ code: 1, said: ['No class has the code "MAN-99".'], asked: 0 });
});

test('where nobody can be asked, it takes --yes', async () => {
  await pool.query(`update class set ends_on = '2999-01-01' where id = $1`, [rumba]);
  const env = { DATABASE_URL: url, DATA_KEY: Buffer.alloc(32, 7).toString('base64') };
  const args = ['classes', 'cancel', code, '--reason', 'Cierra la sede.', '--by', 'Ana'];
  await expect(program('admin.ts', { env, args })).resolves.toMatchObject({
    code: 1,
    stderr: 'Nothing was done: it takes a "yes", or --yes.\n',
  });
  expect((await standing()).isCancelled).toBe(false);
  await expect(program('admin.ts', { env, args: [...args, '--yes'] })).resolves.toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Cancels MAN-RUMBA-01 [\s\S]*\nMAN-RUMBA-01 is cancelled\.\n$/),
    stderr: '',
  });
  expect((await standing()).isCancelled).toBe(true);
});
