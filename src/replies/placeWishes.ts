import { any } from './anyOf';
import type { WishTold } from './wishes';

/** Ways to tell that she leaves. */
export const quit =
  'dejar|dejo|soltar|suelto|salir|salirme|salgo|(?:retir|borr|quit)(?:ar|arme|eme|enme)|(?:cancel|anul)(?:ar|e|en|o|eme|enme)|saquenme|sacarme|saqueme|ceder|cedo|denle|renunciar|renuncio|abandonar|leave|drop|quit|cancel|remove me|take me (?:off|out)';
const cannot =
  'no puedo|no podre|no voy a poder|no alcanzo a|no alcanzare a|no creo que pueda|no voy a|no logro|cant|cannot|can not|wont be able to|no me es posible|no me va a (?:quedar|ser) (?:facil|posible)|no me queda facil';
/** Words for a time not far off. */
export const soon =
  'hoy|manana|el festivo|el proximo \\w+|este (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|fin de semana)|la proxima (?:clase|semana)|esta semana|la otra semana|esta tarde|el lunes|el martes|el miercoles|el jueves|el viernes|el sabado|el domingo|today|tomorrow|this week';
const whenAsked = 'a que hora|a que horas|que dia|que dias|que hora|que horas|cuando|what time|when|what day';

/** How she speaks of the classes she has a place in: that she stays away, leaves, when they are, which they are. */
export const placeWishes: WishTold[] = [
  {
    wish: 'not_coming',
    told: any(
      `(${cannot}) (ir|asistir|llegar|venir|come|go|make it|attend)( a)?( la| mi)?( clase| curso| taller)? (de )?(${soon})`,
      `(${soon})( ya)? (${cannot}) (ir|asistir|llegar|venir)`,
      `(?:excus|disculp)(?:e|en|a)(?:me|nme|nos)? (?:del?|de la|de el)(?: \\w+){0,4} (${soon})`,
      `(?:me|nos) (?:excus|disculp)(?:an?|en?) (?:${soon})|(?:excus|disculp)\\w{1,3}(?:me|nos) (?:(?:con|ante) (?:la|el) prof\\w+ )?(?:que )?(?:${soon}) (?:que|porque|me toca|tengo|estoy|amaneci)`,
      `(${soon})(?: \\w+){1,12} (?:asi que|entonces|por eso|por lo que)(?: \\w+)? (?:me|nos) (?:disculp|excus)(?:an?|en?)`,
    ),
  },
  {
    wish: 'leave_class',
    told: any(
      `(?<!^(?:did|has|have|was|why did)( \\w+){0,2} )(${quit})( \\w+){0,4} (clase|clases|curso|cursos|taller|cupo|inscripcion|class|course|place|spot|enrolment)`,
      'me (?:retiren|saquen|borren|quiten|cancelen) (?:del?|el cupo)|(?:liber|entreg)(?:o|ar) (?:mi|el) cupo|(?:devuelvo|devolver|dejar libre) (?:mi|el) cupo|darme de baja|deme de baja|retirarme|me retiro|me (?:quiero|deseo) (?:retirar|salir)|me voy a (?:retirar|salir)|desinscribirme|desinscribame',
      '(ya no|no) (voy a|quiero|pienso|puedo)?( \\w+){0,2} ?(ir mas|volver|seguir|continuar|asistir mas|regresar|go anymore|continue)(?! a [a-z]+[aei]r\\b)',
      '(?:ya )?no (?:sigo|continuo)(?: mas)?(?= (?:en|con)\\b)|(?:ya no sigo|no sigo mas)$|(?:dont|do not) want to (?:go|come|be there|continue)(?: to \\w+)? (?:anymore|any more)|no (?:voy|vuelvo) mas(?= al?\\b)',
      'ya no (quiero|deseo) (la|el|esa|ese|mi) (clase|curso|taller|cupo)',
      'ya no me interesa( \\w+)? (clase|curso|taller)|ya no quiero( \\w+){0,3} (clase|curso|taller)|no vuelvo (mas )?(al?|a la) (clase|curso|taller)|drop out|dont want to continue',
      'ya no (voy|quiero|puedo|pienso)( a)? (ir|asistir|volver|seguir|participar)|ya no voy(?! a [a-z]+[aei]r\\b)',
    ),
  },
  {
    wish: 'not_coming',
    told: any(
      `(${cannot}) (ir|asistir|llegar|venir|come|go|make it|attend)`,
      `no voy( (?:${soon}))?$|no voy( \\w+){0,2} (clase|curso|taller)|(voy a|tengo que|me toca) faltar|(${soon}) no (voy|asisto|asistire)|^(?:\\w+ ){0,6}(${soon}) no (?:puedo|alcanzo|podre|llego)$`,
      `have to miss( \\w+)? (class|today)|no me esperen (${soon})|(?:${soon}) no me (?:esperen?|esperan|cuenten?)|no cuenten? conmigo|me (queda|es) imposible (ir|asistir)|(${soon}) (falto|no puedo porque)|no ire(?: (?:${soon}|a clase|a la clase))?$`,
      '(i wont|i will not|i am not|im not)(?: going to| gonna)? (come|coming|go|going|be there|make it)',
    ),
  },
  {
    wish: 'next_session',
    told: any(
      `(${whenAsked})( \\w+){0,4} (clase|curso|taller|class|course)`,
      `a que horas? es( hoy| manana)?$|(${whenAsked}) (me toca|nos toca|me vuelve a tocar|tengo|es lo mio|empieza|empiezan|comienza|inicia|is|does)`,
      `(${soon})( si| no| es \\w+)?(?: me| nos)? (hay|habra|tenemos|tengo|tocan?) (clase|curso|taller)|(hay|habra|tenemos|tengo) (clase|taller|curso)( \\w+){0,2} (${soon})`,
      '(?:en|a|para) que (salon|aula|piso)(?! de )( \\w+){0,4} (es|toca|queda|tengo|hoy|hay que|ir|voy)|donde (?:es que )?(?:me |nos )?(?:toca|hay que|tengo que)(?: ir| llegar)(?: hoy| manana)? (?:a|para) (?:la|mi|el) (?:clase|curso|taller)|(?:proxima|siguiente) (?:clase|sesion)(?: \\w+){0,3} (?:cuando|a que horas?|que dia)|cual es (el|mi) (salon|aula)|donde (es lo mio|me toca|nos toca)|where is my',
      `(?:is there|do we have)( a)? class( \\w+)? (${soon})|mi proxima clase|my next class|(donde|where)( \\w+){0,2} (mi|la|el|my|the) (clase|curso|taller|class)`,
    ),
  },
  {
    wish: 'my_classes',
    told: any(
      '(mi|mis) (clases|cursos|curso|talleres|taller|horario|horarios)$|(ver|mirar|mostrar|muestreme|cuales son|consultar) (mi|mis) (clase|clases|cursos|curso|talleres|horario)',
      '(que|cuales) (clases|cursos)(?: son| es| fue)?(?: los| las)?(?: que)?(?: yo)? (tengo|estoy|voy)|cuantas (faltas|fallas|inasistencias) (tengo|llevo)|what (classes|courses) (am i|do i)|(?<!no )estoy inscrit\\w+ en|(?<!no )quede (inscrit\\w+|en el curso|en la clase)|mis? inscripcion(es)?$|am i enrol\\w+',
      '(a|en) (que|cual|cuales)(?: clases?| cursos?| talleres)( fue)?( que)? (me meti|me anote|me apunte|me inscribi|quede)',
      '^mi clase$|(mi|mis) asistencias?|my (classes|class|courses|schedule|attendance)$',
      'en (que|cual|cuales)(?: es| fue)?(?: que)?(?: clases?| cursos?| talleres)?(?: yo)? (?:estoy|quede|ando|sigo)(?= inscrit| metid| apuntad| anotad| matriculad| registrad| yo|$)|(?:en|a) que (?:es|fue) que(?: yo)? (?:me (?:apunte|anote|inscribi|meti)|quede)|(?:en|a) que me (?:apunte|anote)|a (que|cual|cuales)( \\w+)? estoy inscrit\\w+|estoy inscrita$|(en|a) (que|cual|cuales)( \\w+)? me inscribi|^(ya me inscribi|mi inscripcion)$',
    ),
  },
];
