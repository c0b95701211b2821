import { cared, does, near } from './harmWords';
import { lessons, type Sign, words } from './sign';

const partners = 'esposo|marido|novio|pareja|companero|ex|exesposo';
const beaten = 'golpea|golpeo|pega|pego|maltrata|maltrato|casca|casco|amenaza|amenazo|viola|violo|humilla|patea|ahorca';
const rod =
  'cable|correa|cinturon|palo|chancla|garrote|rejo|fuete|juete|vara|manguera|hebilla|zapato|escoba|tabla|ramal|lazo|plancha';
const blows =
  'correazos?|fuetazos?|juetazos?|rejazos?|chancletazos?|cachetadas?|bofetadas?|puno|punos|patadas?|golpes(?! de (?:calor|tos|suerte))|golpizas?|palizas?|muendas?|pelas?|garrotazos?|planazos?|trompadas?|garrote|rejo|fuete|juete|correa';
const struck = `les? (?:da|dan|daba|daban|dio|dieron|mete|meten|metio|zampa|zampan|pone) (?:(?:con|un|una|unos|unas|el|la|los|las|su|puro) )*(?:${rod}|${blows})(?: \\w+){0,3}?`;
const seizes = 'levanta|levantan|coge|cogen|cogio|agarra|agarran|agarro|trata|tratan|saca|saco|sacaron|crian|cogieron';
const all = 'correazos|patadas|golpes|punos|palo|fuete|juete|rejo|garrotazos|garrote|planazos|las patadas';
// A child or an old person, of whom the sentence speaks.
const weak = `(?:${cared}|muchachit[oa]s?|menor(?:es)?|discapacitad[oa]s?)`;
const young = '(?:hij\\w+|nin[oa]s?|niet[oa]s?|bebes?|sobrin[oa]s?|hermanit[oa]s?|muchachit[oa]s?|menor(?:es)?)';
const men =
  'padrastro|senor|tio|vecino|papa|padre|marido|esposo|primo|abuelo|pareja|profesor|novio|hombre|cunado|yerno|man|tipo|sujeto|hermanastro|amigo';
const left =
  '(?:encerrad|amarrad|atad|abandonad|botad)[oa]s?|aguantando hambre|pasando hambre|sin (?:comida|comer|alimento|agua)|bajo llave|sol[oa]s? sin (?:comida|comer)|con llave';
const others =
  'famili\\w+|hij[oa]s?|herman[oa]s?|cunad[oa]|yerno|nuera|vecin[oa]s?|sobrin[oa]s?|duen[oa]|enfermera|gente';
const forHealth =
  /\b(?:examen(?:es)?|cirugia|operacion|operar\w*|medic[oa]|doctor\w*|hospital|urgencias|clinica|eps|tension|carro|ruta|perr\w+|gat\w+)\b/;

