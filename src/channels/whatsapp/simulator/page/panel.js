import { element, formatted } from './formatting.js';
import { bringAbout } from './server.js';

/** Readies the panel of a phone: what to try out, and how things stand. Gives `show(state)`; `fail` is told of lost posts. */
export function readyPanel(root, person, fail) {
  const panel = root.querySelector('.panel');
  const opener = root.querySelector('.panel-open');
  const told = panel.querySelector('.panel-told');
  opener.addEventListener('click', () => open(panel.hidden));
  for (const place of [opener, panel])
    place.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape' || panel.hidden) return;
      open(false);
      opener.focus();
    });
  panel.addEventListener('click', ({ target }) => {
    const button = target.closest('button[data-trial]');
    if (button) void attempt(JSON.parse(button.dataset.trial), button.textContent);
  });
  panel.addEventListener('change', ({ target }) => {
    if (target.matches('input[data-switch]')) void attempt({ kind: target.dataset.switch, isOn: target.checked });
  });
  panel.querySelector('form').addEventListener('submit', (event) => {
    event.preventDefault();
    const choice = panel.querySelector('select');
    void attempt(
      { kind: 'fault', fault: choice.value },
      `Le pasará al próximo envío: ${choice.selectedOptions[0].text}`,
    );
  });

  function open(isOpen) {
    panel.hidden = !isOpen;
    root.classList.toggle('inspected', isOpen);
    opener.setAttribute('aria-expanded', String(isOpen));
  }
  async function attempt(trial, words = 'Cambiado') {
    try {
      const { done } = await bringAbout(person.id, trial);
      told.textContent = done ? `${words}.` : 'Todavía no hay un botón que tocar.';
    } catch (fault) {
      fail(fault);
    }
  }
  return (state) => showState(root, state);
}

function showState(root, state) {
  const { windowMs, spent, messages, currency } = state;
  const gone = windowMs === 0;
  const window = root.querySelector('.standing-window');
  window.textContent =
    windowMs === null ? 'Ventana sin límite' : gone ? 'Ventana cerrada' : `Ventana: ${span(windowMs)}`;
  window.classList.toggle('closed', gone);
  root.querySelector('.standing-spent').textContent =
    `${money(spent, currency)} · ${messages} ${messages === 1 ? 'mensaje' : 'mensajes'}`;
  const time = new Intl.DateTimeFormat('es-CO', { dateStyle: 'medium', timeStyle: 'short' }).format(state.now);
  root.querySelector('.panel-clock').textContent = `Reloj de WhatsApp: ${time}`;
  const switches = { receipts: state.sharesReceipts, offline: state.isOffline, hideNumber: state.hidesPhone };
  for (const input of root.querySelectorAll('input[data-switch]')) input.checked = switches[input.dataset.switch];
}

function span(ms) {
  const minutes = Math.ceil(ms / 60_000);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** An amount of money, with as many digits as so small a price needs. */
export function money(amount, currency = 'USD') {
  const digits = { minimumFractionDigits: amount === 0 ? 0 : 4, maximumFractionDigits: 4 };
  return new Intl.NumberFormat('es-CO', { style: 'currency', currency, ...digits }).format(amount);
}

/** A message that never came, as the business would wish to see it. */
export function drawLost({ text, code, title }) {
  const why = code ? `${code} · ${title}` : 'Aceptado por Meta, nunca enviado';
  const paper = element(
    'div',
    [element('p', ['No llegó'], 'head'), element('p', [formatted(text)], 'text'), element('p', [why], 'foot')],
    'bubble',
  );
  return element('div', [paper], 'row theirs lost');
}
