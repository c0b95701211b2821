import { element } from './formatting.js';
import { openSheet } from './sheet.js';

/** Opens a message's form over its phone; resolves to what was filled in, by the fields' names, or undefined when it was closed. */
export function fillIn(handset, { title, parts, send }) {
  return openSheet(handset, { title, rows: parts.map(rowOf), send, answer: (paper) => filled(paper, parts) });
}

// Nothing is sent before all that must be there is there.
function filled(paper, parts) {
  const given = new FormData(paper);
  const fields = parts.filter(({ kind }) => kind !== 'words');
  const lacks = fields.some(({ name, isRequired }) => isRequired && !String(given.get(name) ?? '').trim());
  if (lacks) return undefined;
  return Object.fromEntries(
    fields.map(({ kind, name }) => [name, kind === 'tick' ? given.has(name) : (given.get(name) ?? '')]),
  );
}

function rowOf(part) {
  switch (part.kind) {
    case 'words':
      return element('p', [part.text], part.isHeading ? 'form-heading' : 'form-words');
    case 'tick':
      return element('label', [element('span', [labelOf(part)], 'row-words'), box(part)], 'choice');
    case 'choice':
      return element('label', [labelOf(part), chooser(part)], 'field');
    default:
      return element(
        'label',
        [labelOf(part), line(part), ...(part.helper ? [element('small', [part.helper])] : [])],
        'field',
      );
  }
}

function labelOf({ label, isRequired }) {
  return element('span', [label, ...(isRequired ? [] : [element('small', [' (opcional)'])])]);
}

function line({ name, isRequired, most }) {
  const input = element('input');
  Object.assign(input, { type: 'text', name, maxLength: most, required: isRequired, autocomplete: 'off' });
  return input;
}

function box({ name, isRequired }) {
  const input = element('input');
  Object.assign(input, { type: 'checkbox', name, required: isRequired });
  return input;
}

function chooser({ name, isRequired, options }) {
  const select = element('select');
  Object.assign(select, { name, required: isRequired });
  const none = element('option', ['Elija']);
  none.value = '';
  const all = options.map(({ id, title, description }) => {
    const option = element('option', [description ? `${title} · ${description}` : title]);
    option.value = id;
    return option;
  });
  select.append(none, ...all);
  return select;
}
