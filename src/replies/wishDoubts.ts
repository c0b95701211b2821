import { any } from './anyOf';
import { othersDocument, relatives } from './others';
import { wordSet } from './text';
import { isTopic } from './topics';
import type { Wish } from './wishes';

/**
 * Whether a message speaks of a wish and does not have it: refused ("no me saque de la clase"), asked about ("¿y si no
 * puedo ir?"), or another's ("mi hija quiere dejar el curso"). Then nothing is done, and she is asked back.
 */
export function isNotHers(wish: Wish, line: string): boolean {
  if (!acting.has(wish)) return false;
  return refused.test(line) || supposed.test(line) || asked.test(line) || anothers(wish).test(line);
}

/** Whether what told a wish tells of something else: "asistencia médica", "no puedo ir al médico". `rest`: what follows it. */
export function isElse(wish: Wish, line: string, rest: string): boolean {
  if (elsewhere[wish]?.test(line) || (wish === 'change_data' && othersDocument(line))) return true;
  if (wish === 'not_coming' && clauseBegins.test(rest.trim())) return false;
  return goesOn.has(wish) && !isOfClass(rest.split(' ').filter(Boolean));
}

/** Whether words tell of leaving something rather than of wanting it, right before what it is: "salirme de yoga". */
export function isLeaving(words: string[], at: number): boolean {
  return leaving.test(words.slice(Math.max(0, at - 4), at).join(' '));
}

const acting = new Set<Wish>([
  'leave_class',
  'not_coming',
  'leave_line',
  'line',
  'erase_data',
  'change_data',
  'stop_reminders',
  'new_number',
  'classes',
]);

// Between a "no" and what is refused: "no quiero que me", "no he", "no dije que quería".
const light =
  'estoy diciendo que|quiero|quisiera|deseo|pienso|voy a|vaya a|vayan a|necesito|es que|es para|dije que|pedi|pensaba|he|ha|han|hemos|want|said|think|plan|did';
const between = 'que|me|se|la|lo|le|les|nos|queria|quiero|quiera|quieran|a|i|to|want|you|ever';
const acts =
  'borr\\w+|elimin\\w+|saqu\\w+|quit\\w+|retir\\w+|cancel\\w*|anul\\w+|dejar\\w*|dej[eo]n?|solt\\w+|salir\\w*|abandon\\w+|perder|cambi\\w+|corrij\\w+|correg\\w+|' +
  'actualic\\w+|falt\\w+|desactiv\\w+|otro|delete|erase|remove|leave|drop|quit|lose|change|changed|miss';
const refused = any(
  `(?:no|ni|nunca|tampoco|dont|do not|not|never|didnt|did not)(?: (?:me|se|la|lo|le|les|nos))?(?: (?:${light}))?(?: (?:${between})){0,4} (?:${acts})`,
);
const politely = '^(?:(?:hola|buenas|buenos|dias|tardes|noches|es que|oiga|senorita|por favor|please|hi) )*';
const supposed = any(
  'de pronto|tal vez|talvez|quizas?|a lo mejor|puede que|casi(?! me toca)|maybe|perhaps|might|no se si|dont know if|(?:pensando|pense|pensaba) en|thinking (?:of|about)',
  '(?:si|if) (?:llueve|hace|sigue|mi \\w+ (?:sigue|esta|se|no)|me (?:siento|queda|dejan|toca)|it|the)',
  '\\bsi (?:hoy|manana) no\\b|que pasa si|que pasaria si|y si|what if|what happens(?: if)?|if (?:i|my|we)|en caso de|saber si',
  `si no (?:voy|sigo|continuo|llego|puedo|asisto|alcanzo|llego|vengo)|${politely}si (?:dejo|falto|cancelo|me (?:retiro|salgo|sacan|borran|retiran|voy)|un dia|algun dia|yo)`,
);
const asked = any(
  '(?:puedo|podria|se puede|puede uno|can i|may i|could i|can my)(?: \\w+){0,3} (?:faltar|dejar|leave|miss)',
  'cuantas veces|(?:por que|quien|porque) (?:me |se )?(?:quit\\w+|sac\\w+|borr\\w+|cancel\\w+)',
);

const subject = `${politely}(?:mi|mis|my) (?:${relatives})s?`;
const theirs: { [wish in Wish]?: RegExp } = {
  not_coming: any(
    '(?!(?:i|sorry|today|tomorrow|tonight|but|and|so|because|also|just|hi|hello|week|probably)\\b)\\w+ (?:cant|cannot|can not|wont|will not)',
    `${subject} (?:cant|cannot|can not|wont|will not|is not|isnt|doesnt)`,
  ),
  classes: any(`${subject}(?: ya)? (?:se inscribio|se anoto|se apunto|esta inscrit\\w+|enrolled)`),
};
const ofOthers = any(
  `${subject}(?: \\w+){0,2} (?:quiere|quieren|tiene|tienen|cambio|cambiaron|va|van|ya no|no puede|se (?:quiere|va|retira|retiro|sale|salio|inscribio)|wants|want|has|have|changed)`,
);

