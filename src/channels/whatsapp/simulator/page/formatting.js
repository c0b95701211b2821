/** WhatsApp's formatting as elements: *bold*, _italic_, ~strike~, `code`, ```mono```, bullets, quotes, links. */
export function formatted(text) {
  const whole = document.createDocumentFragment();
  text.split('```').forEach((part, i, parts) => {
    const isMono = i % 2 === 1 && i < parts.length - 1;
    if (isMono) whole.append(element('pre', [part.replace(/^\n|\n$/g, '')]));
    else appendLines(whole, i % 2 === 1 ? `\`\`\`${part}` : part);
  });
  return whole;
}

function appendLines(whole, text) {
  for (const [i, line] of text.split('\n').entries()) {
    const block = blockOf(line);
    const isAfterBlock =
      whole.lastElementChild &&
      whole.lastChild === whole.lastElementChild &&
      whole.lastElementChild.matches('.bullet, .quote, pre');
    if (block) whole.append(block);
    else whole.append(...(i > 0 && !isAfterBlock ? ['\n'] : []), ...inline(line));
  }
}

function blockOf(line) {
  const [, mark, words] = /^([-*>]) (.+)$/.exec(line) ?? [];
  return mark && element('span', inline(words), mark === '>' ? 'quote' : 'bullet');
}

// A mark opens after a space, a bracket or another mark, closes before one, and touches its words inside.
const marks = [
  { tag: 'code', pattern: /`([^`]+)`/ },
  { tag: 'a', pattern: /(https?:\/\/[^\s<>]*[^\s<>.,;:!?)»"'*_~])/ },
  { tag: 'strong', pattern: /(?<![\p{L}\p{N}])\*(\S|\S[^*\n]*?\S)\*(?![\p{L}\p{N}])/u },
  { tag: 'em', pattern: /(?<![\p{L}\p{N}])_(\S|\S[^_\n]*?\S)_(?![\p{L}\p{N}])/u },
  { tag: 's', pattern: /(?<![\p{L}\p{N}])~(\S|\S[^~\n]*?\S)~(?![\p{L}\p{N}])/u },
];

function inline(text) {
  const first = marks
    .map(({ tag, pattern }) => ({ tag, found: pattern.exec(text) }))
    .filter(({ found }) => found)
    .sort((a, b) => a.found.index - b.found.index)[0];
  if (!first) return text === '' ? [] : [text];
  const { tag, found } = first;
  const inside = tag === 'code' || tag === 'a' ? [found[1]] : inline(found[1]);
  const marked = element(tag, inside);
  if (tag === 'a') Object.assign(marked, { href: found[1], target: '_blank', rel: 'noreferrer' });
  const before = text.slice(0, found.index);
  return [...(before ? [before] : []), marked, ...inline(text.slice(found.index + found[0].length))];
}

/** Makes an element with these children and this class. */
export function element(tag, children = [], className = '') {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
