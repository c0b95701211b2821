import { isWithin } from './near';
import { phraseSet, wordSet, wordsOf } from './text';

/** A word that is understood everywhere, whatever question is open; `language` where one was named. */
export type GlobalWord = {
  word: 'menu' | 'back' | 'help' | 'cancel' | 'person' | 'language' | 'leave';
  language?: 'es' | 'en';
};

/**
 * The global word a message is, if the whole message is nothing else: "quiero hablar con una persona, por favor" is
 * "person"; "mi hija es una persona con discapacidad" is not.
 */
export function globalWord(text: string): GlobalWord | undefined {
  const words = wordsOf(text).map(unstretched);
  if (words.length === 0) return /^[\s?¿]*\?[\s?¿]*$/.test(text.slice(0, 20)) ? { word: 'help' } : undefined;
  if (words.length > longestMessage) return undefined;
  const phrase = words.filter((word) => !polite.has(word)).join(' ');
  const meaning = meanings.find(({ phrases }) => phrases.has(phrase)) ?? meanings.find((one) => isOnly(one, words));
  return meaning && withLanguage(meaning.word, words);
}

type Meaning = { word: GlobalWord['word']; keys: Set<string>; around: Set<string>; phrases: Set<string> };

const longestMessage = 9;

const polite = wordSet('por favor porfavor porfa porfis please pls plis gracias thanks hola buenas senora pues ya ok');

// `keys`: exactly one of them must be there; `around`: the only other words there may be; `phrases`: the whole message.
const meanings: Meaning[] = [
  {
    word: 'menu',
    keys: wordSet('menu inicio principio home'),
    around: wordSet(
      'el al la del principal main quiero ver ir volver vuelva regresar volvamos devolver devolverme a de me the to go back muestreme mostrar show',
    ),
    phrases: phraseSet('menu principal|volver a empezar|empezar de nuevo|start over|ver opciones|opciones|options'),
  },
  {
    word: 'person',
    keys: wordSet(
      'persona personas asesora asesor asesores humano humana agente agent operadora operador funcionaria funcionario person human someone alguien',
    ),
    around: wordSet(
      'una un la el con quiero necesito deseo quisiera puedo podria hablar chatear comunicarme comunicar comunica comuniqueme comunicame paseme pasame pasar contactar me regala gustaria real de verdad otra a i want need would like to talk speak chat with real can could',
    ),
    phrases: phraseSet(
      'ayuda de una persona|atencion humana|que me llamen|me pueden llamar|necesito que me llamen|quiero que me llamen|llamenme|que me llame alguien|alguien me puede ayudar|alguien que me ayude|quiero que me atienda una persona|que me atienda una persona|me atiende una persona|customer service|call me',
    ),
  },
  {
    word: 'language',
    keys: wordSet('idioma idiomas language lenguaje lengua english ingles spanish espanol castellano'),
    around: wordSet(
      'el de en cambiar cambio cambie cambiemos a al otro quiero hablar hablo prefiero in change switch to the i speak want prefer do you habla hablan usted my',
    ),
    phrases: phraseSet('no hablo espanol|i dont speak spanish|no spanish'),
  },
  {
    word: 'cancel',
    keys: wordSet('cancelar cancela cancele cancelo cancelemos cancel cancelarlo'),
    around: wordSet('quiero deseo prefiero mejor todo esto lo i want to this it'),
    phrases: phraseSet(
      'no quiero seguir|ya no quiero seguir|no quiero continuar|no deseo continuar|dejemos asi|dejar asi|dejelo asi|olvidelo|olvidalo|never mind|nevermind|forget it',
    ),
  },
  {
    word: 'back',
    keys: wordSet(
      'atras volver vuelva regresar regrese regresa regreso devolver devolverme devuelvame devuelvase anterior back previous',
    ),
    around: wordSet(
      'para pa hacia ir a la lo el al quiero pregunta paso question me i want to go the one step puedo vamos quisiera',
    ),
    phrases: phraseSet(
      'me equivoque|volver a la anterior|volver a la pregunta anterior|regresar a la anterior|regresar a la pregunta anterior|devolverme a la anterior|una pregunta atras|una atras|i made a mistake|undo|patras|pa tras|pa atras|un paso atras',
    ),
  },
  {
    word: 'leave',
    keys: wordSet('salir salirme terminar finalizar exit quit adios chao chau bye goodbye stop'),
    around: wordSet('quiero deseo de del la el aqui chat conversacion i want to the leave por hoy'),
    phrases: phraseSet('hasta luego|hasta pronto|me voy|leave|good bye'),
  },
  {
    word: 'help',
    keys: wordSet('ayuda ayudame ayudeme ayudarme ayudar help'),
    around: wordSet(
      'necesito quiero me puede puedes podria con esto una un poco de i need me can you with this some aqui requiero',
    ),
    phrases: phraseSet(
      'no entiendo|no entendi|no entiendo nada|no le entiendo|no comprendo|no entiendo la pregunta|no se|no se que hacer|no se que responder|no se como|que hago|que hago aqui|que hago ahora|y ahora que hago|como se hace|que debo hacer|que tengo que hacer|como hago|como funciona|como es|cual|cual es|que|como|i dont understand|dont understand|i dont know|what|what do i do|how does it work|no understand',
    ),
  },
];

// Slips of words too short to guess at: "salir" is one letter from Samir, "ayuda" from Ayda.
const slips: Record<string, string> = {
  alluda: 'ayuda',
  aiuda: 'ayuda',
  alludame: 'ayudame',
  atraz: 'atras',
  meniu: 'menu',
  idoma: 'idioma',
  salit: 'salir',
};

function isOnly({ keys, around }: Meaning, words: string[]): boolean {
  const [here, others] = [words.filter((word) => isKey(word, keys)), words.filter((word) => !isKey(word, keys))];
  return here.length === 1 && others.every((word) => around.has(word) || polite.has(word));
}

function isKey(word: string, keys: Set<string>): boolean {
  if (keys.has(word) || keys.has(slips[word] ?? '')) return true;
  return word.length > 5 && [...keys].some((key) => key.length > 5 && isWithin(word, key, 1));
}

/** "menuuu" as "menu"; words with a doubled letter of their own keep it. */
function unstretched(word: string): string {
  return word.replace(/(.)\1{2,}/g, '$1').replace(/([aeiou])\1$/, '$1');
}

function withLanguage(word: GlobalWord['word'], words: string[]): GlobalWord {
  if (word !== 'language') return { word };
  // "No hablo español" and "I don't speak Spanish" ask for the other one.
  const isRefused = words.some((one) => one === 'no' || one === 'dont');
  const [spanish, english] = isRefused ? (['en', 'es'] as const) : (['es', 'en'] as const);
  if (words.some((one) => ['spanish', 'espanol', 'castellano'].some((key) => isWithin(one, key, 1)))) {
    return { word, language: spanish };
  }
  return words.some((one) => ['english', 'ingles'].some((key) => isWithin(one, key, 1)))
    ? { word, language: english }
    : { word };
}
