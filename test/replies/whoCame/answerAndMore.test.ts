import type { MarkStatus } from '../../../src/domain/marks';
import { whoCame } from '../../../src/replies/whoCame';
import { answerAndMore } from '../../../src/replies/whoCame/answerAndMore';
import { correction } from '../../../src/replies/whoCame/correction';
import { roster } from '../roster';

/** What she wrote and replied; who is absent and who late once all is read, or what is still asked and what was noted. */
function talk(first: string, reply: string) {
  const read = whoCame(first, roster);
  const replied = read.ok ? undefined : answerAndMore(read.unfinished, reply, roster);
  if (!replied?.read?.ok) return replied?.more === undefined ? 'asked' : `noted: ${replied.more}`;
  const marks = new Map(replied.read.marks.map(({ personId, status }) => [personId, status]));
  const then = roster.map((line) => ({ ...line, mark: marks.get(line.personId) ?? ('present' as const) }));
  const news = replied.more === undefined ? undefined : correction(replied.more, then);
  if (news?.ok) for (const { personId, status, named } of news.marks) if (named) marks.set(personId, status);
  const who = (wanted: MarkStatus) => [...marks].flatMap(([id, status]) => (status === wanted ? [id.slice(1)] : []));
  const all = (['absent', 'late', 'excused'] as const).flatMap((status) =>
    who(status).length > 0 ? [`${status} ${who(status).join(' ')}`] : [],
  );
  return [...all, ...(news && !news.ok ? [`? ${news.unclear[0]?.kind}`] : [])].join('; ');
}

test.each([
  ['la 18; y la 7 llegó tarde', 'absent 18; late 7'],
  ['la 18 y la 7 llegó tarde', 'absent 18; late 7'],
  ['la dieciocho la siete llego tarde', 'absent 18; late 7'],
  ['la 18. La 5 tarde, la 6 tiene excusa', 'absent 18; late 5; excused 6'],
  ['18, 5 tarde', 'absent 18; late 5'],
  ['la Ortiz y también faltó la 5', 'absent 5 18'],
  ['la 18 y la 5 también', 'absent 5 18'],
  ['la 18 no vino y la 5 tampoco', 'absent 5 18'],
  ['faltaron la 18 y la 5', 'absent 5 18'],
  ['no, perdón, Rosa Ortiz, y la 5 faltó', 'absent 5 18'],
  ['no perdón Rosa Ortiz y la 5 faltó', 'absent 5 18'],
  ['la 18. Ah, y la 4 llegó tarde', 'absent 18; late 4'],
  ['la 4 llegó tarde y la 18 faltó', 'absent 18; late 4'],
  ['la 4 vino, la 18 no vino', 'absent 18'],
  ['la 18 pero avisó', 'excused 18'],
  ['la 18, las demás vinieron', 'absent 18'],
  ['ninguna, y la 5 faltó', 'absent 5'],
  ['none of them', ''],
  ['ninguna de ellas', ''],
  ['18, and 7 was late', 'absent 18; late 7'],
  ['sorry, Rosa Ortiz, and 5 was absent', 'absent 5 18'],
  ['la 18 y Zoila llegó tarde', 'absent 18; ? no_such_name'],
])('after "todas menos Rosa", %j', (reply, expected) => {
  expect(talk('todas menos Rosa', reply)).toBe(expected);
});

test.each([
  ['todas menos Rosa y la 5', 'la 18. La 5 sí vino', 'absent 18'],
  ['todas menos Rosa. 8 excusa', 'todas menos la 18 y la 8', 'absent 18; excused 8'],
  ['todas menos Rosa; 3 llegó tarde', 'todas menos la 18', 'absent 18; late 3'],
  ['todas menos Rosa; 3 llegó tarde', 'todas a tiempo', ''],
  ['todas menos 3; 3 vino', 'faltó; la 7 llegó tarde', 'absent 3; late 7'],
  ['todas menos Zoila', 'la 8 y la 5 llegó tarde', 'absent 8; late 5'],
  ['faltaron 3', 'la 3; la 7 llegó tarde', 'absent 3; late 7'],
  ['todas menos Zoila', 'es la 8; la 5 no vino', 'absent 5 8'],
  ['todas menos Rosa y Zoila', 'faltaron la 18 y la 5', 'absent 5 18'],
])('after %j, %j', (first, reply, expected) => {
  expect(talk(first, reply)).toBe(expected);
});

test.each([
  ['todas menos Rosa', 'y la 7 llegó tarde'],
  ['todas menos Rosa', 'también faltó la 7'],
  ['todas menos Rosa', 'la 7 no vino'],
  ['todas menos Rosa y Zoila', 'la 18; la 7 llegó tarde'],
])('after %j, %j is kept until all is clear', (first, reply) => {
  expect(talk(first, reply)).toMatch(/^noted: .*la 7/);
});

test.each([
  ['todas menos Rosa', 'todas menos esa'],
  ['todas menos Rosa', 'la 18 y la 5 llegaron tarde'],
  ['todas menos Rosa', 'la 18, la 5 y la 6 llegaron tarde'],
  ['todas menos Rosa', 'la 18 y la 5'],
  ['todas menos Rosa', 'la 18 llegó tarde'],
  ['todas menos Rosa', 'la 4 o la 18'],
  ['todas menos Rosa', 'all of them'],
  ['todas menos Rosa', '¿la 18 y la 7 llegó tarde?'],
  ['todas menos Rosa', `la 18${' y la 7 llegó tarde'.repeat(30)}`],
])('after %j, %j is asked again', (first, reply) => {
  expect(talk(first, reply)).toBe('asked');
});

test('what everyone is said to be anew, with something else unclear, is what is asked about then', () => {
  const first = whoCame('todas menos Rosa', roster);
  const replied = first.ok ? undefined : answerAndMore(first.unfinished, 'no, todas menos Zoila y la 5', roster);
  expect(replied?.read).toMatchObject({ ok: false, unclear: [{ kind: 'no_such_name', text: 'Zoila' }] });
});

test('words about somebody that other words take the place of are told as left out', () => {
  const first = whoCame('todas menos 3. la 9 anda rara', roster);
  const replied = first.ok ? undefined : answerAndMore(first.unfinished, 'la 7 llegó tarde', roster);
  expect(replied?.read).toMatchObject({ ok: true, left: ['la 9 anda rara'] });
});