function anothers(wish: Wish): RegExp {
  return theirs[wish] ?? ofOthers;
}

const weekdays = 'lunes|martes|miercoles|jueves|viernes|sabados?|domingos?';
// What else the words of a wish may be about.
const elsewhere: { [wish in Wish]?: RegExp } = {
  attendance: any(
    '(?:certificado|constancia|certificacion) (?:de|por) asistencia|asistencia (?:social|medica|psicologica|humanitaria|juridica|legal|tecnica|domiciliaria|sanitaria|alimentaria|al usuario|en carretera|a domicilio)',
    'medical attendance',
  ),
  sheet: any('hoja de vida|hojas? de papel'),
  see_data: any(
    'data plan|mobile data|datos moviles|datos (?:en|del) (?:el )?celular|(?:doy|di|dar|dare|dejo|deje|mando|mande|envio|envie|tome|tomen|anote) (?:\\w+ )?mis datos|mis datos (?:son|se acabaron|ya|estan|fueron)|para que(?: \\w+){0,3} (?:mis|my) (?:datos|data)|who wants(?: \\w+)? my data|my data is',
  ),
  change_data: any('registraduria|notaria|cedula digital'),
  new_number: any(
    '(?:numero|number) (?:de|of) (?!celular|telefono|cel|whatsapp)\\w+|para llamar|(?:hay|tienen?|me da|me dan|me regala|deme|is there|do you have) (?:un |a )?(?:otro|another) (?:numero|telefono|number|phone)',
    'compr\\w+|regal(?:o|aron)|celular de (?:mi|la|el)|(?:numero|celular) es de (?!la\\b)\\w+|por otro|tengo (?:otro|dos) celular(?:es)?',
  ),
  web: any('pag(?:ar|ue|o|aron)|inscribi|vi|vimos|dijeron|salio|error|no pude|pude|paid'),
  line: any('colegio|jardin|escuela|universidad|eps|medico|hospital|banco|cita|notaria|registraduria'),
  leave_class: any(
    `(?:dejar|dejo|leave) (?:a|al|my|(?:el|la|los|las|mi|mis) (?:${relatives}))|salgo a`,
    // In Colombia one "cancels" what one pays.
    '(?:cuanto|hay que|toca|debo|debe|se debe)(?: \\w+){0,3} cancelar|cancelar(?: \\w+)? (?:plata|dinero|algo|matricula|mensualidad|pesos)',
    '(?:salir|salgo|sale|salen|leave)(?: \\w+){0,2} (?:temprano|antes|tarde|early)|leave(?: the)? class(?: \\w+)? (?:early|ill)|leave(?: the)? class at|when i leave',
    '(?<!me )salgo de (?:la )?clases? (?:a|como|tipo|tarde|temprano|y|hoy|manana)',
    '(?:hora|horas|cuando)(?: \\w+){0,2} (?:salgo|salimos|sale|salen)',
  ),
  my_classes: any('(?:cambi\\w+|pasar\\w+)(?: de| a)? (?:mi|mis) (?:clase|clases|curso|horario)'),
  not_coming: any(
    'hace (?:dias|rato|tiempo|mucho|un|una|unos|unas|dos|tres|meses|semanas|anos|\\d+)|a veces|tan lejos|that far|presencial(?:mente)?|entre semana',
    `(?:los|las) (?:${weekdays}|fines)|(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)s`,
    `(?<!(?:hoy|manana|today|${weekdays}) )(?:en|por) las? (?:mananas?|tardes?|noches?)`,
  ),
  stop_reminders: any('escrib\\w+ (?:en|tan|usted|mi|la|el|asi|con)|de voz|voice|recordatorios? (?:por|en) la'),
  next_session: any(
    'hasta (?:cuando|que)',
    `(?:sale|salen|entra|entran|tiene|tienen|empieza|inicia)(?: clase)? (?:mi|mis|el|la|los|las) (?:${relatives})`,
    'what time is it|cuando tengo (?:tiempo|plata|un rato)|tengo que ir al|tengo que ir a la (?!clase)|cuando (?:salga|salgamos|termine|terminemos|acabe|fui|fuimos|llegue|llegamos|vaya|vayamos|pueda|empiece|sali|tenga|estaba|estoy)|when (?:i|class is over|class ends|class was|we)',
  ),
  register: any(
    `(?:registr\\w+|sign up) (?:a |al |el |la |un |una |my )*(?:mi |su )?(?:${relatives}|bebe)|(?:registr\\w+|sign up)(?: \\w+){0,5} (?:notaria|registraduria|colegio|school|sisben|eps)|registro (?:civil|foto\\w+)`,
  ),
  classes: any(
    // Into what else one is entered, and what else is noted down.
    '(?:inscri\\w+|matricul\\w+|cupos?|turno)(?: \\w+){0,6} (?:colegio|jardin|escuela|universidad|school|eps|sisben|subsidio|bono|ayuda|mercado|notaria|carro|moto|tarjeta|celular|banco|medico)',
    `matricul\\w+ (?:a |al |del |de )(?:mi |mis )?(?:${relatives})`,
    '(?:apunt|anot)\\w+ (?:el |la |mi |su |un |otro |este )?(?:numero|telefono|celular|direccion|fecha|hora|correo)',
    '(?:anotar|apuntar)(?: a)? (?:las|los|quien\\w*)(?: que)? (?:vin|asist|lleg|fue)\\w+',
    // Told of, not asked for.
    `(?:clase|clases|curso|taller) de (?:hoy|ayer|anoche|antier|mi|mis|la semana|${relatives})`,
    '(?:tiene|tienen) costo|pagar|(?:inscribirme|inscribir|inscribo)(?: \\w+)? (?:si|sin|aunque)\\b',
    '(?:ofrecieron|llamaron|avisaron|acepto|acepte)(?: \\w+){0,3} cupo|gracias por|thanks for|sin inscrib\\w+|me inscribi y|hablar con(?: \\w+){0,4} de (?:la|el|mi)|(?:cancelaron|suspendieron|aplazaron|perdi)(?: \\w+){0,3} (?:clase|clases|curso|cupo|taller)|cuando (?:me|nos) (?:dan|llaman|avisan|sale)',
    '(?:hay que|toca|debo|debe|se debe)(?: \\w+){0,3} cancelar|cancelar(?: \\w+)? (?:plata|dinero|algo|matricula|mensualidad|pesos)|(?:me|nos|le|la|lo) inscribi(?:o|eron)|me inscribi (?:por|en la|ayer|hace)|inscripcion (?:quedo|esta)|me gustan? (?:las|los|mis)|me inscribieron|se inscribio|inscribi a|me quitaron|me sacaron|me borraron',
  ),
};

