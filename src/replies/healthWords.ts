/** Whom she may tell of. */
export const somebody =
  'hij[oa]|nin[oa]|niet[oa]|nietecit[oa]|bebe|abuel\\w+|mama|mamita|madre|papa|papito|padre|herman\\w+|sobrin\\w+|viejit[oa]|anciano|anciana|suegr[oa]|espos[oa]|marido|companer[oa]|senor|senora|vecin[oa]|alumna|muchach[oa]|ti[oa]|cunad[oa]';
/** What seizes somebody, however it is written. */
export const fit = 'co[nm][bv]ul[scz]i?on';
/** What strikes somebody down. */
export const seizure = `(?:un |una |el |la |como )*(?:${fit}|ataque|i[nm]farto|preinfarto|derrame|trombosis|isquemia|paro|ictus)`;

const lessons =
  '\\b(?:cursos?|taller|talleres|charlas?|prevencion|prevenir|conferencia|capacitacion|cartilla|primeros auxilios)\\b';
const urgent =
  'ayud[ae]\\w*|auxilio|socorro|urgente|emergencia|ahora|ahorita|ya mismo|rapido|que (?:hago|hacemos)|en este momento|acab[ao] de|aqui';
/** An instructor's reason, or what she heard of somebody who stayed away. */
export const reported =
  'falto|faltaron|no (?:vino|vinieron|asistio|asistieron|fue|fueron|llego|llegaron|viene|vienen|vendra|pudo (?:venir|asistir|llegar|ir))|excus\\w+|ausente|inasistencia|avis(?:o|aron)|permiso|justific\\w+';
/** Why she herself does not come. */
export const staysAway =
  'faltar|no (?:puedo|podemos|podre|pude) (?:ir|asistir|llegar|venir|estar|participar)|no (?:voy|vamos|ire|fui|alcanz\\w+|asist\\w+)|(?:hoy|manana) no|llego tarde|dej\\w+ la clase|reprogram\\w+';
const caredForNow =
  'hospitalizad\\w*|internad\\w+|intubad\\w+|uci|cuidados intensivos|(?:estamos|estoy|esta|sigue|tenemos|tengo|tienen)(?: \\w+){0,3} en (?:la |el )?(?:urgencias?|hospital|clinica)|ya (?:viene|llego|llegaron|vino) la ambulancia|ya (?:esta|paso) (?:bien|mejor)';
const inGoodHands =
  'hospitalizad\\w*|internad\\w+|intubad\\w+|uci|cuidados intensivos|(?:en|al?|del?) (?:la |el )?(?:urgencias?|hospital|clinica)(?!\\w)|operad[oa]|operaron|(?:ya|gracias a dios) (?:\\w+ ){0,2}(?:esta|paso|mejor|recuper\\w+|salio|reacciono|estable)|ya (?:viene|llego|llegaron|vino) la ambulancia';
// "Desde hace rato", "desde hace una hora": still of this hour.
const rightNow =
  '(?! hace (?:como )?(?:un |una |unos |unas |media )?(?:\\w+ )?(?:rat|hora|minut|moment|poquit)| esta (?:manana|tarde|noche|madrugada)| ahor)';
/** What happens again and again. */
export const habitual = `a veces|siempre|suele|sin falta|cada (?:vez|noche|mes|semana|ano|tanto|rato)|todas las (?:noches|mananas)|por las? noches?|de noche|cuando (?!llegue|llegamos|entre|entramos|volvi|regrese|fui|desperte|me|lo|la)|desde${rightNow} (?:hace|nin[oa]|chiquit[oa]|pequen[oa]|que (?:nacio|tuvo|le dio)|el (?:derrame|accidente|ano|infarto)|la (?:trombosis|operacion|cirugia|pandemia))|hace (?:\\w+ ){0,3}(?:anos?|mes|meses|tiempo)`;
const past = `ayer|antier|anteayer|anoche|anteanoche|pasad[oa]|el otro dia|hace (?:\\w+ ){0,3}(?:dias?|semanas?|mucho|anos?|mes|meses|tiempo)|en (?:el )?(?:19|20)\\d\\d|una vez|de (?:nin[oa]|joven)|cuando (?:era|estaba|tenia|nacio|chiquit[oa]|pequen[oa]|joven)|murio|murieron|fallec\\w+|quedo (?:con|asi|mal|paralizad\\w|sin)|desde${rightNow}|por eso|terapias?|rehabilitacion|silla de ruedas|pelicula|novela|serie|noticias?|noticiero`;
const lungs = 'asma|epoc|oxigeno|enfisema|fibrosis|gripa|gripe|gripita|bronquitis|rinitis|neumonia';
/** What stops answering, falls down and dies without anybody being hurt. */
export const things =
  'pagina|sistema|celular|telefono|computador|aplicacion|app|internet|whatsapp|pantalla|el boton|link|enlace|robot|chat|senal|maquina|mensajes?|llamadas?|perr\\w+|gat[oa]s?|gatic\\w+|mata|matas|maticas?|plantas?|pajaro|loro|gripa';

/** Any of some words, whole. */
export const told = (...parts: string[]) => `\\b(?:${parts.join('|')})\\b`;
const calmly = (...parts: string[]) => `^(?!.*${told(urgent)}).*${told(...parts)}`;
/** What makes a state none of this hour: an illness lived with, one already cared for, a reason somebody stayed away. */
export const neverNow = new RegExp(`${lessons}|${told(caredForNow)}|${calmly(habitual, reported, lungs)}`);
/** What makes an event long over. */
export const over = new RegExp(`${lessons}|${told(past, inGoodHands)}|${calmly(reported)}`);
/** The same, also where she only says why she does not come. */
export const longOver = new RegExp(`${over.source}|${calmly(staysAway)}`);

/** What nobody dies or chokes of in earnest. */
export const idle =
  'risa|risas|ocupada|ocupado|susto|hambre|calor|sueno|emocion|rabia|amor|ganas|cansancio|cansada|frio|trabajo|oficio|tareas|deudas|problemas|vaso|pena|nervios|verguenza|trancon|estres|aburrimiento|curiosidad|alegria|llanto|lagrimas|felicidad|tristeza|panico|ansiedad|celos|dicha|gusto|gripa|gripe|tos|toser|nariz|boca|mocos|congestion|tapabocas|mascarilla|asma|alergia|rinitis|polvo|escaleras|subida|loma|ejercicio|yoga|zumba|correr|caminar|deuda|cosas';
/** What right after makes it only a manner of speaking: "me ahogo de la risa". */
export const idly = new RegExp(
  `^(?: bien)?(?: (?:y|ya|nada|ni|mucho))*( (?:de|del|con|por|en|por la|a|al)( \\w+){0,3}| \\w+ por (?:la|el)) (?:${idle})\\b`,
);
