import fc from 'fast-check';
import { readName } from '../../src/replies/name';

test.each([
  ['María Pérez', 'María', 'Pérez'],
  ['Ana Cebabame', 'Ana', 'Cebabame'],
  ['MARIA PEREZ GOMEZ', 'Maria', 'Perez Gomez'],
  ['soy María Pérez', 'María', 'Pérez'],
  ['Soy la señora María Pérez', 'María', 'Pérez'],
  ['Hola, me llamo maría fernanda pérez gómez', 'María Fernanda', 'Pérez Gómez'],
  ['Buenas tardes mi nombre es Rosa Díaz', 'Rosa', 'Díaz'],
  ['mi nombre completo es: Rosa Díaz.', 'Rosa', 'Díaz'],
  ['Nombre: Rosa Díaz', 'Rosa', 'Díaz'],
  ['Rosa 🌸 Díaz 😊', 'Rosa', 'Díaz'],
  ['Rosa', 'Rosa', ''],
  ['Juana de la Cruz', 'Juana', 'de la Cruz'],
  ['Soy María Pérez CC 52.123.456 de Bosa', 'María', 'Pérez'],
  ['Soy María Pérez, quiero inscribirme', 'María', 'Pérez'],
  ['Soy María Pérez y quiero un cupo', 'María', 'Pérez'],
  ['Pérez Gómez, María Fernanda', 'María Fernanda', 'Pérez Gómez'],
  ["Ana O'Neill", 'Ana', "O'Neill"],
  ['Ana P.', 'Ana', ''],
  ['my name is Ana Smith', 'Ana', 'Smith'],
  ["I'm Ana Smith", 'Ana', 'Smith'],
  ['Dolores Paz', 'Dolores', 'Paz'],
  ['Salvador Alegría', 'Salvador', 'Alegría'],
  ['Li Wu', 'Li', 'Wu'],
  ['Doña Elvia Rojas', 'Elvia', 'Rojas'],
  ['claro que sí, Elvia Rojas, para servirle', 'Elvia', 'Rojas'],
  ['Nombres: Ana Lucía Apellidos: Díaz Mora', 'Ana Lucía', 'Díaz Mora'],
  ['apellidos Díaz Mora nombres Ana', 'Ana', 'Díaz Mora'],
  ['me dicen Chela pero me llamo Graciela Gil', 'Graciela', 'Gil'],
])('%j is the name %s %s', (text, first, last) => {
  expect(readName(text)).toEqual({ ok: true, value: { first, last } });
});

test.each([
  ['', 'empty'],
  ['😊', 'empty'],
  ['...', 'empty'],
  ['hola', 'empty'],
  ['María 123', 'digits'],
  ['52123456', 'digits'],
  ['todas menos 3', 'digits'],
  ['M', 'too_short'],
  ['sí', 'empty'],
  ['muchas gracias', 'not_a_name'],
  ['soy ama de casa', 'not_a_name'],
  ['yo me llamo Ana pero la cédula dice Anaís Ruiz', 'not_a_name'],
  ['no quiero decir mi nombre', 'not_a_name'],
  ['usted es una boba', 'not_a_name'],
  ['hijueputa', 'not_a_name'],
  ['jajaja', 'not_a_name'],
  ['soy cuidadora', 'not_a_name'],
  ['soy de Bosa', 'not_a_name'],
  ['soy la mamá de Juan', 'not_a_name'],
  ['quiero inscribirme', 'not_a_name'],
  ['¿para qué?', 'not_a_name'],
  ['maria@correo.co', 'not_a_name'],
  ['Ana Rosa Luz Paz Mar Sol Flor Lina Gómez', 'too_long'],
  ['a'.repeat(100), 'too_long'],
])('%j is refused: %s', (text, why) => {
  expect(readName(text)).toEqual({ ok: false, why });
});

test('names that are words too are names', () => {
  const words =
    'Peña Plata Cuesta Segundo Domingo Abril Paz Rey Niño Calle Carrera Huertas Medellín Iglesias Casas Bello Delgado ' +
    'Moreno Leal Guerra Prieto Toro León Bueno Claro Mora Parra Luna Salud Reina Ángel Rico Blanco Castro Campo';
  fc.assert(
    fc.property(fc.constantFrom(...words.split(' ')), (word) => {
      expect(readName(`Ana ${word}`)).toEqual({ ok: true, value: { first: 'Ana', last: word } });
      expect(readName(`soy Ana ${word}`)).toEqual({ ok: true, value: { first: 'Ana', last: word } });
    }),
  );
});
