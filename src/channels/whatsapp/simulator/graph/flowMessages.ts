import type { Complaint } from './errors';
import { isObject, type Json, objectAt, objectsAt, textAt } from './fields';
import type { Flow, FlowShelf } from './flows';

/** What is wrong with a form that is to be sent: it must be there, published, and get what its screen declares. */
export function flowComplaint({ flows }: { flows: FlowShelf }, content: Json): Complaint | undefined {
  if (content.type !== 'flow') return undefined;
  const parameters = objectAt(objectAt(content, 'action'), 'parameters');
  const flow = flowSent(flows, parameters);
  if (!flow) return invalid('No flow of this account has that id or name.');
  const { mode = 'published' } = parameters;
  const isReady = mode === 'draft' ? flow.status === 'DRAFT' && flow.errors.length === 0 : flow.status === 'PUBLISHED';
  if (!isReady) return { code: 132068, details: `A flow that is ${flow.status} cannot be sent as ${String(mode)}.` };
  const screen = screenSent(flow, parameters);
  return screen
    ? dataComplaint(objectAt(screen, 'data'), dataSent(parameters))
    : invalid('The flow has no such screen.');
}

/** The form that a message sends. */
export function flowSent(flows: FlowShelf, { flow_id, flow_name }: Json): Flow | undefined {
  return flows.all().find(({ id, name }) => id === flow_id || name === flow_name);
}

/** The screen that it opens with: the one named, else the first. */
export function screenSent({ json = '{}' }: Flow, parameters: Json): Json | undefined {
  const named = textAt(objectAt(parameters, 'flow_action_payload'), 'screen');
  const flow: unknown = JSON.parse(json);
  const screens = isObject(flow) ? objectsAt(flow, 'screens') : [];
  return named === undefined ? screens[0] : screens.find(({ id }) => id === named);
}

/** What it is filled with. */
export function dataSent(parameters: Json): Json {
  return objectAt(objectAt(parameters, 'flow_action_payload'), 'data');
}

function dataComplaint(declared: Json, given: Json): Complaint | undefined {
  for (const name of Object.keys(declared)) {
    const type = textAt(objectAt(declared, name), 'type');
    if (given[name] === undefined) return { code: 131008, details: `The screen needs the data ${name}.` };
    if ((Array.isArray(given[name]) ? 'array' : typeof given[name]) !== type)
      return invalid(`The data ${name} must be of type ${type}.`);
    if (type === 'array' && !isShortList(given[name])) return invalid(`The data ${name} must be 1 to 200 options.`);
  }
  const odd = Object.keys(given).find((name) => declared[name] === undefined);
  return odd === undefined ? undefined : invalid(`The screen declares no data ${odd}.`);
}

// An option's title has room for 30 characters, its description for 300.
function isShortList(options: unknown): boolean {
  if (!Array.isArray(options) || options.length < 1 || options.length > 200) return false;
  const fits = (text: unknown, most: number) => typeof text === 'string' && text !== '' && text.length <= most;
  const ids = new Set(options.map((one) => (isObject(one) ? one.id : undefined)));
  return (
    ids.size === options.length &&
    options.every(
      (one) => isObject(one) && fits(one.title, 30) && (one.description === undefined || fits(one.description, 300)),
    )
  );
}

function invalid(details: string): Complaint {
  return { code: 131009, details };
}
