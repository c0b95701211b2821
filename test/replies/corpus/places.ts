import { bogotaLocalities } from '../../../src/domain/localities';
import { place } from '../../../src/replies/place';

/** The sites a text means: a site's name, or "@" and the locality all of whose sites are meant. */
export function placesMeant(text: string): string {
  const placed = place(text, sites, bogotaLocalities);
  if (placed.kind === 'none') return 'unclear';
  const ids = placed.kind === 'one' ? [placed.id] : placed.ids;
  const whole = bogotaLocalities.map(({ name }) => name).filter((name) => isAmong(sitesIn(name), ids));
  const named = whole.flatMap(sitesIn);
  const besides = ids.filter((id) => !named.includes(id));
  // A site in two localities is told by the first of them.
  const told = whole.filter((name, at) => !whole.slice(0, at).some((other) => isAmong(sitesIn(name), sitesIn(other))));
  return [...told.map((name) => `@${name}`), ...besides].sort().join(', ');
}

const sites = [
  'Ciudad Bolívar: Manitas, Mochuelo, Ecoparque, Arborizadora Alta',
  'Bosa: El Porvenir, Campo Verde',
  'Rafael Uribe Uribe: Rafael Uribe Uribe',
  'San Cristóbal: San Cristóbal, Juan Rey, 20 de Julio',
  'Los Mártires: Los Mártires',
  'Kennedy: Kennedy, Timiza',
  'Engativá: Engativá, Casa de la Mujer Respiro',
  'Usaquén: Usaquén',
  'Santa Fe; La Candelaria: Santa Fe - La Candelaria',
  'Usme: Chuniza',
  'Tunjuelito: Tunjuelito',
  'Chapinero: Chapinero',
  'Fontibón: Fontibón',
  'Suba: Suba, La Gaitana',
  'Puente Aranda: Puente Aranda',
  'Antonio Nariño: Antonio Nariño',
  'Teusaquillo: Teusaquillo',
  'Barrios Unidos: Barrios Unidos',
].flatMap((line) => {
  const [locality = '', names = ''] = line.split(': ');
  return names.split(', ').map((name) => ({ id: name, name, locality }));
});

function sitesIn(locality: string): string[] {
  return sites.filter((site) => site.locality.split('; ').includes(locality)).map(({ id }) => id);
}

function isAmong(some: string[], others: string[]): boolean {
  return some.length > 0 && some.every((one) => others.includes(one));
}
