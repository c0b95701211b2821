import type { Pool } from 'pg';
import { scripts } from '../../dialogs/all';
import { render, renderForm } from '../../src/channels/whatsapp/render';
import { outboundComplaint } from '../../src/channels/whatsapp/simulator/graph/outboundRules';
import type { Outbound, Utterance } from '../../src/domain/talk';
import { readTap } from '../../src/script/tap';
import { textFrom } from '../setup/inbound';
import { openTurns } from '../setup/turns';
import { storyTime } from './city';

/**
 * Something typed, or the option to tap; "<number>" is a document number that nobody has yet. `happens` is a statement about
 * $1, her; `gets` is a notice of ours, about a class by its code, or its
 * next meeting.
 */
export type Input = { types: string } | { taps: string } | { happens: string } | { gets: string; about: string };
/** That she was offered a place in a class, by its code. */
export function isOffered(code: string): Input {
  return {
    happens: `insert into enrolment (class_id, person_id, status, line, offered_until)
              select id, $1, 'offered', 1, '2027-01-01' from class where code = '${code}'`,
  };
}

/** Where a talk stands after a message: the question that is open, if any ("*": as a form), and what was said. */
export type Stand = { at?: string; text: string; choices: string[]; locale: string };
/** One person's talk with the bot; it can be put back to where it stood. */
export type Walk = {
  does: (input: Input) => Promise<Stand>;
  keep: () => Promise<() => Promise<void>>;
  askedForPerson: () => Promise<boolean>;
};

/** Lets any number of invented people talk to the bot on a database, every bubble held to WhatsApp's limits. */
export function openWalker(pool: Pool) {
  const turns = openTurns(pool, scripts, { now: () => storyTime, hasForm: () => true });
  let people = 0;
  let sent = storyTime.getTime();

  return function walk(phone?: string): Walk {
    people += 1;
    const [from, number] = [phone ?? `5730066${String(people).padStart(5, '0')}`, String(52_200_000 + people)];
    const mine = `(select conversation_id from address where value = '${from}')`;
    let choices: NonNullable<Outbound['choices']> = [];

    async function does(input: Input): Promise<Stand> {
      sent += 1000;
      if ('happens' in input)
        await pool.query(input.happens.replaceAll('$1', `(select person_id from conversation where id = ${mine})`));
      else await turns.receive(textFrom(from, '', { utterance: await utterance(input), sentAt: sent }));
      const { rows } = await pool.query(
        `select c.state, c.locale, (select body from outbox where conversation_id = c.id order by id desc limit 1) as body
         from conversation c where c.id = ${mine}`,
      );
      if (turns.faults.length > 0) throw turns.faults[0];
      const [{ state, locale, body }] = rows;
      fits(body);
      choices = body.choices ?? [];
      const top = state.dialogs?.dialogStack?.at(-1);
      const options = choices.map(({ id }) => readTap(id)?.option ?? '');
      return {
        text: body.form?.text ?? body.text,
        choices: options,
        locale: locale ?? 'es',
        ...(top && { at: `${top.id}.${top.state.place.at}${body.form ? '*' : ''}` }),
      };
    }

    async function utterance(input: Exclude<Input, { happens: string }>): Promise<Utterance> {
      if ('gets' in input) {
        const { rows } = await pool.query<{ classId: string; sessionId: string }>(
          `select c.id as "classId", s.id as "sessionId" from class c join session s on s.class_id = c.id
           where c.code = $1 and s.starts_at::date >= '2026-11-18' and s.status = 'planned' order by s.starts_at limit 1`,
          [input.about],
        );
        return { kind: 'notice', script: input.gets, known: { ...rows[0], hours: 1000 } };
      }
      if ('types' in input) return { kind: 'text', text: input.types.replace('<number>', number) };
      const choice = choices.find(({ id }) => readTap(id)?.option === input.taps);
      if (!choice) throw new Error(`There is nothing to tap called "${input.taps}".`);
      return { kind: 'tap', id: choice.id, title: choice.title };
    }

    async function keep(): Promise<() => Promise<void>> {
      const { rows } = await pool.query(`select state, locale from conversation where id = ${mine}`);
      const kept = choices;
      return async () => {
        choices = kept;
        await pool.query(
          `update conversation set state = $1, locale = $2, turn_id = gen_random_uuid() where id = ${mine}`,
          [rows[0].state, rows[0].locale],
        );
      };
    }

    const askedForPerson = async () => {
      const { rowCount } = await pool.query(`delete from help_request where conversation_id = ${mine}`);
      return rowCount === 1;
    };
    return { does, keep, askedForPerson };
  };
}

function fits(body: Outbound): void {
  const cut = () => {
    throw new Error(`A bubble is cut on WhatsApp: ${body.text.slice(0, 80)}`);
  };
  for (const content of [render(body, cut), ...(body.form ? [formOf(body.form)] : [])]) refuse(body, content);
}

function formOf(form: NonNullable<Outbound['form']>): object {
  const content = renderForm(form, { id: '1', screen: 'REGISTRATION', mode: 'published' });
  if (!content) throw new Error(`A form has too many words: ${form.text.slice(0, 80)}`);
  return content;
}

function refuse(body: Outbound, content: object): void {
  const complaint = outboundComplaint({ to: '573001112233', recipient_type: 'individual', ...content }, 1024);
  if (complaint) throw new Error(`WhatsApp refuses "${body.text.slice(0, 80)}": ${complaint.details}`);
}
