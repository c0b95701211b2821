import { openStory, type Story } from './story';

let story: Story;
beforeAll(async () => {
  story = await openStory();
});
afterAll(() => story.close());

const says = async (who: string, ...messages: string[]) => {
  for (const message of messages) await story.does(who, { says: message });
};
const saved = async (name: string) => {
  const { rows } = await story.meanwhile(
    `select p.first_names || ' ' || p.last_names as person, r.status, r.revision
     from class c join session s on s.class_id = c.id and s.starts_at::date = '2026-11-18'
     cross join lateral roster(s.id) r join person p on p.id = r.person_id
     where c.name = '${name}' and r.status is not null and r.status <> 'present' order by p.last_names, p.first_names`,
  );
  return rows.map(({ person, status, revision }) => `${person} ${status} ${revision}`);
};

test('what she answers, adds and puts right while something is unclear is what stands in the database', async () => {
  await says('Gloria', 'todas menos Ana', 'y la 9 llegó tarde', 'la 17; la 5 no vino pero avisó', 'la 9 sí vino', 'sí');
  expect(await saved('Yoga')).toEqual(['Laura Castro Espitia excused 1', 'Ana Ibáñez Duarte absent 1']);
});

test('two who mark one class at the same time, one hours late and twice: nobody is marked by both', async () => {
  await says('Martha', 'asistencia', 'cocina', 'todas menos Rosa Nieto');
  await says('Helena', 'todas menos Rosa Nieto; Ana tarde', 'sí');
  await story.waits('Martha', 3 * 3_600_000);
  await says('Martha', 'guardar', 'guardar');
  expect(await saved('Cocina')).toEqual(['Ana Lozano late 1', 'Rosa Nieto absent 1']);
});
