import { cared } from './harmWords';
import { lessons, type Sign, words } from './sign';

const caring = 'cuidando|cuidar|cuidarl[oa]s?|cuidandol[oa]s?|cuido';
const spent =
  'no (?:doy|puedo|aguanto|resisto|soporto) mas(?! de (?:una?|dos|tres|cuatro|\\d|las?))|no doy para mas|ya no (?:doy|aguanto|resisto)(?= *$| mas)|no me (?:da|dan|queda|quedan) (?:mas )?(?:el cuerpo|las fuerzas|fuerzas|alientos)|no tengo (?:mas |ya )?(?:fuerzas|alientos)|(?:estoy|ando|quede|me siento|me tiene)(?: (?:toda|muy|tan|ya|que|completamente))* (?:reventada|fundida|acabada|exhausta|colapsada|desesperada|enloquecida|al limite|al borde|vuelta nada|a punto de (?:explotar|estallar|enloquecer|colapsar))|me (?:estoy|voy a) (?:enloqueciendo|enloquecer|volver loca|volviendo loca)|tirar la toalla|salir corriendo';
const alone =
  'nadie me (?:releva|ayuda|colabora|da una mano|da la mano|echa una mano)|(?:sin|no) (?:duermo|dormir|descanso|descansar)(?: \\w+){0,2} (?:hace|desde hace) (?:\\w+ )?(?:dias|semanas|meses|anos)|(?:hace|llevo) (?:\\w+ )?(?:semanas|meses|anos) (?:que )?(?:sin|no) (?:duermo|dormir|descanso|descansar)|dia y noche|(?:yo|aqui|a mi) sol(?:a|ita)|todo me toca a mi|no tengo (?:quien me ayude|relevo|vida)';
const elsewhere = new RegExp(
  `${lessons.source}|\\b(?:yoga|cupo|inscri\\w+|anot[ae]\\w*|j[aeo](?:j[aeo])+|tareas?|formulario|celular|computador|pagina|chat|plata|perr\\w+|gat\\w+|matas?)\\b`,
);

/** Who is worn out by caring and can no more. */
export const burnoutSigns: Sign[] = [
  {
    told: words(`(?:${caring})(?: \\w+){0,14} (?:${spent})|(?:${spent})(?: \\w+){0,8} (?:${caring})`),
    unless: { before: /\b(?:si|cuando) (?:\w+ )?$/, whole: elsewhere },
  },
  {
    told: words(`(?:${alone})(?: \\w+){0,8} (?:${spent})|(?:${spent})(?: \\w+){0,10} (?:${alone})`),
    unless: { before: /\b(?:si|cuando) (?:\w+ )?$/, whole: elsewhere },
  },
  {
    told: words(
      `no (?:puedo mas|doy mas|aguanto mas|aguanto|resisto|soporto mas|soy capaz) con (?:el |la |los |las )?(?:mi |mis )?(?:${cared}|esta cuidadera|el cuidado de mi)`,
    ),
    unless: {
      before: /\bsi (?:\w+ )?$/,
      after: /^(?: \w+){0,2} (?:al hombro|en brazos|cargad[oa])\b/,
      whole: elsewhere,
    },
  },
  {
    told: words(
      'no (?:aguanto|resisto|soporto|soy capaz de|doy mas|tengo fuerzas (?:para|de)) (?:mas )?(?:seguir )?(?:cuidar|cuidando|cuidarl[oa]s?|cuidandol[oa]s?)|no puedo (?:mas )?(?:seguir )?(?:cuidandol[oa]s?|cuidarl[oa]s?)(?: \\w+){0,3} (?:mas|sola)(?= *$| dia| yo| estoy| porque)|(?:cuidar|cuidarl[oa]s?|la cuidadera|el cuidado de mi \\w+|esta cuidadera)(?: \\w+){0,5} me (?:esta|tiene|va a) (?:matando|matar|acabando|acabar|acabada|enfermando|enferma|enloqueciendo|enloquecer|enloquecida|consumiendo|vuelta nada|reventada|loca|al borde|muerta)',
    ),
    unless: { before: /\bsi (?:\w+ )?$/, whole: elsewhere },
  },
];

const looking =
  '(?:look(?:ing)? after|tak(?:e|ing) care of|car(?:e|ing) for|nursing) (?:my |the |our )?(?:\\w+ )?(?:him|her|them|mom|mum|mother|dad|father|husband|son|daughter|kids?|children|grandma|grandpa|grandmother|grandfather|brother|sister|baby|parents|wife|aunt|uncle)';
const worn =
  '(?:cant|cannot|can not) (?:do (?:this|it) (?:anymore|any more|any longer)|(?:go on|cope|keep going)(?= *$| anymore| any more| any longer| alone| like this)|take (?:it|this)?(?: ?any ?more| any longer)|take any more)|(?:burnt|burned) out|(?:at|reached) (?:my|the) (?:breaking point|limit)|nobody helps me|no one helps me|falling apart';

/** The same in English. */
export const englishBurnoutSigns: Sign[] = [
  {
    told: words(`${looking}(?: \\w+){0,10} (?:${worn})|(?:${worn})(?: \\w+){0,5} ${looking}`),
    unless: { whole: /\b(?:class|course|workshop|yoga|spot|sign|enrol\w*|ha(?:ha)+|lol)\b/ },
  },
];
