import { herBubble, ourBubble, settled } from './bubbles.js';
import { choicesOf, offer, withdraw } from './choices.js';
import { send, unsent } from './outbox.js';
import { element, find } from './words.js';

const log = find('#log');
const reel = find('.reel');
const newest = find('#newest');
const writing = find('#writing');
// Rows of hers by key, and the ids of all that is shown. On its way is what stands below everything that has arrived.
const rows = new Map();
const seen = new Set();
let dots;
// Where the talk was scrolled to by itself: who is anywhere else is reading, and left alone.
let leftAt = 0;

// Not every browser lets the keyboard into what scrolls.
log.tabIndex = 0;

/** Says something in her name. */
export function say(words, value) {
  const key = send({ type: 'message', text: words, ...(value && { value }) });
  withdraw();
  place(key, words);
  toEnd();
}

/** Shows what she said before this page was opened and has not left yet. */
export function showUnsent() {
  for (const { key, activity } of unsent()) if (activity.type === 'message') place(key, activity.text);
  toEnd();
}

/** Shows activities, from the beginning of the last one of ours that is too long for the window. Those from before are not read out: whoever comes back need not hear it all again. */
export function show(activities, isFromBefore) {
  const follows = isFromBefore || isAtEnd() || Math.abs(reel.scrollTop - leftAt) < 2;
  log.setAttribute('aria-live', isFromBefore ? 'off' : 'polite');
  for (const activity of activities) {
    if (activity.type !== 'message' || seen.has(activity.id)) continue;
    seen.add(activity.id);
    if (activity.from.role === 'user') showHers(activity);
    else showOurs(activity);
  }
  if (!isFromBefore && activities[activities.length - 1]?.from.role === 'user') awaitAnswer();
  if (follows) toEnd(log.querySelector('.ours:last-child'));
}

/** Shows a line of the page's own. */
export function note(words) {
  log.append(element('p', [words], 'note'));
  toEnd();
}

/** Empties the talk. */
export function clear() {
  offer({ options: [] });
  log.replaceChildren();
  rows.clear();
  seen.clear();
}

/** Says of what she has said that the server will not take it. */
export function refused(key) {
  const row = rows.get(key);
  if (row) settled(row);
  stopDots();
}

function showHers({ text, timestamp, channelData: { clientActivityID: key } }) {
  withdraw();
  const row = rows.get(key);
  if (row) {
    settled(row, timestamp);
    row.classList.remove('leaving');
  } else if (text) {
    const made = herBubble(text, timestamp);
    rows.set(key, made);
    put(made);
  }
}

function showOurs(activity) {
  stopDots();
  const choices = choicesOf(activity);
  put(ourBubble(activity, choices));
  offer(choices, ({ id, title }) => say(title, id));
}

function place(key, words) {
  const row = herBubble(words);
  row.classList.add('leaving');
  rows.set(key, row);
  log.append(row);
}

function put(row) {
  log.insertBefore(row, log.querySelector('.leaving'));
}

function awaitAnswer() {
  clearTimeout(dots);
  dots = setTimeout(() => {
    writing.hidden = false;
    toEnd();
    dots = setTimeout(stopDots, 20_000);
  }, 400);
}

function stopDots() {
  clearTimeout(dots);
  writing.hidden = true;
}

function isAtEnd() {
  return reel.scrollHeight - reel.scrollTop - reel.clientHeight < 80;
}

// What is long is read from its beginning.
function toEnd(row) {
  reel.scrollTop = reel.scrollHeight;
  if (row) reel.scrollTop = Math.min(reel.scrollTop, row.offsetTop - reel.offsetTop - 12);
  leftAt = reel.scrollTop;
  // In a low window it is the page that scrolls.
  const page = document.scrollingElement;
  if (page.scrollHeight > page.clientHeight) page.scrollTop = row ? row.offsetTop - 12 : page.scrollHeight;
}

reel.addEventListener('scroll', () => {
  newest.hidden = isAtEnd();
});
newest.addEventListener('click', () => {
  toEnd();
  find('#words').focus({ preventScroll: true });
});
