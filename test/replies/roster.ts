import type { RosterLine } from '../../src/services/desk';

/** A class of invented people, in the order of their family names; three of them are a Rosa. */
export const roster: RosterLine[] = [
  ['Ana Lucía', 'Acosta Pérez'],
  ['Beatriz', 'Barrera Díaz'],
  ['Carmen Rosa', 'Castro'],
  ['Rosa', 'Cárdenas Gil'],
  ['Diana', 'Díaz Mora'],
  ['Elsa', 'Duarte'],
  ['Flor', 'Espinosa'],
  ['Gloria', 'Fajardo'],
  ['Helena', 'García'],
  ['Inés', 'Gómez Ruiz'],
  ['Jenny', 'González'],
  ['Luz Marina', 'Hernández'],
  ['María', 'de la Cruz'],
  ['Marta', 'Jiménez'],
  ['Nelly', 'Lozano'],
  ['Olga', 'Moreno'],
  ['Patricia', 'Niño'],
  ['Rosa', 'Ortiz'],
  ['Sandra', 'Peña'],
  ['Yolanda', 'Quiroga'],
].map(([firstNames = '', lastNames = ''], at) => ({ number: at + 1, personId: `p${at + 1}`, firstNames, lastNames }));
