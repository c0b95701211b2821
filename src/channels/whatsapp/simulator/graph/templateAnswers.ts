import { randomInt } from 'node:crypto';
import type { HttpRequest } from '../../../../http/message';
import type { Category } from '../prices';
import type { GraphAccount } from './account';
import { type Complaint, graphError } from './errors';
import { type Json, objectsAt, textAt } from './fields';
import { jsonIn } from './requestBody';
import { blanksOf, type Template } from './templates';

type Answer = { status: number; body: Json };

/** `/{account id}/message_templates`: list (paged by `limit` and `after`), create (then pending), delete by name. */
export function answerTemplates(account: GraphAccount, request: HttpRequest): Answer {
  if (request.method === 'GET') return listed(account, request.query);
  if (request.method === 'DELETE') return deleted(account, request.query);
  const given = jsonIn(request) ?? {};
  const complaint = createComplaint(account, given);
  if (complaint) return graphError(complaint);
  const template = templateFrom(given);
  account.templates.push(template);
  return { status: 200, body: { id: template.id, status: template.status, category: given.category } };
}

function listed({ templates }: GraphAccount, query: URLSearchParams): Answer {
  const name = query.get('name');
  const all = templates.filter((one) => name === null || one.name.includes(name));
  const from = Number(Buffer.from(query.get('after') ?? '', 'base64url').toString()) || 0;
  const to = from + (Number(query.get('limit')) || 25);
  const after = Buffer.from(String(to)).toString('base64url');
  const next = to < all.length && { next: `?after=${after}` };
  return { status: 200, body: { data: all.slice(from, to).map(sheet), paging: { cursors: { after }, ...next } } };
}

function sheet({
  id = '',
  name,
  language,
  status = 'APPROVED',
  category = 'utility',
  body,
  buttons = [],
}: Template): Json {
  const components = [
    { type: 'BODY', text: body },
    ...(buttons.length > 0
      ? [{ type: 'BUTTONS', buttons: buttons.map((text) => ({ type: 'QUICK_REPLY', text })) }]
      : []),
  ];
  return { id, name, language, status, category: category.toUpperCase(), components };
}

function deleted(account: GraphAccount, query: URLSearchParams): Answer {
  const name = query.get('name');
  const left = account.templates.filter((one) => one.name !== name);
  if (left.length === account.templates.length)
    return graphError({ code: 100, subcode: 2593002, details: 'Message template not found.' });
  account.templates.splice(0, account.templates.length, ...left);
  return { status: 200, body: { success: true } };
}

const categories = ['UTILITY', 'MARKETING', 'AUTHENTICATION'];

function createComplaint({ templates }: GraphAccount, given: Json): Complaint | undefined {
  const name = textAt(given, 'name') ?? '';
  const language = textAt(given, 'language');
  const text = textAt(bodyIn(given), 'text') ?? '';
  if (!/^[a-z0-9_]{1,512}$/.test(name))
    return bad('Param name must hold only lower-case letters, digits and underscores, 512 at most.');
  if (!/^[a-z]{2,3}(_[A-Z]{2})?$/.test(language ?? '')) return bad('Param language must be a supported language code.');
  if (!categories.includes(String(given.category)))
    return bad(`Param category must be one of {${categories.join(', ')}}.`);
  if (text.trim() === '' || text.length > 1024) return bad('The BODY component needs a text of 1 to 1024 characters.');
  if (/^\{\{\w+\}\}|\{\{\w+\}\}$/.test(text.trim()))
    return bad('A variable cannot be at the start or end of the template.');
  if (blanksOf(text).length !== exampleCount(given))
    return bad('The BODY component needs an example for each variable.');
  const buttons = buttonsIn(given);
  if (buttons.length > 10 || buttons.some((title) => title.length < 1 || title.length > 25))
    return bad('At most 10 buttons, of 1 to 25 characters each.');
  if (templates.some((one) => one.name === name && one.language === language))
    return { code: 100, subcode: 2388024, details: `There is already ${language} content for this template.` };
  return undefined;
}

function bad(details: string): Complaint {
  return { code: 100, details };
}

function bodyIn(given: Json): Json {
  return objectsAt(given, 'components').find(({ type }) => String(type).toUpperCase() === 'BODY') ?? {};
}

function buttonsIn(given: Json): string[] {
  const part = objectsAt(given, 'components').find(({ type }) => String(type).toUpperCase() === 'BUTTONS');
  return part ? objectsAt(part, 'buttons').map((button) => textAt(button, 'text') ?? '') : [];
}

function exampleCount(given: Json): number {
  const example = (bodyIn(given).example ?? {}) as Json;
  const named = objectsAt(example, 'body_text_named_params').length;
  const [positional] = Array.isArray(example.body_text) ? example.body_text : [];
  return named || (Array.isArray(positional) ? positional.length : 0);
}

function templateFrom(given: Json): Template {
  return {
    id: String(randomInt(1e14, 2.8e14)),
    name: textAt(given, 'name') ?? '',
    language: textAt(given, 'language') ?? '',
    category: String(given.category).toLowerCase() as Category,
    body: textAt(bodyIn(given), 'text') ?? '',
    buttons: buttonsIn(given),
    status: 'PENDING',
  };
}
