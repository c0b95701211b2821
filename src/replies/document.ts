import type { DocumentType } from '../domain/document';
import { any } from './anyOf';
import { documentAnswer, hasNone } from './documentAnswer';
import { isNear } from './near';
import { othersDocument, relatives } from './others';
import { folded, longestText, phraseSet, wordSet, wordsOf } from './text';

/** The type of document a text names: "cédula", "mi ppt", "cédula venezolana", "está en trámite", "no tengo". */
export function documentType(typed: string): DocumentType | undefined {
  if (hasNone(typed)) return 'OTRO';
  const text = documentAnswer(typed);
  const words = wordsOf(text.slice(0, longestText).replace(lettersOfNumber, ''));
  if (words.length > longestAnswer) return undefined;
  // Asked about, or another's: "¿sirve el pasaporte?", "la cédula de mi mamá" tell nothing of hers.
  const line = words.join(' ').replace(notHers, '');
  if (/[?¿]/.test(folded(text)) || asked.test(line) || othersDocument(line)) return undefined;
  if (preferredNot.test(line)) return 'OTRO';
  // "No tengo cédula, tengo PPT" is a PPT; "no tengo", "sin documento", "me robaron la cédula", "el PPT está en trámite" is none.
  if (kept.test(line) || nationality.test(line)) return undefined;
  const had = line.replace(lacking, ' ');
  const told = had.replace(denied, ' ');
  if (gone.test(told)) return typeNamed((instead.exec(told)?.[1] ?? '').split(' ').filter(Boolean)) ?? 'OTRO';
  const type = typeNamed(told.split(' ').filter(Boolean));
  return had === line ? type : (type ?? 'OTRO');
}

/** Whether she says that she does not want to tell her document: "no doy mi cédula". */
export function keepsDocument(text: string): boolean {
  return refused.test(wordsOf(text).slice(0, longestAnswer).join(' '));
}

/** Whether a text calls what it tells a document's: "mi cédula es …", "CC …", "documento …". */
export function namesDocument(text: string): boolean {
  const words = wordsOf(text).slice(0, longestAnswer);
  return (
    typeNamed(words.filter((word) => !foreignOnly.test(word) && !none.has(word))) !== undefined ||
    words.some((word) => documents.has(word))
  );
}

const longestAnswer = 20;
// "PK304718" begins with no "porque".
const lettersOfNumber = /\b(?!cc|ce|ti|sc|no)[a-z]{2}(?=\d{5})|\b[pxk][kq](?= \d{5})/gi;

const kinds =
  '(?:(?:cedula|tarjeta|permiso|documento)(?: de| por)? )?(?:cedula|documento|papeles|pasaporte|passport|ppt|pep|ce|cc|ti|tarjeta|salvoconducto|dni|extranjeria|identidad|ciudadania|venezolana|colombiana)';
const papers =
  'documentos?|documentacion|papel|papeles|papers?|documents?|cedula|pasaporte|passport|ppt|pep|ce|cc|ti|tarjeta|salvoconducto|dni|id|identificacion|extranjeria|identidad|ciudadania|permiso|nada|ninguno|ninguna|nothing|none|one|any|otro|otra';
const withPaper = `(?:(?:la|el|mi|una?|ni|ningun|ninguna|an?|any|my|todavia|aun|de|eso|esos|otro|otra|este|colombian[oa]s?|venezolan[oa]s?|${papers}) )*(?:${papers}|eso|esos|colombian[oa]s?)(?! \\d)`;
// "No tengo" may lack anything: "tiempo", "las gafas".
const thenSmall =
  '(?: (?:todavia|aun|yet|la|el|it))*(?=$| (?:ahora|ahorita|pero|porque|por|y|e|se|que|gracias|senorita|senora|mi|nada|soy|apenas|solo|solamente|tampoco|yo|estoy|esta|en|es|tengo|but|because|only|here|yet|its|i|im)\\b(?! mano))';
