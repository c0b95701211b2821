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
  'corregir|correjir|corrija|corrijan|cambiar|cambie|actualizar|actualice|arreglar|arregle|modificar|change|correct|update|fix';
const erase = 'borrar|borren|borre|borreme|borrarme|eliminar|eliminen|elimine|eliminarme|delete|erase|remove';
const own = 'mi|mis|toda mi|todos mis|todo lo mio|my|all my';
const reminders = 'recordatorio|recordatorios|mensaje|mensajes|avisos|notificaciones|reminder|reminders|messages|texts';
const quit =
  'dejar|dejo|soltar|suelto|salir|salirme|salgo|retirar|retirarme|retireme|cancelar|cancele|borrar|borreme|borrarme|saquenme|sacarme|saqueme|quitar|quitarme|quiteme|abandonar|leave|drop|quit|cancel';
const cannot =
  'no puedo|no podre|no voy a poder|no alcanzo a|no alcanzare a|no creo que pueda|no voy a|no logro|cant|cannot|can not|wont be able to|no me es posible|no me queda facil';
const soon =
  'hoy|manana|esta semana|la otra semana|esta tarde|el lunes|el martes|el miercoles|el jueves|el viernes|el sabado|el domingo|today|tomorrow|this week';
const whenAsked = 'a que hora|a que horas|que dia|que dias|que hora|que horas|cuando|what time|when|what day';
const wanting =
  'quiero|quisiera|kiero|me gustaria|me interesa|interesada en|busco|deseo|necesito|quieren|want|would like|id like|like to|looking for|interested in|informacion|me informa|saber|averiguar';

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
      `mi(s)? (nombre|apellido|apellidos|cedula|documento|datos|numero de cedula)( \\w+){0,2} (mal|equivocad\\w+|errad\\w+)`,
    ),
  },
  {
    wish: 'erase_data',
    told: any(
      `^(${erase})( (datos|todo|everything))?$`,
      `(${erase})( \\w+){0,2} (${own}|todo lo mio) ?(datos|informacion|registro|data|information|details)?$`,
      `(${erase})( \\w+){0,2} (datos|informacion|data|information)`,
      `(retir\\w+|quit\\w+|withdraw) (mi|el|my) (permiso|autorizacion|consentimiento|permission|consent)`,
      'ya no (les |le )?(doy|autorizo)( el| mi)?( permiso)?',
      'no quiero que (tengan|guarden|usen) mi(s)? (datos|informacion)',
    ),
  },
  {
    wish: 'see_data',
    told: any(
      'mis datos|my data',
      'que (datos|informacion)( \\w+){0,2} (tienen|saben|guardan|hay)',
      'que (saben|tienen) (de|sobre) mi|what (data|do you know)( \\w+){0,4} (about|of) me',
    ),
  },
  {
    wish: 'new_number',
    told: any(
      `(cambi\\w+|me cambiaron|changed?)( de| el| mi| my| the| phone){0,3} (numero|celular|cel|telefono|linea|whatsapp|number|phone)`,
      `(nuevo|otro|new|another) (numero|celular|cel|telefono|whatsapp|number|phone)`,
      '(numero|celular|cel|telefono) nuevo|perdi (el|mi) (celular|telefono|cel)|lost my phone|(number|phone) (has )?changed',
    ),
  },
  {
    wish: 'stop_reminders',
    told: any(
      `(no mas|no|no me mand\\w+|no me envi\\w+|no quiero|no deseo|dejen de|deje de|ya no|quit\\w+|desactiv\\w+|stop|dont send|dont want|no more)( (me|mas|de|que|recibir|mandar\\w*|manden|enviar\\w*|envien|los|las|tantos|esos|sending|to|get|any|more|the|get))* (${reminders})`,
      '(no me|dejen de|deje de|no quiero que me|stop)( me| vuelvan| a){0,3} ?(escrib\\w+|texting|messaging|writing)',
    ),
  },
  {
    wish: 'want_reminders',
    told: any(
      '^(si )?(quiero|deseo|volver a|activar|active|i want|send me)( \\w+){0,3} (recordatorios|recordatorio|reminders)$',
    ),
    unlessRefused: true,
  },
  {
    wish: 'web',
    told: any(
      `(seguir|sigo|continuar|continuo|hacerlo|hago|terminar|continue|go on|do it|pasar|seguimos)( \\w+){0,3} (web|pagina|internet|computador|computadora|pc|portatil|website|computer)`,
      'por la (web|pagina)|en la web|on the web|por internet',
    ),
    unlessRefused: true,
  },
  {
    wish: 'leave_line',
    told: any(`(${quit}|no quiero|ya no quiero|dont want)( \\w+){0,5} (lista de espera|fila|waiting list|waitlist)`),
  },
  {
    wish: 'line',
    told: any(
      'lista de espera|waiting list|waitlist|place in( the)? (line|queue|list)',
      'en que (puesto|turno|lugar|posicion|numero)( \\w+){0,4} (voy|estoy|quede|sigo|vamos)',
      '(cuantas|cuantos)( \\w+)? (hay|faltan|van|estan) (antes|adelante|delante)',
      'mi turno|(ya )?me (toco|salio|dieron) (el |un )?cupo|(hay|salio) (el |un )?cupo para mi',
    ),
  },
  {
    wish: 'attendance',
    told: any(
      '^(la )?(lista|listado|planilla)$',
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
      `(${quit})( \\w+){0,4} (clase|clases|curso|cursos|taller|cupo|inscripcion|class|course|place|spot|enrolment)`,
      'darme de baja|deme de baja|retirarme|me retiro|me voy a (?:retirar|salir)|desinscribirme|desinscribame',
      '(ya no|no) (voy a|quiero|pienso|puedo)?( \\w+){0,2} ?(ir mas|volver|seguir|continuar|asistir mas|regresar|go anymore|continue)',
      'ya no (voy|quiero|puedo|pienso)( a)? (ir|asistir|volver|seguir|participar)|ya no voy',
    ),
  },
  {
    wish: 'not_coming',
    told: any(
      `(${cannot}) (ir|asistir|llegar|venir|come|go|make it|attend)`,
      `no voy( ${soon})?$|no voy( \\w+){0,2} (clase|curso|taller)|(voy a|tengo que|me toca) faltar|(${soon}) no voy`,
      'i (wont|will not|am not) (come|coming|go|going|be there)',
    ),
  },
  {
    wish: 'my_classes',
    told: any(
      '(mi|mis) (clases|cursos|curso|talleres|taller|horario|horarios)$|(ver|mirar|mostrar|muestreme|cuales son|consultar) (mi|mis) (clase|clases|cursos|curso|talleres|horario)',
      '^mi clase$|(mi|mis) asistencias?|my (classes|class|courses|schedule|attendance)$',
      'en (que|cual|cuales)( \\w+)? (estoy|quede)( inscrit\\w+)?|a (que|cual|cuales)( \\w+)? estoy inscrit\\w+|estoy inscrita$|(en|a) (que|cual|cuales)( \\w+)? me inscribi|^(ya me inscribi|mi inscripcion)$',
    ),
  },
  {
    wish: 'next_session',
    told: any(
      `(${whenAsked})( \\w+){0,3} (clase|curso|taller|class|course)`,
      `(${whenAsked}) (me toca|nos toca|tengo|es lo mio|empieza|empiezan|comienza|inicia|is|does)`,
      `(${soon})( si| no)? (hay|habra|tenemos|tengo) (clase|curso|taller)|(hay|habra|tenemos|tengo) (clase|taller|curso)( \\w+){0,2} (${soon})`,
      `is there( a)? class( \\w+)? (${soon})|mi proxima clase|my next class|(donde|where)( \\w+){0,2} (mi|la|my|the) (clase|curso|class)`,
    ),
  },
  {
    wish: 'classes',
    told: any(
      '\\w*inscri[bp]\\w*|incri[bp]\\w*|apuntar\\w*|anot[ae]\\w*|apunt[ae]me|apunteme|matricul\\w*|enrol|enroll|sign up for|sign me up',
      '(separar|hay|dan|un|el|tienen|quiero|deseo|me regala|guard\\w+) cupos?|^cupos?$|cupos? (para|en|de|disponibles?|libres?)|hay cupos?',
      '(que|cuales)( \\w+){0,2} (clases|cursos|talleres|horarios|hay|ofrecen|dan|tienen)|what( \\w+)? (classes|courses|workshops|is there)',
      '^(ver |las |los |see )?(clases|cursos|talleres|horarios|clase|classes|courses|workshops|schedule)( gratis| gratuitos| please)?$',
      `(${wanting})( \\w+){0,5} (clase|clases|curso|cursos|taller|talleres|class|classes|course|courses|workshop|workshops)`,
      '(hay|habra|tienen|dan|dictan|are there|do you have)( \\w+){0,4} (clase|clases|curso|cursos|taller|talleres|classes|courses)',
      '(clases|cursos|talleres|horarios?|classes|courses) (de|en|para|los|por|of|in|on)',
      'quiero (estudiar|aprender)|entrar a (las )?clases|como entro|(curso|taller|clase) de',
      '\\w+ classes (in|on|at)|classes (in|on|at)',
    ),
    unlessRefused: true,
  },
  {
    wish: 'register',
    told: any(
      'registrar\\w*|registr[ae]me|registreme|^(el |hacer )?registro$|hacer (el|mi) registro|me registro|register|registration|sign up|soy nueva|soy nuevo',
    ),
    unlessRefused: true,
  },
];

/** Words that with a subject ("yoga") make a wish for classes of it. */
export const wantsSubject = any(`(${wanting})|hay|dan|tienen|dictan|informacion|cupo|cupos|horario|horarios|busco`);
