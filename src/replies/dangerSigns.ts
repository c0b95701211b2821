import type { Danger } from '../domain/helpLines';

/**
 * Words that tell of a danger, as they stand in folded words joined by spaces. `unless`: what right before, right after
 * or anywhere makes them something else: "me pega" the sun, "tengo miedo" of the computer.
 */
export type Sign = { told: RegExp; unless?: { before?: RegExp; after?: RegExp; whole?: RegExp } };

const people =
  'marido|esposo|pareja|novio|companero|ex|exesposo|exmarido|hijo|hija|hijos|hermano|papa|padre|padrastro|suegro|suegra|yerno|tio|cunado|vecino|jefe|patron|hombre|tipo|senor';
// "De él", accents left out: not "de el computador".
const him = '(?:el|ella)(?= *$| y | pero | porque | cuando | me | que | si )';
const cared =
  'hij\\w+|nin[oa]s?|niet[oa]s?|bebe|bebes|abuel\\w+|mama|mamita|madre|papa|papito|padre|herman\\w+|sobrin\\w+|viejit[oa]s?|ancian[oa]s?|hijastr[oa]s?|suegr[oa]s?|tia|tio';
const harmed =
  'pega|pego|pegan|pegaron|pegaba|pegando|pegue|pegar|pegarme|golpea|golpeo|golpean|golpearon|golpeaba|golpeando|golpear|golpearme|casca|casco|cascan|cascaba|patea|pateo|' +
  'maltrata|maltrato|maltratan|maltrataron|maltrataba|maltratando|maltratar|agrede|agredio|agreden|agrediendo|ahorca|ahorco|ahorcar|ahorcarme|ahorcando|viola|violo|violan|violaron|violar|violarme|' +
  'amenaza|amenazo|amenazan|amenazaron|amenazaba|amenazando|acosa|acoso|acosan|acosando|manosea|manoseo|manosean|insulta|insultan|humilla|humillan|empuja|empujo|persigue|apunalo|hirio|lastima|lastimo|quemo';
const does =
  'esta|estan|quiere|quieren|va a|van a|quiso|vive|sigue|siguen|volvio a|ha|iba a|puede|suele|trata de|intento|intenta';
// Things that "hit" or "kill" nobody in earnest.
const harmless =
  'sol|frio|calor|gripa|gripe|virus|sereno|viento|aire|agua|lluvia|sueno|uniforme|zapato|zapatos|ropa|tos|catarro|risa|hambre|internet|senal|moda|noticia|cancion|novela|' +
  'dolor|rodilla|rodillas|espalda|pie|pies|cabeza|cintura|columna|cansancio|estres|curiosidad|ejercicio|profe|profesor|profesora|instructora|puerta|balon|pelota|carro|moto|bus|dedo|deuda|deudas|trancon|piernas|brazo|tareas|oficio';
const near = `^( \\w+){0,4} (${harmless})\\b`;
const lessons =
  /\b(clase|clases|curso|cursos|taller|talleres|charla|charlas|prevencion|prevenir|conferencia|capacitacion|cartilla)\b/;

