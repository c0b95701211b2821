import { drawBubble, refreshBubble } from './bubble.js';
import { fillIn } from './form.js';
import { element } from './formatting.js';
import { drawIcons } from './icons.js';
import { drawLost, readyPanel } from './panel.js';
import { fill, say, send, tap } from './server.js';
import { chooseFrom } from './sheet.js';

/** Builds one phone: `{root, show(change)}`, where a change has `bubbles` and `typingMs`. `fail` is told of posts that got lost. */
export function buildHandset(person, contact, fail) {
  const root = document.querySelector('#handset').content.cloneNode(true).firstElementChild;
  drawIcons(root);
  name(root, person, contact);
  const phone = {
    root,
    person,
    fail,
    bubbles: new Map(),
    thread: root.querySelector('.thread'),
    typing: typingRow(),
    timer: 0,
    lost: new Set(),
    standing: readyPanel(root, person, fail),
  };
  listenToComposer(phone);
  listenToScrolling(phone);
  // Not every browser lets the keyboard into what scrolls.
  phone.thread.tabIndex = 0;
  return { root, show: (change) => show(phone, change) };
}

function name(root, person, contact) {
  const find = (selector) => root.querySelector(selector);
  root.id = `phone-${person.id}`;
  root.setAttribute('aria-label', `Teléfono de ${person.name}`);
  find('.owner-name').textContent = person.name;
  find('.owner-label').textContent = [person.label, person.phone ? `+${person.phone}` : 'número oculto']
    .filter(Boolean)
    .join(' · ');
  find('.contact-name').textContent = contact;
  find('.avatar').textContent = contact.slice(0, 1);
  find('.contact-status').textContent = 'en línea';
  find('.thread').setAttribute('aria-label', `Conversación de ${person.name} con ${contact}`);
  find('.words').setAttribute('aria-label', `Mensaje de ${person.name}`);
}

function listenToComposer({ root, person, fail }) {
  const form = root.querySelector('.composer');
  const words = root.querySelector('.words');
  const things = root.querySelector('.things');
  const more = root.querySelector('.more');
  const openThings = (isOpen) => {
    things.hidden = !isOpen;
    more.setAttribute('aria-expanded', String(isOpen));
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = words.value.trim();
    if (!text) return;
    words.value = '';
    grow(words);
    say(person.id, text).catch((fault) => {
      // What was typed is not lost with the connection.
      if (!words.value) words.value = text;
      fail(fault);
    });
  });
  words.addEventListener('input', () => grow(words));
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  more.addEventListener('click', () => openThings(things.hidden));
  things.addEventListener('click', (event) => {
    const thing = event.target.closest('[data-thing]')?.dataset.thing;
    if (!thing) return;
    openThings(false);
    words.focus();
    send(person.id, samples[thing] ?? { kind: thing }).catch(fail);
  });
  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || things.hidden) return;
    openThings(false);
    more.focus();
  });
}

// A place in the south-west of Bogotá.
const here = { kind: 'location', latitude: 4.6286, longitude: -74.1565, name: 'Mi ubicación' };
const samples = { location: here, contact: { kind: 'contact', name: 'Rosa', phone: '573001112233' } };

function grow(words) {
  words.style.height = 'auto';
  words.style.height = `${Math.min(words.scrollHeight, 120)}px`;
}

function listenToScrolling({ root, thread }) {
  const newest = root.querySelector('.newest');
  thread.addEventListener('scroll', () => {
    newest.hidden = isAtEnd(thread);
  });
  newest.addEventListener('click', () => toEnd(thread));
}

function show(phone, { bubbles, typingMs, lost, state }) {
  const { thread, typing } = phone;
  const follows =
    isAtEnd(thread) || bubbles.some(({ direction, id }) => direction === 'inbound' && !phone.bubbles.has(id));
  let added = 0;
  for (const bubble of bubbles) {
    const known = phone.bubbles.get(bubble.id);
    if (known) refreshBubble(known.row, bubble);
    else added += place(phone, bubble);
  }
  for (const one of lost) {
    if (phone.lost.has(one.id)) continue;
    phone.lost.add(one.id);
    thread.append(drawLost(one));
  }
  phone.standing(state);
  clearTimeout(phone.timer);
  setTyping(phone, typingMs > 0);
  if (typingMs > 0) phone.timer = setTimeout(() => setTyping(phone, false), typingMs);
  if (typing.isConnected) thread.append(typing);
  if (follows) toEnd(thread);
  return added;
}

function place(phone, bubble) {
  const { thread, person, fail } = phone;
  const row = drawBubble(bubble, {
    tap: (choice) => tap(person.id, choice.id, bubble.id).catch(fail),
    openList: async () => {
      const choice = await chooseFrom(phone.root, bubble);
      if (choice) tap(person.id, choice.id, bubble.id).catch(fail);
    },
    openForm: async () => {
      const values = await fillIn(phone.root, bubble.form);
      if (values) fill(person.id, bubble.id, values).catch(fail);
    },
    quoted: (id) => phone.bubbles.get(id)?.bubble.text,
  });
  const last = [...phone.bubbles.values()].at(-1)?.bubble;
  const day = new Date(bubble.at).toDateString();
  if (!last || new Date(last.at).toDateString() !== day) thread.append(element('p', [dayWords(bubble.at)], 'day'));
  else if (last.direction === bubble.direction) row.classList.add('follows');
  thread.append(row);
  phone.bubbles.set(bubble.id, { bubble, row });
  return bubble.direction === 'outbound' ? 1 : 0;
}

function dayWords(at) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(at).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days === 0) return 'Hoy';
  if (days === 1) return 'Ayer';
  return new Intl.DateTimeFormat('es-CO', { weekday: 'long', day: 'numeric', month: 'long' }).format(at);
}

function typingRow() {
  const dots = element('span', [element('i'), element('i'), element('i')], 'dots');
  const row = element('div', [element('div', [dots], 'bubble')], 'row theirs typing');
  row.setAttribute('aria-hidden', 'true');
  return row;
}

function setTyping({ root, thread, typing }, isTyping) {
  const status = isTyping ? 'escribiendo…' : 'en línea';
  const shown = root.querySelector('.contact-status');
  if (shown.textContent !== status) shown.textContent = status;
  if (isTyping && !typing.isConnected) {
    const follows = isAtEnd(thread);
    thread.append(typing);
    if (follows) toEnd(thread);
  }
  if (!isTyping) typing.remove();
}

function isAtEnd(thread) {
  return thread.scrollHeight - thread.scrollTop - thread.clientHeight < 60;
}

function toEnd(thread) {
  thread.scrollTop = thread.scrollHeight;
}
