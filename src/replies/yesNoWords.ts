import { isWithin } from '../domain/edits';
import { soundOf } from './near';
import { phraseSet, wordSet } from './text';

/**
 * What a word or phrase says where a yes or no was asked. `weak` is a yes only where nothing else is said; `willing`
 * (something she does or finds good) is one unless a "no" stands before it; `else` is anything we do not know.
 */
export type Meaning = 'yes' | 'no' | 'weak' | 'willing' | 'filler' | 'else';

/** What a phrase of folded words says, if we know it; a word also by its stem ("guárdemelo") or its sound ("aseptado"). */
export function meaningOf(phrase: string): Meaning | undefined {
  const known = meanings.get(phrase);
  if (known || phrase.includes(' ')) return known;
  if (willingVerb.test(phrase)) return 'willing';
  if (askedVerb.test(phrase)) return 'filler';
  if (phrase.length < 4 || phrase.length > 20) return undefined;
  const isSlip = isWithin(phrase, 'acepto', 1) || longSlips.some((known) => isSlipOf(phrase, known));
  if (isSlipOf(phrase, 'incorrecto')) return 'no';
  return bySound.get(soundOf(phrase)) ?? (isSlip ? 'willing' : undefined);
}

const longSlips = ['correcto', 'perfecto', 'autorizo'];

// "Correptp"; "incorrecto" is no slip.
function isSlipOf(word: string, known: string): boolean {
  return word.length > 6 && !/[rn]$/.test(word) && word.slice(0, 2) === known.slice(0, 2) && isWithin(word, known, 2);
}

/** Whether a word stands in a phrase we know, as it is. */
export function knownWord(word: string): boolean {
  return inPhrases.has(word);
}

// What we may be told to do, with who and what: "guárdemelo", "anotarme", "los guarden".
const willingVerb =
  /^(?:guard|anot|apunt|inscrib|registr|reserv|separ|apart|agregu?|inclu[iy]|asegur|autori[zsc]|a[cs]?[cs]ept|permit|apartem|pong|met)(?:o|a|e|en|an|emos|amos|imos|ar|er|ir|are)?(?:me|nos|te|se)?(?:l[oae]s?)?$/;
// What we may be told to do besides: "me avisan", "llámeme".
const askedVerb = /^(?:avis|llam|inform|mand|envi|escrib|recuerd|record)(?:a|e|en|an|ar|ir)(?:me|nos|les?)?$/;

export const longestPhrase = 6;

