import { isWithin } from '../domain/edits';
import { withoutCourtesies } from './courtesies';
import { isComplaint, withoutDeskReason, wordAtLength } from './globalWordTalk';
import { wantsSilence } from './silenceSaid';
import { clausesOf, phraseSet, wordSet } from './text';

/**
 * A word that is understood everywhere, whatever question is open; `language` where one was named; `silent` where she
 * leaves for good: we are to write no more.
 */
export type GlobalWord = {
  word: 'menu' | 'back' | 'help' | 'cancel' | 'person' | 'language' | 'leave';
  language?: 'es' | 'en';
  silent?: true;
};

/**
 * The global word a message is, if the whole message is nothing else: "quiero hablar con una persona, por favor" is
 * "person"; "mi hija es una persona con discapacidad" is not.
 */
export function globalWord(text: string): GlobalWord | undefined {
  const line = clausesOf(text).replace(notToMachine, '').replace(asksIfMachine, '');
  if (line === '') return /^[\s?¿]*\?[\s?¿]*$/.test(text.slice(0, 20)) ? { word: 'help' } : undefined;
  if (line.split(' ').length > longestMessage) return undefined;
  if (wantsSilence(line)) return { word: 'leave', silent: true };
  const stripped = withoutCourtesies(line);
  const said = wordIn(line) ?? (stripped === line ? undefined : wordIn(stripped));
  return said ?? wordAmidTalk(line);
}

// "Con una persona, no con una máquina", "prefiero una persona que esta máquina".
const notToMachine =
  / (?:\/ )?(?:y )?(?:no|not|que|mas que) (?:a |con |to |with )?(?:una |un |a |esta |este |esa |ese |estas |estos )?(?:maquina|robot|bot|contestadora|machine)$/;

// "¿Esto es un robot? Páseme un humano".
const asksIfMachine =
  /^(?:y )?(?:esto |eso |usted |uste |is )?(?:es|eres|hablo con|estoy hablando con|this|it) (?:una |un |a )?(?:maquina|robot|bot|contestadora|machine) (?:\/ )?(?=\w)/;

/** "Uy no, yo con máquinas no hablo, comuníqueme"; "devuélvame a la anterior que le di mal". */
function wordAmidTalk(line: string): GlobalWord | undefined {
  const bare = withoutDeskReason(line);
  const told = bare.split(' / ').filter((clause) => !isComplaint(clause));
  const said = told.join(' / ');
  return said === '' || said === line ? undefined : (wordIn(said) ?? wordIn(withoutCourtesies(said)));
}

/** The word all clauses of a line say; "ay, me equivoqué" before it says nothing else. */
function wordIn(line: string): GlobalWord | undefined {
  const words = line.split(/[ /]+/);
  const whole = oneWord(words) ?? saidAgain(words);
  if (whole) return whole;
  const said = line.split(' / ').map((clause) => oneWord(clause.replace(/^(?:que|pero|y|es que) /, '').split(' ')));
  const [first] = said;
  return said.every((one) => one?.word === first?.word) ? first : undefined;
}

/** "No quiero hacer esto dejémoslo así": the same said again in another way, with no stop between. */
function saidAgain(words: string[]): GlobalWord | undefined {
  for (let at = 1; at < words.length; at++) {
    const [first, rest] = [oneWord(words.slice(0, at)), words.slice(at)];
    if (first && !asked.test(rest.join(' ')) && first.word === (oneWord(rest) ?? saidAgain(rest))?.word) return first;
  }
  return undefined;
}

// "No sé cuál" tells of a choice.
const asked = /^(?:cual|como|what|how|que (?!no ))/;

function oneWord(all: string[]): GlobalWord | undefined {
  const words = all.filter(Boolean).map(unstretched);
  const phrase = words.filter((word) => !polite.has(word)).join(' ');
  const meaning = meanings.find(({ phrases }) => phrases.has(phrase)) ?? meanings.find((one) => isOnly(one, words));
  const word = meaning?.word ?? wordAtLength(words.join(' '));
  return word && withLanguage(word, words);
}

type Meaning = { word: GlobalWord['word']; keys: Set<string>; around: Set<string>; phrases: Set<string> };

const longestMessage = 16;

const polite = wordSet(
  'por favor porfavor porfa porfis porfi xfa xfavor xfis auxilio please plz pls plis gracias thanks hola buenas senora pues ya ok ay uy bueno listo entonces mija mejor si',
);

