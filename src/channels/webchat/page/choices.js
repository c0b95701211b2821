import { inLanguage } from './bubbles.js';
import { element, find } from './words.js';

// Nothing ever takes the focus. Whoever taps a choice with the keyboard is put on the log, right before the next ones: they
// are read out with the question, and one Tab away. Whoever types stays where she types.
const choiceBox = find('#choices');

/** The choices of one of our activities: `options` with id, title and detail, their language, and where in the text their list begins. */
export function choicesOf({ suggestedActions, channelData, locale }) {
  const options = (suggestedActions?.actions ?? []).map(({ title, value, channelData: more }) => ({
    id: value,
    title,
    detail: more?.detail,
  }));
  return { options, listFrom: channelData?.listFrom, locale };
}

/** Shows choices instead of those that were there; `choose` is given the one that is tapped, once. */
export function offer({ options, locale }, choose) {
  const items = options.map((option, n) => element('li', [choiceButton(option, n, choose)]));
  const isLong = options.length > 3 || options.some(({ detail }) => detail);
  choiceBox.replaceChildren(...(items.length > 0 ? [element('ol', items, isLong ? 'long' : '')] : []));
  for (const item of items) inLanguage(item, locale);
  choiceBox.hidden = items.length === 0;
}

/** Takes the choices back: they have been answered. */
export function withdraw() {
  if (choiceBox.contains(document.activeElement)) find('#log').focus({ preventScroll: true });
  for (const button of choiceBox.querySelectorAll('button')) button.disabled = true;
  choiceBox.classList.add('answered');
}

function choiceButton(option, n, choose) {
  const number = element('span', [String(n + 1)], 'number');
  number.setAttribute('aria-hidden', 'true');
  const detail = option.detail ? [' ', element('span', [option.detail], 'detail')] : [];
  const label = element('span', [element('span', [option.title], 'title'), ...detail], 'label');
  const button = Object.assign(element('button', [number, label]), { type: 'button' });
  choiceBox.classList.remove('answered');
  button.addEventListener('click', ({ detail: clicks }) => {
    // The second click of a double click may fall on a choice that has only just come.
    if (clicks > 1 || button.disabled) return;
    withdraw();
    choose(option);
  });
  return button;
}
