import type { Danger } from '../domain/helpLines';
import { assaultSigns, englishAssaultSigns } from './assaultSigns';
import { burnoutSigns, englishBurnoutSigns } from './burnoutSigns';
import { captiveSigns, englishCaptiveSigns } from './captiveSigns';
import { careSigns, englishCareSigns } from './careSigns';
import { englishHealthSigns } from './englishHealthSigns';
import { englishFearSigns, fearSigns } from './fearSigns';
import { does, near, people } from './harmWords';
import { healthSigns } from './healthSigns';
import { englishLeftAloneSigns, leftAloneSigns } from './leftAloneSigns';
import { englishLifePlans, lifeBurdens, lifePlans } from './lifePlans';
import { englishLifeSigns, lifeSigns } from './lifeSigns';
import { englishLifeThoughts, lifeThoughts } from './lifeThoughts';
import { englishLostSigns, lostSigns } from './lostSigns';
import { lessons, type Sign, words } from './sign';
import { englishSwallowedSigns, swallowedSigns } from './swallowedSigns';
import { watchedSigns } from './watchedSigns';

// "De él", accents left out: not "de el computador".
const him = '(?:el|ella)(?= *$| y | pero | porque | cuando | me | que | si )';
const harmed =
  'pega|pego|pegan|pegaron|pegaba|pegando|pegue|pegar|pegarme|golpea|golpeo|golpean|golpearon|golpeaba|golpeando|golpear|golpearme|casca|casco|cascan|cascaba|patea|pateo|' +
  'maltrata|maltrato|maltratan|maltrataron|maltrataba|maltratando|maltratar|agrede|agredio|agreden|agrediendo|ahorca|ahorco|ahorcar|ahorcarme|ahorcando|viola|violo|violan|violaron|violar|violarme|' +
  'amenaza|amenazo|amenazan|amenazaron|amenazaba|amenazando|acosa|acoso|acosan|acosando|manosea|manoseo|manosean|insulta|insultan|humilla|humillan|empuja|empujo|persigue|apunalo|hirio|lastima|lastimo|quemo';

