import { element, formatted } from './formatting.js';
import { icon } from './icons.js';
import { money } from './panel.js';

/** Draws a message: `{id, direction, at, text, shownAs, choices, …}`. `acts` has `tap(choice)`, `openList()`, `openForm()` and `quoted(id)`. */
export function drawBubble(bubble, acts) {
  const isMine = bubble.direction === 'inbound';
  const row = element('div', [], `row ${isMine ? 'mine' : 'theirs'}`);
  row.dataset.id = bubble.id;
  const paper = element('div', [], 'bubble');
  paper.append(element('span', [isMine ? 'Usted: ' : 'Relevo: '], 'unseen'));
  const quoted = bubble.replyTo && acts.quoted(bubble.replyTo);
  if (quoted) paper.append(element('div', [element('p', [formatted(quoted.replace(/\s+/g, ' '))])], 'quoted'));
  if (bubble.header && bubble.shownAs !== 'document') paper.append(element('p', [bubble.header], 'head'));
  paper.append(...contentOf(bubble));
  if (bubble.footer) paper.append(element('p', [bubble.footer], 'foot'));
  paper.append(stamp(bubble));
  row.append(paper);
  const taps = tapsOf(bubble, acts);
  if (taps.length > 0) paper.append(element('div', taps, 'taps'));
  refreshBubble(row, bubble);
  return row;
}

/** Brings ticks and reaction of a drawn message up to date, touching nothing else, so that focus stays where it is. */
export function refreshBubble(row, bubble) {
  const ticks = row.querySelector('.ticks');
  if (ticks && ticks.dataset.now !== bubble.ticks) {
    ticks.dataset.now = bubble.ticks;
    ticks.setAttribute('aria-label', tickWords[bubble.ticks]);
    ticks.replaceChildren(icon(bubble.ticks === 'sent' ? 'tick' : 'ticks'));
  }
  const reaction = row.querySelector('.reaction');
  if ((reaction?.textContent ?? '') === (bubble.reaction ?? '')) return;
  reaction?.remove();
  if (bubble.reaction) row.querySelector('.bubble').append(element('span', [bubble.reaction], 'reaction'));
}

const tickWords = { sent: 'Enviado', delivered: 'Entregado', read: 'Leído', failed: 'No entregado' };

function stamp({ at, price }) {
  const time = element('time', [clock.format(at)]);
  time.dateTime = new Date(at).toISOString();
  const made = element('span', [time], 'stamp');
  if (price) made.append(element('span', [price.amount === 0 ? 'gratis' : money(price.amount)], 'fare'));
  const ticks = element('span', [], 'ticks');
  ticks.setAttribute('role', 'img');
  made.append(ticks);
  return made;
}

const clock = new Intl.DateTimeFormat('es-CO', { hour: 'numeric', minute: '2-digit' });

function contentOf(bubble) {
  const words = bubble.text ? [element('div', [formatted(bubble.text)], 'text')] : [];
  switch (bubble.shownAs) {
    case 'audio':
      return [element('div', [icon('play'), waves(), element('span', ['0:07'])], 'voice'), unseen('Nota de voz')];
    case 'image':
    case 'video':
    case 'sticker':
      return [element('div', [icon('photo')], 'photo'), unseen('Foto'), ...words];
    case 'location':
      return [element('div', [icon('pin')], 'map'), ...words];
    case 'contact':
      return [element('div', [icon('person'), ...words], 'file')];
    case 'document':
      return [element('div', [icon('file'), element('span', [bubble.header || 'Documento'])], 'file'), ...words];
    case 'unsupported':
      return [element('div', ['Este mensaje no se puede mostrar aquí.'], 'text faint')];
    default:
      return words;
  }
}

function unseen(words) {
  return element('span', [words], 'unseen');
}

// The wave of a voice note, always the same.
function waves() {
  const heights = [3, 6, 9, 5, 11, 14, 8, 4, 10, 13, 7, 12, 6, 3, 8, 11, 5, 9, 4, 6, 3];
  const bars = heights.map((height) => element('i', [], `h${height}`));
  return element('span', bars, 'waves');
}

function tapsOf(bubble, acts) {
  if (bubble.shownAs === 'link') {
    const link = element('a', [icon('link'), bubble.link.title], 'tap');
    Object.assign(link, { href: bubble.link.url, target: '_blank', rel: 'noreferrer' });
    return [link];
  }
  if (bubble.shownAs === 'list') {
    const opener = tapButton('list', bubble.open, () => acts.openList());
    opener.setAttribute('aria-haspopup', 'dialog');
    return [opener];
  }
  if (bubble.form) {
    const opener = tapButton('file', bubble.open, () => acts.openForm());
    opener.setAttribute('aria-haspopup', 'dialog');
    return [opener];
  }
  return bubble.choices.map((choice) => tapButton('reply', choice.title, () => acts.tap(choice)));
}

function tapButton(iconName, words, act) {
  const button = element('button', [icon(iconName), words], 'tap');
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}
