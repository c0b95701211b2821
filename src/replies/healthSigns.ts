import { healthEvents } from './healthEvents';
import { fit, habitual, idly, longOver, neverNow, over, seizure, things, told } from './healthWords';
import { type Sign, words } from './sign';

const senseless = 'inco[nm][sc]{1,2}ient[ea]';

/** What she sees as it happens. */
const states: Sign[] = [
  {
    told: words(
      'no (?:(?:puede|puedo|logra|esta|estoy|pueden) )?respir(?:a|o|an|ar|ando)|sin poder respirar|(?:dificultad para|cuesta(?: mucho)?) respirar|respira (?:muy |bien )?(?:mal|raro|feo)|no (?:puede|puedo|logra) (?:pasar|coger|tomar|agarrar) (?:el )?aire|no (?:le |me )?(?:llega|entra) (?:el )?aire|(?:falta (?:mucho )?el aire(?: y| ayud\\w*|$)|faltando el aire)|se (?:me |le |esta )?(?:queda|quedando) sin (?:aire|respirar)',
    ),
    unless: { after: idly, whole: neverNow },
  },
  {
    told: words(
      '(?:se|me|nos)(?: me| nos)? (?:esta|estoy|estan|estamos) (?:ahogando|asfixiando|atorando|atragantando|aogando)|(?:esta|estoy|estan) (?:ahogando|asfixiando|atragantando)(?:se|me)|se(?: me)? (?:ahoga|asfixia)|me (?:ahogo|asfixio)(?= *$| ayud| no puedo| auxilio)',
    ),
    unless: { after: idly, whole: neverNow },
  },
  {
    told: words(
      'no (?:me |se |se me )?(?:reacciona|despierta|recobra|abre los ojos|da senales)|(?:no (?:\\w+ ){0,2}vuelve|no volvio) en si|no (?:l[oa] )?(?:quiere|logro|puedo|logramos|podemos) despertar(?:l[oa]|se)?',
    ),
    unless: {
      after:
        /^( \w+){0,3} (?:temprano|hasta|sino|antes|tarde|sin|interes|sola|solo|bien|con la alarma|curiosidad|confianza|nada en mi)\b|^ (?:a|al|la|el|en) (?:nadie|tiempo|las|interes|todos)/,
      before: new RegExp(`\\b(?:${things})( \\w+){0,2} $`),
      whole: neverNow,
    },
  },
  {
    told: words(
      `(?<!(?:esta|sigue) (?:\\w+ )?)(?:${senseless}|desma(?:y|ll)ad[oa])|desvanecid[oa]|sin (?:el )?(?:conocimiento|sentido|pulso)(?= *$| y | no | en | ayud)`,
    ),
    unless: {
      before:
        /\b(?:pacientes?|es|son|era|un|una|los|las|tan|muy|mas|gente|casi|medio|ando|estoy|el|muerta|colectivo|mi|sub)( \w+)? $/,
      after: /^ (?:de (?!la cama|las escaleras)|del\b|colectiv|con (?:la|el) (?:agua|ambiente|basura))/,
      whole: over,
    },
  },
  {
    told: words(`(?:esta|sigue) (?:\\w+ )?(?:${senseless}|desma(?:y|ll)ad[oa])`),
    unless: { before: /\bcomo $/, after: /^ (?:de|del|con)\b/, whole: neverNow },
  },
  {
    told: words(
      `${fit}a(?:ndo|ndose|do|da)|(?:tiene|tengo) (?:un |una )(?:${fit}|i[nm]farto|derrame|trombosis)(?= *$| ayud\\w*| ahora| ahorita)|(?:esta|estoy) (?:infartad[oa]|infartando\\w*)|(?:esta|estoy) (?:teniendo|sufriendo) (?:un )?${seizure}`,
    ),
    unless: { before: /\b(?:estaba|estuvo|estado|estaban)( \w+)? $/, whole: neverNow },
  },
  {
    told: words(`(?:le|me)(?: me)? esta (?:dando|pegando) ${seizure}`),
    unless: { after: /^ (?:de (?!epilepsia|corazon)|del (?!corazon)|por )/, whole: neverNow },
  },
  {
    told: words(
      '(?:esta|estoy|estan|sigue|sigo|anda) (?:\\w+ )?(?:sangrando|sangrado|desangrando\\w*|botando (?:\\w+ )?sangre|vomitando sangre|perdiendo (?:\\w+ )?sangre|echando sangre)|no (?:\\w+ ){0,2}(?:para|deja|paran?) de (?:sangrar|botar sangre|salir\\w* sangre)|no (?:\\w+ )?(?:para|paran) la sangre|(?:bota|botando|echa|echando|sale|saliendo) (?:\\w+ )?(?:espuma|babaza)|ojos (?:para|pa|hacia) (?:atras|arriba)|ojos (?:en blanco|volteados)|se (?:me )?(?:esta )?desangra(?:ndo)?|(?:bota|sale|saliendo|vomita|vomitar|vomito|salio) (?:\\w+ )?sangre',
    ),
    unless: {
      before: /\b(?:encias?|nariz|diente|muela|dedo)( \w+){0,2} $/,
      after:
        /^( \w+){0,4} (?:nariz|encias?|dedos?|deditos?|muelas?|dientes?|regla|periodo|menstruacion|rodilla|ojo|poquito|poquitico|examen|examenes)\b/,
      whole: neverNow,
    },
  },
  {
    told: words('se (?:me |nos )?(?:esta|estan) muriendo|se (?:me|nos) muere(?: mi| ayud\\w*|$)|me estoy muriendo'),
    unless: {
      before: new RegExp(`\\b(?:${things})( \\w+)? $`),
      after: new RegExp(`^ (?:de|del|por|con|(?:la|el|mi|este|un) (?:${things}|pila|bateria))\\b`),
      whole: neverNow,
    },
  },
  {
    told: words(
      'se (?:me )?(?:esta |va )?(?:poniendo|puso) (?:tod[oa] |muy |como )?(?:morad[oa]|morad[oa]s|azul)|labios (?:\\w+ )?(?:morados|azules)|(?:esta|quedo) como muert[oa]|(?:no|ni) (?:le (?:siento|encuentro|hallo) (?:el )?|tiene )pulso',
    ),
    unless: {
      after:
        /^ (?:de|del|con|por)\b|^ (?:el|la|un|una|los) (?:dedo|ojo|una|pie|rodilla|pierna|mano|brazo|repollo|uva|masa|cielo|tela|pelo|labio)/,
      before: /\b(?:dedo|ojo|pie|rodilla|pierna|mano|brazo|fruta|tela|cielo|pelo) (?:ya )?$/,
      whole: neverNow,
    },
  },
];

