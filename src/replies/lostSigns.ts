import { type Sign, words } from './sign';

const who =
  '(?:hij[oa]|hijit[oa]|nin[oa]|niet[oa]|nietecit[oa]|bebe|mama|mamita|madre|papa|papito|padre|abuel[oa]|abuelit[oa]|viejit[oa]|espos[oa]|marido|herman[oa]|hermanit[oa]|suegr[oa]|sobrin[oa]|ti[oa]|senor|senora|muchach[oa]|companero|pareja)';
const unfound =
  '(?:no (?:aparece|ha aparecido|aparecio|l[oa] (?:encuentro|encontramos|encuentran|hallo|hallamos|vemos)|(?:se|sabemos) (?:para )?(?:donde|que se hizo|nada de)|se ubica|sabe (?:volver|llegar))|l[oa] (?:estamos|estoy|andamos|ando) buscando|ayud[ae]\\w*)';
const wandering =
  '(?:alzheimers?|demencia|anoche|ayer|madrugada|temprano|especial|autis\\w+|discapacidad|desorientad[oa])';
const sinceNow =
  '(?: *$| desde (?!hace (?:\\w+ )?(?:anos?|mes|meses))| hace (?:\\w+ )?(?:rat|hora|dia)\\w*| ayud\\w*| anoche| ayer)';
// What is looked for without anybody being lost, and who is back.
const idle =
  /\b(?:listas?|listado|pelicula|novela|noticias?|noticiero|perr\w+|gat\w+|clases?|cursos?|nombres?|inscri\w+|registr\w+|cedula|cupos?|plataforma|sistema|pagina|chat|ya (?:aparecio|volvio|l[oa] encontr\w+|esta (?:bien|en casa)|le pusimos)|hace (?:\w+ ){0,2}(?:anos?|mes|meses)|una vez|el otro dia)\b/;

/** Who cannot find somebody she cares for, right now: the number that sends help is the one to call. */
export const lostSigns: Sign[] = [
  {
    told: words(
      `${who}(?: \\w+){0,6} se (?:me |nos )?(?:salio|volo|escapo|extravio|perdio|fue)(?: \\w+){0,8} ${unfound}|${who}(?: \\w+){0,6} ${wandering}(?: \\w+){0,4} (?:salio|se fue)(?: \\w+){0,6} (?:${unfound}|no (?:ha vuelto|ha regresado|volvio|regreso))|se (?:me |nos )?(?:salio|volo|escapo|extravio|perdio) (?:mi|la|el) ${who}(?: \\w+){0,8} ${unfound}|${who} (?:salio|se fue) ${wandering}(?: \\w+){0,4} (?:${unfound}|no (?:ha vuelto|ha regresado|volvio|regreso))`,
    ),
    unless: { whole: idle },
  },
  {
    told: words(
      `se (?:me |nos )?(?:perdio|extravio|volo|escapo)(?: ya)? (?:mi|la|el|un) ${who}(?= *$| en (?!la lista|el sistema|las? clases?)| ayud\\w*| y no | desde | hace (?:\\w+ )?(?:rat|hora)| anoche| ayer)|${who}(?: \\w+){0,4} se (?:me|nos) perdio(?= *$| en (?:transmilenio|la calle|el centro|el parque|el portal|la terminal|un)| ayud\\w*)`,
    ),
    unless: { before: /\bcasi $/, whole: idle },
  },
  {
    told: words(
      `${who}(?: \\w+){0,4} no (?:aparece|ha aparecido|aparecio)(?= desde (?!hace (?:\\w+ )?(?:anos?|mes|meses))| hace (?:\\w+ )?(?:rat|hora|dia)| por ningun| y (?:tiene|no|ya|es)| ayud)|no (?:encuentro|encontramos|hallo|aparece) (?:a )?(?:mi|la|el|al) ${who}(?= *$| se | desde| ayud| tiene | por ningun| anoche)|(?:no (?:se|sabemos)|ni idea) (?:en )?donde (?:esta|anda) (?:mi|la|el) (?:nin[oa]|mama|papa|abuel\\w+)(?= *$| desde| se | ayud| salio)`,
    ),
    unless: { whole: idle },
  },
  {
    told: words(
      `${who}(?: \\w+){0,5} (?:esta|sigue|lleva)(?: \\w+){0,2} (?:perdid[oa]|extraviad[oa])(?= desde | hace (?:\\w+ )?(?:rat|hora|dia)| ayud| y no)|${who}(?: \\w+){0,4} (?:esta )?desaparecid[oa](?=${sinceNow})|desaparecio (?:mi|la|el) ${who}(?=${sinceNow})|${who} (?:se )?(?:me |nos )?desaparecio(?=${sinceNow})`,
    ),
    unless: { whole: idle },
  },
];

/** The same in English. */
export const englishLostSigns: Sign[] = [
  {
    told: words(
      '(?:mother|mom|mum|father|dad|grandmother|grandma|grandfather|grandpa|son|daughter|child|kid|baby|husband|wife|brother|sister|boy|girl|lady|man)(?: \\w+){0,4} (?:(?:is|has been|went|gone) missing(?= *$| since| help| for (?:\\w+ )?(?:hours?|days?)| and)|(?:went out|walked out|wandered off|ran away|got out|left|is lost)(?: \\w+){0,4} (?:cant|cannot|couldnt|dont know where) (?:find|she|he))',
    ),
    unless: { whole: /\b(?:list|class|dog|cat|years?|months?|movie|news|found (?:him|her)|name)\b/ },
  },
];