// `keys`: one to three of them must be there; `around`: the only other words there may be; `phrases`: the whole message.
const meanings: Meaning[] = [
  {
    word: 'menu',
    keys: wordSet('menu inicio principio home opciones options'),
    around: wordSet(
      'el al la del principal main quiero ver ir volver vuelva regresar volvamos devolver devolverme a de me the to go back muestreme puede puedes mostrar mostrarme mostrarnos muestrame ensename enseneme ensenarme muestra show take lleveme llevame lleva regreseme devuelvame vuelva deme pongame otra vez nuevamente regresemos volvernos nuevo again las paseme pase mandeme mande ',
    ),
    phrases: phraseSet(
      'menu principal|volver al comienzo|ir al comienzo|volver a empezar|empezar de nuevo|start over|ver opciones|ver las opciones|opciones|las opciones|options|muestreme las opciones|que opciones hay|que opciones tengo|que opciones tiene|cuales son las opciones|show me the options|the options|what are the options|empecemos de nuevo|empezar otra vez|quiero empezar de nuevo|quiero volver a empezar|volvamos a empezar|comenzar de nuevo|quiero comenzar de nuevo|empezar desde el principio|desde el principio|lets start over|start again|begin again',
    ),
  },
  {
    word: 'person',
    keys: wordSet(
      'persona personas asesora asesor asesores humano humana agente agent operadora operador funcionaria funcionario encargada encargado person human someone somebody anyone alguien',
    ),
    around: wordSet(
      'una un la el con prefiero preferiria ahi quiero necesito deseo quisiera puedo podria hablar chatear comunicarme comunicar comunica comuniqueme comunicame paseme pasame pasar contactar me regala gustaria real de verdad otra ser humano a me puede pueden carne hueso y atienda atiende atender conteste responda responde llame llamen llamar ayude pueda senorita senora muchacha senor persona manzana alcaldia alguno comunica comuniqueme comuniquen conecteme pongame directamente por telefono que se hay algun alguna i to me is there anyone put through let us get connect want need would like to talk speak chat with real can could',
    ),
    phrases: phraseSet(
      'no hay nadie que me atienda|no hay nadie que me ayude|no hay nadie que me conteste|no hay nadie que me responda|no hay nadie de carne y hueso|no hay nadie de carne y hueso que me atienda|no hay una persona que me atienda|no quiero hablar con un robot|no quiero hablar con una maquina|no quiero hablar con maquinas|no me gusta hablar con maquinas|no me gusta hablar con un robot|i dont want to talk to a robot|i dont want to talk to a machine|prefiero que me llamen|con quien puedo hablar|ayuda de una persona|atencion humana|que me llamen|me pueden llamar|necesito que me llamen|quiero que me llamen|llamenme|que me llame alguien|alguien me puede ayudar|llameme|llamenme por favor|me puede llamar|me llaman|me pueden marcar|marqueme|que me marquen|quiero que me atienda una senorita|quiero hablar con una senorita|quiero hablar con la senorita|paseme con una senorita|me atiende una senorita|quiero hablar con un ser humano|necesito hablar con un ser humano|quiero que me atienda un ser humano|un ser humano|let me speak with a lady|let me talk to a lady|speak with a lady|talk to a lady|paseme a la senorita|alguien que me ayude|quiero que me atienda una persona|que me atienda una persona|me atiende una persona|customer service|call me',
    ),
  },
  {
    word: 'language',
    keys: wordSet('idioma idiomas language lenguaje lengua english ingles spanish espanol castellano'),
    around: wordSet(
      'se lo cambielo cambiemelo be el de en cambiar cambio cambie cambiemos a al otro quiero hablar hablo prefiero in change switch to the i speak want prefer do you habla hablan usted my puede pueden ser podria por escriba escribame hableme escribir espanol please can we me it use switch',
    ),
    phrases: phraseSet('no hablo espanol|i dont speak spanish|no spanish'),
  },
  {
    word: 'cancel',
    keys: wordSet(
      'cancelar cancela cancele cancelo cancelemos cancel cancelarlo cancelelo cancelela canceleme cancelen cancelenlo',
    ),
    around: wordSet(
      'quiero deseo prefiero mejor todo toda esto eso lo la que deseo gustaria quisiera me puede proceso registro i want to this it everything would like the please can you',
    ),
    phrases: phraseSet(
      'no sigamos|dejemos eso asi hoy|dejemos asi hoy|dejemos esto asi|no quiero seguir|no quiero seguir con esto|ya no quiero seguir con esto|ya no mas|no sigo|ya no sigo|no voy a seguir|no quiero hacer esto|no deseo seguir|no quiero hacer eso|no quiero hacerlo|hasta aqui|dejemoslo asi|deje asi|deje eso asi|dejemos eso asi|dejemos hasta ahi|deje asi mejor|mejor deje asi|mejor dejemos asi|olvidemoslo|olvidese|i dont want to continue|dont want to continue|i dont want to do this|i dont want to do this anymore|i dont want to go on|i dont want this|stop this|no more|ya no quiero seguir|no quiero continuar|no deseo continuar|dejemos asi|dejar asi|dejelo asi|olvidelo|olvidalo|never mind|nevermind|forget it',
    ),
  },
  {
    word: 'back',
    keys: wordSet(
      'atras volver vuelva regresar regrese regresa regreso devolver devolverme devuelvame devuelvase devuelva devuelvo devuelve devolvamos devolvernos regreseme regresarme regresame regresemos volvamos volverme anterior back previous',
    ),
    around: wordSet(
      'para pa hacia ir a la lo el al quiero en pregunta paso question me in i want to go the one step puedo vamos quisiera una un equivoque perdon necesito que se otra vez de take can please antes que respuesta cambiar corregir hay como hago mi made a mistake do',
    ),
    phrases: phraseSet(
      'me equivoque|me equivoque en la respuesta|me equivoque en la pregunta|volver a la anterior|perdon me equivoque|ay me equivoque|me equivoque de respuesta|me equivoque de boton|volver a la pregunta de antes|regresar a la pregunta de antes|quiero regresar a la pregunta de antes|devolverme a la pregunta de antes|la pregunta de antes|la de antes|volver atras|como me devuelvo|como vuelvo atras|como vuelvo|quiero volver atras|me equivoque quiero volver atras|regresar atras|para atras|vamos para atras|vamos atras|volvamos atras|go to the previous question|i made a mistake go back|i want to go back to the previous question|go back to the previous question|volver a la pregunta anterior|regresar a la anterior|regresar a la pregunta anterior|devolverme a la anterior|una pregunta atras|una atras|i made a mistake|undo|patras|un paso atras|para tras',
    ),
  },
  {
    word: 'leave',
    keys: wordSet(
      'salir salirme salgo salgamos terminar terminemos finalizar cerrar cierre cierra exit quit adios chao chau bye goodbye stop close',
    ),
    around: wordSet(
      'quiero deseo este esta de del la el aqui aca chat conversacion sesion esto necesito me puede i want to the leave por hoy now bueno hasta luego manana session chao bye adios',
    ),
    phrases: phraseSet(
      'me retiro de este chat|me retiro del chat|hasta luego|hasta manana|hasta la proxima|nos vemos|nos vemos luego|nos hablamos|hablamos luego|bueno hasta luego|chao chao|chao hasta luego|bye bye|log out|logout|log off|sign out|se you|se you later|see you|see you later|see you tomorrow|hasta pronto|me voy|leave|good bye',
    ),
  },
  {
    word: 'help',
    keys: wordSet(
      'ayuda ayudame ayudeme ayudarme ayudar ayude ayudenme expliqueme explicame expliquenme explica explique help explain perdida confundida confused lost',
    ),
    around: wordSet(
      'necesito quiero me puede puedes podria con esto una un poco de i im estoy ando toda muy bien mejor como otra vez es eso la pregunta que por a please again the this am need me can you with this some aqui requiero',
    ),
    phrases: phraseSet(
      'yo no se como es esto|no se como es esto|yo no entiendo|yo no entiendo esto|no se como funciona esto|no se como se usa|no se como se usa esto|no entiendo nada de esto|no entiendo de esto|como es que se hace|como es que se hace esto|como es la cosa|no se que hay que hacer|no se que tengo que hacer|no se que hacer aqui|que quiere decir eso|que quiere decir|que significa eso|repitame la pregunta|me repite la pregunta|repita la pregunta|me repite|repitame|otra vez la pregunta|que me pregunto|que no entiendo|no entiendo que hago|no entiendo|no entiendo que|no entiendo que me pregunta|no entiendo que me preguntan|no entiendo que quiere|no entiendo lo que dice|no entiendo que dice|no entiendo que tengo que hacer|no entiendo como|no entiendo bien|no entiendo esto|no entiendo eso|no entiendo esta pregunta|no entiendo ni jota|no le entendi|no le entendi nada|no entendi nada|no entendi bien|no entendi la pregunta|no comprendo bien|no comprendo nada|no comprendi|me perdi|ya me perdi|estoy enredada|me enrede|no se como se hace|no se como hacer|no se usar esto|no se manejar esto|no se que poner|no se que escribir|que tengo que poner|que tengo que escribir|que pongo|que pongo ahi|que escribo|que le escribo|que respondo|que le respondo|que debo responder|que debo poner|que contesto|como respondo|como contesto|como le hago|como lo hago|como es eso|como asi|y ahora|ahora que|ahora que hago|me explica|me explica por favor|me puede explicar|i dont get it|i dont get this|i dont understand this|i dont understand the question|i dont understand anything|what should i write|what do i write|what should i do|what do i have to do|what do i have to write|what do you mean|no entendi|no entiendo nada|no le entiendo|no comprendo|no entiendo la pregunta|no se|no se que hacer|no se que responder|no se como|que hago|que hago aqui|que hago ahora|y ahora que hago|como se hace|que debo hacer|que tengo que hacer|como hago|como funciona|como se usa esto|como se usa|como funciona esto|como se maneja esto|como es|cual|cual es|que|como|i dont understand|dont understand|i dont know|what|what do i do|how does it work|no understand',
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
  mebu: 'menu',
  auyda: 'ayuda',
  ayiuda: 'ayuda',
  ayida: 'ayuda',
};

function isOnly({ keys, around }: Meaning, words: string[]): boolean {
  const [here, others] = [words.filter((word) => isKey(word, keys)), words.filter((word) => !isKey(word, keys))];
  return here.length > 0 && here.length < 4 && others.every((word) => around.has(word) || polite.has(word));
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
