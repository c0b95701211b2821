import { lessons, type Sign, words } from './sign';

const small =
  '(?:nin[oa]s?|ninit[oa]s|bebes?|hij[oa]s|hijit[oa]s?|niet[oa]s?|nietecit[oa]s?|sobrin[oa]s|pelad[oa]s|pelaos|chin[oa]s|criaturas?|muchachit[oa]s)';
const whose = '(?:(?:a|al|los|las|la|el|sus|su|mis|mi|esos|esas|unos|unas|dos|tres|cuatro) )*';
const long =
  '(?:desde (?:ayer|anoche|antier|anteayer|antes de ayer|la manana|el (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo)|hace (?:\\w+ )?dias)|hace (?:\\w+ )?dias|(?:por )?(?:dos|tres|cuatro|varios|\\d) dias|(?:toda|todas) las? noches?|por las noches|sin (?:comer|comida|nada de comer)|con hambre|con llave|encerrad[oa]s?)';
const deserted = `(?:botad|abandonad|tirad)[oa]s?`;

/** Small children left to themselves. */
export const leftAloneSigns: Sign[] = [
  {
    told: words(
      `(?:dejo|deja|dejan|dejaron|dejando) ${whose}${small}(?: \\w+){0,8} (?:${deserted}|sol(?:it)?[oa]s?(?: \\w+){0,4} ${long})|(?:dejo|deja|dejan|dejaron|dejando) (?:${deserted}|sol(?:it)?[oa]s?) ${whose}${small}(?! solo)(?: \\w+){0,8} ${long}`,
    ),
    unless: {
      before: /\b(?:no|ni|nunca|jamas|yo|me|nos) (?:\w+ )?$/,
      after: /^ (?:con|donde) (?:el|la|su|sus|mi|una|un)\b/,
      whole: new RegExp(
        `${lessons.source}|\\b(?:trabajo|juguetes?|perr\\w+|gat\\w+|papeles|novela|serie|pelicula|j[aeo](?:j[aeo])+)\\b`,
      ),
    },
  },
  {
    told: words(
      `${small}(?: \\w+){0,6} (?:estan|esta|quedaron|quedo|pasan|permanecen|viven|duermen|llevan|siguen|se quedan) (?:ahi |alla |los |las )?(?:sol(?:it)?[oa]s?(?: \\w+){0,3} ${long}|(?:dos|tres|cuatro|varios|\\d) dias sol(?:it)?[oa]s?)`,
    ),
    unless: {
      before: /\bno $/,
      after: /^ (?:con|donde) (?:el|la|su|sus|mi|una|un)\b/,
      whole: /\b(?:perr\w+|gat\w+|novela|serie|pelicula|j[aeo](?:j[aeo])+)\b/,
    },
  },
];

/** The same in English. */
export const englishLeftAloneSigns: Sign[] = [
  {
    told: words(
      '(?:left|leaves|leave|leaving) (?:the |her |his |their |two |three |my )*(?:kids?|children|baby|babies|toddlers?|boy|girl|boys|girls)(?: \\w+){0,6} alone(?: \\w+){0,4} (?:since (?:yesterday|last night|monday|tuesday|wednesday|thursday|friday|saturday|sunday)|for (?:\\w+ )?days|all (?:night|day)|every night|without (?:food|eating)|locked)',
    ),
    unless: { before: /\b(?:i|never|not|dont|cant) (?:\w+ )?$/ },
  },
];
