/** Every sentence in Spanish (usted, feminine by default). ICU MessageFormat; a plural form always holds "#" or a space. */
export const es = {
  'talk.hello': 'Hola, {name}.',
  'talk.places': 'Hay {n, plural, one {# cupo libre} other {# cupos libres}}.',
} as const;
