import fc from 'fast-check';
import { bogotaLocalities } from '../../src/domain/localities';
import { dangerIn } from '../../src/replies/danger';
import { readIntent } from '../../src/replies/intent';
import { place } from '../../src/replies/place';

const of = <T>(...some: T[]) => fc.constantFrom(...some);
const hello = of('', 'hola ', 'buenas tardes, ', 'señorita ', 'por favor ');

test('a place where she was once, or where others are, is not where she wants to go', () => {
  const once = of('viví en', 'nací en', 'fui a', 'estuve en', 'mi hija vive en', 'mi mamá va a la de', 'me robaron en');
  const locality = of(...bogotaLocalities);
  const sites = bogotaLocalities.map(({ code, name }) => ({ id: code, name, locality: name }));
  fc.assert(
    fc.property(once, locality, (before, { name, code }) => {
      expect(place(`${before} ${name}`, sites, bogotaLocalities).kind).toBe('none');
      expect(place(`${before} Suba pero yo voy a ${name}`, sites, bogotaLocalities)).toEqual({ kind: 'one', id: code });
    }),
  );
});

test('of two places that she may go to both are meant, whichever has the longer name', () => {
  const all = bogotaLocalities.filter(({ name }) => !/Candelaria|Santa Fe/.test(name));
  const sites = all.map(({ code, name }) => ({ id: code, name, locality: name }));
  fc.assert(
    fc.property(of(...all), of(...all), of('o', 'y', 'o en', 'y también'), (one, other, joint) => {
      const placed = place(`en ${one.name} ${joint} ${other.name}`, sites, bogotaLocalities);
      const ids = placed.kind === 'several' ? [...placed.ids].sort() : placed.kind === 'one' ? [placed.id] : [];
      expect(ids).toEqual([...new Set([one.code, other.code])].sort());
    }),
  );
});

const refusing = of(
  'no quiero',
  'no deseo',
  'no pienso',
  'no voy a',
  'tampoco quiero',
  'yo no dije que quería',
  'no es que quiera',
);
const acts = of(
  ...['dejar la clase', 'retirarme de yoga', 'salirme de la lista de espera', 'cancelar mi cupo', 'faltar mañana'],
  ...[
    'borrar mis datos',
    'eliminar mi información',
    'cambiar mi cédula',
    'cambiar de número',
    'quitar los recordatorios',
  ],
);

test('a wish that is refused is none', () => {
  fc.assert(
    fc.property(hello, refusing, acts, (before, no, act) => {
      expect(readIntent(`${before}${no} ${act}`)).toBeUndefined();
    }),
  );
});

test('a wish she only thinks about is none', () => {
  const unsure = of('de pronto', 'tal vez', 'a lo mejor', 'no sé si', 'estoy pensando en', 'si llueve', 'casi');
  const act = of('mañana no puedo ir', 'no voy mañana', 'retirarme de yoga', 'me retiro del curso', 'cancelar mi cupo');
  fc.assert(
    fc.property(hello, unsure, act, (before, maybe, what) => {
      expect(readIntent(`${before}${maybe} ${what}`)).toBeUndefined();
    }),
  );
});

const supposing = of(
  'qué pasa si no voy',
  'y si no puedo ir',
  'qué pasa si dejo la clase',
  'si me retiro de la clase',
  'y si cancelo el cupo',
);

test('a wish that is only asked about is none', () => {
  fc.assert(
    fc.property(hello, supposing, of('', '?', ' mañana?', ' qué hago'), (before, what, after) => {
      expect(readIntent(`${before}${what}${after}`)).toBeUndefined();
    }),
  );
});

test('danger is heard whatever is written around it, in sentences of their own', () => {
  const told = of('me pega', 'mi marido me pega', 'me quiero morir', 'le pega a mi hijo', 'mi mamá no respira');
  const daily = of(
    'Me mata la espalda.',
    'Hola, buenas tardes!',
    'Quiero yoga en Bosa.',
    'Hay un curso de prevención.',
    '',
  );
  fc.assert(
    fc.property(daily, told, daily, (before, danger, after) => {
      expect(dangerIn(`${before}\n${danger}.\n${after}`)).toBeDefined();
    }),
  );
});
