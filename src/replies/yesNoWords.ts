import { phraseSet, wordSet } from './text';

/**
 * What a word or phrase says where a yes or no was asked. `weak` is a yes only where nothing else is said; `willing`
 * (something she does or finds good) is one unless a "no" stands before it; `else` is anything we do not know.
 */
export type Meaning = 'yes' | 'no' | 'weak' | 'willing' | 'filler' | 'else';

/** What a phrase of folded words says, if we know it. */
export function meaningOf(phrase: string): Meaning | undefined {
  return meanings.get(phrase);
}

export const longestPhrase = 5;

const said: [Meaning, Set<string>][] = [
  // In Venezuela "ya va" asks to wait; "no es que no quiera" is no no.
  ['else', phraseSet('ya va|no se|no no se|no es que|es que')],
  [
    'no',
    phraseSet(
      'no|n|n o|nada|mal|muy mal|nop|nope|nones|nonono|nocas|noclas|noks|nah|na|nanai|nanay|nel|negativo|jamas|nunca|tampoco|ninguno|ninguna|paila|paso|rechazo|' +
        'incorrecto|incorrecta|2|claro que no|por supuesto que no|obvio no|obvio que no|para nada|de ninguna manera|ni loca|ni de riesgos|' +
        'de ningun modo|ya no|creo que no|todavia no|aun no|mas tarde|mas tardecito|luego|despues|otro dia|otro dia sera|en otro momento|' +
        'en otra ocasion|otra vez sera|mejor otro dia|manana mejor|mejor manana|luego le aviso|luego le digo|luego miro|despues miro|' +
        'despues le digo|despues le aviso|mas tarde le digo|mas tarde le aviso|mas tarde miro|despues con mas tiempo|con mas tiempo|' +
        'esta mal|esta malo|esta mala|quedo mal|hay un error|hay errores|tiene un error|esta errado|equivocado|equivocada|no hay cupo|' +
        'no es mi nombre|no es mi documento|no es mi cedula|not|dont|do not|i do not|not now|not yet|later|never|maybe later|' +
        'i disagree|disagree|rather not|thats wrong|wrong|of course not|no way|not today|i refuse',
    ),
  ],
  [
    'yes',
    phraseSet(
      'si|s|sip|sipi|sep|sis|sisas|sisa|sizas|simon|zi|cii|claro|claro que si|claro q si|clarin|claritico|dale|dele|deles|hagale|hagalo|' +
        'hagamosle|hagamoslo|metale|proceda|adelante|de una|de one|de ley|fijo|obvio|obviamente|por supuesto|desde luego|desde ya|como no|y como no|' +
        'correctisimo|exacto|exactamente|afirmativo|seguro|segura|segurisima|confirmo|confirmado|confirmada|eso es|eso si|asi es|asi mismo es|asi mismo|esa es|' +
        'deacuerdo|con gusto|con todo gusto|con mucho gusto|con todo el gusto|sera un placer|un placer|encantada|no hay problema|ningun problema|no hay ningun problema|' +
        'no hay lio|ningun lio|no hay inconveniente|ningun inconveniente|no tengo problema|no hay lios|sin problema|sin problemas|sin lio|' +
        'aja|aham|uhum|mhm|ujum|1|melo|breve|vamos|si dios quiere|sisa mi so|va|chevere|bacano|por mi si|' +
        'yes|y|yep|yeah|yup|sure|sure thing|of course|alright|all right|agree|agreed|right|thats right|go ahead|no problem|' +
        'sounds good|absolutely|definitely|i do|please do|certainly|thats fine|thats correct',
    ),
  ],
  [
    'weak',
    phraseSet(
      'bueno|buena|eso|ya|listo|lista|ok|oka|okay|okey|oki|okis|oke|dokey|vale|porfa|porfis|por favor|por fa|porfavor|please|great|genial|super|excelente|perfectamente',
    ),
  ],
  [
    'willing',
    phraseSet(
      'quiero|quieren|acepto|autorizo|autoriso|deseo|apruebo|puedo|me gustaria|quisiera|interesa|interesada|interesado|doy|doi|tomo|tomelo|tomarlo|' +
        'gusta|sirve|conviene|parece|parece bien|acuerdo|de acuerdo|correcto|correcta|bien|perfecto|perfecta|esta bien|ta bien|todo bien|' +
        'guarda|guarde|guardelo|guardela|guardeme|guardemelo|guardemela|guarden|guardar|apartemelo|aparteme|aparte|anoteme|anotarme|apunteme|' +
        'apuntarme|inscribame|inscribirme|reserveme|separeme|separemelo|registreme|want|accept|fine|correct|would like|like',
    ),
  ],
  [
    'filler',
    wordSet(
      'gracias muchas muchisimas mil senora senor senorita senito sr sra srta dr dra doctora doctor profe mi amor corazon sumerce merce su pues ' +
        'vecina vecino veci amiga amigo amiguita parce parcero mija mijo mijita nina reina linda mami mona madre hermosa tranquila tranquilo microbio ' +
        'hola buenas dios le lo la los las les me nos se te el al a de del con por en mis tus sus yo usted que q y e muy mucho mucha tanto harto ' +
        'todo toda todos esa ese este esta estan es estoy toy esos asi ahora ahorita hoy momento entonces ay uy ah oh eh bendiciones pague ' +
        'prefiero mejor creo sera son dar den usen tengan usar tratamiento datos informacion permiso terminos condiciones cupo clase nombre gusto ' +
        'ir un mismo misma thanks thank you so very much madam maam sir i id it to that this do my the am with',
    ),
  ],
];

// Of a phrase that stands in two rows the first counts.
const meanings = new Map(
  said.flatMap(([meaning, phrases]) => [...phrases].map((phrase) => [phrase, meaning] as const)).reverse(),
);
