/**
 * Whose service this is and who answers for the data (Ley 1581, art. 12). A city writes its own here before it goes
 * live; what stands here says that it is a demonstration.
 */
export const programme = {
  name: 'Manzanas del Cuidado',
  controller: 'Programa de Cuidado (demostración)',
  contact: 'Calle 1 # 2-3, Bogotá, 601 000 0000, datos@relevo.example',
  policy: 'https://relevo.example/datos',
} as const;