// "Cédula no tengo" lacks one as "no tengo cédula" does.
const lacking = new RegExp(
  `\\b${kinds} no (?:la |lo |los )?(?:tengo|poseo)\\b|\\b(?:no (?:tengo|cuento con|poseo|manejo|have)|dont have)\\b(?: ${withPaper}\\b|${thenSmall})|\\b(?:sin|without|no(?= (?:papers?|documents?|id)\\b)) ${withPaper}\\b`,
  'g',
);
// "Cédula no", "no es cédula": not that one.
const denied = new RegExp(
  `\\b${kinds} no\\b(?! (?:me|se|mas)\\b)|\\b(?:no es|not)(?: (?:la|el|mi|una|un|a|my))* ${kinds}\\b`,
  'g',
);
const asked = any(
  '(?:que|cual)(?: documento)? es|para que|que hago|como hago|what is|what do i|can i|me reciben',
  'por ?que|xq|why|aceptan|reciben|piden|do you (?:take|accept)|hay que',
  '^(?:y )?si no (?:tengo|la tengo|hay)|^(?:y |que pasa )?(?:if|(?:me )?sirve|puede ser|puedo|debo|se puede|toca) .*',
);

// Of one of hers and of her own: "mi niña tiene tarjeta pero yo cédula".
const notHers = new RegExp(`^.*\\b(?:${relatives})\\b.* (?:pero|y|but|and) (?:yo|i)(?: si)?(?: (?:tengo|have))? `);

// Rather not told: as good as none.
const preferredNot = any(
  'prefiero (?:mejor )?no(?: \\w+)*',
  'mejor no (?:se |lo |la )+\\w+',
  '(?:rather|prefer) not',
  'prefer no',
);

// Kept to herself: "no doy mi cédula", "me da miedo dar la cédula"; or not at hand.
const refused = any(
  'no (?:se |le |les |la |lo |me )*(?:doy|quiero|deseo|pienso|gusta|voy a|mando|dare)|me da (?:miedo|desconfianza|pena)|dont want',
);
const kept = any(
  refused.source,
  'no (?:la |lo )?tengo(?: la \\w+| el \\w+)? (?:aqui|ahorita|a la mano|a mano|conmigo)|dont have (?:it|them|my \\w+) (?:with me|here|now)',
);
// "Soy venezolana" and no more tells whence she is, not what she has.
const nationality =
  /^(?:yo )?(?:soy|somos|i am|im) (?:de )?(?:venezuela|venezolan[oa]s?|venezuelan)$|^ciudadan[oa] (?:colombian|venezolan)[oa]$/;

// Lost, stolen, or not there yet; and what she has instead.
const gone =
  /\b(?:se me (?:perdi\w+|extravi\w+|quedo en venezuela|quedaron en venezuela)|me (?:la |las |los |lo )?(?:robaron|hurtaron|quitaron)|se me quemaron|(?:todavia|aun) no (?:la|lo) tengo|no (?:la|lo) tengo (?:todavia|aun)|perdi|perdida|perdidos|perdidas|extravie|lost|stolen|en (?:tramite|proceso|espera)|in process|(?:being )?process(?:ed|ing)|pendiente|pending|in progress|waiting|awaiting|applied|applying|esperando|solicit\w+|tramit\w+|sacando|(?:pedi|hice|saque|tengo) (?:la |una )?cita|por (?:salir|llegar)|no (?:me )?(?:lo |la )?(?:ha |han )?(?:llegado|llega|llego|entregado|entregan|entregaron|dado|dan|dieron|salido|sale)|(?:has not|hasnt|have not|didnt|did not) (?:arrived?|come))\b/;
const instead = /\b(?:pero|but|solo|tengo el|tengo la) (.{1,60})$/;

