import { bogotaLocalities } from '../../src/domain/localities';
import { place } from '../../src/replies/place';

const sites = [
  { id: 'manitas', name: 'Manitas', locality: 'Ciudad Bolívar' },
  { id: 'mochuelo', name: 'Mochuelo', locality: 'Ciudad Bolívar' },
  { id: 'porvenir', name: 'El Porvenir', locality: 'Bosa' },
  { id: 'campoVerde', name: 'Campo Verde', locality: 'Bosa' },
  { id: 'kennedy', name: 'Kennedy', locality: 'Kennedy' },
  { id: 'timiza', name: 'Timiza', locality: '08' },
  { id: 'centro', name: 'Santa Fe - La Candelaria', locality: 'Santa Fe; La Candelaria' },
  { id: 'suba', name: 'Suba', locality: 'Suba' },
  { id: 'gaitana', name: 'La Gaitana', locality: 'Suba' },
  { id: 'rafael', name: 'Rafael Uribe Uribe', locality: 'Rafael Uribe Uribe' },
  { id: 'sanCristobal', name: 'San Cristóbal', locality: 'San Cristóbal' },
  { id: 'juanRey', name: 'Juan Rey', locality: 'San Cristóbal' },
  { id: 'julio', name: '20 de Julio', locality: 'San Cristóbal' },
  { id: 'chuniza', name: 'Chuniza', locality: 'Usme' },
];
const found = (text: string) => {
  const placed = place(text, sites, bogotaLocalities);
  return placed.kind === 'none' ? [] : placed.kind === 'one' ? [placed.id] : placed.ids;
};

test.each([
  ['Manitas', ['manitas']],
  ['manzana Manitas', ['manitas']],
  ['manita', ['manitas']],
  ['la que queda cerca de mi casa', []],
  ['Porvenir', ['porvenir']],
  ['el porbenir', ['porvenir']],
  ['en Bosa', ['campoVerde', 'porvenir']],
  ['vosa', ['campoVerde', 'porvenir']],
  ['vivo en el barrio Brasilia de bosa', ['campoVerde', 'porvenir']],
  ['kennedy', ['kennedy', 'timiza']],
  ['kenedi', ['kennedy', 'timiza']],
  ['quenedi', ['kennedy', 'timiza']],
  ['timiza en kennedy', ['timiza']],
  ['Suba', ['gaitana', 'suba']],
  ['la gaitana de suba', ['gaitana']],
  ['el centro', ['centro']],
  ['la candelaria', ['centro']],
  ['santafé', ['centro']],
  ['rafael uribe', ['rafael']],
  ['ruu', ['rafael']],
  ['cdad bolivar', ['manitas', 'mochuelo']],
  ['ciuda bolivar', ['manitas', 'mochuelo']],
  ['19', []],
  ['20 de julio', ['julio']],
  ['juan rey san cristobal', ['juanRey']],
  ['San Cristóbal Sur', ['juanRey', 'julio', 'sanCristobal']],
  ['Usme', ['chuniza']],
  ['I live in Usme', ['chuniza']],
  ['usaquen', []],
  ['no queda en bosa', []],
  ['una cosa', []],
  ['hola', []],
  ['', []],
])('%j is %j', (text, ids) => {
  expect(found(text).sort()).toEqual(ids);
});
