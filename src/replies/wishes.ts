import { any } from './anyOf';
import { type InstructorWish, instructorWishes } from './instructorWishes';

/** What a person may want who writes out of the blue. */
export type Wish =
  | InstructorWish
  | 'attendance'
  | 'check_in'
  | 'check_in_code'
  | 'sheet'
  | 'classes'
  | 'my_classes'
  | 'next_session'
  | 'leave_class'
  | 'not_coming'
  | 'line'
  | 'leave_line'
  | 'register'
  | 'see_data'
  | 'change_data'
  | 'erase_data'
  | 'stop_reminders'
  | 'want_reminders'
  | 'web'
  | 'new_number';

// Words that come in several wishes.
const change =
  'corre[gj]ir(?:me)?|corrij(?:a|an)(?:me)?|(?:cambi|arregl)(?:ar|e|en)(?:me)?|actuali(?:zar|ce|cen)(?:me)?|modifi(?:car|que|quen)(?:me)?|change|correct|update|fix';
const erase = '(?:borr|elimin)(?:ar|en|e|a)(?:me|nos|lo|los|la|las|le|melo|melos)?|delete|erase|remove';
const own = 'mi|mis|toda mi|todos mis|todo lo mio|my|all my';
const reminders =
  'recordatorio|recordatorios|mensaje|mensajes|mensajit\\w+|avisos|notificaciones|reminder|reminders|messages|texts';
const quit =
  'dejar|dejo|soltar|suelto|salir|salirme|salgo|(?:retir|borr|quit)(?:ar|arme|eme|enme)|(?:cancel|anul)(?:ar|e|en|o|eme|enme)|saquenme|sacarme|saqueme|ceder|cedo|denle|renunciar|renuncio|abandonar|leave|drop|quit|cancel|remove me|take me (?:off|out)';
const cannot =
  'no puedo|no podre|no voy a poder|no alcanzo a|no alcanzare a|no creo que pueda|no voy a|no logro|cant|cannot|can not|wont be able to|no me es posible|no me queda facil';
const soon =
  'hoy|manana|el festivo|el proximo \\w+|esta semana|la otra semana|esta tarde|el lunes|el martes|el miercoles|el jueves|el viernes|el sabado|el domingo|today|tomorrow|this week';
const whenAsked = 'a que hora|a que horas|que dia|que dias|que hora|que horas|cuando|what time|when|what day';
const wanting =
  'id love|love to|quiero|quisiera|kiero|me gustaria|me interesa|interesada en|busco|deseo|necesito|quieren|want|would like|id like|like to|looking for|interested in|informacion|me informa|saber|averiguar';

/**
 * How wishes are told, in the order they are tried: the first that fits a message's folded words, joined by spaces, is
 * meant. `unlessRefused`: "no" makes it none.
 */