const said: [Meaning, Set<string>][] = [
  // In Venezuela "ya va" asks to wait; "no es que no quiera" is no no.
  [
    'else',
    phraseSet(
      'ya va|digame|diga|dime|cuenteme|a la orden|alo|no se|no no se|no es que|es que|de nada|por nada|no pasa nada|no todo bien|un momento|momentico|y eso|y esto|y entonces|le confirmo|le aviso|les confirmo|les aviso|yo le aviso|yo les aviso|ya me anote|ya me apunte|ya me registre|ya acepte|no me queda lejos|ahi voy|ahi vamos|ya voy|yo creo que si puedo|con el nino|no le hace|me acuerdo|no me acuerdo|a que hora|que hora|que horas|que dia|que dias|que mas|que sigue|que hago|que hay|que toca|que debo|que es|que son|que dice|que pena me da|y ahora|y despues|y luego|eso que',
    ),
  ],
  [
    'no',
    phraseSet(
      'no|mo|ahi si no|no soy yo|no soy esa|esa no soy|ese no soy|no son mis datos|no son mios|no son mias|no es mio|no es mia|asi no es|asi no me llamo|no me llamo asi|no vivo ahi|no vivo alla|count me out|ill pass|pass|not for me|no can do|nombe que va|nombre que va|ni a palo|ni a bala|ni de fundas|para la proxima|la proxima sera|en otra sera|sera en otra|hoy no se puede|no se puede|no se va a poder|no va a poder ser|no me da la vida|certainly not|definitely not|absolutely not|no es mi numero|no es mi telefono|no es mi correo|no es mi direccion|no es mi apellido|no es mi fecha|nogracias|pero no|que va|nombe no|mas adelante|ya le dije que no|ya dije que no|ya les dije que no|n|n o|nada|mal|muy mal|nop|nope|nones|nonono|nocas|noclas|noks|nah|na|nanai|nanay|nel|negativo|jamas|nunca|tampoco|ninguno|ninguna|paila|paso|rechazo|' +
        'incorrecto|incorrecta|2|claro que no|por supuesto que no|obvio no|obvio que no|para nada|de ninguna manera|ni loca|ni de riesgos|' +
        'de ningun modo|ya no|creo que no|todavia no|aun no|mas tarde|mas tardecito|luego|despues|otro dia|otro dia sera|en otro momento|' +
        'en otra ocasion|otra vez sera|mejor otro dia|manana mejor|mejor manana|luego le aviso|luego le digo|luego miro|despues miro|' +
        'despues le digo|despues le aviso|mas tarde le digo|mas tarde le aviso|mas tarde miro|despues con mas tiempo|con mas tiempo|' +
        'esta mal|esta malo|esta mala|quedo mal|hay un error|hay errores|tiene un error|esta errado|equivocado|equivocada|no hay cupo|' +
        'no es mi nombre|no es mi documento|no es mi cedula|not|dont|do not|i do not|not now|not yet|later|never|maybe later|' +
        'i disagree|disagree|rather not|thats wrong|wrong|of course not|no way|not today|i refuse|not really|not quite|not exactly|no need|not right|' +
        'not correct|not my name|not my data|not me|cant|cannot|can not|wont|doesnt|isnt|arent|couldnt|wouldnt|wasnt|you may not|you can not|you cant|too far|im busy|busy|' +
        'id rather go in person|not this time|another time|found another one|imposible|me queda lejos|me queda muy lejos|queda lejos|queda muy lejos|muy lejos|' +
        'no tengo tiempo|no tengo ganas|no tengo como|no vale la pena|no hace falta|manana no puedo|manana no puedo ir|no puedo manana|no puedo ir manana|manana no voy|no voy manana|manana no alcanzo|no es necesario|nada que ver|no me da tiempo|no me da el tiempo|no me alcanza el tiempo|no tengo el tiempo|me da miedo|me da desconfianza|desconfio|' +
        'deje asi|dejelo asi|dejela asi|dejemos asi|dejemoslo asi|asi dejelo|dejelo|ni modo que|no faltaba mas no|mejor no|que no|ni pensarlo|ni por el chiras|ni mas faltaba',
    ),
  ],
  [
    'yes',
    phraseSet(
      'si|ci|para luego es tarde|trato hecho|listones|listocho|positivo|al pelo|quedo bien|quedo perfecto|impecable|me anoto|me sumo|como no mija|alrighty|okey dokey|claroquesi|claro q si|sisenora|no objection|go right ahead|no hay incombeniente|no pues si|no pues claro|de bolas|tal cual|fino|yea|ya le dije que si|ya dije que si|ya les dije que si|no le veo problema|no le veo ningun problema|no tengo inconveniente|no tengo ningun inconveniente|no tengo ningun problema|no veo inconveniente|no problem at all|i dont mind|s|sip|sipi|sep|sis|sisas|sisa|sizas|simon|zi|cii|claro|claro que si|claro q si|clarin|claritico|dale|dele|deles|hagale|hagalo|' +
        'hagamosle|hagamoslo|metale|proceda|adelante|de una|de one|de ley|fijo|obvio|obviamente|por supuesto|desde luego|desde ya|como no|y como no|' +
        'correctisimo|exacto|exactamente|afirmativo|seguro|segura|segurisima|confirmo|confirmado|confirmada|eso es|eso si|asi es|asi mismo es|asi mismito es|asi mismito|igualito|asi mismo|esa es|' +
        'deacuerdo|con gusto|con todo gusto|con mucho gusto|con todo el gusto|sera un placer|un placer|encantada|no hay problema|ningun problema|no hay ningun problema|' +
        'no hay lio|ningun lio|no hay inconveniente|ningun inconveniente|no tengo problema|no hay lios|sin problema|sin problemas|sin lio|' +
        'aja|aham|uhum|mhm|ujum|1|melo|breve|vamos|si dios quiere|sisa mi so|va|chevere|bacano|por mi si|' +
        'yes|yep|yeah|yup|sure|sure thing|of course|alright|all right|right|thats right|go ahead|no problem|' +
        'sounds good|absolutely|definitely|i do|please do|certainly|thats fine|thats correct|you may|you can|i consent|count me in|count on me|sign me up|' +
        'put me down|put me on|ill be there|i will be there|be there|all good|looks good|everything is right|everything is correct|everything is fine|thats me|im in|' +
        'cuente conmigo|cuente con|sin duda|sin dudarlo|con toda seguridad|con toda confianza|con toda|cuenten con|cuenta con|aceto|cuenten conmigo|cuenta conmigo|alla estare|ahi estare|aqui estare|alli estare|alla estaremos|ahi estaremos|alla llego|ahi llego|alla le caigo|alla les caigo|por alla le caigo|por alla les caigo|alla nos vemos|ahi nos vemos|' +
        'alla voy|alla llegamos|no falto|no faltare|no fallo|tienen mi permiso|tiene mi permiso|tienen mi autorizacion|tiene mi autorizacion|autorizado|autorizada|aceptado|aceptada|' +
        'yo espero|que si|es mi nombre|es mi numero|es mi cedula|es mi documento|esa es mi cedula|ese es mi nombre|ese es mi numero|son mis datos|esa soy yo|ese soy yo|soy yo|todo en orden|en orden|me encantaria|encantaria|faltaba mas|no faltaba mas|cuenta con eso|listo el pollo|me apunto|me le apunto',
    ),
  ],
  [
    'weak',
    phraseSet(
      'bueno|buena|eso|ya|listo|lista|ok|oka|okay|okey|oki|okis|oke|dokey|vale|porfa|porfavorcito|por favorcito|porfis|por favor|por fa|porfavor|please|great|genial|siga|sigamos|sigale|continue|prosiga|super|excelente|perfectamente',
    ),
  ],
  [
    'willing',
    phraseSet(
      'quiero|quieren|firmo|acepto|autorizo|autoriso|deseo|apruebo|puedo|me gustaria|quisiera|interesa|interesada|interesado|doy|doi|tomo|tomelo|tomarlo|' +
        'gusta|sirve|conviene|parece|parece bien|acuerdo|de acuerdo|correcto|correcta|correctos|correctas|bien|perfecto|perfecta|esta bien|ta bien|todo bien|' +
        'guarda|guarde|guardelo|guardela|guardeme|guardemelo|guardemela|guarden|guardar|apartemelo|aparteme|aparte|anoteme|anotarme|apunteme|' +
        'apuntarme|inscribame|inscribirme|reserveme|separeme|separemelo|registreme|want|accept|fine|correct|would like|like|love|give|keep|share|save|book|works|work|suits|suit|' +
        'otorgo|brindo|doy el visto bueno|doy el bisto bueno|manifiesto mi consentimiento|agree|agreed|voy|vamos a ir|ire|iremos|asisto|asistire|asistir|llego|llegare|llegar|estare|estaremos|participo|participar|participare|alcanzo|confio|permito|apoyo|comparto|' +
        'me deja en|me dejan en|me deje en|me dejen en|dejeme en|dejenme en|dejeme ahi|dejeme uno|dejeme el|dejeme anotada|dejeme inscrita|me quedo con|me gusta|me sirve|me queda facil|me queda bien|queda facil|queda bien',
    ),
  ],
  [
    'filler',
    phraseSet(
      'que miedo|que susto|que pereza|que jartera|ya lo lei|ya lei|ya lei todo|ya lo lei todo|lo lei|lei todo|por el momento|en este momento|de momento|por ahora|no mas|sin falta|en la lista|en lista|la lista|lista de espera|la lista de espera|por aca|por aqui|por aca por|la verdad|' +
        'por whatsapp|a esa hora|a esas horas|ese dia|esa hora|ese horario|esta vez|con todo|con usted|con ustedes|de una vez|de corazon|por ahi|que rico|que bueno|que bien|que alegria|que chevere|' +
        'que maravilla|que dicha|over whatsapp|in person|at that time|that time|this time|on the list|the list|waiting list|the waiting list|by whatsapp|have to work|have to|para mi|me gusta la idea|es verdad|a ver si no',
    ),
  ],
  [
    'filler',
    wordSet(
      'gracias muchas muchisimas mil senora senor senorita senito sr sra srta dr dra doctora doctor profe mi amor corazon sumerce merce su pues ' +
        'vecina vecino veci amiga amigo amiguita parce parcero mija mijo mijita nina reina linda bonita mami mona madre hermosa tranquila tranquilo microbio ' +
        'tonces tons ntonces mamita mamacita madrecita papito nena hijita hijito muchacha hola buenas dios le lo la los las les me nos se te el al a de del con por en mis tus sus yo usted que q y e muy mucho mucha tanto harto ' +
        'todo toda todos esa ese este esta estan es estoy toy esos asi ahora ahorita hoy momento entonces ay uy ah oh eh bendiciones pague ' +
        'prefiero mejor creo sera son dar den usen tengan usar tratamiento datos informacion permiso terminos condiciones cupo clase gusto ' +
        'visto bisto manifiesto expreso hereby by mi k ke o sea eche erda chama chamo mija nombe epa ala oiga mire vea hombe marica mande mandeme mensajes mensaje rato hace jaja jajaja ja je jeje haha hombre mm mmm m hm ush huy ash ir tambien po pos ps pz pes mam un uno una mismo misma ahi alla aca aqui pueden puede podria podre poder podrian autorizacion consentimiento personales whatsapp hora horario vez espera espero esperar facil comoda comodo entrar datico daticos da tanto siento dando feel comfortable comodos its thats hacerlo hacer dice ahi bien pueda queda enviar enviarme i id ill im will can could may give use my mine me them us save one be able come make for over there here go going everything data information permission consent lot agreeing would time honestly really actually share personal thanks thank you so very much madam maam sir i id it is to that this do my the am with',
    ),
  ],
];

// Of a word that sounds the same the first counts.
const bySoundOf = (rows: [Meaning, Set<string>][]) =>
  rows.flatMap(([meaning, phrases]) =>
    [...phrases].filter((one) => one.length > 3 && !one.includes(' ')).map((one) => [soundOf(one), meaning] as const),
  );

// Of a phrase that stands in two rows the first counts.
const meanings = new Map(
  said.flatMap(([meaning, phrases]) => [...phrases].map((phrase) => [phrase, meaning] as const)).reverse(),
);

const bySound = new Map(bySoundOf(said).reverse());
const inPhrases = new Set([...meanings.keys()].flatMap((phrase) => phrase.split(' ')));
