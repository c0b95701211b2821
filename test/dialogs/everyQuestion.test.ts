import { scripts } from '../../dialogs/all';
import { question } from '../../src/script/place';
import { say } from '../../src/script/say';
import { type Language, sentence } from '../../src/script/sentences';
import { createVault } from '../../src/services/vault';
import { type FreshDatabase, freshDatabase } from '../setup/database';
import { buildCity, knownPhones } from './city';
import { type Input, isOffered, openWalker, type Stand, type Walk } from './walker';

// What a person may type where tapping is not enough. A new question without options needs a line here.
const typed: Record<string, string[]> = {
  'menu.choice': ['registrarme', 'asistir', 'código', 'excel', 'corregir otra clase', 'mi lista', 'quién faltó'],
  'registration.name': ['María Pérez Gómez'],
  'registration.firstNames': ['Ana Lucía'],
  'registration.number': ['<number>', '12'],
  'registration.near': ['bosa', 'suba'],
  'enrolment.near': ['bosa', 'suba'],
  'enrolment.birthYear': ['1950'],
  'enrolment.company': ['tres niños'],
  'attendance.told': ['faltó la 1', 'faltó Rosa'],
  'attendance.reason': ['trajo la excusa'],
  'attendance.whose': ['CC 52000123'],
  'sessionMove.goal': ['el domingo a las 6'],
  'substitute.name': ['Pedro Gómez'],
  'checkIn.code': ['4821'],
  'registration.linkCode': ['999'],
  'proof.secret': ['999'],
  'proof.pin': ['4821'],
};

// Whoever is changed later than that only with a reason.
const markedLastWeek = `
  insert into mark (session_id, person_id, revision, status, marked_by, channel, message_id, sent_at, received_at)
  select s.id, p.id, (select count(*) + 1 from mark where session_id = s.id and person_id = p.id), 'late', i.person_id, 'whatsapp', 'last week', s.ends_at, s.ends_at
  from session s join class c on c.id = s.class_id, person p, instructor i
  where c.code = 'CI-1' and s.starts_at::date = '2026-11-11' and p.last_names = 'Lozano' and i.code = 'INS-5'`;

// Whoever was put on the list on an earlier way is taken off it.
const twoOfOneName = `
  insert into mark (session_id, person_id, revision, status, marked_by, channel, sent_at, received_at)
  select m.session_id, m.person_id, max(m.revision) + 1, 'unmarked', i.person_id, 'whatsapp', now(), now()
  from mark m join person p on p.id = m.person_id, instructor i
  where p.first_names = 'Elvira' and i.code = 'INS-2' group by 1, 2, 5;
  insert into person (first_names, last_names, site_id, registered_at)
  select 'Elvira', 'Peña', id, now() from site cross join generate_series(1, 2) where code = 'S4'`;

// Two meetings are cancelled, all others as they were planned, whatever an earlier way has done; two colleagues have one name.
const asPlanned = `
  update session s
  set starts_at = coalesce(first_starts_at, starts_at), ends_at = ends_at + (coalesce(first_starts_at, starts_at) - starts_at),
      status = case when c.code in ('HU-1', 'DA-1') and s.number = 3 then 'cancelled' else 'planned' end
  from class c where c.id = s.class_id;
  update session_substitute set ended_at = now();
  with pedro as (
    insert into person (first_names, last_names) select 'Pedro', 'Gómez' from generate_series(1, 2)
    where not exists (select from instructor where code = 'PG-1') returning id
  )
  insert into instructor (code, entity, person_id) select 'PG-' || row_number() over (), 'SENA', id from pedro`;

