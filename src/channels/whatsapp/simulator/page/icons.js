/** Draws a named icon; it is decoration, so what it means must stand in words beside it. */
export function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const { box = '0 0 24 24', path } = icons[name];
  svg.setAttribute('viewBox', box);
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** Puts icons where the page asks for them with `data-icon`. */
export function drawIcons(root) {
  for (const place of root.querySelectorAll('[data-icon]')) place.replaceWith(icon(place.dataset.icon));
}

const icons = {
  plus: { path: 'M12 5v14M5 12h14' },
  send: { path: 'M4 12 3 4l18 8-18 8 1-8Zm0 0h8' },
  mic: { path: 'M12 3a3 3 0 0 1 3 3v6a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3ZM5 11a7 7 0 0 0 14 0M12 18v3' },
  photo: { path: 'M4 5h16v14H4zM4 16l5-5 4 4 2-2 5 5M15.5 9.5h.01' },
  pin: { path: 'M12 21s-7-6.2-7-11a7 7 0 0 1 14 0c0 4.8-7 11-7 11ZM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z' },
  down: { path: 'm6 9 6 6 6-6' },
  close: { path: 'M6 6l12 12M18 6 6 18' },
  reply: { path: 'M9 7 4 12l5 5M4 12h9a7 7 0 0 1 7 6' },
  list: { path: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01' },
  link: { path: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6' },
  file: { path: 'M6 3h8l5 5v13H6zM14 3v5h5M9 13h6M9 17h6' },
  play: { path: 'M8 5v14l11-7z' },
  person: { path: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21a8 8 0 0 1 16 0' },
  tick: { box: '0 0 18 12', path: 'm3.5 6.5 3.5 3.5 7-8' },
  ticks: { box: '0 0 18 12', path: 'm1 6.5 3.5 3.5 7-8M7.5 9l1 1 7-8' },
};