// Wishes told by a verb whose object may be another: "no puedo seguir esperando", "cuándo empieza el subsidio".
const goesOn = new Set<Wish>(['not_coming', 'leave_class', 'next_session']);

// "Hoy no alcanzo a llegar el niño amaneció con fiebre": who stays away goes to a thing by "a"; without it, why is told.
const clauseBegins = /^(?:(?:el|la|los|las|mi|mis|un|una|my|the) (?!clase|curso|taller)\w+|se me|me) \w+/;

/** Whether what follows a verb is a class, or nothing that could be anything else. */
function isOfClass([first = '', ...more]: string[]): boolean {
  if (first.endsWith('ndo')) return goings.has(first);
  if (first === 'on' && more.length === 0) return false;
  if (first === 'sola' || first === 'solo' || first === 'alone') return false;
  if (!prepositions.has(first) && !articles.has(first)) return true;
  const noun = more.find((word) => !articles.has(word));
  return noun === undefined || nouns.has(noun) || /^\d+$/.test(noun) || isTopic(noun);
}

const goings = wordSet('yendo asistiendo viniendo participando estudiando aprendiendo');
const prepositions = wordSet('a al en con sin hasta to with mas');
const articles = wordSet('lo la las el los un una mi mis este esta ese esa esas esos the my a al del de mas otra otro');
const nouns = wordSet(
  'clase clases curso cursos taller talleres sesion sesiones grupo manzana sede class classes course workshop block ' +
    'vez hoy manana tarde noche dia dias semana mes lunes martes miercoles jueves viernes sabado domingo today tomorrow week ' +
    'persona alguien me estoy porque por favor gracias y pero nunca ni ahora',
);

const leaving =
  /\b(?:salir|salirme|salgo|retirar|retirarme|retiro|retireme|dejar|dejo|soltar|saqueme|sacarme|borreme|quiteme|abandonar|leave|drop|quit|saquen(?:me)?|retiren(?:me)?|sacarme|borren|quiten|remove me|take me (?:out|off))(?: (?:de|del|la|el|las|los|lista|clase|clases|from|of|the|my))*$/;
