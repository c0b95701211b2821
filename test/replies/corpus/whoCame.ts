import type { MarkStatus } from '../../../src/domain/marks';
import { type Unclear, type WhoCame, whoCame } from '../../../src/replies/whoCame';
import { answerAndMore } from '../../../src/replies/whoCame/answerAndMore';
import { correction } from '../../../src/replies/whoCame/correction';
import type { RosterLine } from '../../../src/services/desk';
import { classes } from './classes';
import { type Suite, suiteOf, type Verdict } from './suite';

const { rows, ...suite } = suiteOf('test/replies/corpus', 'whoCame', read);

/**
 * Instructors' words about who came. The context names the class, how it was marked before ("last: …"), and the echo she
 * answers ("told: …"); " >> " parts her messages. A label tells who is what, "?" that it must be asked, or also what.
 */
export const whoCameSuite: Suite = {
  ...suite,
  rows: rows.map((row) => ({
    ...row,
    expected: row.expected.startsWith('?') ? row.expected : written(marksIn(row.expected, classOf(row.context).length)),
  })),
  verdict,
};

type Marks = Map<number, { status: MarkStatus; reason?: string }>;

function read(text: string, context: string): string {
  const isTold = context.includes('told:');
  const roster = classOf(context);
  const last = new Map(
    [...marksIn(/last: (.*)/.exec(context)?.[1] ?? '', roster.length)].map(([number, { status }]) => [
      `p${number}`,
      status,
    ]),
  );
  const [first = '', ...more] = text.split(' >> ');
  let result = isTold ? correction(first, roster, { last }) : whoCame(first, roster, { last });
  const news: string[] = [];
  for (const reply of more) {
    const replied = result.ok ? undefined : answerAndMore(result.unfinished, reply, roster, { last });
    if (replied?.more !== undefined) news.push(replied.more);
    result = replied?.read ?? result;
  }
  return outcome(
    news.reduce((before, one) => withNews(before, one, roster), result),
    roster,
    isTold,
  );
}

/** What she said besides her answers, read as the talk does once they have made all clear. */
function withNews(before: WhoCame, news: string, roster: RosterLine[]): WhoCame {
  if (!before.ok) return before;
  const stands = new Map(before.marks.map((mark) => [mark.personId, mark]));
  const then = roster.map((line) => ({ ...line, mark: stands.get(line.personId)?.status ?? line.mark }));
  const read = correction(
    news,
    then.map(({ mark, ...line }) => (mark ? { ...line, mark } : line)),
  );
  if (!read.ok) return read;
  for (const mark of read.marks) if (mark.named || !stands.has(mark.personId)) stands.set(mark.personId, mark);
  return { ...before, marks: [...stands.values()] };
}

function outcome(result: WhoCame, roster: RosterLine[], isTold: boolean): string {
  if (!result.ok) return `? ${result.unclear.map(question).join(' + ')}`;
  const numbers = new Map(roster.map(({ personId, number }) => [personId, number]));
  const marks = result.marks.filter(({ named }) => named || !isTold || result.isOfAll);
  return written(new Map(marks.map(({ personId, ...mark }) => [numbers.get(personId) ?? 0, mark])));
}

/** A line a person, in the order of the list; nobody's marks are nothing told, which is asked. */
function written(marks: Marks): string {
  const lines = [...marks].sort(([a], [b]) => a - b);
  return (
    lines.map(([number, { status, reason }]) => `${number} ${status}${reason ? ` (${reason})` : ''}`).join(' | ') || '?'
  );
}

function classOf(context: string): RosterLine[] {
  const people = classes[context.slice(0, 1)] ?? [];
  const told = marksIn(/told: (.*)/.exec(context)?.[1] ?? '', people.length);
  return people.map((name, at) => {
    const [firstNames = '', lastNames = ''] = name.split(',');
    const mark = told.get(at + 1)?.status;
    return { number: at + 1, personId: `p${at + 1}`, firstNames, lastNames, ...(mark && { mark }) };
  });
}

/** "absent 3 7; excused 8 (cita médica); others present". */
function marksIn(label: string, people: number): Marks {
  const parts = label.split('; ').filter(Boolean);
  const marks = parts.flatMap((part): [number, { status: MarkStatus; reason?: string }][] => {
    const reason = /\((.*)\)/.exec(part)?.[1];
    const [first = '', ...rest] = part.replace(/ ?\(.*\)/, '').split(' ');
    const isOthers = first === 'others';
    const numbers = isOthers ? Array.from({ length: people }, (_, at) => at + 1) : rest.map(Number);
    const status = (isOthers ? rest[0] : first) as MarkStatus;
    return numbers.map((number) => [number, { status, ...(reason && { reason }) }]);
  });
  const isOthers = parts.findIndex((part) => part.startsWith('others'));
  const named = parts
    .filter((_, at) => at !== isOthers)
    .flatMap((part) =>
      part
        .replace(/ ?\(.*\)/, '')
        .split(' ')
        .slice(1)
        .map(Number),
    );
  return new Map(
    isOthers < 0
      ? marks
      : [
          ...marks.filter(([number]) => !named.includes(number)),
          ...marksIn(parts.filter((_, at) => at !== isOthers).join('; '), people),
        ],
  );
}

function question(unclear: Unclear): string {
  switch (unclear.kind) {
    case 'which':
    case 'together':
      return `${unclear.kind} ${unclear.numbers.join(' ')}`;
    case 'no_such_number':
      return `number ${unclear.number}`;
    case 'no_such_name':
      return `name ${unclear.text.toLowerCase()}`;
    case 'how_many':
      return `count ${unclear.number}`;
    case 'contradiction':
      return `clash ${unclear.number}`;
    case 'no_last':
      return 'last';
    default:
      return unclear.kind;
  }
}

/** Wrong is only what would be saved and is not so: asking too much, or something else, is unclear. */
function verdict(got: string, expected: string): Verdict {
  const isAsked = got.startsWith('?');
  if (expected.startsWith('?')) {
    const wanted = expected.slice(2);
    return !isAsked ? 'wrong' : wanted === '' || got.slice(2).split(' + ').includes(wanted) ? 'right' : 'unclear';
  }
  if (isAsked) return 'unclear';
  const [found, told] = [got.split(' | '), expected.split(' | ')];
  // A label without a reason leaves it open.
  const isSame =
    found.length === told.length &&
    told.every((line, at) => found[at] === line || (!line.includes('(') && found[at]?.startsWith(`${line} (`)));
  return isSame ? 'right' : 'wrong';
}
