import { onBegunAnew } from './calls.js';
import { hearTyped } from './composer.js';
import { kept } from './kept.js';
import { allowLeaving, askToLeave, saysGoodbye } from './leaving.js';
import { listen, listenAnew, lookAtLine } from './line.js';
import { onSent, send, sendWaiting } from './outbox.js';
import { clear, note, refused, say, show, showUnsent } from './talk.js';
import { element, find, sentences } from './words.js';

// The page: what she types and taps goes to outbox.js, what is said comes from line.js, talk.js shows both.
const options = find('.options');
const state = find('#state');
const isInFrame = window.parent !== window;

for (const part of ['.options', '.reel', '.foot']) find(part).hidden = false;
begin();
hearTyped(hearWords);
hearOptions();
allowLeaving();
hearNetwork();
if (isInFrame) tellParent();

function begin() {
  const isKnown = Boolean(kept().token);
  const code = codeBrought();
  onSent((key, isTaken) => !isTaken && refused(key));
  onBegunAnew(() => {
    clear();
    announce('');
    note(sentences.ended);
    join();
    listenAnew();
  });
  if (isKnown) announce(sentences.resumed);
  showUnsent();
  if (code) say(`seguir ${code}`);
  else if (!isKnown) join();
  else sendWaiting();
  void listen(show, tellConnection, isKnown);
}

// Once a conversation, however often the page is opened: the key is always the same.
function join() {
  send({ type: 'event', name: 'webchat/join', locale: document.documentElement.lang }, 'join');
}

// From "go on here" in WhatsApp. It is good once: the address must not bring it again.
function codeBrought() {
  const address = new URL(location.href);
  const code = /^\d{8}$/.exec(address.searchParams.get('codigo') ?? '')?.[0];
  address.searchParams.delete('codigo');
  if (code) history.replaceState(null, '', address);
  return code;
}

function hearWords(text) {
  find('.quiet')?.remove();
  say(text);
  if (!saysGoodbye(text)) return;
  const offer = Object.assign(element('button', [sentences.leaveAsk], 'quiet'), { type: 'button' });
  offer.addEventListener('click', askToLeave);
  find('#choices').after(offer);
}

function hearOptions() {
  const shut = () => {
    options.open = false;
  };
  find('#on-whatsapp').addEventListener('click', () => {
    shut();
    find('#words').focus();
    say(sentences.wordWhatsapp);
  });
  // The page comes again in the other language; what she says about it goes out from there.
  find('#language').addEventListener('click', () => send({ type: 'message', text: sentences.wordOtherLanguage }));
  find('#leave').addEventListener('click', shut);
  options.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !options.open) return;
    event.stopPropagation();
    shut();
    find('.options summary').focus();
  });
  document.addEventListener('click', (event) => {
    if (!options.contains(event.target)) shut();
  });
}

function hearNetwork() {
  const look = (isOther) => {
    sendWaiting();
    lookAtLine(isOther);
  };
  window.addEventListener('online', () => look(true));
  window.addEventListener('offline', () => tellConnection(false));
  document.addEventListener('visibilitychange', () => !document.hidden && look(false));
}

let saying;

// A line that is back at once was hardly gone: it is said only if it lasts.
function tellConnection(isThere) {
  clearTimeout(saying);
  if (isThere) {
    if (state.dataset.is === 'away') announce('');
    delete state.dataset.is;
    return;
  }
  saying = setTimeout(
    () => {
      announce(sentences.offline);
      state.dataset.is = 'away';
    },
    navigator.onLine === false ? 0 : 2000,
  );
}

function announce(words) {
  if (state.textContent !== words) state.textContent = words;
}

// A page that holds us hears that the chat is there, and that Escape was pressed; links open beside it.
function tellParent() {
  const tell = (what) => window.parent.postMessage({ relevo: what }, '*');
  document.documentElement.classList.add('framed');
  for (const link of document.querySelectorAll('header a:not(#language)')) link.target = '_blank';
  document.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented && !find('dialog[open]')) tell('close');
  });
  tell('here');
}