const register = ['registrarme', 'acepto', 'María Pérez Gómez', 'cc <number>', 'suba', 'sí', 'ahora no'];
const engativa = [...register, 'ver clases', 'sí', 'engativá'];
const starts: { who: string; phone?: string; path: (string | Input)[] }[] = [
  { who: 'a stranger', path: ['hola'] },
  { who: 'a caregiver', path: [...register, 'hola'] },
  { who: 'a caregiver before a class', path: [...register, 'ver clases', 'sí', 'bosa', 'danza'] },
  { who: 'a caregiver with a class', path: [...register, 'ver clases', 'sí', 'bosa', 'danza', 'sí', 'mis clases'] },
  { who: 'a caregiver before a class with a care room', path: [...engativa, 'estiramiento'] },
  { who: 'a caregiver before a class with rules', path: [...engativa, 'años dorados', 'sí'] },
  {
    who: 'a caregiver who cannot come',
    path: [...register, 'ver clases', 'sí', 'bosa', 'danza', 'sí', 'no voy'],
  },
  {
    who: 'somebody who is offered a place',
    path: [...register, isOffered('BO-1'), { gets: 'placeOffer', about: 'BO-1' }],
  },
  { who: 'somebody whose offer has ended', path: [...register, { gets: 'offerEnded', about: 'BO-1' }] },
  {
    who: 'somebody who is reminded',
    path: [...register, 'ver clases', 'sí', 'bosa', 'danza', 'sí', { gets: 'reminder', about: 'DA-1' }],
  },
  { who: 'somebody whose class goes on', path: [...register, { gets: 'nextTerm', about: 'BO-2' }] },
  { who: 'somebody with the document of another', path: [...register.slice(0, 3), 'cc 52999001', 'suba'] },
  { who: 'somebody who comes back', path: [...register.slice(0, 3), 'menú', 'registrarme'] },
  {
    who: 'somebody who left her registration',
    path: ['registrarme', 'acepto', 'menú', { gets: 'nudge', about: 'BO-1' }],
  },
  { who: 'another one on her phone', path: [...register, 'cambiar de persona', 'cambiar de persona'] },
  {
    who: 'an instructor who wants a PIN',
    ...(knownPhones.Martha && { phone: knownPhones.Martha }),
    path: ['cambiar pin'],
  },
  { who: 'an instructor on a new phone', ...(knownPhones.Pilar && { phone: knownPhones.Pilar }), path: ['asistencia'] },
  {
    who: 'an instructor who corrects an earlier day',
    ...(knownPhones.Helena && { phone: knownPhones.Helena }),
    path: ['menú', { happens: markedLastWeek }, 'corregir otra clase', 'faltó la 1', 'guardar'],
  },
  {
    who: 'an instructor to whose class one of two people of one name came',
    ...(knownPhones.Martha && { phone: knownPhones.Martha }),
    path: ['menú', { happens: twoOfOneName }, 'llegó Elvira Peña', 'cocina', 'guardar'],
  },
  ...[
    ['cancels a meeting', 'cancelar la clase'],
    ['moves a meeting', 'aplazar la clase'],
    ['brings a meeting back', 'sí hay clase'],
    ['gave no class', 'no hubo clase'],
    ['wants a substitute', 'necesito un reemplazo'],
  ].map(([does, says = '']) => ({
    who: `an instructor who ${does}`,
    ...(knownPhones.Nubia && { phone: knownPhones.Nubia }),
    path: ['menú', { happens: asPlanned }, says],
  })),
  { who: 'an instructor', ...(knownPhones.Martha && { phone: knownPhones.Martha }), path: ['menú'] },
  {
    who: 'an instructor whose class is over',
    ...(knownPhones.Gloria && { phone: knownPhones.Gloria }),
    path: ['menú', { gets: 'attendanceDue', about: 'YO-1' }],
  },
];

const words = {
  menu: ['menú', 'menu', 'INICIO'],
  cancel: ['cancelar', 'cancel'],
  help: ['ayuda', 'help', 'no entiendo'],
  person: ['persona', 'person', 'quiero hablar con alguien'],
  language: ['idioma', 'language'],
  back: ['atrás', 'back'],
  leave: ['salir', 'exit'],
};

type Way = { phone?: string; path: Input[] };
const all = scripts.flatMap(({ name, steps }) =>
  steps.flatMap((step) => {
    if (step.kind !== 'ask') return [];
    const at = `${name}.${step.name}`;
    // Once as it is asked in the chat, once as a form.
    return step.form ? [at, `${at}*`] : [at];
  }),
);
const ways = new Map<string, Way>();
let database: FreshDatabase;
let walker: ReturnType<typeof openWalker>;

beforeAll(async () => {
  database = await freshDatabase({ pipeline: true });
  await buildCity(database.pool, createVault(Buffer.alloc(32, 7)));
  await database.pool.query(
    `update conversation set proof_needed_at = now() where id = (select conversation_id from address where value = $1)`,
    [knownPhones.Pilar],
  );
  walker = openWalker(database.pool);
  for (const { phone, path } of starts) {
    await explore({
      ...(phone && { phone }),
      path: path.map((input) => (typeof input === 'string' ? { types: input } : input)),
    });
  }
}, 400_000);

test('every question of every script can be reached', () => {
  expect(all.filter((name) => !ways.has(name))).toEqual([]);
});

