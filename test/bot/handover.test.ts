import { randomUUID } from 'node:crypto';
import { scripts } from '../../dialogs/all';
import type { Outbound, Utterance } from '../../src/domain/talk';
import { createVault } from '../../src/services/vault';
import { buildCity, knownPhones, storyTime } from '../dialogs/city';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { openTurns } from '../setup/turns';

let database: FreshDatabase;
let clock = storyTime.getTime();
let people = 0;
beforeAll(async () => {
  database = await freshDatabase({ pipeline: true });
  await buildCity(database.pool, createVault(Buffer.alloc(32, 7)));
});

function talkOn(channel: 'whatsapp' | 'web', address?: string) {
  people += 1;
  const { pool } = database;
  const value = address ?? (channel === 'web' ? randomUUID() : `5730077${String(people).padStart(5, '0')}`);
  const turns = openTurns(pool, scripts, { now: () => new Date(clock) });
  const mine = `(select conversation_id from address where value = '${value}')`;
  async function does(utterance: Utterance): Promise<Outbound> {
    clock += 1000;
    const kind = channel === 'web' ? ('web' as const) : ('phone' as const);
    await turns.receive({ channel, messageId: randomUUID(), from: [{ kind, value }], sentAt: clock, utterance });
    expect(turns.faults).toEqual([]);
    const { rows } = await pool.query(
      `select body from outbox where conversation_id = ${mine} order by id desc limit 1`,
    );
    return rows[0].body;
  }
  return {
    async says(...texts: string[]): Promise<string> {
      let last = '';
      for (const text of texts) last = (await does({ kind: 'text', text })).text;
      return last;
    },
    async person(): Promise<string | null> {
      return (await pool.query(`select person_id from conversation where id = ${mine}`)).rows[0].person_id;
    },
  };
}
const codeIn = (text: string) => /\d{8}/.exec(text)?.[0] ?? '';
const toName = ['registrarme', 'acepto'];

test('what was begun on the web goes on in WhatsApp at the same question', async () => {
  const [web, phone] = [talkOn('web'), talkOn('whatsapp')];
  const asked = await web.says(...toName);
  const offered = await web.says('seguir en whatsapp');
  expect(offered).toContain('https://relevo.example/seguir/');
  const here = await phone.says(`seguir ${codeIn(offered)}`);
  expect(here.startsWith('Seguimos aquí.')).toBe(true);
  expect(here).toContain(asked.split('\n').at(-1));
  await phone.says('Rosa Elena Gil', 'cc 52777001', 'suba', 'sí');
  const registered = await phone.person();
  expect(registered).not.toBeNull();
  // The web talk is hers only once she brings a code there too.
  expect(await web.person()).toBeNull();
  expect(await web.says('hola')).not.toContain('Rosa');
});

test('and back: a web page that was proved by a code is the same person, with her rights', async () => {
  const [web, gloria] = [talkOn('web'), talkOn('whatsapp', knownPhones.Gloria)];
  expect(await web.says('asistencia')).toContain('instructoras');
  await gloria.says('menú');
  const offered = await gloria.says('seguir en la web');
  expect(offered).toContain('https://relevo.example/?codigo=');
  expect(await web.says(`seguir ${codeIn(offered)}`)).toContain('Hola, Gloria');
  expect(await web.person()).toBe(await gloria.person());
  // The web's messages are dated by the server's own clock: whether a class of hers is today depends on the day.
  expect(await web.says('asistencia')).toMatch(/Hoy no tiene clases|Yoga/);
});

test('"salir" on the web forgets whose the page was; on her phone it does not', async () => {
  const [web, nelly] = [talkOn('web'), talkOn('whatsapp', knownPhones.Nelly)];
  await web.says(`seguir ${codeIn(await nelly.says('hola', 'seguir en la web'))}`);
  expect(await web.says('menú')).toContain('Nelly');
  await web.says('salir');
  expect(await web.person()).toBeNull();
  expect(await web.says('mis clases')).not.toContain('Costura');
  await nelly.says('salir');
  expect(await nelly.says('hola')).toContain('Nelly');
});

test('a code is good once, for a quarter of an hour, and elsewhere only', async () => {
  const [web, phone, third] = [talkOn('web'), talkOn('whatsapp'), talkOn('whatsapp')];
  const code = codeIn(await web.says(...toName, 'seguir en whatsapp'));
  expect(await web.says(`seguir ${code}`)).toContain('otra parte');
  clock += 16 * 60_000;
  expect(await phone.says(`seguir ${code}`)).toContain('15 minutos');
  const fresh = codeIn(await web.says('seguir en whatsapp'));
  expect(await phone.says(`seguir ${fresh}`)).toContain('Seguimos aquí');
  expect(await third.says(`seguir ${fresh}`)).toContain('no sirve');
});

test('whoever guesses is stopped after five', async () => {
  const [web, guesser] = [talkOn('web'), talkOn('whatsapp')];
  const code = codeIn(await web.says(...toName, 'seguir en whatsapp'));
  for (let n = 0; n < 5; n += 1) expect(await guesser.says(`seguir 1000000${n}`)).toContain('no sirve');
  expect(await guesser.says(`seguir ${code}`)).toContain('Espere una hora');
  clock += 61 * 60_000;
  expect(await guesser.says(`seguir ${code}`)).toContain('15 minutos');
});

test('two people stay two, and staff look at it', async () => {
  const [web, nelly] = [talkOn('web'), talkOn('whatsapp', knownPhones.Nelly)];
  await web.says(...toName, 'Luz Marina Paz', 'cc 52777002', 'suba', 'sí');
  const before = await web.person();
  expect(before).not.toBeNull();
  expect(await nelly.says(`seguir ${codeIn(await web.says('seguir en whatsapp'))}`)).toContain('otra persona');
  expect(await web.person()).toBe(before);
  const { rows } = await database.pool.query(`select kind from review where details ->> 'by' = 'handover'`);
  expect(rows).toEqual([{ kind: 'near_match' }]);
});

test('to where she is already there is no way', async () => {
  expect(await talkOn('web').says('hola', 'seguir en la web')).toBe('Ya estamos en la página.');
  expect(await talkOn('whatsapp').says('hola', 'seguir en whatsapp')).toBe('Ya estamos en WhatsApp.');
});
