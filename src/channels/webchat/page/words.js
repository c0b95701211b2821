/** The page's sentences by their names, in its language. */
export const sentences = JSON.parse(document.querySelector('#sentences').textContent);

/** The one element of the page that fits. */
export function find(selector) {
  return document.querySelector(selector);
}

/** Makes an element with these children and this class. */
export function element(tag, children = [], className = '') {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}