// The more exact ones first: a "cédula de extranjería" is a "cédula" too.
const signs: [DocumentType, Set<string>][] = [
  [
    'OTRO',
    phraseSet(
      'venezuelan id|id from my country|otro pais|another country|other country|cedula venezolana|cedula de venezuela|cedula de mi pais|la de mi pais|la de alla|cedula extranjera de mi pais|documento venezolano|documento de mi pais|dni|rumv|tramite|certificado de tramite|certificado del tramite|certificado del ppt|contrasena',
    ),
  ],
  [
    'CE',
    phraseSet(
      'ce|c e|ce e|extranjeria|cedula extranjera|cedula de extranjero|cedula de extranjera|foreigner id|foreign id|foreigners id|' +
        'cedula of foreigner|cedula of foreigners|cedula for foreigners|foreign cedula|foreigner cedula|foreigner card|foreigners card',
    ),
  ],
  [
    'PPT',
    phraseSet(
      'ppt|p p t|pe pe te|pepete|temporary protection|proteccion temporal|permiso por proteccion|permiso de proteccion|permiso temporal',
    ),
  ],
  ['PEP', phraseSet('pep|p e p|permiso especial')],
  ['TI', phraseSet('ti|t i|tarjeta de identidad|tarjeta')],
  ['PA', phraseSet('pasaporte|passport')],
  ['SC', phraseSet('salvoconducto|salvo conducto|salbo conducto|sc')],
  [
    'CC',
    phraseSet(
      'cc|c c|la amarilla|la amarillita|mi amarilla|la de toda la vida|de los colombianos|la colombiana|cedula|cedulita|ciudadania|cedula colombiana|national id|colombian id|identity card',
    ),
  ],
];
// "La venezolana", "la de Venezuela": not "venezolana de nacimiento", which is herself.
const foreignOnly = /^venez(?:olan[oa]|uela)$/;
const ofVenezuela =
  /(?:\b(?:la|el|mi|tengo|es|solo|de|documento|identificacion|cedula) |^)venez(?:olan[oa]|uela)\b(?! de \w)/;
// One of these and nothing else of weight: "está en mi otro bolso", "no entiendo nada" are something else.
const none = wordSet('otro otra ninguno ninguna nada other another none nothing indocumentada indocumentado');
const aroundNone = wordSet(
  'yo tengo no es el la un una de del por ahora momento ahorita todavia aun pues mi amor reina vida gracias senorita senora eso esos documento documentos ' +
    'papel papeles tipo i have document one hasta en este estoy soy ando ni la verdad have it',
);

function typeNamed(words: string[]): DocumentType | undefined {
  const named = signs.filter(([, phrases]) => [...phrases].some((phrase) => holds(words, phrase.split(' '))));
  const [type] = named.map(([one]) => one);
  if (type === 'TI' && cards.test(words.join(' '))) return undefined;
  if (type === undefined) return isNone(words) ? 'OTRO' : undefined;
  // A cédula, and of another country: not the Colombian one.
  if (type === 'CC' && words.some((word) => foreign.test(word)) && !words.some((word) => /^colombian/.test(word)))
    return 'OTRO';
  const isBoth = words.some((word, at) => at > 0 && either.has(word) && at < words.length - 1);
  const rivals = named.filter(([one]) => one !== type && (one !== 'CC' || isBoth));
  return rivals.length > 0 && type !== 'OTRO' ? undefined : type;
}

function isNone(words: string[]): boolean {
  if (ofVenezuela.test(words.join(' '))) return true;
  return words.some((word) => none.has(word)) && words.every((word) => none.has(word) || aroundNone.has(word));
}

const documents = new Set(['documento', 'documentos', 'identificacion', 'document', 'id', 'dni', 'cedulas']);
const either = new Set(['o', 'u', 'y', 'or', 'and']);
// A bank's, a bus's: only what is called an identity card is one.
const cards =
  /tarjeta (?!(?:de )?identidad|\d|numero|num\b|nro\b|no\b|n\b|es\b|ti\b|t i\b|vencida|nueva|azul|rosada|mia|por\b|gracias|senorita|todavia)/;
const foreign =
  /^(?:otro$|otra$|venez|ecua|peru|argentin|chile|brasil|brazil|cuba|boliv[ie]a|mexic|espan|spain|hait|filipin|philippin|dominican|usa$|american)/;

function holds(words: string[], phrase: string[]): boolean {
  return words.some((_, at) => phrase.every((part, step) => isSame(words[at + step] ?? '', part)));
}

function isSame(word: string, part: string): boolean {
  return (
    word === part ||
    (part.length > 5 && !word.startsWith('extranjer') && isNear(word, part)) ||
    (part === 'extranjeria' && /^e[xs]tran[jg]eri\w+$/.test(word))
  );
}
