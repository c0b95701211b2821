import { element } from './formatting.js';

/** Opens the list of a message over its phone; resolves to the choice that was sent, or undefined when it was closed. */
export function chooseFrom(handset, { open, choices }) {
  const rows = choices.flatMap((choice, i) => {
    const isNewSection = choice.section && choice.section !== choices[i - 1]?.section;
    return [...(isNewSection ? [element('h4', [choice.section], 'section')] : []), row(choice)];
  });
  const picked = (paper) => choices.find(({ id }) => id === new FormData(paper).get('row'));
  return openSheet(handset, { title: open, rows, send: 'Enviar', answer: picked });
}

/**
 * Opens a sheet of rows over a phone. It can be sent once `answer(paper)` gives something, which it resolves to; to
 * undefined when it was closed.
 */
export function openSheet(handset, { title, rows, send, answer }) {
  const sheet = handset.querySelector('.sheet');
  const screen = handset.querySelector('.screen');
  const paper = sheet.querySelector('.sheet-paper');
  const confirm = paper.querySelector('[type=submit]');
  const opener = document.activeElement;
  sheet.querySelector('.sheet-title').textContent = title;
  sheet.setAttribute('aria-label', title);
  sheet.querySelector('.sheet-rows').replaceChildren(...rows);
  confirm.textContent = send;
  confirm.disabled = answer(paper) === undefined;
  sheet.hidden = false;
  screen.inert = true;
  sheet.querySelector('input').focus();

  return new Promise((resolve) => {
    const ended = new AbortController();
    const listen = (target, event, act) => target.addEventListener(event, act, { signal: ended.signal });
    const close = (given) => {
      ended.abort();
      sheet.hidden = true;
      screen.inert = false;
      opener?.focus();
      resolve(given);
    };

    listen(paper, 'input', () => {
      confirm.disabled = answer(paper) === undefined;
    });
    listen(paper, 'submit', (event) => {
      event.preventDefault();
      const given = answer(paper);
      if (given !== undefined) close(given);
    });
    listen(sheet, 'keydown', (event) => {
      if (event.key === 'Escape') close(undefined);
      if (event.key === 'Tab') keepInside(sheet, event);
    });
    for (const button of sheet.querySelectorAll('.sheet-close, .sheet-behind'))
      listen(button, 'click', () => close(undefined));
  });
}

function row({ id, title, detail }) {
  const radio = element('input');
  Object.assign(radio, { type: 'radio', name: 'row', value: id });
  const words = element('span', [element('b', [title]), ...(detail ? [element('small', [detail])] : [])], 'row-words');
  return element('label', [words, radio], 'choice');
}

function keepInside(sheet, event) {
  const stops = [
    ...sheet.querySelectorAll('.sheet-close, input:checked, input, select, [type=submit]:not([disabled])'),
  ];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const isRadio = document.activeElement?.type === 'radio';
  const leaves = document.activeElement === edge || (isRadio && edge?.type === 'radio');
  if (!leaves) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
