import {
  fit,
  idle,
  idly,
  longOver,
  neverNow,
  over,
  reported,
  seizure,
  somebody,
  staysAway,
  things,
  told,
} from './healthWords';
import { type Sign, words } from './sign';

const swallowed = 'trago|tomo|bebio|comio|ingirio';
const poison =
  'veneno|clorox|cloro|limpido|blanqueador|decol|detergente|acido|thinner|tiner|varsol|gasolina|raticida|insecticida|creolina';
const drugs = 'pastillas|pastas|pepas|medicamentos|remedios|drogas|gotas';
const boiling = '(?:agua|sopa|caldo|chocolate|tinto|olla|leche|aceite)(?: \\w+){0,2} (?:hirviendo|hirbiendo|caliente)';
// What is left of a stroke once it is over, and what then falls to her.
const livedWith = told(
  'no camina',
  'no puede caminar',
  'camilla',
  'panales',
  'me toca',
  'toca \\w+',
  'cuid(?:o|arl[oa]|amos)',
);
const calls =
  '(?<!\\b(?:me|le|les|nos|la|una|su|de|mucha) )ayuda|ayudeme|ayudenme|ayudame|auxilio|socorro|urgente|(?:una )?emergencia|ahorita|ahora mismo|ya mismo|que hago|que hacemos|a quien (?:llamo|llamamos)|donde llamo|a que numero|rapido';
const mishaps = [
  `(?:${somebody})(?: \\w+){0,2} se (?:me )?(?:ca(?:y|ll)o|quemo|corto|golpeo|accidento|estrello|rodo|muere|pego|fracturo|partio)`,
  `se (?:me )?(?:ca(?:y|ll)o|quemo|corto|golpeo|accidento|rodo|muere|fracturo) (?:el|la|mi|un|una) (?:${somebody})`,
  `(?:${somebody}) esta (?:muy |bien |bastante )?(?:mal|grave|enferm[oa] del corazon)`,
  `${fit}a|mal del corazon|accidente`,
].join('|');

