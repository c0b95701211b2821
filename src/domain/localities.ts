/** A locality: `aliases` are other ways people write it, accents and case left out. */
export type Locality = { code: string; name: string; aliases: string[] };

/** Bogotá's twenty localities with their official codes. */
export const bogotaLocalities: Locality[] = [
  { code: '01', name: 'Usaquén', aliases: [] },
  { code: '02', name: 'Chapinero', aliases: ['chapi'] },
  { code: '03', name: 'Santa Fe', aliases: ['santafe'] },
  { code: '04', name: 'San Cristóbal', aliases: ['san cristobal sur', 'sancristobal', 'san cris'] },
  { code: '05', name: 'Usme', aliases: ['husme'] },
  { code: '06', name: 'Tunjuelito', aliases: ['el tunjuelito', 'tunjuelo'] },
  { code: '07', name: 'Bosa', aliases: ['vosa'] },
  { code: '08', name: 'Kennedy', aliases: ['kenedy', 'kenedi', 'quenedi'] },
  { code: '09', name: 'Fontibón', aliases: [] },
  { code: '10', name: 'Engativá', aliases: [] },
  { code: '11', name: 'Suba', aliases: [] },
  { code: '12', name: 'Barrios Unidos', aliases: ['barrio unidos', 'barriosunidos'] },
  { code: '13', name: 'Teusaquillo', aliases: ['teusa'] },
  { code: '14', name: 'Los Mártires', aliases: ['martires'] },
  { code: '15', name: 'Antonio Nariño', aliases: [] },
  { code: '16', name: 'Puente Aranda', aliases: ['puentearanda'] },
  { code: '17', name: 'La Candelaria', aliases: ['candelaria', 'el centro'] },
  { code: '18', name: 'Rafael Uribe Uribe', aliases: ['rafael uribe', 'rafael u', 'ruu'] },
  { code: '19', name: 'Ciudad Bolívar', aliases: ['cdad bolivar', 'c bolivar', 'ciudad b', 'ciudadbolivar'] },
  { code: '20', name: 'Sumapaz', aliases: ['sumapas'] },
];
