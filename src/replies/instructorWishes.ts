import { any } from './anyOf';

/** What an instructor may want of her classes' attendance, besides marking today's. */
export type InstructorWish =
  | 'earlier_attendance'
  | 'undo_marks'
  | 'my_list'
  | 'who_missed'
  | 'unmarked'
  | 'three_absences';

const put = 'corregir|corregirle|correjir|corrijo|corrige|arreglar|correct|fix';
const mark = `${put}|marcar|marco|marque|marcamos|llenar|tomar|pasar|mark|take`;
const listing = 'clase|asistencia|lista|sesion|listado|planilla|class|attendance|list|session|roster';
const before =
  'ayer|antier|anteayer|anterior|pasad[ao]|((los|otros) )?dias (anteriores|pasados)|otro dia|(de |del |el )?(lunes|martes|miercoles|jueves|viernes|sabado|domingo)|yesterday|(on )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)|last \\w+';

/** How these are told; tried in this order, before what a caregiver says of her data in like words. */
export const instructorWishes: { wish: InstructorWish; told: RegExp }[] = [
  {
    wish: 'undo_marks',
    told: any(
      '^(deshacer|deshaga|deshagalo|deshagame|deshace|deshaz|deshazlo|desacer|desaser)( eso| esto)?$|^undo( it| that| this)?$',
      '^(me equivoque )?(deshacer|deshaga|desacer|undo)( \\w+){0,3} (marca|marcas|asistencia|lista|ultimo|ultima|ultimas|marks?|attendance|last)( \\w+){0,3}$',
      '^(me equivoque )?(y )?(borre|borra|borrar|quite|quitar|elimine|anule|delete|remove) (lo|la|las|the) (ultimo|ultima|ultimas|last)( \\w+){0,4}$',
    ),
  },
  {
    wish: 'unmarked',
    told: any(
      '(quien|quienes|que|cual|cuales)( \\w+){0,2} falt\\w+( \\w+){0,2} marcar',
      '(clases?|listas?|asistencias?)( \\w+)? (sin marcar|pendientes?|por marcar)|^(pendientes|sin marcar|que me falta)$',
      '(who|what|which)( \\w+){0,3} (to mark|unmarked|not marked|still to be marked)',
      '^ya (marque|llene|tome|pase|guarde)( (la|mi|asistencia|lista|clase|de|hoy)){0,5}$|^(did|have) i( already)? mark(ed)?( \\w+){0,4}$',
    ),
  },
  {
    wish: 'who_missed',
    told: any(
      '^(y )?(cuant[ao]s|quien|quienes)( personas| alumnas| senoras)? falt(o|aron)( hoy| a (la )?clase| hoy a (la )?clase)?$',
      '^(and )?(how many|who)( people)? (missed|was absent|were absent)( today| class)?$',
    ),
  },
  {
    wish: 'my_list',
    told: any(
      '^(ver |mostrar |muestreme |deme |dame )?mi (lista|listado)( de (hoy|clase|la clase|estudiantes|alumnas))?$',
      '(quien|quienes)( \\w+){0,2} en (mi|la) (lista|listado)|^(see |show )?my list$|who is on (my|the) list',
      '^(y )?(cuant[ao]s|quien|quienes)( personas| alumnas| senoras)? (vin\\w+|falt(o|aron)|asisti\\w+|llegaron|llego)( hoy| tarde| a (la )?clase| hoy a (la )?clase)?$',
      '^(and )?(how many|who)( people)? (came|were there|was there|missed|was absent|were absent|was late)( today| class)?$',
    ),
  },
  {
    wish: 'three_absences',
    told: any(
      '(quien|quienes|cuales)( \\w+){0,3} (tres|3|muchas|mas|varias) (faltas|ausencias|inasistencias|fallas)',
      '(quien|quienes)( \\w+)? (han|ha) faltado( \\w+){0,2} (3|tres|mucho|varias)|^(las )?(faltas|ausencias|inasistencias)$',
      'who( \\w+){0,3} (missed|absent)( \\w+)? (3|three|many|class|classes)',
    ),
  },
  {
    wish: 'earlier_attendance',
    told: any(
      `(${mark})( \\w+){0,3} (${listing})( \\w+){0,3} (${before})`,
      `(${mark})( \\w+){0,2} (otra|anterior|pasada|another|earlier|previous|last) (${listing})`,
      `^(${put}) (una |la |a )?(clase|class)$`,
      `(?<!mi )(asistencia|lista|listado|planilla|attendance)( de| del| de la| clase| of| for){0,3} (${before})`,
      '^(la|lo) de (ayer|antier|anteayer)$|^yesterdays( class| list)?$',
      `(olvid\\w+|forgot)( \\w+){0,3} (marcar|lista|asistencia|mark|attendance)( \\w+){0,3} (${before})`,
    ),
  },
];