/** Pains and faces that tell of a heart or a brain in need. */
const organs: Sign[] = [
  {
    told: words(
      '(?:dolor|dolorsote|opresion|punzada|puntada|apreton|presion)(?: \\w+){0,5} (?:en|del|de) (?:el |mi |su )?pecho|(?:duele|doliendo|dolio|aprieta|oprime)(?: \\w+){0,3} el pecho',
    ),
    unless: {
      before: /\bno (?:me |le )?$/,
      after:
        /^( \w+){0,5} (?:tos|toser|tosiendo|gripa|gripe|gripita|covid|bronquitis|ejercicio|ejercicios|yoga|zumba|clase|pesas|cargar|leche|lactancia|amamantar|golpe|caida|de ver|de pensar|de tristeza)\b/,
      whole: new RegExp(
        `${longOver.source}|${told(habitual, 'cita|citas|medico|doctor|cardiolog\\w+|control|examen|examenes|ya (?:me|se)(?: me)? (?:quito|paso)|gripa|gripe|tos|bronquitis|mamografia|ecografia')}`,
      ),
    },
  },
  {
    told: words(
      '(?:boca|cara|jeta|lengua) (?:tod[oa] |como )?(?:torcida|chueca|ladeada|desviada|de lado|de medio lado)|se (?:le|me) (?:esta )?(?:torci\\w+|volteo|volteando|ladeo|desvio|paralizo|cayo|fue) (?:tod[oa] )?(?:la (?:boca|cara|mitad)|(?:media|medio|un lado)(?: de la| de el| del)? (?:cara|cuerpo))|se (?:le|me) (?:durmio|duerme|esta durmiendo|entumecio|adormecio) (?:toda )?(?:la cara|media cara|medio cuerpo|la mitad del cuerpo|un lado)',
    ),
    unless: {
      before: /\b(?:quedo|quedado|quedaron|dejo|nacio)( \w+){0,3} $/,
      after: /^ (?:de|del) (?:la )?(?:muneca|verguenza|pena|susto|risa|rabia)/,
      whole: new RegExp(`${over.source}|${told(habitual, 'cuido|odontolog\\w+|dentista|anestesia')}`),
    },
  },
  {
    told: words(
      'no (?:puede|puedo) (?:mover|sentir) (?:el |un |la |media |medio |su |mi )(?:brazo|lado|mitad|cara|cuerpo)|no (?:siente|siento|mueve) (?:el |un |la |media |medio |su |mi )(?:brazo|lado|mitad|cara|cuerpo)',
    ),
    unless: {
      after: /^ (?:de tanto|del cansancio|de (?:coser|tejer|cargar)|por el frio)/,
      whole: new RegExp(
        `${longOver.source}|${told(habitual, 'cuido|cuidar|discapacidad|condicion|silla de ruedas|paralisis|cama')}`,
      ),
    },
  },
  {
    told: words(
      'se (?:le|me) (?:esta )?(?:cierra|cerro|cerrando|hinchando|hincho) (?:toda )?la (?:garganta|lengua|traquea|glotis)|se (?:le|me) paro el corazon|paro (?:cardiaco|respiratorio|cardiorrespiratorio)|sobredosis',
    ),
    unless: {
      after: / (?:gripa|gripe|amigdal\w+|susto|emocion|miedo)\b|^ (?:de|del) (?:emocion|susto|miedo)/,
      whole: longOver,
    },
  },
];

/** Who is gravely ill or hurt right now: not who was, nor who lives with an illness, nor why somebody stays away. */
export const healthSigns: Sign[] = [...states, ...organs, ...healthEvents];
