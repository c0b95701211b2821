import type { HttpRequest } from '../../../../http/message';
import type { GraphAccount } from './account';
import { graphError } from './errors';
import { isObject, type Json, textAt } from './fields';
import { type Flow, flowErrors } from './flows';
import { formIn, jsonIn } from './requestBody';

type Answer = { status: number; body: Json };

/** `/{account id}/flows`: what there is, and another one. A form that is wrong is taken all the same, as Meta does. */
export function answerFlows(account: GraphAccount, request: HttpRequest): Answer {
  if (request.method === 'GET') return { status: 200, body: { data: account.flows.all().map(brief), paging: {} } };
  const given = jsonIn(request) ?? {};
  const name = textAt(given, 'name');
  const categories = Array.isArray(given.categories) ? given.categories : [];
  if (!name) return graphError({ code: 100, details: 'The parameter name is required.' });
  if (categories.length === 0 || categories.some((one) => !known.includes(String(one))))
    return graphError({ code: 100, details: `Param categories must be of {${known.join(', ')}}.` });
  if (account.flows.all().some((flow) => flow.name === name))
    return graphError({ code: 100, subcode: 4016019, details: 'Flow name already exists in this account.' });
  const flow = account.flows.add(name, categories);
  const text = textAt(given, 'flow_json');
  if (text !== undefined) take(flow, text);
  if (given.publish === true && flow.errors.length === 0) flow.status = 'PUBLISHED';
  return { status: 200, body: { id: flow.id, success: true, validation_errors: flow.errors } };
}

/** `/{flow id}` and its edges `assets`, `publish` and `deprecate`. */
export async function answerFlow(flow: Flow, account: GraphAccount, request: HttpRequest): Promise<Answer> {
  const edge = request.path.split('/')[3];
  if (request.method === 'GET' && edge === 'assets') return { status: 200, body: { data: [asset(account, flow)] } };
  if (request.method === 'GET') return { status: 200, body: { ...brief(flow), json_version: versionOf(flow) } };
  if (request.method === 'DELETE') {
    if (flow.status !== 'DRAFT') return cannot('Only a flow in draft can be deleted.');
    account.flows.remove(flow.id);
    return done;
  }
  if (edge === 'assets') return upload(flow, request);
  if (edge === 'publish') {
    if (flow.status !== 'DRAFT' || flow.json === undefined || flow.errors.length > 0)
      return cannot('The flow cannot be published. Resolve its validation errors first.');
    flow.status = 'PUBLISHED';
    return done;
  }
  if (edge !== 'deprecate' || flow.status !== 'PUBLISHED') return cannot('Only a published flow can be deprecated.');
  flow.status = 'DEPRECATED';
  return done;
}

const done = { status: 200, body: { success: true } };
const known = [
  'SIGN_UP',
  'SIGN_IN',
  'APPOINTMENT_BOOKING',
  'LEAD_GENERATION',
  'CONTACT_US',
  'CUSTOMER_SUPPORT',
  'SURVEY',
  'OTHER',
];

async function upload(flow: Flow, request: HttpRequest): Promise<Answer> {
  const form = await formIn(request);
  const file = form?.get('file');
  if (form?.get('asset_type') !== 'FLOW_JSON' || !file || typeof file === 'string')
    return graphError({ code: 100, details: 'The parameters asset_type (FLOW_JSON) and file are required.' });
  if (flow.status !== 'DRAFT') return cannot('A published flow cannot be changed.');
  take(flow, await file.text());
  return { status: 200, body: { success: true, validation_errors: flow.errors } };
}

function take(flow: Flow, text: string): void {
  flow.json = text;
  flow.errors = flowErrors(text);
}

function cannot(details: string): Answer {
  return graphError({ code: 139002, details });
}

function brief({ id, name, status, categories, errors }: Flow): Json {
  return { id, name, status, categories, validation_errors: errors };
}

function asset({ filesUrl }: GraphAccount, { id }: Flow): Json {
  return { name: 'flow.json', asset_type: 'FLOW_JSON', download_url: `${filesUrl()}/flow-${id}` };
}

function versionOf({ json = '{}', errors }: Flow): string | null {
  const flow: unknown = errors.length > 0 ? undefined : JSON.parse(json);
  return (isObject(flow) && textAt(flow, 'version')) || null;
}
