import { scripts } from '../../dialogs/all';
import { issueEntryCode } from '../../src/services/proof';
import { knownPhones } from '../dialogs/city';
import { type Chats, openChats, vault } from './chats';

const minute = 60_000;
const hour = 60 * minute;
let chats: Chats;
beforeEach(async () => {
  chats = await openChats();
});
afterEach(() => chats.database.close());
const phoneOf = (value?: string) => chats.phoneOf(value);

const as = (name: string, number: string) => ['registrarme', 'acepto', name, `cc ${number}`, 'suba', 'sí', 'ahora no'];

async function twoOnOnePhone() {
  const phone = phoneOf();
  await phone.says('hola', ...as('Rosa Elena Gil', '52888001'));
  await phone.says('cambiar de persona', ...as('Luz Dary Paz', '52888002'));
  return phone;
}

async function gloriaAndRosa() {
  const phone = phoneOf(knownPhones.Gloria);
  await phone.says('cambiar de persona', ...as('Rosa Elena Gil', '52888001'));
  return phone;
}
const codeFor = (instructor: string) =>
  issueEntryCode(chats.database.pool, vault, instructor, { at: new Date(chats.clock), by: 'test' }).then(
    (code) => code ?? '',
  );

describe('where several people write', () => {
  test('whoever greets after half an hour is asked who she is, and her menu opens', async () => {
    const phone = await twoOnOnePhone();
    expect(await phone.says('hola')).toContain('Hola, Luz Dary');
    chats.clock += 31 * minute;
    expect(await phone.says('hola')).toBe('¿Quién escribe: Luz Dary P. o Rosa Elena G.?');
    expect(await phone.choices()).toEqual(['Luz Dary P.', 'Rosa Elena G.', 'Otra persona']);
    expect(await phone.taps('Rosa Elena G.')).toContain('Hola, Rosa Elena');
    chats.clock += 20 * minute;
    expect(await phone.says('hola')).toContain('Hola, Rosa Elena');
  });

  test('what she asked for is done once she has said who she is', async () => {
    const phone = await twoOnOnePhone();
    chats.clock += 31 * minute;
    expect(await phone.says('mis clases')).toContain('¿Quién escribe');
    expect(await phone.says('Rosa')).toContain('Todavía no tiene clases');
  });

  test('"soy Rosa" is enough, and a name that is nobody’s is not', async () => {
    const phone = await twoOnOnePhone();
    expect(await phone.says('menú', 'soy Rosa')).toContain('Hola, Rosa Elena');
    expect(await phone.says('soy Carmen')).not.toContain('Hola, Carmen');
    expect((await phone.conversation()).shared).toBe(true);
  });

  test('what one had begun is not offered to the other', async () => {
    const phone = await twoOnOnePhone();
    await phone.says('ver clases', 'otra sede', 'cambiar de persona');
    await phone.taps('Rosa Elena G.');
    expect(await phone.says('ver clases')).not.toContain('Ya había empezado');
  });

  test('the same one goes on where she was', async () => {
    const phone = await twoOnOnePhone();
    const asked = await phone.says('ver clases', 'otra sede');
    chats.clock += 45 * minute;
    expect(await phone.says('bosa')).toContain('¿Quién escribe');
    await phone.taps('Luz Dary P.');
    expect((await phone.says('sí')).split('\n')[0]).toBe(asked.split('\n')[0]);
  });

  test('on a daughter’s phone her mother says that she is another, and registers', async () => {
    const phone = chats.phoneOf();
    await phone.says('registrarme', 'acepto', 'Laura Hurtado Gil', 'cc 1012345678', 'chapinero', 'sí', 'ahora no');
    expect(await phone.says('quiero inscribir a mi mamá')).toContain('escriba *otra persona*');
    expect(await phone.says('otra persona')).toContain('¿Qué quiere hacer?');
    expect(await phone.says('registrarme')).toContain('¿Nos da su permiso?');
    await phone.says('acepto', 'Rosa Gil de Hurtado', 'cc 41234567', 'chapinero');
    expect(await phone.says('sí')).toContain('bienvenida, Rosa');
    chats.clock += 3_600_000;
    expect(await phone.says('hola')).toContain('¿Quién escribe');
    expect(await phone.says('quiero registrarme')).toContain('¿Nos da su permiso?');
  });

  test('a phone of one person asks nothing', async () => {
    const phone = phoneOf();
    await phone.says('hola', ...as('Rosa Elena Gil', '52888001'));
    chats.clock += 5 * hour;
    expect(await phone.says('hola')).toContain('Hola, Rosa Elena');
  });

  test('a notice says whose it is, and its button acts for her', async () => {
    const phone = await twoOnOnePhone();
    const { rows } = await chats.database.pool.query(
      `select id from person where first_names = 'Rosa Elena' and last_names = 'Gil'`,
    );
    const bubble = await phone.isTold(rows[0].id, 'resume');
    expect(bubble.text).toMatch(/^\*Para Rosa Elena:\*\n\nYa había empezado/);
    const before = await phone.conversation();
    expect(before.person_id).not.toBe(rows[0].id);
    await phone.taps('Sí, seguimos');
    expect((await phone.conversation()).person_id).toBe(rows[0].id);
  });
});