describe.each(['es', 'en'] as const)('in %s', (language) => {
  describe.each(all)('at %s', (name) => {
    let walk: Walk;
    let back: () => Promise<void>;
    let here: Stand;
    // Where it is asked again there may be more to tap.
    const choicesAgain = () =>
      stepOf(name)?.optionsAgain ? expect.arrayContaining(['Bosa', 'Usaquén']) : here.choices;

    beforeAll(async () => {
      const { phone, path } = ways.get(name) ?? { path: [] };
      walk = walker(phone);
      here = await follow(walk, [{ types: language === 'es' ? 'español' : 'english' }, ...path]);
      expect(here).toMatchObject({ at: name, locale: language });
      back = await walk.keep();
    });
    beforeEach(() => back());

    test.each(words.menu)('"%s" opens the menu', async (word) => {
      expect(await walk.does({ types: word })).toMatchObject({ at: 'menu.choice' });
    });

    test.each(words.cancel)('"%s" leaves it and opens the menu', async (word) => {
      expect(await walk.does({ types: word })).toMatchObject({ at: 'menu.choice' });
    });

    test.each(words.help)('"%s" explains and asks again', async (word) => {
      const help = stepOf(name)?.help ?? say('talk.help');
      const stand = await walk.does({ types: word });
      expect(stand.at).toBe(name);
      expect(stand.text.startsWith(`${sentence(language, help)}\n\n`)).toBe(true);
      expect(stand.choices).toEqual(choicesAgain());
    });

    test.each(words.person)('"%s" calls a person and asks again', async (word) => {
      const stand = await walk.does({ types: word });
      expect(stand.at).toBe(name);
      expect(stand.text).toContain(sentence(language, say('talk.person')));
      expect(await walk.askedForPerson()).toBe(true);
    });

    test.each(words.language)('"%s" says the same question in the other language', async (word) => {
      const other: Language = language === 'es' ? 'en' : 'es';
      const stand = await walk.does({ types: word });
      expect(stand).toMatchObject({ at: name, locale: other });
      expect(stand.text).toContain(sentence(other, say('talk.languageSet')));
      expect(stand.choices).toEqual(here.choices);
    });

    test.each(words.back)('"%s" goes to the question before, or says that there is none', async (word) => {
      const stand = await walk.does({ types: word });
      const isFirst = stand.text.includes(sentence(language, say('talk.firstQuestion')));
      expect(stand.at?.split('.')[0]).toBe(name.split('.')[0]);
      if (name !== 'resume.choice') expect(stand.at === name).toBe(isFirst);
    });

    test.each(words.leave)('"%s" says goodbye', async (word) => {
      const stand = await walk.does({ types: word });
      expect(stand).toMatchObject({ text: sentence(language, say('talk.goodbye')), choices: [] });
      expect(stand.at).toBeUndefined();
    });

    test('what nobody can understand is asked again, and the third time a way out is offered', async () => {
      const nonsense = { types: '~~ 🤷 ~~' };
      const first = await walk.does(nonsense);
      expect(first).toMatchObject({ at: name, choices: choicesAgain() });
      const second = await walk.does(nonsense);
      expect(second.text).toContain(sentence(language, say('talk.wayOut')));
    });
  });
});

function stepOf(name: string) {
  const [script = '', asked = ''] = name.replace('*', '').split('.');
  const found = scripts.find((one) => one.name === script);
  return found && question(found, asked);
}

/** From where a way ends, by every option and every sample, to every question that was not seen yet, and on from there. */
async function explore(start: Way): Promise<void> {
  const queue: Way[] = [start];
  for (let way = queue.shift(); way; way = queue.shift()) {
    const { at, choices } = await follow(walker(way.phone), way.path);
    if (at && !ways.has(at)) ways.set(at, way);
    const samples = [...(typed[at ?? ''] ?? []).map((types) => ({ types })), ...choices.map((taps) => ({ taps }))];
    if (at && samples.length === 0) throw new Error(`Say in this test what a person may type at ${at}.`);
    for (const input of at ? samples : []) {
      const next = { ...way, path: [...way.path, input] };
      const reached = await follow(walker(next.phone), next.path);
      if (reached.at && !ways.has(reached.at)) {
        ways.set(reached.at, next);
        queue.push(next);
      }
    }
  }
}

async function follow(walk: Walk, path: Input[]): Promise<Stand> {
  let stand: Stand = { text: '', choices: [], locale: 'es' };
  for (const input of path) stand = await walk.does(input);
  return stand;
}
