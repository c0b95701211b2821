import { element } from './formatting.js';
import { buildHandset } from './handset.js';
import { drawIcons } from './icons.js';
import { changes, openPhone, people } from './server.js';

const phones = document.querySelector('#phones');
const tabs = document.querySelector('#tabs');
const offline = document.querySelector('#offline');

/** The phones on the page by person, with their tabs (narrow screens show one phone at a time). */
const open = new Map();
let contact = '';
let asking = new AbortController();

drawIcons(document);
listenToNewPhone();
await start();

async function start() {
  const { run, contact: name, people: known } = await untilAnswered(people);
  contact = name;
  for (const person of known) addPhone(person);
  document.querySelector('#nobody').hidden = known.length > 0;
  const first = [...open.keys()][0];
  if (first) bringForward(first);
  await follow(run);
}

// One request at a time for all phones: a browser opens only six connections to a server.
async function follow(run) {
  let after = '';
  for (;;) {
    const persons = [...open.keys()];
    asking = new AbortController();
    try {
      const answer = await changes(persons, after, asking.signal);
      // The service has started anew: its phones are others.
      if (answer.run !== run) return location.reload();
      offline.hidden = true;
      after = answer.cursor;
      for (const change of answer.phones) showChange(change);
    } catch (fault) {
      if (fault.name === 'AbortError') after = '';
      else await showOffline();
    }
  }
}

async function untilAnswered(question) {
  for (;;) {
    try {
      const answer = await question();
      offline.hidden = true;
      return answer;
    } catch {
      await showOffline();
    }
  }
}

async function showOffline() {
  offline.hidden = false;
  await new Promise((resolve) => setTimeout(resolve, 1000));
}

function showChange(change) {
  const phone = open.get(change.person);
  const added = phone?.handset.show(change) ?? 0;
  if (added > 0 && !phone.handset.root.classList.contains('front')) phone.tab.classList.add('unread');
}

function addPhone(person) {
  const handset = buildHandset(person, contact, () => void showOffline());
  const tab = element('button', [person.name]);
  tab.type = 'button';
  tab.addEventListener('click', () => bringForward(person.id));
  tabs.append(tab);
  phones.append(handset.root);
  open.set(person.id, { handset, tab });
}

function bringForward(id) {
  for (const [other, { handset, tab }] of open) {
    const isFront = other === id;
    handset.root.classList.toggle('front', isFront);
    tab.setAttribute('aria-pressed', String(isFront));
    if (!isFront) continue;
    tab.classList.remove('unread');
    tab.scrollIntoView({ inline: 'nearest', block: 'nearest' });
    const thread = handset.root.querySelector('.thread');
    thread.scrollTop = thread.scrollHeight;
  }
}

function listenToNewPhone() {
  const dialog = document.querySelector('#new-phone');
  const form = document.querySelector('#new-phone-form');
  document.querySelector('#open-phone').addEventListener('click', () => {
    form.reset();
    dialog.showModal();
  });
  document.querySelector('#new-phone-cancel').addEventListener('click', () => dialog.close());
  form.addEventListener('submit', async () => {
    const answers = new FormData(form);
    try {
      const person = await openPhone(answers.get('name').trim(), answers.has('hidesNumber'));
      addPhone(person);
      document.querySelector('#nobody').hidden = true;
      bringForward(person.id);
      asking.abort();
      open.get(person.id).handset.root.scrollIntoView({ block: 'nearest' });
    } catch {
      await showOffline();
    }
  });
}
