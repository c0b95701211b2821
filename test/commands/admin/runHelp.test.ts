import type { Pool } from 'pg';
import type { HelpCommand } from '../../../src/commands/admin/helpWords';
import { runHelp } from '../../../src/commands/admin/runHelp';
import { conversation, importProgramme, now, only, registered, timeZone, turn } from '../../services/programme';
import { freshDatabase } from '../../setup/database';

let pool: Pool;
beforeEach(async () => {
  ({ pool } = await freshDatabase());
  await importProgramme(pool);
});

async function help(command: HelpCommand) {
  const [said, complained]: string[][] = [[], []];
  const say = (line: string) => said?.push(line);
  const complain = (line: string) => complained?.push(line);
  return { code: await runHelp(command, { pool, timeZone, now, say, complain }), said, complained };
}

test('those who wait for a person are listed, first come first', async () => {
  await expect(help({ kind: 'help-requests list' })).resolves.toMatchObject({ said: ['Nobody waits for a person.'] });
  const [first, second] = [await conversation(pool), await conversation(pool, 'web')];
  await turn(pool, second, (desk) => desk.askForPerson({ script: 'attendance', question: 'who' }));
  await turn(pool, first, (desk) => desk.askForPerson({}), { now: new Date('2025-03-04T08:00:00-05:00') });
  const { said } = await help({ kind: 'help-requests list' });
  expect(said?.map((line) => line.trim())).toEqual([
    expect.stringMatching(new RegExp(`^\\d+  2025-03-04 08:00  whatsapp  ${first}$`)),
    expect.stringMatching(new RegExp(`^\\d+  2025-03-04 09:00  web  ${second}  attendance.who$`)),
  ]);
});

test('who waits is called by the phone she writes from, each look is logged, and then she waits no more', async () => {
  const ana = await registered(pool);
  const web = await conversation(pool, 'web');
  for (const talk of [ana, web]) await turn(pool, talk, (desk) => desk.askForPerson({}));
  const { said: list = [] } = await help({ kind: 'help-requests list' });
  const [first = '', second = ''] = list.map((line) => /^\d+/.exec(line)?.[0] ?? '');
  const { rows } = await pool.query('select value from address where conversation_id = $1', [ana]);
  await expect(help({ kind: 'help-requests show', id: first })).resolves.toMatchObject({
    code: 0,
    said: [expect.stringMatching(new RegExp(`^Ana R\\.  \\+${only(rows).value}  language: `))],
  });
  await expect(help({ kind: 'help-requests show', id: second })).resolves.toMatchObject({
    said: [expect.stringMatching(/^not registered {2}no phone: she writes on the web/)],
  });
  await expect(help({ kind: 'help-requests close', id: first, by: 'Luz' })).resolves.toMatchObject({ code: 0 });
  await expect(help({ kind: 'help-requests list' })).resolves.toMatchObject({ said: [list[1]] });
  const gone = { code: 1, complained: [`Nobody waits for a person under the number ${first}.`] };
  await expect(help({ kind: 'help-requests close', id: first, by: 'Luz' })).resolves.toMatchObject(gone);
  await expect(help({ kind: 'help-requests show', id: first })).resolves.toMatchObject(gone);
  const { rows: logged } = await pool.query(
    `select action, actor, object_id as id from audit where object_kind = 'help_request' order by audit.id`,
  );
  expect(logged).toEqual([
    { action: 'look', actor: 'command', id: first },
    { action: 'look', actor: 'command', id: second },
    { action: 'help_answered', actor: 'Luz', id: first },
  ]);
  await turn(pool, ana, (desk) => desk.askForPerson({}));
  expect((await help({ kind: 'help-requests list' })).said).toHaveLength(2);
});