/** What tells of which danger, and in which language; all that fit a message count. */
export const dangers: { danger: Danger; language: 'es' | 'en'; sign: Sign }[] = [
  ...signs('health', 'es', healthSigns),
  ...signs('health', 'es', [...lostSigns, ...swallowedSigns]),
  ...signs('health', 'en', [...englishHealthSigns, ...englishLostSigns, ...englishSwallowedSigns]),
  ...signs('violence', 'es', [
    {
      told: words(`me (?:(?:${does}) )?(?:${harmed})`),
      unless: {
        before: /(\bse|(?<!\bya )\b(?:no|ni)) $/,
        after: new RegExp(
          `${near}|^ (el|un|unos|la|los|las) (grit|sticker|boton|afich|calcoman|foto|papel|dibujo|figur|imag|iman|curita)|^ (el|un|una|la) (perr|gat|gallin)|^ (a mi|yo) mism|^ (cuando|si) (yo )?(corro|camino|nado|hago|subo|bajo|cos\\w+)|^ (con |la mano con |el dedo con |la lengua con )(la |el )?(olla|aceite|sopa|horno|sarten|estufa|tinto|agua)|^ (una|un|unos|unas) (pasad|vuelt|escapad|caid|viaj|ban|duch|madrug|sust|sent|perdid)`,
        ),
      },
    },
    {
      told: words(`nos (?:${does} )?(?:pega|golpea|maltrata|amenaza|amenazo|golpeo)`),
      unless: { before: /\bno $/, after: new RegExp(near) },
    },
    {
      told: words(
        `(?:me|nos) (?:(?:${does}) )?(?:matar|asesinar|matarme|picar)|(?:quiere|intento|trato de|amenaza con|piensa) matarme`,
      ),
      unless: {
        before:
          /\b(calor|frio|dolor|cansancio|estres|tos|rodillas?|espalda|hambre|sueno|gripa|escaleras?|celular|computador|ejercicio|clase|subida)( \w+)? $/,
        after: new RegExp(
          `${near}|^ de (la |puro |un |del )?(risa|amor|gusto|rabia|susto|infarto|ternura)|^ por (llegar tarde|olvid\\w+|gastar\\w*|demorar\\w*)|^ con (es[oa]s?|est[oae]s?|tant[oa]s?) (?!cuchill|arma|pistola|machete)`,
        ),
      },
    },
    {
      told: words('(?:si|que|dice|dijo|jura|juro|amenaza)(?: \\w+){0,8} me mata|que me mate'),
      unless: { after: new RegExp(`${near}|^ (el|la|los|las) `) },
    },
    {
      told: words('no (?:me|nos) deja(?:n)? (?:salir|hablar con|trabajar|ver a mi|ir a ningun)'),
      unless: {
        before:
          /\b(perr\w+|gat\w+|lluvia|aguacero|clima|frio|trancon|trabajo|oficio|artritis|rodillas?|espalda|dolor|pierna|pie|gripa|tos|enfermedad|tiempo|estudio|bebe|nin[oa]s?|niet[oa]s?)( \w+){0,2} $/,
        after:
          /^ (el|la) (bus|trancon|lluvia|aguacero|clima)|^( \w+){0,3} (pagina|menu|chat|enlace|app|aplicacion|formulario|link)/,
      },
    },
    {
      told: words(
        'me (?:tiene|tienen|tenia) (?:\\w+ )?(?:encerrada|amenazada|secuestrada|amarrada|sometida)|me (?:encerro|encerraron|(?:deja|dejan|dejaba|dejo|dejaron) encerrada|secuestro)',
      ),
    },
    {
      told: words(
        'me (?:dio|da|dieron|pega|metio) (?:un|una|unos) (?:puno|punos|golpe|golpes|golpiza|paliza|cachetada|bofetada|patada|trompada|muenda|pela|planazo|machetazo)(?! de calor)|me (?:da|dio|dan|daba|dieron) (?:garrote|fuete|juete|rejo|palo)(?! (?:al|a la)\\b)|me (?:agarro|agarra|cogio|coje|coge|levanto|levanta|cayo|cae|encendio|enciende) a (?:punos|golpes|patadas|pata|correazos)|me (?:tiro|boto) (?:al piso|al suelo|contra)|me (?:jalo|jala) (?:del|el) (?:pelo|cabello)',
      ),
      unless: { before: /\bcasi $/, after: /^ (?:de (?:la )?(?:risa|cansancio|sueno)|a (?:descansar|dormir|jugar))\b/ },
    },
    {
      told: words(
        `(?:miedo|terror|panico|pavor|asustada|asustado)(?: \\w+)? (?:a|de|por|con) (?:(?:mi |ese |un |una |al |lo que |su |el )?(?:${people})|${him})|(?:me|nos) da (?:mucho )?(?:miedo|terror|panico|pavor) (?:mi|el|ese|este) (?:${people})`,
      ),
      unless: { before: /\bno $/ },
    },
    {
      told: words(
        'miedo (?:de )?que (?:me|nos|le|les) (?:haga|hagan|pegue|peguen|mate|maten|golpee|golpeen|vuelva a pegar|viole|pase algo|encuentre|busque|quite (?:a )?(?:mis|los) (?:hijos|ninos))',
      ),
    },
    {
      told: /^(?:hola |ayuda |estoy sola |buenas )?(?:tengo|siento|tenemos) (?:mucho |muchisimo |harto )?(?:miedo|terror|panico)(?: ayuda| ayudenme| ayudeme| por favor| mucho)?$/gm,
    },
    {
      told: words(
        `me (?:levant[ao]|alz[ao]) la mano|(?:${people})(?: \\w+){0,3} se (?:pone|vuelve) (?:muy )?(?:violent[oa]|agresiv[oa])|(?:agresiv[oa]|violent[oa]) conmigo`,
      ),
    },
    {
      told: words(
        'me (?:puso|saco|mostro|ataco con|tiro|corto con|chuzo con|apunto con) (?:un |una |el |la )?(?:cuchillo|navaja|machete|arma|pistola|revolver|punal|botella)|me (?:rompio|partio|revento) (?:la|el|un|una|los) (?:boca|cara|nariz|cabeza|brazo|costilla|dientes|diente)|me dejo (?:toda )?(?:morada|moreteada|golpeada|sangrando|inconsciente)|(?:moretones|morados|morada|moreteada|marcas)(?: \\w+){0,2} (?:de|por) (?:los|sus|las) (?:golpes|golpizas|patadas)',
      ),
      unless: { before: /\bse $/ },
    },
    {
      told: words(
        'me (?:cogio|agarro|jalo|jala|arrastro|tomo) (?:del|por el|de los) (?:pelo|cabello|cuello)|me rompe (?:las|mis) cosas|me (?:echo|saco) a (?:golpes|patadas|punos)|escondida (?:de|por) (?:mi|el)|(?:denunciar\\w*|demandar\\w*|denuncia)(?: \\w+){0,4} (?:maltrato|violencia|golpes|abuso|amenazas)',
      ),
      unless: { whole: lessons },
    },
    {
      told: words(
        `me hace (?:mucho )?dano(?= *$| mi (?:${people})| ese)|(?:me|nos) (?:esta|anda|viene) siguiendo|(?<!\\b(?:hij[oa]s?|niet[oa]s?|perr\\w+|gat\\w+|bebe|nin[oa]s?|mama) )me sigue (?:a todas partes|a todos lados|a todo lado|por la calle|donde vaya|cuando salgo|persiguiendo)|me (?:encierra|encerraba|encierran)(?= *$| (?:en|con|y|bajo|cuando|para) )|(?:golpeando|persiguiendo|acosando|amenazando|ahorcando|vigilando)(?:me|nos)|me (?:esta|anda) vigilando`,
      ),
    },
    {
      told: words(
        `miedo (?:de )?que (?:llegue|vuelva|regrese|venga|aparezca)(?= *$| (?:mi|ese|el) (?:${people})| borracho| tomado| a (?:la|mi) casa)|miedo (?:de )?(?:volver|regresar|llegar|estar|entrar) (?:a|en) (?:mi|la) casa`,
      ),
    },
    {
      told: words('auxilio'),
      unless: {
        before: /\b(el|un|su|primer|este|ese|algun|los|del|al|subsidio|con) $/,
        after:
          /^ (?:\w+ ){0,2}(?:no (?:le )?enti?end\w+|no se (?:que|como) (?:\w+ )?(?:hacer|hago|poner|escribir|responder|contestar|usar|usa|es|hace) (?:aqui|aca|ahi|esto|eso|con)|como se (?:usa|hace|maneja|llena)|que (?:pongo|escribo|respondo)|no puedo (?:escribir|entrar|abrir))\b|^ (de|del|economico|para|funerario|monetario|educativo|escolar)\b/,
      },
    },
    { told: /^(?:socorro|auxilio)(?: (?:socorro|auxilio|ayuda|ayudenme|por favor))*$/gm },
    {
      told: /^(?:mucha )?violencia(?: (?:intrafamiliar|domestica|fisica|sexual|de genero|en mi casa|en casa|contra mi))?(?: ayuda)?$/gm,
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
      unless: { after: /^ de (?:perder|quedar|no|que me saquen)/ },
    },
    {
      told: words(
        'abus(?:o|a|aron|an) de mi(?! (?:hij|nin|niet|mam|pap|abuel|herman|sobrin)\\w*)|me toc(?:a|an|aba|o|aron) (?:sin (?:mi )?permiso|mis partes|las partes|el cuerpo|a la fuerza|contra mi voluntad|sin que yo quiera)|me (?:obliga|obligan|obligo|forzo|forza|fuerza|forzaron)(?: a (?:estar con|tener|acostarme|hacer cosas|relaciones|prostituirme)|$| el\\b| mi\\b)',
      ),
      unless: {
        after:
          /^( \w+){0,3} a (?:hacer ejercicio|caminar|comer|estudiar|madrugar|levantarme|tomar(?:me)? (?:agua|la|los|las|mis))\b/,
      },
    },
    {
      told: words(
        'me (?:quiere|va a|quiso|trato de|intento) (?:hacer dano|hacer algo|cortar|quemar|desaparecer)|intento ahorcarme',
      ),
    },
  ]),
  ...signs('violence', 'es', [...fearSigns, ...captiveSigns, ...assaultSigns, ...watchedSigns]),
  ...signs('life', 'es', [...lifeSigns, ...lifeThoughts, ...lifePlans, ...lifeBurdens]),
  ...signs('care', 'es', [...careSigns, ...leftAloneSigns, ...burnoutSigns]),
  ...signs('violence', 'en', [
    {
      told: words(
        '(?:hit|hits|hitting|beat|beats|beating|hurts|hurting|abuses|abused|threatens|threatened|threatening|raped|rapes|strangled|chokes|choked|slapped|punched|kicked|stalks|stalking) me(?! (?:up at|at|to it|in (?:chess|cards|the game)))',
      ),
      unless: {
        before:
          /\b(sun|heat|cold|wind|light|it|flu|ball|knee|back|door|which|that|cat|needle|machine|exercise|class|shoes|chair) (?:really |just )?$/,
      },
    },
    {
      told: words(
        '(?:wants|want|going|tried|trying|threatened|threatens|will|would|gonna|hed|hell) (?:to )?(?:kill|choke|strangle|stab|rape|hit|burn|hurt) me|forces me|forced me to|locked me (?:in|up)|wont let me (?:leave|go out)|doesnt let me leave',
      ),
    },
    {
      told: words(
        '(?:afraid|scared|terrified|frightened) of (?:him|my (?:husband|partner|boyfriend|ex|father|son|brother|stepfather|boss))|(?:afraid|scared) (?:that )?he',
      ),
      unless: {},
    },
    {
      told: words(
        '(?:i am|im|we are) in danger|domestic violence|victim of (?:violence|abuse)|call the police|(?:he|husband|boyfriend|partner|son|father|brother) (?:gets|got|becomes) (?:violent|aggressive)|(?:ex|he|husband|boyfriend|man|someone|neighbor|neighbour) (?:is|keeps) (?:following|stalking) me|raise[sd] his hand (?:to|at|against) me|pulled a (?:knife|gun)|(?:has|with) a (?:knife|gun)|(?:pushed|pushes|grabbed|grabs|dragged) me (?:by|down|against|into|around)',
      ),
      unless: { whole: /\b(class|course|workshop|talk)\b/ },
    },
  ]),
  ...signs('violence', 'en', [...englishFearSigns, ...englishCaptiveSigns, ...englishAssaultSigns]),
  ...signs('life', 'en', [...englishLifeSigns, ...englishLifeThoughts, ...englishLifePlans]),
  ...signs('care', 'en', [...englishCareSigns, ...englishLeftAloneSigns, ...englishBurnoutSigns]),
];

function signs(
  danger: Danger,
  language: 'es' | 'en',
  all: Sign[],
): { danger: Danger; language: 'es' | 'en'; sign: Sign }[] {
  return all.map((sign) => ({ danger, language, sign }));
}
