import type { es } from './es';

/** Every sentence in English. */
export const en: Record<keyof typeof es, string> = {
  'talk.hello': 'Hello, {name}.',
  'talk.places': '{n, plural, one {# free place} other {# free places}}.',
};
