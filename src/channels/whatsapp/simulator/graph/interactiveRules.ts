import { type Complaints, type Json, objectAt, objectsAt, textAt, textComplaints, twiceComplaints } from './fields';

/**
 * Where an interactive message breaks Meta's limits: 3 buttons of 20 characters, 10 rows of 24 and 72, body 1,024
 * (a list's `listBody`: Meta's pages disagree between 1,024 and 4,096), header and footer 60.
 */
export function* interactiveComplaints(interactive: Json, listBody: number): Complaints {
  const type = textAt(interactive, 'type');
  if (type !== 'button' && type !== 'list' && type !== 'cta_url') {
    yield { code: 100, details: "Param interactive['type'] must be one of {BUTTON, LIST, CTA_URL}." };
    return undefined;
  }
  yield* textComplaints(objectAt(interactive, 'body'), 'text', 'Body text', type === 'list' ? listBody : 1024);
  if (interactive.header !== undefined) yield* headerComplaints(objectAt(interactive, 'header'), type);
  if (interactive.footer !== undefined)
    yield* textComplaints(objectAt(interactive, 'footer'), 'text', 'Footer text', 60);
  const action = objectAt(interactive, 'action');
  if (type === 'button') yield* buttonComplaints(action);
  if (type === 'list') yield* listComplaints(action);
  if (type === 'cta_url') yield* linkComplaints(action);
  return undefined;
}

function* headerComplaints(header: Json, of: string): Complaints {
  const type = textAt(header, 'type') ?? '';
  if (type === 'text') return yield* textComplaints(header, 'text', 'Header text', 60);
  if (of === 'list' || !['image', 'video', 'document'].includes(type))
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