/** Who does violence to somebody she cares for, or leaves them locked up or without food. */
export const careSigns: Sign[] = [
  {
    told: words(`(?:me|nos) (?:${beaten})(?: a (?:mi|nosotras))? y (?:tambien |igual )?a (?:\\w+ )?(?:${cared})`),
    unless: { before: /\bno $/ },
  },
  {
    told: words(
      `les? (?:(?:${does}) )?(?:pega|pego|pegan|pegaron|pegaba|pegando|casca|casco|golpea|golpearon)(?: \\w+){0,2} (?:a|al) (?:\\w+ ){0,2}(?:${cared})`,
    ),
    unless: { before: /\b(no|se) $/ },
  },
  {
    told: words(
      `(?:golpea|golpean|golpeo|golpearon|golpeando|maltrata|maltratan|maltrato|maltrataron|maltratando|viola|violo|violaron|manosea|manosearon|patea|encierra|encierran|queman?)(?: \\w+)? (?:a|al) (?:\\w+ ){0,2}(?:${cared})`,
    ),
    unless: { before: /\b(no) $/, whole: lessons },
  },
  {
    told: words(
      `(?:a mi|a la|a el|a mis|a los|a las|al) (?:${cared})(?: (?!se )\\w+)? (?:(?:l[oae]s?) (?:maltrat\\w+|peg(?:a|o|an|aron|aba)|golpe\\w+|viol(?:a|o|an|aron)|abus\\w+|manose\\w+)|l[oa]s? (?:toca|toco|tocaron|tocaba))`,
    ),
    unless: { after: new RegExp(near), whole: lessons },
  },
  {
    told: words(
      `(?:${partners}) de (?:mi|la) (?:hija|mama|hermana|nieta|sobrina|nuera|cunada)(?: \\w+){0,2} l[ae] (?:${beaten})|a mi (?:hija|mama|hermana|nieta|sobrina) (?:el|su) (?:${partners}) l[ae] (?:${beaten})|(?:deja|dejan|tiene|tienen) (?:encerrad[oa]s?|amarrad[oa]s?) (?:a|al) (?:\\w+ ){0,2}(?:${cared})`,
    ),
    unless: { after: new RegExp(near), whole: lessons },
  },
  {
    told: words(`abus(?:o|a|aron|an|ando) de (?:mi|la|el|los|las|un|una|nuestra|su) (?:\\w+ )?(?:${cared})`),
    unless: { whole: lessons },
  },
  {
    told: words(
      `(?:padrastro|senor|tio|vecino|papa|padre|marido|esposo|primo|abuelo|pareja|profesor|novio|hombre)(?: \\w+){0,2} (?:toca|toco|tocaba|tocando) a (?:mi|la|las|mis) (?:\\w+ )?(?:hij\\w+|nin[oa]s?|hermanit[oa]s?|niet[oa]s?|sobrin[oa]s?)`,
    ),
    unless: { before: /\b(me|le|les|nos) $/ },
  },
  {
    told: words(
      `${struck} (?:a|al) (?:\\w+ ){0,2}${weak}|(?:al?|del|los|las) (?:(?:mi|la|el|los|las|su|mis) )?${weak}(?: \\w+){0,6} ${struck}(?= *$| (?:en|hasta|por|cuando|que|y|con|todo|toda|cada|si|delante|anoche|ayer|de) )`,
    ),
    unless: {
      before: /\bno $/,
      after:
        /^(?: \w+){0,3} (?:a|al) (?:la |el |los |las )?(?:pinata|pelota|balon|pared|tambor|olla|puerta|perr|tapete|colch|tabla)/,
      whole: lessons,
    },
  },
  {
    told: words(
      `${weak}(?: \\w+){0,4} l[oae]s? (?:${seizes})(?: \\w+){0,2} a (?:${all})|(?<!\\bme )(?:${seizes})(?: \\w+)? a (?:${all}) (?:a|al) (?:\\w+ ){0,2}${weak}|(?<!\\bme )(?:${seizes}) (?:a|al) (?:\\w+ ){0,2}${weak} a (?:${all})`,
    ),
    unless: { whole: lessons },
  },
  {
    told: words(
      `${weak}(?: \\w+){0,8} l[oa]s? (?:tiene|tienen|tenia|tenian|deja|dejan|dejaron|mantiene|mantienen)(?: \\w+)? (?:${left})|l[oa]s? (?:tiene|tienen|dejan|dejaron|mantienen)(?: \\w+)? (?:${left}) (?:a|al) (?:\\w+ ){0,2}${weak}|${weak}(?: \\w+){0,8} (?<!\\ba (?:mi|la|su|el|mis|los|las) )(?<!\\bal )(?:${others}) l[oa]s? dejo(?: \\w+)? (?:${left})`,
    ),
    unless: { whole: forHealth },
  },
  {
    told: words(
      `(?:tiene|tienen|tenia|tenian|deja|dejan|dejaron|mantiene|mantienen) (?:a|al) (?:\\w+ ){0,2}${weak} (?:\\w+ ){0,3}(?:${left})|(?:deja|dejan|dejaron) (?:encerrad|amarrad)[oa]s? (?:\\w+ ){0,2}${weak}`,
    ),
    unless: { before: /\bme $/, whole: forHealth },
  },
  {
    told: words(`(?:deja|dejan|dejo|dejaron) (?:botad|abandonad|tirad)[oa]s? (?:a|al) (?:\\w+ ){0,2}${weak}`),
    unless: { whole: /\b(?:yo|perr\w+|gat\w+|clase|cancion|novela|partido|juego)\b/ },
  },
  {
    told: words(
      `(?:al?|mi|la|el|los|las) ${weak}(?: \\w+){0,6} no les? (?:da|dan|daba|daban) (?:ni )?(?:nada )?(?:de comer|comida|comidita|agua)|no les? (?:da|dan|daba|daban) (?:ni )?(?:nada )?(?:de comer|comida|comidita) (?:a|al) (?:\\w+ ){0,2}${weak}|(?:abuel\\w+|viejit[oa]|ancian[oa])(?: \\w+){0,5} l[oa]s? (?:abandonaron|botaron|sacaron a la calle)`,
    ),
    unless: {
      before: /\bno $/,
      after:
        /^(?: \w+){0,2} (?:alla|aca|ahi|aqui|en (?:la|el|las|los) (?:manzana|centro|jardin|colegio|sede|clase|sala)\w*|porque|hasta)\b/,
      whole: forHealth,
    },
  },
  {
    told: words(
      `(?:a|al) (?:\\w+ )?${weak}(?: \\w+){0,4} l[oa]s? (?:encierra|encierran|encerraron|amarra|amarran|amarraron)`,
    ),
    unless: { before: /\bno $/, whole: forHealth },
  },
  {
    told: words(
      `(?:a|al) (?:\\w+ )?${weak}(?: \\w+){0,8} (?<!se )les? (?:pega|pegan|pego|pegaba|pegaron|casca|cascan|golpea|golpean)|${weak}(?: \\w+){0,7} (?:la|el|los|un|una) (?:empleada|enfermer[oa]|cuidador\\w*|muchacha|nana|niner[oa]|profesor\\w*|vecin[oa]|tio|padrastro|madrastra|novio)(?: \\w+)? l[eao]s? (?:pega|pego|pegan|maltrata|maltrato|golpea|golpeo)|(?:empleada|enfermer[oa]|cuidadora?|nana|niner[oa]) l[ea]s? (?:pega|pego|maltrata|golpea|golpeo) (?:a|al) `,
    ),
    unless: { before: /\bno $/, after: new RegExp(near), whole: /\bno les? peg|\b(?:perr\w+|calor|sol|frio)\b/ },
  },
  {
    told: words(
      `${young}(?: \\w+){0,4} (?:el|su|mi|un|una|ese) (?:${men})(?: \\w+){0,4} l[oa]s? (?:toca|toco|tocaba|manosea|manoseo|manoseaba|viola|violo)(?= *$| (?:en|cuando|por|debajo|sus|las|y|de) )|(?:manoseando|violando|abusando de) (?:a )?(?:mi|la|una|el|al|mis|las) (?:\\w+ )?${young}|(?:${men})(?: \\w+){0,4} (?:toca|toco|tocaba|tocando|manosea|manoseo) (?:a )?(?:mi|la|las|mis|una) (?:\\w+ )?${young}|les? (?:muestra|mostro|mostraba|enseno) (?:sus|las) partes(?: \\w+)? (?:a|al) (?:\\w+ ){0,2}${young}|les? (?:muestra|mostro|mostraba) el (?:pene|miembro) (?:a|al) (?:\\w+ ){0,2}${young}`,
    ),
    unless: { before: /\b(?:no|me|le|les|nos) $/, after: /^ (?:el piano|la guitarra|bien)/, whole: lessons },
  },
];

