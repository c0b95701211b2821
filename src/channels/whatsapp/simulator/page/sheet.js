import { element } from './formatting.js';

/** Opens the list of a message over its phone; resolves to the choice that was sent, or undefined when it was closed. */
export function chooseFrom(handset, bubble) {
  const sheet = handset.querySelector('.sheet');
  const screen = handset.querySelector('.screen');
  const paper = sheet.querySelector('.sheet-paper');
  const confirm = paper.querySelector('[type=submit]');
  const title = sheet.querySelector('.sheet-title');
  const opener = document.activeElement;
  title.textContent = bubble.open;
  sheet.setAttribute('aria-label', bubble.open);
  confirm.disabled = true;
  sheet.querySelector('.sheet-rows').replaceChildren(...rowsOf(bubble));
  sheet.hidden = false;
  screen.inert = true;
  sheet.querySelector('input').focus();

  return new Promise((resolve) => {
    const ended = new AbortController();
    const listen = (target, event, act) => target.addEventListener(event, act, { signal: ended.signal });
    const close = (choice) => {
      ended.abort();
      sheet.hidden = true;
      screen.inert = false;
      opener?.focus();
      resolve(choice);
    };
    const picked = () => bubble.choices.find(({ id }) => id === new FormData(paper).get('row'));

    listen(paper, 'change', () => {
      confirm.disabled = false;
    });
    listen(paper, 'submit', (event) => {
      event.preventDefault();
      if (picked()) close(picked());
    });
    listen(sheet, 'keydown', (event) => {
      if (event.key === 'Escape') close(undefined);
      if (event.key === 'Tab') keepInside(sheet, event);
    });
    for (const button of sheet.querySelectorAll('.sheet-close, .sheet-behind'))
      listen(button, 'click', () => close(undefined));
  });
}

function rowsOf(bubble) {
  return bubble.choices.flatMap((choice, i) => {
    const isNewSection = choice.section && choice.section !== bubble.choices[i - 1]?.section;
    return [...(isNewSection ? [element('h4', [choice.section], 'section')] : []), row(choice)];
  });
}

function row({ id, title, detail }) {
  const radio = element('input');
  Object.assign(radio, { type: 'radio', name: 'row', value: id });
  const words = element('span', [element('b', [title]), ...(detail ? [element('small', [detail])] : [])], 'row-words');
  return element('label', [words, radio], 'choice');
}

function keepInside(sheet, event) {
  const stops = [...sheet.querySelectorAll('.sheet-close, input:checked, input, [type=submit]:not([disabled])')];
  const edge = event.shiftKey ? stops[0] : stops.at(-1);
  const isRadio = document.activeElement?.type === 'radio';
  const leaves = document.activeElement === edge || (isRadio && edge?.type === 'radio');
  if (!leaves) return;
  event.preventDefault();
  (event.shiftKey ? stops.at(-1) : stops[0])?.focus();
}
