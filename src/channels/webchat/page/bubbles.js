import { formatted } from './markup.js';
import { element, sentences } from './words.js';

/**
 * What we have said, as a row; `choices` are read out with it, because they stand outside of what is read out. It says its
 * language: the talk may be in another than the page, and is not to be read out with the wrong voice.
 */
export function ourBubble({ text, timestamp, locale }, choices) {
  const listFrom = choices.listFrom ?? text.length;
  const bubble = element(
    'div',
    [unseen(sentences.relevo), ...formatted(text.slice(0, listFrom)), readOut(choices), timeOf(timestamp)],
    'bubble',
  );
  inLanguage(bubble, locale);
  return element('div', [bubble], 'row ours');
}

/** What she has said, as a row; without a time it is on its way. */
export function herBubble(words, timestamp) {
  const state = timestamp ? timeOf(timestamp) : element('span', [sentences.sending], 'time');
  return element('div', [element('div', [unseen(sentences.you), words, state], 'bubble')], 'row hers');
}

/** Says of a row of hers that it has arrived, or that it will not. */
export function settled(row, timestamp) {
  const state = row.querySelector('.time');
  if (timestamp) state.replaceWith(timeOf(timestamp));
  else {
    row.classList.add('failed');
    state.replaceWith(element('strong', [sentences.unsent], 'time'));
  }
}

/** Tells what is read out of an element in which language it is, where that is not the page's. */
export function inLanguage(shown, locale) {
  if (locale && locale !== document.documentElement.lang) shown.lang = locale;
}

function readOut({ options }) {
  const all = options.map(({ title }, n) => `${n + 1}, ${title}.`).join(' ');
  return options.length > 0 ? unseen(` ${sentences.choicesRead} ${all}`) : '';
}

function unseen(words) {
  return element('span', [`${words} `], 'unseen');
}

function timeOf(timestamp) {
  const at = new Date(timestamp);
  const language = document.documentElement.lang === 'es' ? 'es-CO' : 'en';
  const isToday = at.toDateString() === new Date().toDateString();
  const how = { hour: 'numeric', minute: '2-digit', ...(!isToday && { day: 'numeric', month: 'short' }) };
  return Object.assign(element('time', [at.toLocaleString(language, how)], 'time'), { dateTime: timestamp });
}
