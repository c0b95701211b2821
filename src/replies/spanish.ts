import { wordSet, wordsOf } from './text';

/**
 * How many words of a message only Spanish has, such as no name and no place is made of; the words of what is offered do
 * not count, for a class is called what it is called in every language.
 */
export function spanishWords(text: string, offered: string[] = []): number {
  const titles = new Set(offered.flatMap(wordsOf));
  const words = wordsOf(text)
    .slice(0, longest)
    .filter((word) => !titles.has(word));
  return new Set(words.filter((word) => spanish.has(word))).size;
}

const longest = 60;
// No "no", "me", "gracias" or "señora", which people say in English too.
const spanish = wordSet(
  'hola buenas buenos tardes que quiero quisiera necesito tengo tiene puedo puede podria soy estoy vivo mis yo ' +
    'como donde cuando cual cuales quien cuanto para por porque con pero tambien ya muy aqui hay esta eso ' +
    'inscribirme inscribir inscribo apuntarme anotarme registrarme clases cursos ver saber ayuda ayudar ' +
    'cedula acepto listo trabajo cuido mama hija hijo',
);
