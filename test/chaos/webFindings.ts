import type { Pool } from 'pg';
import { type Finding, none } from './verdict';
import type { WebVisitor } from './webVisitor';

type Memory = { early: number; late: number; rss: number };
type Kept = { user: string; messages: string[]; replies: number[] };

/** Whether every visitor has heard all that was said, once and in order, and said nothing twice; with the figures. */
export async function webFindings(
  pool: Pool,
  visitors: WebVisitor[],
  { early, late, rss }: Memory,
): Promise<{ counts: Record<string, number>; findings: Finding[] }> {
  const kept = new Map((await transcripts(pool)).map((one) => [one.user, one]));
  const each = (broken: (visitor: WebVisitor, kept: Kept) => string[]) =>
    visitors.flatMap((one) => broken(one, kept.get(one.user) ?? { user: one.user, messages: [], replies: [] }));
  const findings = [
    none(
      'W1',
      'messages that were answered 200 and not worked',
      each((one, { messages }) => missing([...one.said.keys()], messages)),
    ),
    none(
      'W1',
      'messages that were worked twice, or made up',
      each((one, { messages }) => surplus(messages, [...one.said.keys()])),
    ),
    none(
      'W2',
      'messages without their echo',
      each((one) => missing([...one.said.keys()], echoes(one))),
    ),
    none(
      'W2',
      'replies that did not come',
      each((one, { replies }) => missing(replies, heardReplies(one))),
    ),
    none(
      'W3',
      'activities that came twice',
      each(({ heard }) => twice(heard.map(({ id }) => id))),
    ),
    none(
      'W4',
      'activities out of order',
      each(({ heard }) => overtaken(heard.map(({ position }) => position))),
    ),
    none(
      'W5',
      'messages without one reply each',
      each((_, { messages, replies }) =>
        messages.length === replies.length ? [] : [`${messages.length} and ${replies.length}`],
      ),
    ),
    {
      invariant: 'W6',
      says: 'KiB held more at the end',
      found: Math.round(Math.max(0, late - early) / 1024),
      most: MOST_KIB,
    },
  ];
  return { counts: counts(visitors, { early, late, rss }), findings };
}
// A few MiB come and go with the load; 500 transcripts kept would be more.
const MOST_KIB = 16_384;

function counts(visitors: WebVisitor[], { early, late, rss }: Memory): Record<string, number> {
  const sum = (of: (visitor: WebVisitor) => number) => visitors.reduce((total, visitor) => total + of(visitor), 0);
  const said = visitors.flatMap((visitor) => [...visitor.said.values()]);
  return {
    visitors: visitors.length,
    messages: said.length,
    'posts repeated under the same key': sum(({ figures }) => figures.repeats),
    'sockets opened': sum(({ figures }) => figures.sockets),
    'tries to resume that were refused or found nobody': sum(({ figures }) => figures.refused),
    'activities heard': sum(({ heard }) => heard.length),
    ...spans(
      'answer',
      said.map(({ answerAfter }) => answerAfter),
    ),
    ...spans(
      'echo',
      said.map(({ echoAfter }) => echoAfter),
    ),
    ...spans(
      'reply',
      said.map(({ replyAfter }) => replyAfter),
    ),
    'KiB held after a quarter of the time': Math.round(early / 1024),
    'KiB held at the end': Math.round(late / 1024),
    'MiB resident at the end': Math.round(rss / 2 ** 20),
  };
}

async function transcripts(pool: Pool): Promise<Kept[]> {
  const { rows } = await pool.query<Kept>(`
    select a.value as user,
           array(select split_part(message_id, '|', 2) from inbox where conversation_id = a.conversation_id) as messages,
           array(select position::integer from outbox where conversation_id = a.conversation_id) as replies
    from address a where a.kind = 'web'`);
  return rows;
}

const echoes = ({ heard }: WebVisitor) => heard.flatMap(({ key }) => key ?? []);
const heardReplies = ({ heard }: WebVisitor) => heard.flatMap(({ isOurs, position }) => (isOurs ? [position] : []));

function missing<T>(wanted: T[], there: T[]): string[] {
  const found = new Set(there);
  return wanted.filter((one) => !found.has(one)).map(String);
}

function surplus(there: string[], wanted: string[]): string[] {
  return [...missing(there, wanted), ...twice(there)];
}

function twice(all: string[]): string[] {
  return all.filter((one, at) => all.indexOf(one) !== at);
}

function overtaken(positions: number[]): string[] {
  return positions.flatMap((position, at) => (at > 0 && position <= (positions[at - 1] ?? 0) ? [`${position}`] : []));
}

function spans(name: string, values: (number | undefined)[]): Record<string, number> {
  const sorted = values.flatMap((value) => value ?? []).sort((a, b) => a - b);
  const part = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0);
  return { [`milliseconds to the ${name}, p50`]: part(0.5), [`milliseconds to the ${name}, p99`]: part(0.99) };
}
