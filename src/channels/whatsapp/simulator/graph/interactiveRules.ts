import {
  type Complaints,
  isObject,
  type Json,
  objectAt,
  objectsAt,
  textAt,
  textComplaints,
  twiceComplaints,
} from './fields';

/**
 * Where an interactive message breaks Meta's limits: 3 buttons of 20 characters, 10 rows of 24 and 72, body 1,024
 * (a list's `listBody`: Meta's pages disagree between 1,024 and 4,096), header and footer 60.
 */
export function* interactiveComplaints(interactive: Json, listBody: number): Complaints {
  const type = textAt(interactive, 'type');
  if (!isKind(type)) {
    yield { code: 100, details: `Param interactive['type'] must be one of {${kinds.join(', ').toUpperCase()}}.` };
    return undefined;
  }
  yield* textComplaints(objectAt(interactive, 'body'), 'text', 'Body text', type === 'list' ? listBody : 1024);
  if (interactive.header !== undefined) yield* headerComplaints(objectAt(interactive, 'header'), type);
  if (interactive.footer !== undefined)
    yield* textComplaints(objectAt(interactive, 'footer'), 'text', 'Footer text', 60);
  const isBare = type === 'location_request_message' || type === 'request_contact_info';
  if (isBare && (interactive.header !== undefined || interactive.footer !== undefined))
    yield { code: 131009, details: `Interactive type ${type} takes neither header nor footer` };
  const action = objectAt(interactive, 'action');
  yield* actionComplaints(type, action);
  return undefined;
}

const kinds = ['button', 'list', 'cta_url', 'flow', 'location_request_message', 'request_contact_info'] as const;
type Kind = (typeof kinds)[number];

function isKind(type: unknown): type is Kind {
  return kinds.some((one) => one === type);
}

function* actionComplaints(type: Kind, action: Json): Complaints {
  switch (type) {
    case 'button':
      return yield* buttonComplaints(action);
    case 'list':
      return yield* listComplaints(action);
    case 'cta_url':
      return yield* linkComplaints(action);
    case 'flow':
      return yield* flowComplaints(action);
    case 'location_request_message':
      return yield* namedComplaints(action, 'send_location');
    case 'request_contact_info':
      return yield* namedComplaints(action, 'request_contact_info');
  }
}

function* namedComplaints(action: Json, name: string): Complaints {
  if (action.name !== name) yield { code: 131009, details: `Action name must be ${name}` };
  return undefined;
}

function* headerComplaints(header: Json, of: string): Complaints {
  const type = textAt(header, 'type') ?? '';
  if (type === 'text') return yield* textComplaints(header, 'text', 'Header text', 60);
  const takesFiles = of === 'button' || of === 'cta_url' || of === 'flow';
  if (!takesFiles || !['image', 'video', 'document'].includes(type))
    yield { code: 131009, details: `Header type is not valid for interactive type ${of}` };
  return undefined;
}

function* buttonComplaints(action: Json): Complaints {
  const buttons = objectsAt(action, 'buttons');
  if (buttons.length < 1 || buttons.length > 3)
    yield { code: 131009, details: 'Invalid buttons count. Min allowed buttons: 1, Max allowed buttons: 3' };
  const replies = buttons.map((button) => objectAt(button, 'reply'));
  if (buttons.some((button) => button.type !== 'reply')) yield { code: 131009, details: 'Button type must be reply' };
  for (const reply of replies) {
    yield* textComplaints(reply, 'title', 'Button title', 20);
    yield* textComplaints(reply, 'id', 'Button id', 256);
    if (textAt(reply, 'id')?.trim() !== reply.id)
      yield { code: 131009, details: 'Button id must not begin or end with spaces' };
  }
  yield* twiceComplaints(
    replies.map(({ id }) => id),
    'button id',
  );
  yield* twiceComplaints(
    replies.map(({ title }) => title),
    'button title',
  );
  return undefined;
}

function* listComplaints(action: Json): Complaints {
  yield* textComplaints(action, 'button', 'List button', 20);
  const sections = objectsAt(action, 'sections');
  if (sections.length < 1 || sections.length > 10)
    yield { code: 131009, details: 'Invalid sections count. Min allowed sections: 1, Max allowed sections: 10' };
  for (const section of sections) {
    if (section.title !== undefined || sections.length > 1)
      yield* textComplaints(section, 'title', 'Section title', 24);
    if (objectsAt(section, 'rows').length < 1) yield { code: 131009, details: 'Section must have at least one row' };
  }
  yield* rowComplaints(sections.flatMap((section) => objectsAt(section, 'rows')));
  return undefined;
}

function* rowComplaints(rows: Json[]): Complaints {
  if (rows.length > 10) yield { code: 131009, details: 'Total row count exceed max allowed count: 10' };
  for (const row of rows) {
    yield* textComplaints(row, 'id', 'Row id', 200);
    yield* textComplaints(row, 'title', 'Row title', 24);
    if (row.description !== undefined) yield* textComplaints(row, 'description', 'Row description', 72);
  }
  yield* twiceComplaints(
    rows.map(({ id }) => id),
    'row id',
  );
  return undefined;
}

function* linkComplaints(action: Json): Complaints {
  const parameters = objectAt(action, 'parameters');
  if (action.name !== 'cta_url') yield { code: 131009, details: 'Action name must be cta_url' };
  yield* textComplaints(parameters, 'display_text', 'Display text', 20);
  yield* textComplaints(parameters, 'url', 'Url', 2000);
  if (!/^https?:\/\//.test(textAt(parameters, 'url') ?? '')) yield { code: 131009, details: 'Url is not valid' };
  return undefined;
}

function* flowComplaints(action: Json): Complaints {
  const parameters = objectAt(action, 'parameters');
  yield* namedComplaints(action, 'flow');
  if (parameters.flow_message_version !== '3') yield { code: 131009, details: 'flow_message_version must be 3' };
  if ((textAt(parameters, 'flow_id') === undefined) === (textAt(parameters, 'flow_name') === undefined))
    yield { code: 131009, details: 'Exactly one of flow_id and flow_name is required' };
  yield* textComplaints(parameters, 'flow_cta', 'Flow CTA', 20);
  if (/\p{Extended_Pictographic}/u.test(textAt(parameters, 'flow_cta') ?? ''))
    yield { code: 131009, details: 'Flow CTA must not have emoji' };
  yield* textComplaints(parameters, 'flow_token', 'Flow token', 256);
  const { mode = 'published', flow_action: act = 'navigate', flow_action_payload: payload } = parameters;
  if (mode !== 'published' && mode !== 'draft') yield { code: 131009, details: 'mode must be published or draft' };
  if (act !== 'navigate' && act !== 'data_exchange')
    yield { code: 131009, details: 'flow_action must be navigate or data_exchange' };
  if (payload === undefined) return undefined;
  if (act === 'data_exchange') yield { code: 131009, details: 'flow_action_payload is only for navigate' };
  const { screen, data } = objectAt(parameters, 'flow_action_payload');
  if (typeof screen !== 'string') yield { code: 131009, details: 'flow_action_payload needs a screen' };
  if (data !== undefined && (!isObject(data) || Object.keys(data).length === 0))
    yield { code: 131009, details: 'flow_action_payload.data must be a non-empty object' };
  return undefined;
}
