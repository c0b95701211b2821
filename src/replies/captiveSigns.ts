import { people } from './harmWords';
import { type Sign, words } from './sign';

const shut = 'candados?|llave|llaves|cadena|seguro';
const answers =
  '(?:yo )?(?:le |les )?(?:reclamo|digo|contesto|hablo|respondo|pido|protesto|alego|discuto|reniego|cobro|pregunto|llevo la contraria|no (?:quiero|hago|le \\w+))(?: \\w+){0,4}';
const kin = `${people}|mama|nuera|niet[oa]|sobrin[oa]|cunada|hermana`;
const fear = '(?:mucho |muchisimo |harto |tanto |un )?(?:miedo|terror|pavor|panico)';

/** Who is locked in by somebody, faces a raised hand, or fears somebody she has told of. */
export const captiveSigns: Sign[] = [
  {
    told: words(
      'me (?:deja|dejan|dejo|dejaba|tiene|tienen|tenia|encierra\\w*|encerro|mete) (?:\\w+ )?(?:con|bajo) (?:llave|candado|cadena|seguro)|me (?:echa|echan|echo|pone|ponen|puso|pasa|le echa) (?:la |el |con )?(?:llave|candado|cadena)(?! (?:para que no (?:se )?(?:entr|met|rob)))',
    ),
  },
  {
    told: words(
      `(?:cierra|cierran|cerro|echa|echan|pone|ponen|puso|tranca|asegura|esconde|esconden|escondio|quita|quitan|quito|lleva|llevan|llevo)(?: \\w+){0,5} (?:${shut})(?: \\w+){0,5} (?:(?:para|pa) que (?:yo )?no (?:me )?(?:pueda )?(?:salga|salir|vaya|ir|vuele|escape)|y (?:yo )?no (?:me )?(?:puedo|deja) salir|y me deja (?:encerrada|adentro))|(?:^|el|${people})(?: \\w+){0,4} (?:cierra|echa|pone|deja)(?: \\w+){0,3} (?:llave|candado) por fuera`,
    ),
    unless: {
      before: /\b(?:perr\w+|gat\w+|nin[oa]s?|bebe)(?: \w+){0,3} $/,
      after: /^(?: \w+){0,3} (?:entrar|local|tienda|bicicleta|bici|porton)\b/,
    },
  },
  {
    told: words(
      `(?:si|cuando|cada que|cada vez que) ${answers}? (?:me |el |ella )?(?:alza|levanta) la mano|(?:reclamo|contesto|alego|hablo) y (?:me )?(?:alza|levanta) la mano|(?:alza|levanta) la mano (?:como )?(?:para|a) (?:pegarme|pegar|golpear|darme|cascarme)`,
    ),
    unless: { after: /^(?: \w+){0,3} (?:clase|salon|preguntar|participar|contestar|responder)\b/ },
  },
  {
    told: words(
      `(?:${kin})(?: \\w+){0,8} les? (?:tengo|tenemos|cogi|agarre) ${fear}(?= *$| (?:porque|cuando|pero) (?:el|ella|me|toma|llega|grita))|(?:toma|tomado|borrach[oa]|consume|drogad[oa]|grita|amenaza|violent[oa]|agresiv[oa])(?: \\w+){0,4} les? (?:tengo|tenemos) ${fear}(?= *$)`,
    ),
    unless: {
      whole:
        /\bno les? (?:tengo|tenemos)|\b(?:computador|celular|telefono|maquina|aparato|agua|piscina|agujas?|perr\w+|gat\w+|examen|moto|carro|inyeccion\w*|vacuna|internet|pantalla|odontolog\w+|dentista|medic[oa]|alturas?|ascensor|raton\w*|aranas?|bicicleta|operacion|cirugia)\b/,
    },
  },
];

/** The same in English. */
export const englishCaptiveSigns: Sign[] = [
  {
    told: words(
      '(?:he|husband|partner|boyfriend|ex|son|father|they) (?:\\w+ )?(?:locks?|locked|padlocks?|padlocked|chains?|hides?|hid|takes?|took)(?: \\w+){0,2} (?:doors?|gate|keys?)(?: \\w+)? (?:from (?:the )?outside|so (?:that )?i (?:cant|cannot|wont|dont|couldnt) (?:leave|go out|get out|go anywhere)|and i (?:cant|cannot) (?:leave|go out|get out))',
    ),
  },
];
