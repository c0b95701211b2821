import { find } from './words.js';

const words = find('#words');

/** Hears what she types: Enter or the button sends it, Shift and Enter begin a line. */
export function hearTyped(hear) {
  find('#composer').addEventListener('submit', (event) => {
    event.preventDefault();
    const text = words.value.trim();
    // On a phone the keyboard stays open.
    words.focus();
    if (text === '') return;
    words.value = '';
    grow();
    hear(text);
  });
  words.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    find('#composer').requestSubmit();
  });
  words.addEventListener('input', grow);
}

function grow() {
  words.style.height = 'auto';
  words.style.height = `${Math.min(words.scrollHeight + 2, 140)}px`;
}
