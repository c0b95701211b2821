/**
 * Words that tell of a danger, as they stand in folded words joined by spaces, a sentence a line. `unless`: what right before, right after
 * or anywhere makes them something else: "me pega" the sun, "tengo miedo" of the computer.
 */
export type Sign = { told: RegExp; unless?: { before?: RegExp; after?: RegExp; whole?: RegExp } };

/** Who speaks of a class about it tells of no danger. */
export const lessons =
  /\b(clase|clases|curso|cursos|taller|talleres|charla|charlas|prevencion|prevenir|conferencia|capacitacion|cartilla)\b/;

/** Words as a sign is made of them, whole. */
export function words(told: string): RegExp {
  return new RegExp(`(?<!\\w)(?:${told})(?!\\w)`, 'gm');
}
