import { any } from './anyOf';

/**
 * A line of folded words without what is only courtesy: greetings, thanks, blessings, apologies, what she calls us. Each
 * leaves a "/", as what stood before and after it need not belong together.
 */
export function withoutCourtesies(line: string): string {
  return tidied(line.replace(courtesy, '/').replace(endearment, '/'));
}

/** The same where her own people are asked for: "mi niña" may be her daughter. */
export function withoutFormulas(line: string): string {
  return tidied(line.replace(courtesy, '/'));
}

/** A line without its empty clauses. */
function tidied(line: string): string {
  return line
    .split('/')
    .map((clause) => clause.trim())
    .filter(Boolean)
    .join(' / ');
}

const us = 'usted|ustedes|uste|vos|ti|sumerce|todos';
const late =
  'la demora|demora|la tardanza|la molestia|las molestias|molestarla|molestar|la hora|no contestar|no responder';

// In an order that takes the longer before the shorter it begins with.
const courtesy = global(
  any(
    '(muy )?buen[oa]?s? (dias?|tardes?|noches?)|feliz (dia|tarde|noche)|hola|holi|holis|ola|buenas|que tal|que mas|saludos',
    'como (esta|estan|me le va|le va|les va|amanecio|han estado|ha estado)( todo| todos| usted| hoy)?',
    '(reciba|reciban) un cordial saludo|cordial saludo|por medio (del|de la) presente|estimad[oa]s? (senor\\w*|doctor\\w*|amig\\w*)|dear (sir|madam|all)|(att|atte|atentamente|cordialmente|sincerely)(?: \\/)?( \\w+){0,4}$',
    'good (morning|afternoon|evening|day)( to you)?|hello( there)?|hi( there)?|hey( there)?',
    'gracias a (mi )?dios|ay dios( mio| santo)?|dios mio|en el nombre de dios|con el favor de dios|con la ayuda de dios|con la bendicion de dios|dios mediante|primero dios|primeramente dios|si dios (quiere|lo permite|me lo permite|permite|nos da vida)',
    `(y )?(que )?(dios|diosito|mi dios|el senor|la virgen|la virgencita)( me| se)?( la| lo| le| los| las| les| nos| te)? (bendiga|bendigan|bendice|pague|guarde|cuide|acompane|ayude|proteja|multiplique)( mucho| muchisimo| siempre| grandemente| a todos)?`,
    '(y )?(que )?(mi )?(dios|diosito|el senor) (me |nos )?(le|les|la|lo|se lo) (de|regale) (mucha |muchos |larga |mas )?(mas|salud|vida|el cielo|anos|dias|bendiciones)(?: y (salud|vida|anos))?( de vida)?(?! a)',
    '(muchas |muchisimas )?bendiciones( para (usted|ustedes|todos))?|amen|god bless( you)?( all)?',
    `(muchas|muchisimas|mil y mil|mil|un millon de|infinitas|y)? ?gracias( (a|con) (${us}))?( por (todo|eso|la informacion|su atencion|la atencion|su ayuda|la ayuda|avisar|avisarme|la paciencia|su paciencia|su tiempo|su amabilidad|responder|contestar|escribir|la invitacion|tenerme en cuenta)){0,2}( de (verdad|corazon|todo corazon))?`,
    '(se )?(le|les|lo|la|los|te) agrade(?:ce|cemos|zco)( mucho| muchisimo| de corazon)?|muy (atent[oa]s?|gentil\\w*)|muy agradecida|agradecida|muy amables?',
    '(many )?thanks( a lot| so much| very much)?( for (everything|your help|asking))?|thank you( so much| very much)?( for (everything|your help|asking))?|thx|i appreciate it|much appreciated|much obliged',
    '(es que )?(yo )?(estaba|andaba) (\\w+ndo|ocupada|dormida|en \\w+|donde \\w+)( \\w+){0,3}',
    `(ay |uy )?(que|q) (pena|verguenza)( (con|de) (${us}))?( por)?( (${late}))?`,
    `(mil )?(disculp\\w{1,5}|perdon\\w{0,5}|perdon|sorry)( por| for| about)? (${late}|no haber \\w+|the delay|the late reply|the wait)`,
    '(es que )?(yo )?(no|hasta ahora|apenas|recien)( lo| la| le)? (habia visto|vi|habia leido|veo)( el| su| este)? (mensaje|mensajito|whatsapp)|(es que )?no (lo|la) habia visto|lo siento( mucho)?|me da (mucha )?pena',
    'por favor|por favorcito|porfavor|porfavorcito|porfabor|porfa|porfis|porfi|please|pls|si es tan amable|si fuera tan amable|tan amable|si me hace el favor|(hagame|me hace|me hacen|hazme) (el|un) favor|si no es (mucha |tanta )?molestia|si se puede|si es posible|if possible|if you can|if you dont mind|if thats ok',
  ),
);

// "Una señorita" and "la niña" are somebody; "mi niña" and "señorita" are she who reads.
const notSomebody =
  '(?<!\\b(?:una|un|la|el|con|otra|otro|las|los|mi|de|para|a|soy|de la|es|son|como|mi hija|mi hijo) )';
const endearment = global(
  new RegExp(
    `(?<!\\w)(?:${[
      `${notSomebody}(?:mi |mis |mi querida |mi linda )(?:amor|amores|amorcito|vida|vidita|cielo|corazon|reina|reinita|nina|ninita|linda|lindas|hermosa|preciosa|bella|querida|angel|senora|senorita|sra|dona|dra|gente)(?: bonita| linda| hermosa| querida)?`,
      '(?:amorcito|corazon|reina|reinita|hermosa|preciosa|mija|mijita|mijo|mijito|veci|joven|jovencita|caballero|comadre|patrona|sumerce|su merced|parce|dear|madam|maam|honey|darling|sweetheart|my love|my dear)',
      `${notSomebody}(?:querida|senora|senorita|senito|sra|srta|seno|senor|sr|doctora|doctor|dra|profe|profesora|profesor|vecina|vecinita|amiga|amiguita|parcera|miss|sir)(?: bonita| linda| hermosa| querida| mia)?`,
    ].join('|')})(?!\\w)`,
  ),
);

function global(pattern: RegExp): RegExp {
  return new RegExp(pattern.source, 'g');
}
