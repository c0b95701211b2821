// The conversation, its token, and what has not been sent, over a reload and for all tabs. Some browsers let a page in a
// frame keep nothing: then it lasts as long as the page does.
const KEPT = 'relevo.chat';
let inMemory;

/** What is kept: `conversation`, `token`, `at` (when the token came, in milliseconds), `queue`. */
export function kept() {
  if (inMemory) return inMemory;
  try {
    return JSON.parse(localStorage.getItem(KEPT)) ?? {};
  } catch {
    return {};
  }
}

/** Keeps this besides, or instead. */
export function keep(change) {
  const all = { ...kept(), ...change };
  try {
    localStorage.setItem(KEPT, JSON.stringify(all));
  } catch {
    inMemory = all;
  }
}

/** Keeps nothing any more. */
export function keepNothing() {
  inMemory = undefined;
  try {
    localStorage.removeItem(KEPT);
  } catch {}
}

/** Tells when another tab has kept something, or nothing any more. */
export function onKeptElsewhere(hear) {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === KEPT || key === null) hear(newValue !== null);
  });
}
