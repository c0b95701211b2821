import { any } from './anyOf';
import { quit } from './placeWishes';
import type { WishTold } from './wishes';

/** How she asks for her place in a line, or leaves it. */
export const lineWishes: WishTold[] = [
  {
    wish: 'leave_line',
    told: any(
      `(${quit}|no quiero|ya no quiero|dont want)( \\w+){0,5} (lista de espera|fila|waiting list|waitlist)`,
      'ya no quiero esperar mas(?! (?:al?|el|la|los|un|una|mi) (?!cupo|lista|turno))|no quiero (?:seguir |estar )?esperando(?: mas)?(?: (?:el|un) (?:cupo|turno)| en (?:la|esa) lista|$)|no quiero seguir en (?:la|esa|esta) lista|no me tengan(?: mas)? en(?: la)?(?: lista)?(?: de)? espera|(?:quit|borr|saqu|retir)\\w+ de la (?:espera|fila)|ya no( \\w+){0,4} en espera|(quit|borr|saqu|retir)\\w+ de esa (lista|fila)|no longer want to wait',
    ),
  },
  {
    wish: 'line',
    told: any(
      'lista de espera|waiting list|waitlist|place in( the)? (line|queue|list)',
      'en que (puesto|turno|lugar|posicion|numero)( \\w+){0,4} (voy|estoy|quede|sigo|vamos)',
      'cuanto (me )?falta( \\w+){0,2} (lista|turno|fila)|sigo en (la )?lista|que numero (soy|voy|estoy)',
      'avance en la lista|como (voy|va|vamos|estoy|sigo)( \\w+)?( en)? (la|mi) (fila|lista|cola)|how (far|long) is the (line|queue)',
      'ya (?:casi|pronto|mero) me toca$|esperando (?:el |un |mi |ese )?cupo|(?:todavia|aun) nada (?:de|con) (?:el|mi) cupo|nada del cupo|cuanto(?: \\w+){0,4} esperar(?: \\w+){0,3} cupo|me va a (?:salir|tocar) (?:el |un )?cupo',
      '(cuantas|cuantos)( \\w+)? (hay|faltan|van|estan) (antes|adelante|delante)',
      'mi turno|(ya )?me (toco|salio|dieron) (el |un )?cupo|(hay|salio) (el |un )?cupo para mi$|salio mi cupo',
    ),
  },
];
