import { words } from '../../src/script/build';
import { say } from '../../src/script/say';
import { freshDatabase } from '../setup/database';
import { textFrom } from '../setup/inbound';
import { openTurns } from '../setup/turns';

type Asked = { where: string; name: string };
const { ask, script } = words<Asked>();
const anything = (text: string) => ({ ok: true as const, value: text });
const menu = script(
  'menu',
  [
    ask('where', { say: () => say('talk.help'), read: anything, asks: 'location' }),
    ask('name', { say: () => say('talk.chooseOne'), read: anything }),
  ],
  { alwaysOpen: true, noDraft: true },
);

test('a question that asks for her place leaves with the button for it, the next one without', async () => {
  const { pool } = await freshDatabase({ pipeline: true });
  const turns = openTurns(pool, [menu, script('resume', [], { noDraft: true })]);
  await turns.receive(textFrom('573006660001', 'hola'));
  await turns.receive(textFrom('573006660001', 'Bosa'));
  const { rows } = await pool.query('select body from outbox order by id');
  expect(rows.map(({ body }) => body.asks)).toEqual(['location', undefined]);
});