/** What tells of which danger, and in which language; all that fit a message count. */
export const dangers: { danger: Danger; language: 'es' | 'en'; sign: Sign }[] = [
  ...signs('violence', 'es', [
    {
      told: words(`me (?:(?:${does}) )?(?:${harmed})`),
      unless: { before: /(\bse|(?<!\bya )\b(?:no|ni)) $/, after: new RegExp(near) },
    },
    {
      told: words(`nos (?:${does} )?(?:pega|golpea|maltrata|amenaza|amenazo|golpeo)`),
      unless: { before: /\bno $/, after: new RegExp(near) },
    },
    {
      told: words(
        `(?:me|nos) (?:(?:${does}) )?(?:matar|asesinar|matarme|picar)|(?:quiere|intento|trato de|amenaza con|piensa) matarme`,
      ),
      unless: { after: new RegExp(near) },
    },
    {
      told: words('(?:si|que|dice|dijo|jura|juro|amenaza)(?: \\w+){0,8} me mata|que me mate'),
      unless: { after: new RegExp(`${near}|^ (el|la|los|las) `) },
    },
    {
      told: words('no (?:me|nos) deja(?:n)? (?:salir|hablar con|trabajar|ver a mi|ir a ningun)'),
      unless: { after: /^( \w+){0,3} (pagina|menu|chat|enlace|app|aplicacion|formulario|link)/ },
    },
    {
      told: words(
        'me (?:tiene|tienen|tenia) (?:\\w+ )?(?:encerrada|amenazada|secuestrada|amarrada|sometida)|me (?:encerro|encerraron|dejo encerrada|secuestro)',
      ),
    },
    {
      told: words(
        'me (?:dio|da|dieron|pega|metio) (?:un|una|unos) (?:puno|punos|golpe|golpes|golpiza|paliza|cachetada|bofetada|patada|trompada|muenda|pela|planazo|machetazo)(?! de calor)|me (?:agarro|cogio|coje|coge|levanto) a (?:punos|golpes|patadas|pata|correazos)|me (?:tiro|boto) (?:al piso|al suelo|contra)|me (?:jalo|jala) (?:del|el) (?:pelo|cabello)',
      ),
    },
    {
      told: words(
        `(?:miedo|terror|panico|asustada|asustado)(?: \\w+)? (?:a|de|por|con) (?:(?:mi |ese |un |una |al |lo que |su |el )?(?:${people})|${him})|(?:me|nos) da (?:mucho )?(?:miedo|terror) (?:mi|el|ese|este) (?:${people})`,
      ),
      unless: { before: /\bno $/ },
    },
    {
      told: words(
        'miedo (?:de )?que (?:me|nos|le|les) (?:haga|hagan|pegue|peguen|mate|maten|golpee|golpeen|vuelva a pegar|viole|pase algo|encuentre|busque|quite (?:a )?(?:mis|los) (?:hijos|ninos))',
      ),
    },
    {
      told: /^(?:hola |ayuda |estoy sola |buenas )?(?:tengo|siento|tenemos) (?:mucho |muchisimo |harto )?(?:miedo|terror|panico)(?: ayuda| ayudenme| ayudeme| por favor| mucho)?$/g,
    },
    {
      told: words('auxilio'),
      unless: {
        before: /\b(el|un|su|primer|este|ese|algun|los|del|al|subsidio|con) $/,
        after: /^ (de|del|economico|para|funerario|monetario|educativo|escolar)\b/,
      },
    },
    { told: /^(?:socorro|auxilio)(?: (?:socorro|auxilio|ayuda|ayudenme|por favor))*$/g },
    {
      told: /^(?:mucha )?violencia(?: (?:intrafamiliar|domestica|fisica|sexual|de genero|en mi casa|en casa|contra mi))?(?: ayuda)?$/g,
    },
    {
      told: words(
        '(?:sufro|sufri|vivo|vivimos|recibo|hay|padezco)(?: \\w+)? (?:violencia|maltrato|maltratos|golpes|abuso|abusos)|(?:soy|fui|he sido) victima|victima de (?:violencia|maltrato|abuso)',
      ),
      unless: { whole: lessons },
    },
    {
      told: words(
        '(?:estoy|estamos|me siento) en (?:peligro|riesgo)|(?:mi|nuestra) vida (?:corre|esta en) (?:peligro|riesgo)|corro peligro',
      ),
    },
    {
      told: words(
        'abus(?:o|a|aron|an) de mi(?! (?:hij|nin|niet|mam|pap|abuel|herman|sobrin)\\w*)|me toca(?:n|ba)? (?:sin (?:mi )?permiso|mis partes|las partes|el cuerpo|a la fuerza|contra mi voluntad|sin que yo quiera)|me (?:obliga|obligan|obligo|forzo|forza|fuerza|forzaron)(?: a (?:estar con|tener|acostarme|hacer cosas|relaciones|prostituirme)|$| el\\b| mi\\b)',
      ),
    },
    {
      told: words(
        'me (?:quiere|va a|quiso|trato de|intento) (?:hacer dano|hacer algo|cortar|quemar|desaparecer)|intento ahorcarme',
      ),
    },
  ]),
  ...signs('life', 'es', [
    {
      told: words(
        '(?:me quiero|quiero|quisiera|queria|deseo|prefiero|prefiriera|pienso en|pense en|pensado en|ganas de|mejor) (?:morir|morirme|matarme|suicidarme|quitarme la vida|acabar con mi vida|estar muerta|no despertar\\w*)|me (?:quiero|voy a) (?:morir|matar)(?! (?:a |al |estudiando|trabajando))|no despertarme mas',
      ),
      unless: { after: /^ (de|del|por|con tanto|haciendo)\b/ },
    },
    {
      told: words(
        '(?:no|ni) quiero (?:vivir|seguir viviendo|existir)(?: mas| asi)?(?! (?:\\w+))|no (?:quiero|deseo) (?:vivir mas|seguir viviendo|estar viva)|(?:no vale la pena|para que) (?:vivir|seguir viviendo)|(?:sentido|sentido a) (?:a )?(?:la|mi) vida(?! laboral)',
      ),
      unless: { after: /^ (en|tan|con|por|aqui|cerca|lejos|donde|alla)\b/ },
    },
    {
      told: words(
        'suicidarme|me suicido|me voy a suicidar|quitarme la vida|acabar con mi vida|cortarme las venas|(?:pensamientos|ideas|intento) (?:de )?suicid\\w+',
      ),
      unless: { whole: lessons },
    },
  ]),
  ...signs('care', 'es', [
    {
      told: words(
        `les? (?:(?:${does}) )?(?:pega|pego|pegan|pegaron|pegaba|pegando|casca|casco|golpea|golpearon)(?: \\w+){0,2} (?:a|al) (?:\\w+ ){0,2}(?:${cared})`,
      ),
      unless: { before: /\b(no|se) $/ },
    },
    {
      told: words(
        `(?:golpea|golpean|golpeo|golpearon|golpeando|maltrata|maltratan|maltrato|maltrataron|maltratando|viola|violo|violaron|manosea|manosearon|patea|encierra|encierran|queman?)(?: \\w+)? (?:a|al) (?:\\w+ ){0,2}(?:${cared})`,
      ),
      unless: { before: /\b(no) $/, whole: lessons },
    },
    {
      told: words(`abus(?:o|a|aron|an|ando) de (?:mi|la|el|los|las|un|una|nuestra|su) (?:\\w+ )?(?:${cared})`),
      unless: { whole: lessons },
    },
    {
      told: words(
        `(?:padrastro|senor|tio|vecino|papa|padre|marido|esposo|primo|abuelo|pareja|profesor|novio|hombre)(?: \\w+){0,2} (?:toca|toco|tocaba|tocando) a (?:mi|la|las|mis) (?:\\w+ )?(?:hij\\w+|nin[oa]s?|hermanit[oa]s?|niet[oa]s?|sobrin[oa]s?)`,
      ),
      unless: { before: /\b(me|le|les|nos) $/ },
    },
  ]),
  ...signs('violence', 'en', [
    {
      told: words(
        '(?:hit|hits|hitting|beat|beats|beating|hurts|hurting|abuses|abused|threatens|threatened|threatening|raped|rapes|strangled|chokes|choked|slapped|punched|kicked|stalks|stalking) me(?! up at)',
      ),
      unless: { before: /\b(sun|heat|cold|wind|light|it|flu|ball|knee|back|door|which|that) (?:really |just )?$/ },
    },
    {
      told: words(
        '(?:wants|want|going|tried|trying|threatened|threatens|will) (?:to )?kill me|forces me|forced me to|locked me (?:in|up)|wont let me (?:leave|go out)|doesnt let me leave',
      ),
    },
    {
      told: words(
        '(?:afraid|scared|terrified|frightened) of (?:him|my (?:husband|partner|boyfriend|ex|father|son|brother|stepfather|boss))|(?:afraid|scared) (?:that )?he',
      ),
      unless: {},
    },
    {
      told: words('(?:i am|im|we are) in danger|domestic violence|victim of (?:violence|abuse)|call the police'),
      unless: { whole: /\b(class|course|workshop|talk)\b/ },
    },
  ]),
  ...signs('life', 'en', [
    {
      told: words(
        'want to (?:die|be dead|kill myself|end my life|end it all)|kill(?:ing)? myself|(?:take|end) my (?:own )?life|commit suicide|suicidal',
      ),
      unless: { after: /^ (of|for|laughing)\b/ },
    },
    {
      told: words('dont want to (?:live|be alive)(?: anymore| any more| any longer)?'),
      unless: { after: /^ (in|so|far|with|near|here|there|alone)\b/ },
    },
  ]),
  ...signs('care', 'en', [
    {
      told: words(
        '(?:hit|hits|hitting|beat|beats|beating|hurts|hurting|abuses|abused|touches|molests|molested|rapes|raped) (?:my|the|our) (?:\\w+ )?(?:son|daughter|child|children|kid|kids|baby|mother|mom|father|dad|grandmother|grandma|grandfather|granddaughter|grandson|boy|girl|sister)',
      ),
    },
  ]),
];

function signs(
  danger: Danger,
  language: 'es' | 'en',
  all: Sign[],
): { danger: Danger; language: 'es' | 'en'; sign: Sign }[] {
  return all.map((sign) => ({ danger, language, sign }));
}

function words(told: string): RegExp {
  return new RegExp(`(?<!\\w)(?:${told})(?!\\w)`, 'g');
}
