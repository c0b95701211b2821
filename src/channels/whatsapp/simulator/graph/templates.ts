import type { Category } from '../prices';
import type { Complaint } from './errors';
import { type Complaints, type Json, objectAt, objectsAt, textAt } from './fields';

/**
 * A template: `body` with blanks `{{1}}` or `{{name}}`, and the texts of its quick replies. One that a test or the
 * command line gives is approved.
 */
export type Template = {
  id?: string;
  name: string;
  language: string;
  body: string;
  buttons?: string[];
  category?: Category;
  status?: TemplateStatus;
};
type TemplateStatus = 'PENDING' | 'APPROVED' | 'REJECTED' | 'PAUSED' | 'DISABLED';

/** A template with its blanks filled, as the person sees it; a tap sends `payload` back. */
export type FilledTemplate = { text: string; buttons: { text: string; payload: string }[] };

/** The first thing Meta would refuse in a template send: an unknown name or language, missing or malformed parameters. */
export function templateComplaint(sent: Json, approved: Template[]): Complaint | undefined {
  return templateComplaints(sent, approved).next().value;
}

function* templateComplaints(sent: Json, approved: Template[]): Complaints {
  const template = approvedOne(sent, approved);
  if (template?.status === 'PAUSED') yield { code: 132015, details: 'Template is paused due to low quality.' };
  if (template?.status === 'DISABLED') yield { code: 132016, details: 'Template is disabled.' };
  if (!template || (template.status !== undefined && template.status !== 'APPROVED')) {
    const language = textAt(objectAt(sent, 'language'), 'code');
    yield { code: 132001, details: `template name (${textAt(sent, 'name')}) does not exist in ${language}` };
    return undefined;
  }
  const expected = blanksOf(template.body);
  const given = parametersOf(sent, 'body');
  if (given.length !== expected.length || expected.some((blank, i) => blankText(given, blank, i) === undefined))
    yield {
      code: 132000,
      details: `body: number of localizable_params (${given.length}) does not match the expected number of params (${expected.length})`,
    };
  if (given.some(({ type }) => type !== 'text'))
    yield { code: 132012, details: 'body: the format of a param does not match the format in the created template' };
  if (given.some(({ text }) => typeof text !== 'string' || /[\n\t]| {5}/.test(text)))
    yield { code: 132018, details: 'Param text cannot have new-line/tab characters or more than 4 consecutive spaces' };
  yield* componentComplaints(sent, template);
  return undefined;
}

function* componentComplaints(sent: Json, { buttons = [] }: Template): Complaints {
  for (const part of objectsAt(sent, 'components')) {
    const type = textAt(part, 'type');
    if (type === 'body') continue;
    if (type !== 'button') {
      yield { code: 132012, details: `The template has no ${type ?? 'such'} component with params.` };
      return undefined;
    }
    if (part.sub_type !== 'quick_reply' || !(Number(part.index) < buttons.length))
      yield { code: 132018, details: `The template has no quick reply button at index ${String(part.index)}.` };
    const [parameter] = objectsAt(part, 'parameters');
    const payload = parameter && textAt(parameter, 'payload');
    if (parameter?.type !== 'payload' || !payload || payload.length > 128)
      yield { code: 131009, details: 'Button payload length invalid. Min length: 1, Max length: 128' };
  }
  return undefined;
}

/** What the person sees of a template send that has no fault. */
export function filledTemplate(sent: Json, approved: Template[]): FilledTemplate {
  const template = approvedOne(sent, approved);
  if (!template) return { text: '', buttons: [] };
  const given = parametersOf(sent, 'body');
  const blanks = blanksOf(template.body);
  const text = blanks.reduce(
    (body, blank, i) => body.replaceAll(`{{${blank}}}`, () => String(blankText(given, blank, i))),
    template.body,
  );
  const buttons = (template.buttons ?? []).map((title, index) => ({
    text: title,
    payload: payloadOf(sent, index, title),
  }));
  return { text, buttons };
}

/** How a message is counted and paid for: free words are service, templates what they were approved as. */
export function categoryOf({ type, body }: { type: string; body: Json }, approved: Template[]): Category {
  if (type !== 'template') return 'service';
  return approvedOne(objectAt(body, 'template'), approved)?.category ?? 'utility';
}

function approvedOne(sent: Json, approved: Template[]): Template | undefined {
  const language = textAt(objectAt(sent, 'language'), 'code');
  return approved.find((one) => one.name === sent.name && one.language === language);
}

/** The blanks of a body, each once, in their order. */
export function blanksOf(body: string): string[] {
  return [...new Set([...body.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? ''))];
}

function parametersOf(sent: Json, type: string): Json[] {
  const component = objectsAt(sent, 'components').find((one) => one.type === type);
  return component ? objectsAt(component, 'parameters') : [];
}

// Positional blanks are numbers, filled in the order given; named ones by name.
function blankText(given: Json[], blank: string, position: number): unknown {
  const one = /^\d+$/.test(blank) ? given[position] : given.find(({ parameter_name }) => parameter_name === blank);
  return one?.text;
}

function payloadOf(sent: Json, index: number, title: string): string {
  const button = objectsAt(sent, 'components').find(
    (one) => one.type === 'button' && String(one.index) === String(index),
  );
  const payload = button && objectsAt(button, 'parameters')[0]?.payload;
  return typeof payload === 'string' ? payload : title;
}