/** What has just happened to somebody. */
export const healthEvents: Sign[] = [
  {
    told: words(
      `(?:${calls})(?:[ \\n]\\w+){0,10}?[ \\n](?:${mishaps})|(?:${mishaps})(?:[ \\n]\\w+){0,10}?[ \\n](?:${calls})`,
    ),
    unless: { whole: new RegExp(`${over.source}|${told(reported, staysAway)}`) },
  },
  {
    told: words(
      '(?:me voy a desmayar|me estoy desmayando)|(?:golpeo|pego|golpe|cayo|callo)(?: \\w+){0,3} cabeza(?: \\w+){0,4} (?:vomit\\w+|desorientad[oa]|no se acuerda|no reconoce)|necesit\\w+ (?:un |una )?(?:medico|doctor|doctora|paramedico|enfermera) (?:urgente|ya|ahora|ahorita)',
    ),
    unless: { after: idly, whole: longOver },
  },
  {
    told: words('(?:es|tengo|tenemos|hay) una (?:emergencia|urgencia)(?: medica)?|emergencia medica|^emergencia$'),
    unless: {
      before: /\b(?:si|cuando|por si|solo|no|que)( \w+)? $/,
      after: /^ (?:familiar|laboral|de trabajo|con (?:el|la) (?:cedula|registro|clase|plata))/,
      whole: new RegExp(`${longOver.source}|${told(reported, staysAway)}`),
    },
  },
  {
    told: words(
      `(?:${somebody})(?: \\w+){0,2} (?:se )?acab(?:a|o) de (?:caer|quemar|golpear|cortar)(?:se)?|se (?:me )?acab(?:a|o) de (?:caer|quemar|golpear|cortar) (?:mi|la|el) (?:${somebody})`,
    ),
    unless: { whole: new RegExp(`${over.source}|${told(reported, staysAway)}`) },
  },
  {
    told: words(
      `(?:se (?:me |le |nos )?(?:ca(?:y|ll)o(?! (?:el |la |mi |un )?(?:${things}))|desma(?:y|ll)o|golpeo|desplomo|desgonzo|pego|fue al (?:piso|suelo))|tirad[oa]|desma(?:y|ll)ad[oa]|en el (?:piso|suelo)|muy mal|esta (?:fri[oa]|morad[oa]|palid[oa]|como ida|como ido))(?:[ \\n]\\w+){0,12}?[ \\n](?:no|ni)(?: (?:me|nos|se|le))? (?:respond\\w+|contesta|habla|llora|mueve|reacciona|(?:puede|pudo|puedo|logra) (?:parar|levantar|mover|hablar)(?:se|me)?)|(?:no|ni) (?:me )?(?:respond\\w+|contesta|habla)(?: \\w+){0,6} (?:esta )?(?:fri[oa]|morad[oa]|palid[oa]|tirad[oa]|en el (?:piso|suelo))`,
    ),
    unless: {
      after: new RegExp(`^ (?:de la cama|bien de la|(?:a )?(?:el |la |los |mis )?(?:${things}))`),
      whole: over,
    },
  },
  {
    told: words(
      '(?:mama|mamita|papa|papito|abuel\\w+|bebe|nin[oa]|viejit[oa]|suegr[oa]|anciana|anciano) (?:no (?:me )?responde(?= *$| ayud\\w*| que hago| y )|(?:\\w+ ){0,3}no se mueve(?= *$| ni | y )|(?:quedo|esta) ties[oa])|(?:espos[oa]|marido|hij[oa]|niet[oa])(?: \\w+){0,6} (?:quedo|esta) ties[oa]',
    ),
    unless: {
      whole: new RegExp(
        `${neverNow.source}|${told('cuido|alzheimer|demencia|artritis|paralis\\w+|cama|autis\\w+|sord[oa]|discapacidad')}`,
      ),
    },
  },
  {
    told: words(
      `(?:se|nos) (?:me |nos |le )?(?:desma(?:y|ll)(?:o|aron)|desvanecio)|(?:perdio|perdiendo) el (?:conocimiento|sentido)|${fit}o`,
    ),
    unless: {
      before: /\b(?:casi|por poco|no)( \w+)? $/,
      after: /^ de (?:la )?risa|^ (?:de la|de lo|de el|en el) (?:\w+ )?(?:humor|olfato|orientacion|gusto|oido|vida)/,
      whole: longOver,
    },
  },
  {
    told: words(`(?:le|me) (?:dio|pego|dieron) ${seizure}(?:s)?(?: \\w+)?`),
    unless: {
      before: new RegExp(`\\b(?:casi|por poco)( \\w+)? $|\\b(?!senor)(?:${somebody})(?: \\w+)? (?:a la |al? )?que $`),
      after: idly,
      whole: new RegExp(
        `${longOver.source}|ataque (?:de|del) (?:la )?(?:risa|nervios|panico|ansiedad|tos|celos|rabia|llanto|ira|estornudos|hambre)|(?:infarto|paro|derrame|ataque) (?:de|del) (?:${idle})|${livedWith}`,
      ),
    },
  },
  {
    told: words(
      `(?:${somebody})(?: \\w+){0,2} se (?:me )?(?:atoro|atraganto|ahogo|asfixio|electrocuto|desplomo|desangro|enveneno)|se (?:me )?(?:atoro|atraganto|ahogo|asfixio|electrocuto|desplomo|enveneno) (?:con |la |el |mi |un |una )*(?:${somebody})|(?:${somebody}) (?:esta )?(?:envenenad[oa]|asfixiad[oa]|ahogad[oa])`,
    ),
    unless: { after: idly, whole: longOver },
  },
  {
    told: words(
      `(?:se (?:me )?)(?:trago|comio|bebio) (?:\\w+ ){0,4}(?:${drugs}|pastilla|pila|bateria|moneda|boton|aguja|alfiler|canica|vidrio|iman)|(?:${swallowed}) (?:\\w+ ){0,4}(?:${poison})|se (?:me )?tomo (?:tod[oa]s?|un monton|much[oa]s|unas|un frasco|el frasco|una caja|la caja|un punado|como \\w+|\\d+|varias|demasiad[oa]s)(?: \\w+){0,2} (?:${drugs})`,
    ),
    unless: {
      before: /\b(?:no|ya) $/,
      after:
        /^ (?:para (?:el|la|los) |a las |en la |por la |del dia|de hoy|de la manana|que le (?:mando|mandaron|recet|formul|tocan?)|con (?:agua|el desayuno))/,
      whole: longOver,
    },
  },
  {
    told: words(
      `se (?:me |nos )?quemo (?:\\w+ ){0,4}(?:con|en) (?:el |la )?(?:${boiling}|aceite|gasolina|candela|acido|fuego|polvora)|(?:me|nos) queme (?:\\w+ ){0,4}(?:con|en) (?:el |la )?(?:\\w+ (?:hirviendo|hirbiendo)|gasolina|acido)|(?:le|me|se)(?: le| me)? (?:cayo|rego|echo|derramo|volteo) (?:\\w+ ){0,3}(?:${boiling}|acido)|(?:echaron|echo|tiraron|lanzaron) acido`,
    ),
    unless: { after: /^( \w+){0,3} (?:dedo|dedito|poquito)\b/, before: /\bno $/, whole: longOver },
  },
  {
    told: words(
      '(?:l[oea]s?|me) (?:cogio|agarro|paso|pego) (?:la |una )(?:corriente|descarga electrica)|(?:l[oea]s?|nos) (?:atropell|arroll)(?:o|aron)|acab\\w+ de (?:atropell|arroll)ar|(?:atropellaron|atropello|arrollo|arrollaron) (?:a )?(?:mi|un|una|el|la|los|las|al)|(?:pico|mordio) (?:\\w+ ){0,2}(?:culebra|serpiente|vibora|alacran|escorpion)|acab[ao] de (?:tener|sufrir|haber) (?:un |una )?(?:accidente|caida)',
    ),
    unless: { after: /^ (?:\w+ )?(?:perr|gat)/, whole: longOver },
  },
  {
    told: words(
      `se (?:me )?(?:abrio|partio|rajo|rompio|reventio|revento) (?:tod[oa] )?la (?:cabeza|frente)|se descalabro|se corto las venas|se colgo(?= *$| de )|se ahorco|cabeza (?:rota|partida|abierta)|(?:mucha|harta|demasiada) sangre|hemorragia|se (?:me )?ca(?:y|ll)o (?:\\w+ ){0,2}(?:del|de|desde|por) (?:un |una |el |la )?(?:segundo|tercer\\w?|cuarto|quinto|\\w+ piso|balcon|techo|terraza|ventana|andamio|tejado|platabanda)`,
    ),
    unless: { after: /^ (?:de (?:la|mi|una) muneca|pensando|estudiando|tratando|para|nasal)/, whole: longOver },
  },
  {
    told: words(
      '(?:l[oea]s?|a (?:mi|un|una|el|la) \\w+) (?:\\w+ )?(?:apunal|acuchill|chuz|dispar|balea)(?:o|aron|ron)|(?:apunalaron|acuchillaron|balearon|le dispararon|dispararon|chuzaron) a|(?:le|lo|la) (?:pegaron|dieron|metieron) (?:un |unos |varios )?(?:tiro|tiros|disparo|disparos|balazo|balazos|punalada|punaladas)|(?:le|lo) (?:clav|enterr)(?:o|aron) (?:un |el |una |la )?(?:cuchillo|navaja|punal|chuzo)|(?:esta|quedo|hay) (?:\\w+ ){0,2}(?:mal herid[oa]|malherid[oa]|herid[oa]s? de (?:gravedad|bala))',
    ),
    unless: { after: /^ (?:la alarma|el costo|los precios|una foto)/, whole: longOver },
  },
  {
    told: words(
      '(?:necesit(?:o|amos|a)|mand(?:e|en|eme|enme|ar|arme|enos|ennos)|envi(?:e|en|eme|enme|enos|ar)|llam(?:e|en|ar|eme|enme)|pid(?:a|o|an)|pedir|requiero|traigan|urgente|consigan\\w*) (?:\\w+ ){0,3}ambulancia|ambulancia (?:urgente|por favor|ya|rapido)',
    ),
    unless: { before: /\bno $/, whole: over },
  },
  {
    told: words(
      'se (?:me |nos )?(?:esta|esta \\w+) (?:quemando|incendiando) (?:la |mi |el |toda )+(?:casa|cocina|apartamento|edificio|pieza|rancho)|se (?:me |nos )?(?:incendio|prendio) (?:la |mi |el )(?:casa|cocina|apartamento|edificio|pieza|rancho)|(?:casa|cocina|apartamento|edificio|pieza) (?:\\w+ )?se (?:esta|nos esta|me esta) (?:quemando|incendiando)|hay (?:un )?(?:incendio|fuego)(?! en (?:mi|el|tu|los) (?:corazon|cerros?|monte|paramo))|(?:huele|oliendo) (?:\\w+ )?a gas',
    ),
    unless: { whole: longOver },
  },
  {
    told: words(
      '(?:rompi|rompio|revento|reventio) (?:la )?fuente|(?:estoy|esta|entro|entre) (?:ya )?(?:de|en|en trabajo de) parto|ya (?:va a nacer|viene) (?:el|mi) bebe(?! de| en)|va a tener (?:el|al) bebe (?:ya|ahora|ahorita)|esta naciendo',
    ),
    unless: { whole: longOver },
  },
];
