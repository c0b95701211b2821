import { call } from './calls.js';
import { keepNothing, kept, onKeptElsewhere } from './kept.js';
import { hangUp } from './line.js';
import { clear } from './talk.js';
import { element, find, sentences } from './words.js';

const dialog = find('#leaving');

/** Makes "leave" work, here and from another tab. */
export function allowLeaving() {
  find('#leave').addEventListener('click', askToLeave);
  find('#stay').addEventListener('click', () => dialog.close());
  find('#leave-now').addEventListener('click', async () => {
    dialog.close();
    await leave();
  });
  onKeptElsewhere((isKept) => !isKept && showLeft());
}

/** Asks whether to remove the conversation from this device. */
export function askToLeave() {
  dialog.showModal();
}

/** Whether these words say goodbye, so that removing the conversation is offered after them. */
export function saysGoodbye(text) {
  return /^\W*(salir|adi[oó]s|chao|leave|bye|goodbye|exit)\W*$/i.test(text.slice(0, 40));
}

// The server forgets who she is in this conversation; the device forgets the conversation.
async function leave() {
  const { conversation, token } = kept();
  keepNothing();
  showLeft();
  const body = { type: 'message', text: sentences.wordLeave, channelData: { clientActivityID: 'leave' } };
  if (token) await call(`/conversations/${conversation}/activities`, { method: 'POST', token, body }).catch(() => {});
}

function showLeft() {
  hangUp();
  clear();
  const again = Object.assign(element('button', [sentences.again], 'button'), { type: 'button' });
  again.addEventListener('click', () => location.reload());
  const farewell = element('div', [element('p', [sentences.left]), again], 'card');
  farewell.tabIndex = -1;
  farewell.setAttribute('role', 'status');
  find('main').replaceChildren(farewell);
  find('.options').remove();
  find('.skip').remove();
  farewell.focus();
}