export const wishes: { wish: Wish; told: RegExp; unlessRefused?: true }[] = [
  {
    wish: 'check_in_code',
    told: any(
      '^(el |ver |mostrar |dame |deme )?(el )?(codigo|qr|codigo qr)( de)?( la)?( asistencia| clase)?$',
      '^(show )?(the )?(check in|attendance|class) code$|^code$',
    ),
  },
  {
    wish: 'sheet',
    told: any(
      '(mande\\w*|envie\\w*|pase\\w*|regale\\w*|quiero|necesito|deme|dame|ver|send( me)?|get( me)?)( \\w+){0,3} (planilla|excel|archivo|hoja|sheet|spreadsheet|file)',
      '^(la |el |mi )?(excel|hoja de asistencia|sheet|spreadsheet)( \\w+){0,3}$',
    ),
  },
  { wish: 'check_in', told: any('^(quiero )?asistir$|^(marcar )?mi asistencia$|^check in$|^attend$') },
  ...instructorWishes,
  {
    wish: 'change_data',
    told: any(
      `^(${change}|correct it)( ${own})?( datos| informacion| data)?$`,
      `(${change})( \\w+){0,2} (${own}) (datos|informacion|nombre|nombres|apellido|apellidos|documento|cedula|data|name|details|document)`,
      `(${change})( \\w+){0,3} (de )?(la )?(cedula|documento|apellido|apellidos)`,
      `(${change}) (?:el|la|los|my) (?:nombres?|apellidos?)`,
      `mi (nombre|apellido) (es|va) con|(${change}) my (last|first|family) name`,
      `(${change}) (el|mi|de) (ppt|pasaporte|numero de documento)`,
      `(?:el|mis?|los) (nombre|apellido|apellidos|cedula|documento|datos|numero de cedula)(?! del?\\b)( \\w+){0,3} (mal|equivocad\\w+|errad\\w+)`,
      '(mal|equivocad\\w+|errad\\w+|equivoque)( \\w+){0,2} (mi(s)?|el|la) (nombre|apellido|apellidos|cedula|documento)|my (name|last name|document) is (spelled )?(wrong|misspelled)',
    ),
  },
  {
    wish: 'erase_data',
    told: any(
      `^(${erase})( (datos|todo|everything))?$`,
      `(${erase})( \\w+){0,2} (${own}|todo lo mio) ?(datos|informacion|registro|data|information|details)?$`,
      `(${erase}|quiten|quite|quitar|saquen)( \\w+){0,2} (datos|informacion|data|information)`,
      '^(please )?delete everything',
      `(${erase}) (?:del|de su|de este) (?:sistema|programa|registro|lista de datos)|(${erase}) de (todo|aqui|aca)`,
      `(retir\\w+|quit\\w+|revoc\\w+|withdraw) (mi|el|la|my|the) (permiso|autorizacion|consentimiento|permission|consent)`,
      'ya no (les |le )?(doy|autorizo)( el| mi)?( permiso)?',
      'no quiero que (tengan|guarden|usen)( \\w+){0,2} mi(s)? (datos|informacion)',
    ),
  },
  {
    wish: 'see_data',
    told: any(
      'mis datos|my data',
      '(ver|mirar|consultar|muestr\\w+|mostrar\\w*) (toda )?(mi|mis) (informacion|datos)',
      'que (datos|informacion)( \\w+){0,2} (tienen|saben|guardan|hay)',
      'que (saben|tienen)( \\w+)? (de|sobre) mi|what( \\w+){0,4} (data|know|have|hold)( \\w+){0,4} (about|of|on) me',
    ),
  },
  {
    wish: 'new_number',
    told: any(
      `(cambi\\w+|me cambiaron|changed?)( de| el| mi| my| the| phone){0,3} (numero|celular|cel|telefono|linea|whatsapp|number|phone)`,
      `(nuevo|otro|new|another) (numero|celular|cel|telefono|whatsapp|number|phone)`,
      'ahora tengo (este|otro) (numero|celular)|(numero|celular|cel|telefono) nuevo|perdi (el|mi) (celular|telefono|cel)|lost my phone|(number|phone) (has )?changed',
    ),
  },
  {
    wish: 'stop_reminders',
    told: any(
      `(no mas|no|no me mande[ns]?|no me envie[ns]?|no me mandes|no quiero|no deseo|dejen de|deje de|ya no|quit\\w+|desactiv\\w+|par(?:en?|ar)(?:me)?|suspend\\w+|stop|dont send|dont want|no more)( (me|mas|de|que|recibir|mandar\\w*|manden|enviar\\w*|envien|los|las|tantos|esos|sending|to|get|any|more|the|get))* (${reminders})`,
      '(ya no|no) me (manden|mande|envien|envie)( mas| nada){1,2}$|ya no me (manden|mande|envien|envie)$',
      '(no me|dejen de|deje de|no quiero que me|stop)( me| vuelvan| a){0,3} ?(escriba[ns]?|escribir\\w*|texting|messaging|writing)',
    ),
  },
  {
    wish: 'want_reminders',
    told: any(
      '(activ\\w+|vuelv\\w+ a (mandar|enviar)\\w*)( \\w+){0,2} (recordatorios?|avisos)|(mand|envi)\\w+( \\w+){0,2} (recordatorios?|avisos) (otra vez|de nuevo)',
      '(me (avis|recuerd)(?:a|e|an|en)|(avis|recuerd)(?:e|en)me|remind me)( \\w+){0,3} (antes de( \\w+){0,2} clases?|de (cada|mi|mis) clases?|before( \\w+){0,2} class(es)?)',
      '^(si )?(quiero|deseo|volver a|activar|active|i want|send me)( \\w+){0,3} (recordatorios|recordatorio|reminders)$',
    ),
    unlessRefused: true,
  },
  {
    wish: 'web',
    told: any(
      `(seguir|sigo|continuar|continuo|hacerlo|hago|terminar|continue|go on|do it|pasar|seguimos)( \\w+){0,3} (web|pagina|internet|computador|computadora|pc|portatil|website|computer)`,
      'por la (web|pagina)|en la web|on the web|por internet',
      '(pas|mand|envi|regal|d)(?:a|e|en|an|eme|enme|ame)( \\w+){0,2} (link|enlace)(?! de la (clase|reunion))|(send|give|share)( me)?( the)? link|^(el |the |send me the |give me the )?(link|enlace)( please| por favor)?$|(link|enlace) (de la pagina|para entrar|del chat|of the (page|web|website))',
    ),
    unlessRefused: true,
  },
  {
    wish: 'leave_line',
    told: any(
      `(${quit}|no quiero|ya no quiero|dont want)( \\w+){0,5} (lista de espera|fila|waiting list|waitlist)`,
      'ya no quiero esperar mas|ya no( \\w+){0,4} en espera|(quit|borr|saqu|retir)\\w+ de esa (lista|fila)|no longer want to wait',
    ),
  },
  {
    wish: 'line',
    told: any(
      'lista de espera|waiting list|waitlist|place in( the)? (line|queue|list)',
      'en que (puesto|turno|lugar|posicion|numero)( \\w+){0,4} (voy|estoy|quede|sigo|vamos)',
      'cuanto (me )?falta( \\w+){0,2} (lista|turno|fila)|sigo en (la )?lista|que numero (soy|voy|estoy)',
      'avance en la lista|como (voy|va|vamos|estoy|sigo)( \\w+)?( en)? (la|mi) (fila|lista|cola)|how (far|long) is the (line|queue)',
      '(cuantas|cuantos)( \\w+)? (hay|faltan|van|estan) (antes|adelante|delante)',
      'mi turno|(ya )?me (toco|salio|dieron) (el |un )?cupo|(hay|salio) (el |un )?cupo para mi$|salio mi cupo',
    ),
  },
  {
    wish: 'attendance',
    told: any(
      '^(la )?(lista|listado|planilla)( de hoy)?$',
      '(llamar|llamado|pasar|tomar|sacar)( a)?( la)? lista|(call|take) the roll',
      '(?<!mi )(?<!mis )(asistencia|asistensia|asistencias)|(?<!my )attendance',
    ),
    unlessRefused: true,
  },
  {
    wish: 'not_coming',
    told: any(
      `(${cannot}) (ir|asistir|llegar|venir|come|go|make it|attend)( a)?( la| mi)?( clase| curso| taller)? (de )?(${soon})`,
      `(${soon})( ya)? (${cannot}) (ir|asistir|llegar|venir)`,
    ),
  },
  {
    wish: 'leave_class',
    told: any(
      `(?<!^(?:did|has|have|was|why did)( \\w+){0,2} )(${quit})( \\w+){0,4} (clase|clases|curso|cursos|taller|cupo|inscripcion|class|course|place|spot|enrolment)`,
      'me (?:retiren|saquen|borren|quiten|cancelen) (?:del?|el cupo)|(?:liber|entreg)(?:o|ar) (?:mi|el) cupo|(?:devuelvo|devolver|dejar libre) (?:mi|el) cupo|darme de baja|deme de baja|retirarme|me retiro|me (?:quiero|deseo) (?:retirar|salir)|me voy a (?:retirar|salir)|desinscribirme|desinscribame',
      '(ya no|no) (voy a|quiero|pienso|puedo)?( \\w+){0,2} ?(ir mas|volver|seguir|continuar|asistir mas|regresar|go anymore|continue)(?! a [a-z]+[aei]r\\b)',
      'ya no (quiero|deseo) (la|el|esa|ese|mi) (clase|curso|taller|cupo)',
      'ya no me interesa( \\w+)? (clase|curso|taller)|ya no quiero( \\w+){0,3} (clase|curso|taller)|no vuelvo (mas )?(al?|a la) (clase|curso|taller)|drop out|dont want to continue',
      'ya no (voy|quiero|puedo|pienso)( a)? (ir|asistir|volver|seguir|participar)|ya no voy(?! a [a-z]+[aei]r\\b)',
    ),
  },
  {
    wish: 'not_coming',
    told: any(
      `(${cannot}) (ir|asistir|llegar|venir|come|go|make it|attend)`,
      `no voy( (?:${soon}))?$|no voy( \\w+){0,2} (clase|curso|taller)|(voy a|tengo que|me toca) faltar|(${soon}) no (voy|asisto|asistire)|^(?:\\w+ ){0,6}(${soon}) no (?:puedo|alcanzo|podre)$`,
      `have to miss( \\w+)? (class|today)|no me esperen (${soon})|no cuenten? conmigo|me (queda|es) imposible (ir|asistir)|(${soon}) (falto|no puedo porque)|no ire(?: (?:${soon}|a clase|a la clase))?$`,
      '(i wont|i will not|i am not|im not) (come|coming|go|going|be there|make it)',
    ),
  },
  {
    wish: 'next_session',
    told: any(
      `(${whenAsked})( \\w+){0,4} (clase|curso|taller|class|course)`,
      `a que horas? es( hoy| manana)?$|(${whenAsked}) (me toca|nos toca|me vuelve a tocar|tengo|es lo mio|empieza|empiezan|comienza|inicia|is|does)`,
      `(${soon})( si| no| es \\w+)? (hay|habra|tenemos|tengo) (clase|curso|taller)|(hay|habra|tenemos|tengo) (clase|taller|curso)( \\w+){0,2} (${soon})`,
      'en que (salon|aula|piso)( \\w+){0,2} (es|toca|queda|tengo|hoy)|cual es (el|mi) (salon|aula)|donde (es lo mio|me toca|nos toca)|where is my',
      `(?:is there|do we have)( a)? class( \\w+)? (${soon})|mi proxima clase|my next class|(donde|where)( \\w+){0,2} (mi|la|el|my|the) (clase|curso|taller|class)`,
    ),
  },
  {
    wish: 'my_classes',
    told: any(
      '(mi|mis) (clases|cursos|curso|talleres|taller|horario|horarios)$|(ver|mirar|mostrar|muestreme|cuales son|consultar) (mi|mis) (clase|clases|cursos|curso|talleres|horario)',
      '(que|cuales) (clases|cursos) (tengo|estoy|voy)|cuantas (faltas|fallas|inasistencias) (tengo|llevo)|what (classes|courses) (am i|do i)|(?<!no )estoy inscrit\\w+ en|(?<!no )quede (inscrit\\w+|en el curso|en la clase)|mis? inscripcion(es)?$|am i enrol\\w+',
      '(a|en) (que|cual|cuales) (clases?|cursos?|talleres)( fue)?( que)? (me meti|me anote|me apunte|me inscribi|quede)',
      '^mi clase$|(mi|mis) asistencias?|my (classes|class|courses|schedule|attendance)$',
      'en (que|cual|cuales)( \\w+)? (estoy|quede)( inscrit\\w+)?|a (que|cual|cuales)( \\w+)? estoy inscrit\\w+|estoy inscrita$|(en|a) (que|cual|cuales)( \\w+)? me inscribi|^(ya me inscribi|mi inscripcion)$',
    ),
  },
  {
    wish: 'register',
    told: any(
      '(inscri[bpv]\\w*|anotar\\w*|apuntar\\w*|matricul\\w*|entrar|ingresar|meterme|hacer parte)( al?| en| el| este| ese| del?| su| lo)* (programa|proyecto)(?! de (?!la alcaldia|las? manzanas?|cuidado|ustedes|cuidadoras))',
      '(inscri[bpv]\\w*|anotar\\w*|apuntar\\w*|entrar|meterme)( \\w+){0,2} (las|en) manzanas( del? cuidado)?$',
      '(sign up|sign me up|enroll?|join|register)( for| in| into| to| me| myself| the| this| your)* (program|programme|project)(?! (of|in) )',
    ),
    unlessRefused: true,
  },
  {
    wish: 'classes',
    told: any(
      '\\w*inscri[bpv]\\w*|incri[bp]\\w*|apuntar\\w*|anotar\\w*|anote(?:me|nme|nos)|anotame|me anot[aeo]|apunt[ae]me|apunteme|matricul\\w*|put me down|enrol|enroll|sign up for|sign me up',
      'cupitos?|(que|donde) (puedo|se puede) estudiar|(separar|hay|dan|un|el|tienen|quiero|deseo|me regala|guard\\w+) cupos?|^cupos?$|cupos? (para|en|de|disponibles?|libres?)|hay cupos?',
      '(que|cuales)( \\w+){0,2} (clases|cursos|talleres|horarios)|(?<!\\b(?:es|creo|dice|dicen|dijo|dijeron|el|la|los|las|lo|ya|asi|parece|vi) )(que|cuales)(?! (?:numero|telefono|celular|correo|direccion))( \\w+){0,2} (hay|ofrecen|dan|tienen|dictan|dictando|ofreciendo)|what( \\w+)? (classes|courses|workshops|is there)',
      '^(ver |las |los |see )?(clases|cursos|talleres|horarios|clase|classes|courses|workshops|schedule)( gratis| gratuitos| disponibles?| please)?$',
      '(room|space|spots?|places?)( left)? (in|for)( \\w+){0,3} (class|course|workshop)',
      `(${wanting})( \\w+){0,5} (clase|clases|curso|cursos|taller|talleres|class|classes|course|courses|workshop|workshops)`,
      '(hay|habra|tienen|dan|dictan|are there|do you have)( \\w+){0,4} (clase|clases|curso|cursos|taller|talleres|classes|courses)',
      '(clases|cursos|talleres|(?<!\\b(?:en|mi) )horarios?|classes|courses) (de|en|para|los|por|of|in|on)',
      '(quiero|quisiera|gustaria|deseo|necesito)( \\w+)? (estudiar|aprender)|(entrar|meterme|ingresar) (a|al)( las| los| la)? (clases?|cursos?|talleres|taller)|(mand|envi|muestr|regal)\\w+( \\w+){0,4} (clases|cursos|talleres|horarios)|como entro|(curso|taller|clase) de',
      '\\w+ classes (in|on|at)|classes (in|on|at)',
    ),
    unlessRefused: true,
  },
  { wish: 'register', told: any('no (estoy|me he) registrad\\w+') },
  {
    wish: 'register',
    told: any(
      'registrar\\w*|registr[ae]me|registreme|^(el |hacer )?registro$|hacer (el|mi) registro|me registro|crear (?:mi |el )?registro|ayud\\w+( \\w+){0,2} registro|register|registration|sign up|soy nueva|soy nuevo',
    ),
    unlessRefused: true,
  },
];

/** Words that with a subject ("yoga") make a wish for classes of it. */
export const wantsSubject = any(
  `(${wanting})|hay|dan|tienen|dictan|informacion|cupo|cupos|cupito|algo de|llama la atencion|ponga(?:me)?|horario|horarios|busco`,
);
