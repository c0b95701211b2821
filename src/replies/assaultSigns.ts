import { people } from './harmWords';
import { type Sign, words } from './sign';

const doer = `(?:mi|el|ese|este|un|una|la|su) (?:${people}|man|sujeto|muchacho|desconocido|novia|herman[oa]|nuera|cunada|niet[oa]|sobrino|ladron|celador)`;
const hits =
  'pega|pego|pegan|pegaron|pegaba|golpea|golpeo|golpean|golpearon|golpeaba|casca|casco|da|dio|daba|maltrata|maltrato|patea|pateo|amenaza|amenazo|hiere|hirio';
const body =
  'cabeza|cara|espalda|pierna|piernas|brazo|brazos|estomago|barriga|costillas?|cuello|boca|jeta|ojo|oido|nariz|pecho|rodillas?|pies?|mano|manos|cintura|nalgas?|senos?';
const weapon =
  'palo|tubo|correa|cable|botella|zapato|chancla|martillo|varilla|cinturon|hebilla|plancha|escoba|mano cerrada|puno|machete|cuchillo|piedra|ladrillo|asiento|silla|plato|olla|vaso|rejo|garrote';
const attacks =
  'jalonea|jaloneo|estrello|estrella|mordio|muerde|aruno|aruna|rasguno|rasguna|escupe|escupio|zarandea|zarandeo|sacude|sacudio|estruja|estrujo|avento|tumbo|arrastra|arrastro|revolco|pellizca|cachetea|cacheteo|abofetea|abofeteo|ataca|ataco|remata|tortura|manosea|manoseo|empuja|empujo|pisotea';
const inPlay =
  /^(?: \w+){0,4} (?:jugando|balon|pelota|sin querer|sin culpa|gripa|susto|sustos|a (?:estudiar|salir adelante|seguir))\b/;

/** Who attacks her: where on her body, with what, who. */
export const assaultSigns: Sign[] = [
  {
    told: words(
      `${doer}(?: \\w+){0,3} me (?:${hits})(?: \\w+){0,3} (?:en|con|por) (?:(?:la|el|los|las|un|una|mi|su|toda) )*(?:${body}|${weapon}|internet|whatsapp|celular)|me (?:${hits})(?: \\w+){0,3} (?:en|con|por) (?:(?:la|el|los|las|un|una|su|toda) )*(?:${body}|${weapon}|internet|whatsapp|celular)(?: \\w+){0,4} ${doer}`,
    ),
    unless: {
      before: /\b(?:no|se) $/,
      after: inPlay,
      whole:
        /\b(?:sol|frio|viento|jugando|balon|pelota|sin querer|notificacion\w*|duele|artritis)\b|\bme (?:da|dio|daba) (?!duro|punos|golpes|patadas|pata|palo|cachetadas?)/,
    },
  },
  {
    told: words(
      `me (?:pego|golpeo|casco|pegaba|golpeaba|pega|golpea)(?: \\w+){0,4} con (?:un|el|la|una|su) (?:${weapon})`,
    ),
    unless: { before: /\b(?:se|no|nino|nina|bebe) $/, after: inPlay },
  },
  {
    told: words(
      `${doer}(?: \\w+){0,3} me (?:${attacks})|me (?:${attacks})(?: \\w+){0,5} ${doer}|me (?:jaloneo|jalonea|escupe|zarandea|zarandeo|abofetea|abofeteo|cacheteo|manoseo|manosea|estrello contra)`,
    ),
    unless: {
      before: /\b(?:no|se) $/,
      after: inPlay,
      whole: /\b(?:perr\w+|gat\w+|jugando|bus|carro|moto|mosquito|zancudo|virus|bebe)\b(?! $)/,
    },
  },
  { told: words(`me manose(?:o|a|aron)|${doer}(?: \\w+){0,3} me estrello contra`) },
  {
    told: words(
      '(?:arremete|arremetio|se abalanza|se lanza|se va) (?:contra|encima de) mi|se me (?:viene|vino|tiro|avienta|avento|lanza|lanzo|abalanza|abalanzo|tira) encima|me (?:volteo|reviento|revento|partio|rompio) la (?:jeta|trompa|cara|boca)|me (?:pone|puso|metio|mete|apreto) (?:el pie|la mano|las manos|la rodilla) (?:en el|al|por el|en la) (?:cuello|garganta)|me (?:cogio|coge|agarro|agarra|toco|tomo|hizo|tuvo) (?:a|por) la fuerza|me (?:mostro|muestra|enseno) (?:sus|las) partes|me (?:mostro|muestra) el (?:pene|miembro)',
    ),
    unless: {
      before: /\b(?:perr\w+|gat\w+|trabajo|carro|moto|bus|mundo|tiempo|deudas?|aguacero)(?: \w+){0,3} $/,
      after:
        /^(?: \w+){0,3} (?:perr\w+|gat\w+|trabajo|arriendo|deudas?|mes|fecha|examen|diciembre|carro|moto|recibos?|semana|oficio|colegio|tareas)\b/,
    },
  },
  {
    told: words(
      'me (?:tiene|tenia) prohibido (?:salir|hablar|trabajar|ver a|visitar|tener)|me prohib(?:e|io) (?:salir|hablar con|trabajar|ver a|visitar)',
    ),
    unless: { whole: /\b(?:medic\w+|doctor\w*|eps|ortopedista|fisioterapeuta|terapeuta|cardiologo|jefe|patrona?)\b/ },
  },
];

/** The same in English. */
export const englishAssaultSigns: Sign[] = [
  {
    told: words(
      '(?:he|husband|partner|boyfriend|ex|son|father|brother|grandson) (?:\\w+ )?(?:threw|throws) (?:a|the|his|things?|plates?|stuff)(?: \\w+)? at me|(?:threw|throws) (?:a|the|his) (?:chair|plate|bottle|glass|knife|pan|shoe|phone|cup) at me|(?:grabbed|grabs|squeezed|squeezes) (?:me by the|my) (?:neck|throat|hair)|(?:pulled|pulls) my hair|(?:he|husband|partner|boyfriend|ex|son|grandson) (?:\\w+ )?(?:pushes|shoves|shoved|kicks|bit|bites|spits at|spat on|drags) me',
    ),
    unless: {
      after: /^ (?:to|hard to|in the (?:pool|wheelchair|swing)|playing)\b/,
      before: /\b(?:dog|cat|hairdresser)(?: \w+){0,2} $/,
    },
  },
];