describe('an instructor on a shared phone', () => {
  test('gives a code of the team once, chooses a PIN, and sees her list', async () => {
    const phone = await gloriaAndRosa();
    await phone.says('menú', 'soy Gloria');
    expect(await phone.says('asistencia')).toContain('código de ingreso');
    expect(await phone.says('12345678')).toContain('Ese número no es');
    const code = await codeFor('INS-1');
    expect(await phone.says(code)).toContain('elija un PIN');
    expect(await phone.says('4821')).toContain('¿Quién vino?');
    await phone.says('menú', 'soy Rosa');
    chats.clock += 31 * minute;
    await phone.says('hola');
    await phone.taps('Gloria Inés R.');
    expect(await phone.says('asistencia')).toContain('escriba su PIN');
    expect(await phone.says('4821')).toContain('¿Quién vino?');
  });

  test('neither the PIN nor the code is kept anywhere', async () => {
    const phone = await gloriaAndRosa();
    const code = await codeFor('INS-1');
    await phone.says('menú', `código de ingreso ${code}`, '48213');
    const kept = JSON.stringify([await phone.inbox(), await phone.conversation()]);
    expect(kept).not.toContain('48213');
    expect(kept).not.toContain(code);
    const { rows } = await chats.database.pool.query('select body::text from outbox');
    expect(JSON.stringify(rows)).not.toContain('48213');
  });

  test('five wrong PINs lock it for half an hour, and that is logged', async () => {
    const phone = await gloriaAndRosa();
    await phone.says('menú', `código de ingreso ${await codeFor('INS-1')}`, '4821');
    chats.clock += 13 * hour;
    await phone.says('hola');
    await phone.taps('Gloria Inés R.');
    await phone.says('asistencia', '1111', '1112', '1113', '1114');
    expect(await phone.says('1115')).toContain('espere 30 minutos');
    expect(await phone.says('asistencia', '4821')).toContain('espere 30 minutos');
    chats.clock += 31 * minute;
    await phone.says('soy Gloria');
    expect(await phone.says('asistencia', '4821')).toContain('Hoy no tiene clases');
    const { rows } = await chats.database.pool.query(`select count(*)::int from audit where action = 'pin_locked'`);
    expect(rows[0].count).toBe(1);
  });

  test('the proof of one is none of another, and lasts half a day', async () => {
    const phone = await gloriaAndRosa();
    await phone.says('menú', `código de ingreso ${await codeFor('INS-1')}`, 'ahora no');
    expect(await phone.says('asistencia')).toContain('¿Quién vino?');
    await phone.says('menú', 'soy Rosa', 'soy Gloria');
    expect(await phone.says('asistencia')).toContain('código de ingreso');
  });

  test('a talk taken to the web needs the proof there too', async () => {
    const phone = await gloriaAndRosa();
    await phone.says('menú', 'soy Gloria');
    const code = /\d{8}/.exec(await phone.says('seguir en la web'))?.[0] ?? '';
    const other = phoneOf();
    await other.says(`seguir ${code}`);
    expect(await other.says('asistencia')).toContain('código de ingreso');
  });
});

describe('an instructor whose number has changed', () => {
  test('proves once who she is, and then for good', async () => {
    const gloria = phoneOf(knownPhones.Gloria);
    await gloria.says('hola');
    const { id } = await gloria.conversation();
    await chats.database.pool.query('update conversation set proof_needed_at = now() where id = $1', [id]);
    expect(await gloria.says('asistencia')).toContain('código de ingreso');
    expect(await gloria.says(await codeFor('INS-1'), 'ahora no')).toContain('¿Quién vino?');
    expect((await gloria.conversation()).proof_needed_at).toBeNull();
    chats.clock += 13 * hour;
    expect(await gloria.says('menú', 'asistencia')).toContain('¿Quién vino?');
  });

  test('from a phone nobody knows, a code makes the talk hers; it is good once', async () => {
    const [fresh, other] = [phoneOf(), phoneOf()];
    const code = await codeFor('INS-1');
    expect(await fresh.says(`código de ingreso ${code}`)).toContain('elija un PIN');
    expect(await fresh.says('ahora no')).toContain('Gloria');
    expect(await other.says(`codigo de ingreso ${code}`)).toContain('Ese código no sirve');
  });

  test('a code is worth nothing after two days, nor once there is a newer one', async () => {
    const [first, second] = [await codeFor('INS-1'), await codeFor('INS-1')];
    expect(await phoneOf().says(`código de ingreso ${first}`)).toContain('Ese código no sirve');
    chats.clock += 49 * hour;
    expect(await phoneOf().says(`código de ingreso ${second}`)).toContain('Ese código no sirve');
  });
});

test('every script that only instructors have asks for the proof first', () => {
  const marking = [
    'attendance',
    'attendanceDue',
    'checkInCode',
    'sheet',
    'myList',
    'whoMissed',
    'missedThree',
    'unmarked',
    'undo',
  ];
  const changing = ['sessionCancel', 'sessionMove', 'sessionNotHeld', 'sessionRestore', 'substitute', 'whoGotIt'];
  const theirs = [...marking, ...changing];
  const held = scripts.filter(({ provenOnly }) => provenOnly).map(({ name }) => name);
  expect(held.sort()).toEqual(theirs.sort());
});
