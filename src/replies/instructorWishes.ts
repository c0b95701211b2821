import { any } from './anyOf';

/** What an instructor may want of her classes' attendance, besides marking today's. */
export type InstructorWish = 'earlier_attendance' | 'undo_marks' | 'my_list' | 'unmarked' | 'three_absences';

const put = 'corregir|corregirle|correjir|corrijo|corrige|arreglar|correct|fix';
const mark = `${put}|marcar|marco|marque|marcamos|llenar|tomar|pasar|mark|take`;
const listing = 'clase|asistencia|lista|sesion|listado|planilla|class|attendance|list|session|roster';
const before =
  'ayer|antier|anteayer|anterior|pasad[ao]|(de |del |el )?(lunes|martes|miercoles|jueves|viernes|sabado|domingo)|yesterday|(on )?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)|last \\w+';

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
    ),
  },
  {
    wish: 'my_list',
    told: any(
      '^(ver |mostrar |muestreme |deme |dame )?mi (lista|listado)( de (hoy|clase|la clase|estudiantes|alumnas))?$',
      '(quien|quienes)( \\w+){0,2} en (mi|la) (lista|listado)|^(see |show )?my list$|who is on (my|the) list',
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
      `(olvid\\w+|forgot)( \\w+){0,3} (marcar|lista|asistencia|mark|attendance)( \\w+){0,3} (${before})`,
    ),
  },
];
