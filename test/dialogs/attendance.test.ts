import { echo, savedNow } from '../../dialogs/attendanceEcho';
import type { Attendance } from '../../dialogs/attendanceKnown';
import { rosterShown } from '../../dialogs/attendanceShown';
import { marksChanged } from '../../dialogs/attendanceTyped';
import type { MarkStatus } from '../../src/domain/marks';
import { sentence } from '../../src/script/sentences';
import type { World } from '../../src/script/steps';
import type { RosterLine } from '../../src/services/desk';
import { openStory } from './story';

const world = { locale: 'es', timeZone: 'America/Bogota' } as World;
const session = {
  sessionId: 's1',
  className: 'Educación flexible 1',
  site: 'El Porvenir',
  startsAt: '2026-11-18T13:00:00Z',
  endsAt: '2026-11-18T15:00:00Z',
  enrolled: 60,
  marked: 0,
};

function classOf(people: number, name: string, mark?: MarkStatus): RosterLine[] {
  return Array.from({ length: people }, (_, n) => ({
    number: n + 1,
    personId: `p${n + 1}`,
    firstNames: name,
    lastNames: `Apellido${n}`,
    ...(mark && { mark }),
  }));
}

test('a list of 120 people who have all checked in fits one text', () => {
  const roster = classOf(120, 'María Fernanda de los Ángeles Guadalupe del Rosario');
  const claims = { claimed: roster.map(({ personId }) => personId), refused: 12 };
  expect(shown(rosterShown({ ...knownOf(roster), claims }, world)).length).toBeLessThanOrEqual(4096);
});

function knownOf(roster: RosterLine[], status?: MarkStatus): Partial<Attendance> {
  const marks = status ? roster.map(({ personId }) => ({ personId, status })) : [];
  return { sessions: [session], roster, told: { sessionId: 's1', marks } };
}

const shown = (said: ReturnType<typeof rosterShown>) => said.map((each) => sentence('es', each)).join('\n\n');

test.each([
  [34, 'María'],
  [60, 'María Fernanda de los Ángeles Guadalupe del Rosario'],
  [120, 'María Fernanda de los Ángeles Guadalupe del Rosario'],
])('a list of %i people, already marked, fits one text', (people, name) => {
  const text = shown(rosterShown(knownOf(classOf(people, name, 'excused')), world));
  expect(text.length).toBeLessThanOrEqual(4096);
  expect(text.match(/^\d+\. /gm)).toHaveLength(people);
  expect(text).toContain(`${people}. María`);
});

test.each(['absent', 'present', 'late'] as const)('sixty people %s are counted in a bubble with buttons', (status) => {
  const text = sentence('es', echo(knownOf(classOf(60, 'María Fernanda'), status), world));
  expect(text.length).toBeLessThanOrEqual(1024);
  expect(text).toContain('60');
});

test.each([3, 12, 29])('of sixty, the %i who are told apart from the rest stand there each', (few) => {
  for (const name of ['Ana', 'María Fernanda de los Ángeles Guadalupe']) {
    const known = knownOf(classOf(60, name), 'absent');
    const marks = (known.told?.marks ?? []).map((mark, at) => (at < few ? { ...mark, status: 'late' as const } : mark));
    const text = sentence('es', echo({ ...known, told: { sessionId: 's1', marks } }, world));
    expect(text.length).toBeLessThanOrEqual(1024);
    expect(text).toContain(`Faltaron ${60 - few} personas\n`);
    for (let n = 1; n <= few; n += 1) expect(text).toMatch(new RegExp(`(?<!\\d)${n}(?!\\d)`));
    expect(text).not.toMatch(new RegExp(`(?<!\\d)${few + 1}\\. `));
  }
});

test('who is not marked is said so, never counted as absent', () => {
  const known = {
    ...knownOf(classOf(3, 'Ana')),
    told: { sessionId: 's1', marks: [{ personId: 'p1', status: 'present' as const }] },
  };
  expect(sentence('es', echo(known, world))).toBe(
    '✅ Vino 1 persona: 1. Ana Apellido0\n⬜ Sin marcar 2 personas: 2. Ana Apellido1, 3. Ana Apellido2\n\n¿Guardo?',
  );
  expect(sentence('es', savedNow(known, world))).toBe(
    'Guardado: 1 presente y 2 sin marcar. Si algo quedó mal, escriba *deshacer*.',
  );
});

describe('the answer to the echo', () => {
  const known = knownOf(classOf(9, 'Ana'), 'absent');
  const read = (text: string) => marksChanged(text, { known, offered: [], world });

  test.each(['sí', 'guardar', 'listo', 'dale', 'ok', 'yes'])('%j saves', (text) => {
    expect(read(text)).toEqual({ ok: true, value: 'save' });
  });

  test.each(['no', 'todavía no'])('%j asks anew', (text) => {
    expect(read(text)).toEqual({ ok: true, value: 'fix' });
  });

  test.each(['la 7 sí vino', 'no, la 7 sí vino', 'No: la 7 sí vino', '7 vino'])(
    '%j changes that one mark and no other',
    (text) => {
      const result = read(text);
      const marks = result.ok && typeof result.value === 'object' ? result.value.marks : [];
      const others = known.told?.marks.filter(({ personId }) => personId !== 'p7') ?? [];
      expect(marks).toEqual([...others, { personId: 'p7', status: 'present' }]);
    },
  );

  test.each(['guarde pero la 7 no sé', 'xqzt', 'también la 3', '¿y la 7?'])('%j saves nothing', (text) => {
    expect(read(text).ok).toBe(false);
  });
});

test.each([
  ['is no longer hers', `delete from class_instructor`, 'ya no está a su cargo'],
  [
    'has lost somebody from its list',
    `update enrolment set status = 'withdrawn', ended_at = '2026-11-01' where person_id in (select id from person where first_names = 'Luz Dary')`,
    'La lista cambió',
  ],
])('a class that %s meanwhile is not saved, and she is told', async (_, sql, told) => {
  const story = await openStory();
  try {
    await story.does('Helena', { says: 'asistencia' });
    await story.does('Helena', { says: 'todas' });
    await story.meanwhile(sql);
    const [answer] = await story.does('Helena', { taps: 'Guardar' });
    expect(answer?.text).toContain(told);
    expect(await story.meanwhile('select * from mark')).toMatchObject({ rows: [] });
  } finally {
    await story.close();
  }
});
