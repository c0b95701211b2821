import { wordSet } from '../text';
import type { Sense } from './sense';
import { prefixed, statusPhrases } from './statusPhrases';

/** Every phrase, its words folded and joined with a space, and what it means. */
export const phrases = new Map<string, Sense>();

/** Longest phrase, in words. */
export const longestPhrase = 6;

/** The words of all phrases. */
export const vocabulary = new Set<string>();

/** Those long enough to be recognised with a slip. "Nadie" is not among them: it is a letter from Nadia. */
export const correctable = new Set<string>();

const risky = wordSet(
  'nadie senor senora class clase clases there ultima first twins gemelas hermanas varias alguna primera segunda tercera cuarta quinta sexta novena decima mayoria mujeres',
);

for (const [sense, line] of statusPhrases) add(sense, line);
add(
  { is: 'everyone', of: 'many' },
  'todas|todos|toditas|toditos|todicas|todas todas|absolutamente todas|todas ellas|todos ellos|todas las mujeres|todas las senoras|todas las personas|todas las companeras|todas las cuidadoras|todas las participantes|todas las estudiantes|todas las alumnas|todas las de la lista|todas y todos|todos y todas|todas sin excepcion|todos sin excepcion|all|all of them|all of us|all students|all the students|all the women|all women|all the ladies|all ladies|every one|every single one|they all|everyone in class|the full class|todas completas|todas completicas',
);
add(
  { is: 'everyone', of: 'one' },
  'todo el mundo|todo el grupo|toda la clase|toda la lista|el grupo completo|grupo completo|la clase completa|la lista completa|lista completa|asistencia completa|asistencia total|asistencia perfecta|completas|completos|sin faltas|sin fallas|sin inasistencias|sin ausencias|cero faltas|cero fallas|cero inasistencias|cero ausencias|no hubo faltas|no hubo fallas|no hubo inasistencias|no hubo ausencias|no hay faltas|no hay fallas|no hay inasistencias|sin novedad|el grupo en pleno|full house|everyones here|everybodys here|no absentees|zero absences|everyone|everybody|whole class|the whole class|full attendance|no absences',
);
add(
  { is: 'nobody' },
  'nadie|ni una sola|ninguna|ninguno|ni una|ninguna de ellas|ninguna persona|nadie de la lista|nobody|no one|noone|none|none of them|not one',
);
add(
  { is: 'rest' },
  'las demas|los demas|demas|lo demas|de resto|resto|todas las demas|todos los demas|el resto|las otras|los otros|todas las otras|the rest|rest|others|the others|everyone else|everybody else|all the others|all others',
);
add(
  { is: 'except' },
  'menos|excepto|salvo|menos a|excepto a|excepto por|a excepcion de|con excepcion de|con la excepcion de|quitando a|except|except for|excepting|but not|quitando|sin contar a|sin contar|con excepcion|a excepcion|minus|apart from|other than|but',
);
add({ is: 'only' }, 'solo|solamente|unicamente|nada mas|nomas|no mas|tan solo|only|just');
add({ is: 'and' }, 'y|e|and|y tambien|and also');
add({ is: 'alike' }, 'tambien|too|as well|likewise|igual');
add({ is: 'plus' }, 'mas|y mas|plus|and also');
add({ is: 'nor' }, 'ni|nor|neither');
add({ is: 'comma' }, 'pero|mientras que');
add({ is: 'colon' }, 'fue|fueron|era|eran|es|son');
add({ is: 'that' }, 'que|who');
add({ is: 'because' }, 'por|porque|debido a|ya que|because|because of|due to|for');
add({ is: 'upTo' }, 'a|al|a la|to|through|till|until');
add({ is: 'upTo', alone: true }, 'hasta|hasta la|hasta el');
add({ is: 'from' }, 'de|del|de la|desde|desde la|desde el|from');
add({ is: 'article' }, 'la|el|numero|la numero|el numero|num|nro|number|the number|the|a la numero');
add({ is: 'articles' }, 'las|los|las numero|los numeros|las numeros|numeros|numbers');
add(
  { is: 'onwards' },
  'en adelante|para adelante|hacia adelante|para abajo|al final|hasta el final|a la ultima|hasta la ultima|onwards|onward|and up',
);
add({ is: 'firsts' }, 'primeras|primeros|first|the first');
add({ is: 'firsts', last: true }, 'ultimas|ultimos|last|the last');
add({ is: 'twins' }, 'gemelas|gemelos|mellizas|mellizos|hermanas|hermanos|twins|sisters|brothers');
add({ is: 'both' }, 'ambas|ambos|both|the two');
add(
  { is: 'persons' },
  'personas|senoras|mujeres|estudiantes|alumnas|alumnos|companeras|cuidadoras|participantes|en total|people|students|women',
);
add(
  { is: 'odd' },
  'varias|varios|algunas|algunos|alguna|alguien|unas|unos|pocas|pocos|muchas|muchos|casi|mayoria|la mayoria|o|creo|creo que|quizas|tal vez|' +
    'como|mas o menos|quien sabe|no se|no se quien|ni idea|most|some|few|several|many|or|either|almost|about|maybe|i think|not sure|' +
    'se cancelo|no hubo clase',
);
for (const [at, words] of 'primera|segunda|tercera|cuarta|quinta|sexta|septima|octava|novena|decima'
  .split('|')
  .entries())
  add({ is: 'ordinal', value: at + 1 }, `${words}|${words.slice(0, -1)}o`);
add({ is: 'ordinal', value: -1 }, 'ultima|ultimo');
add({ is: 'ordinal', value: -2 }, 'penultima|penultimo');
for (const same of ['los mismos', 'las mismas', 'lo mismo', 'igual']) {
  const once =
    'clase pasada|clase anterior|vez pasada|vez anterior|sesion pasada|sesion anterior|ultima clase|ultima vez';
  for (const joined of ['de la', 'que la', 'a la', 'que en la'])
    add({ is: 'last' }, prefixed(`${same} ${joined}`, once));
  for (const joined of ['de', 'que', 'a']) add({ is: 'last' }, prefixed(`${same} ${joined}`, 'ayer|antier|anteayer'));
}
add({ is: 'last' }, 'los mismos|las mismas');
for (const same of ['same', 'the same', 'same people', 'the same people', 'same ones', 'the same ones'])
  add({ is: 'last' }, prefixed(`${same} as`, 'yesterday|last time|last class|last session'));

add({ is: 'title' }, 'dona|don|la senora|la sra|senora|sra|el senor|senor|sr|la dona|mrs|ms|mr');
add(
  { is: 'filler' },
  'hoy|el dia de hoy|de hoy|hoy dia|gracias|muchas gracias|por favor|porfa|hola|buenas|buenos dias|buenas tardes|buenas noches|profe|' +
    'gracias a dios|a dios gracias|la que|las que|los que|el que|a clase|a la clase|a clases|en clase|en la clase|a la sesion|al taller|al curso|today|please|thanks|thank you|hello|hi|to class|' +
    'in class|class today',
);
add(
  { is: 'opening' },
  'ok|okay|listo|bueno|pues|ya|asistencia|la asistencia|la asistencia de hoy|asistencia de hoy|reporte|lista|la lista|ay|mejor|perdon|digo|attendance',
);

function add(sense: Sense, line: string): void {
  for (const phrase of line.split('|')) {
    phrases.set(phrase, sense);
    for (const word of phrase.split(' ')) {
      vocabulary.add(word);
      if (word.length > 4 && !risky.has(word)) correctable.add(word);
    }
  }
}