/** The same in English. */
export const englishCareSigns: Sign[] = [
  {
    told: words(
      '(?:hit|hits|hitting|beat|beats|beating|hurts|hurting|abuses|abused|touches|touched|touching|molests|molested|rapes|raped) (?:my|the|our) (?:\\w+ )?(?:son|daughter|child|children|kid|kids|baby|mother|mom|father|dad|grandmother|grandma|grandfather|granddaughter|grandson|boy|girl|sister)',
    ),
  },
  {
    told: words(
      '(?:they|he|she|neighbors?|neighbours?|family|brother|sister|husband|son|daughter)(?: \\w+)? (?:keeps?|leaves?|left|kept|locks?|locked) (?:my|the|our|his|her|their) (?:\\w+ )?(?:son|daughter|child|children|kids?|baby|mother|mom|father|dad|grandmother|grandma|grandfather|grandpa|old (?:man|lady|woman)|brother|sister)(?: \\w+){0,2} (?:tied|locked|starving|hungry|without food|without eating|in a room)|(?:they|he|she|nobody)(?: \\w+)? (?:dont|doesnt|wont|never|do not|does not) feeds? (?:my|the|our|him|her)|(?:dont|doesnt|wont) feed (?:my|the|our) (?:\\w+ )?(?:grandmother|grandma|grandfather|grandpa|mother|father|mom|dad|kids?|baby|child(?:ren)?)',
    ),
    unless: { before: /\bi $/, whole: /\b(?:dog|cat|hospital|doctor|surgery)\b/ },
  },
];
