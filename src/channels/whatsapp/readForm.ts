import type { FilledForm } from '../../domain/talk';
import { clean } from './clean';
import { FormReply } from './webhookShapes';

/** Reads the answer to a form (a WhatsApp Flow). What is broken gives a form without answers: she did send one. */
export function readForm(reply: unknown, about: string | undefined): FilledForm {
  const { flow_token: token, ...fields } = fieldsOf(reply);
  const answers = Object.entries(fields)
    .filter(([name]) => NAME.test(name))
    .flatMap(([name, value]) => {
      const answer = answerOf(value);
      return answer === undefined ? [] : [[name, answer] as const];
    })
    .slice(0, MOST_ANSWERS);
  return {
    ...(typeof token === 'string' && token !== '' && { token: clean(token, 256) }),
    ...(about !== undefined && { about: clean(about, 512) }),
    answers: Object.fromEntries(answers),
  };
}
const NAME = /^[A-Za-z]\w{0,63}$/;
const MOST_ANSWERS = 50;
const LONGEST_ANSWER = 1000;

function fieldsOf(reply: unknown): Record<string, unknown> {
  const read = FormReply.safeParse(reply);
  if (!read.success) return {};
  try {
    const value: unknown = JSON.parse(read.data.response_json);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}

// Numbers and ticks come as themselves or as strings, several choices as a list.
function answerOf(value: unknown): string | undefined {
  if (Array.isArray(value)) {
    const several = value.slice(0, MOST_ANSWERS).flatMap((each) => scalar(each) ?? []);
    return clean(several.join(','), LONGEST_ANSWER);
  }
  const answer = scalar(value);
  return answer === undefined ? undefined : clean(answer, LONGEST_ANSWER);
}

function scalar(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
