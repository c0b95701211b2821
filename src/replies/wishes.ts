import { any } from './anyOf';
import { dataWishes } from './dataWishes';
import { type InstructorWish, instructorWishes } from './instructorWishes';
import { lineWishes } from './lineWishes';
import { placeWishes } from './placeWishes';

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

/** How a wish is told; `unlessRefused`: "no" makes it none. */
export type WishTold = { wish: Wish; told: RegExp; unlessRefused?: true };

// Words that come in several wishes.
const wanting =
  'id love|love to|quiero|quisiera|kiero|me gustaria|me interesa|interesada en|busco|deseo|necesito|quieren|want|would like|id like|like to|looking for|interested in|informacion|info|me informa|saber|averiguar';

/**
 * How wishes are told, in the order they are tried: the first that fits a message's folded words, joined by spaces, is
 * meant.
 */
export const wishes: WishTold[] = [
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
  ...dataWishes,
  ...lineWishes,
  {
    wish: 'attendance',
    told: any(
      '^(la )?(lista|listado|planilla)( de hoy)?$',
      '(llamar|llamado|pasar|tomar|sacar)( a)?( la)? lista|(call|take) the roll',
      '(?:report|anot|apunt|registr|dec|marc|pon|escrib|pas)\\w*(?: \\w+){0,2} (?:quien(?:es)?|las que|los que) (?:asisti|vin|lleg)\\w+',
      '(?<!mi )(?<!mis )(asistencia|asistensia|asistencias)|(?<!my )attendance',
    ),
    unlessRefused: true,
  },
  ...placeWishes,
  {
    wish: 'register',
    told: any(
      '(inscri[bpv]\\w*|anotar\\w*|apuntar\\w*|matricul\\w*|entrar|ingresar|meterme|hacer parte)( al?| en| el| este| ese| del?| su| lo)* (programa|proyecto)(?! de (?!la alcaldia|las? manzanas?|cuidado|ustedes|cuidadoras))',
      '(inscri[bpv]\\w*|anotar\\w*|anot[ae]me|apuntar\\w*|apunt[ae]me|entrar|meterme|meto|hacer parte)(?: al?| en| de)? (?:lo|eso|esto)(?: que tienen| que hay)?(?: de| del| para)(?: la| las| el)? (?:mujeres|cuidadoras?|manzanas?|cuidado|senoras)',
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
      '(?:tienen|hay|habra|ofrecen|dan|dictan) (?:algo|alguito|alguna cosa)(?: \\w+){0,3} (?:(?:para|en|por|entre|de) )?(?:los |el |la |las )?(?:lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|fin(?:es)? de semana|semana|mananas?|tardes?|noches?)(?! (?:mal|raro|roto))',
      '(quiero|quisiera|gustaria|deseo|necesito)( \\w+)? (estudiar|aprender)|(entrar|meterme|ingresar) (a|al)( las| los| la)? (clases?|cursos?|talleres|taller)|(mand|envi|muestr|regal)\\w+( \\w+){0,4} (clases|cursos|talleres|horarios)|como entro|(curso|taller|clase) de',
      '^(?:got |do you have |have you got )?any (?:\\w+ )?(?:classes|courses|workshops)|\\w+ classes (in|on|at)|classes (in|on|at)',
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
