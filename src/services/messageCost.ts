import { completed, type MessagesSent, messagesSent } from '../db/messageReports';
import type { Db } from '../db/pool';
import { instantOf } from '../domain/calendar';
import { costOf, type Prices } from '../domain/prices';

/** What messages cost in a month. `cost` is undefined where a category has no price; `each`: messages for each one completed. */
export type MonthOfMessages = {
  rows: (MessagesSent & { cost: number | undefined })[];
  messages: number;
  cost: number;
  unpriced: number;
  each: { what: 'registration' | 'enrolment'; messages: number; completed: number }[];
};

/** Counts a month, "2026-11", as the place's calendar has it. */
export async function monthOfMessages(
  db: Db,
  month: string,
  { timeZone, prices }: { timeZone: string; prices: Prices | undefined },
): Promise<MonthOfMessages> {
  const from = instantOf(timeZone, `${month}-01`, '00:00');
  const until = instantOf(timeZone, `${monthAfter(month)}-01`, '00:00');
  const [sent, ended] = await Promise.all([messagesSent(db, from, until), completed(db, from, until)]);
  const rows = sent.map((row) => ({ ...row, cost: costOf(prices, row.category, row.charged) }));
  const of = (task: string) => sum(rows.filter((row) => row.task === task).map(({ messages }) => messages));
  return {
    rows,
    messages: sum(rows.map(({ messages }) => messages)),
    cost: sum(rows.map(({ cost }) => cost ?? 0)),
    unpriced: sum(rows.filter(({ cost }) => cost === undefined).map(({ messages }) => messages)),
    each: [
      { what: 'registration', messages: of('registration'), completed: ended.registrations },
      { what: 'enrolment', messages: of('enrolment'), completed: ended.enrolments },
    ],
  };
}

function monthAfter(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function sum(numbers: number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
