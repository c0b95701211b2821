import { lessons, type Sign, words } from './sign';

const partner = 'marido|esposo|pareja|novio|companero|ex|exesposo|exmarido|ex marido|ex esposo';
const close = `${partner}|hijo|hijastro|papa|padre|padrastro|hermano|yerno|suegro|cunado|tio|vecino|jefe|patron`;
const harmMe =
  'pegarme|golpearme|cascarme|maltratarme|violarme|amenazarme|insultarme|humillarme|patearme|matarme|ahorcarme|agredirme|lastimarme|atacarme|empujarme|darme (?:duro|golpes|pata|una paliza|una muenda|una pela|con (?:la|el|un|una) \\w+)|hacerme (?:dano|algo malo)|gritarme y (?:pegarme|golpearme)';
const drunk = 'borracho|tomado|bebido|drogado|trabado|furioso|bravo|celoso';

/** Who fears somebody, or is waited for to be beaten; told round about, not by the deed. */
export const fearSigns: Sign[] = [
  {
    told: words(
      'miedo (?:(?:a|de|al|del) )?(?:(?:el|la) )?(?:hombre|tipo|senor|sujeto|persona) con (?:el que|la que|quien|el cual) (?:yo )?(?:vivo|convivo|estoy|duermo|comparto)|miedo (?:a|de|al|del)(?: el)? (?:papa|padre) de (?:mis|los|mi) (?:hij\\w+|nin[oa]s?|bebe)',
    ),
    unless: { before: /\b(?:no|ni|sin|nunca)(?: le)?(?: tengo| tuve)? $/ },
  },
  {
    told: words(
      `(?:espera|esperando|esperandome|llega|llegar|llega (?:${drunk})|viene|venir|vuelve|volvio|entra|busca|buscando|empieza|empezo|comienza|comenzo|corre|vino|amenaza con|amenazo con|dispuesto|capaz)(?: \\w+){0,3} (?:a|para|de|con|y|solo a|nomas a) (?:${harmMe})`,
    ),
    unless: {
      after: /^ (?:a (?:las?|los|clase|ustedes|ese|esa|el)|el |la |un |con (?:ustedes|el grupo)|en (?:clase|el grupo))/,
    },
  },
  {
    told: words(
      '(?:pegando|golpeando|cascando|insultando|humillando|maltratando|violando|agrediendo|amenazando|tratando mal y pegando)(?:me|nos)',
    ),
    unless: {
      before: /\b(?:sol|frio|gripa|tos|agua|viento)(?: \w+){0,2} $/,
      after:
        /^ (?:el |la |los |las |una? )?(?:sol|frio|gripa|gripe|tos|agua|viento|aire|carrera|calor|ustedes|a las?)\b/,
    },
  },
  {
    told: words(
      `(?:mi|el|ese|este) (?:${close})(?: \\w+)? me (?:da|dio|daba|ha dado) (?:muy )?duro(?= *$| (?:con|anoche|ayer|cuando|todos|en la cara|y|siempre|porque) )|me (?:da|dio|daba) (?:muy )?duro (?:mi (?:${partner})(?= *$| cuando| anoche)|con (?:la correa|un palo|el palo|un cable|la chancla|el cinturon|la hebilla)|en la cara)|me (?:da|daba|dio|dan) (?:muendas|palizas|golpizas|pelas|trompadas|patadas|bofetadas|cachetadas|punos|rejo|con (?:la correa|un palo|un cable|el cinturon))`,
    ),
    unless: { before: /\b(?:extran\w+|despedir\w*|dejar|muerte|pelear|ver|perder|muri\w+|a)(?: \w+)? $/ },
  },
  {
    told: words(
      `(?:^|(?:el|${close}|que) )(?:anoche |ayer )?(?:casi me (?:mata|ahorca|viola|apunala|desnuca|ahoga)|por poco me mata)(?= *$| (?:a golpes|a pata|a punos|anoche|ayer|con (?:un|el) (?:cuchillo|machete|palo)))|casi me mata a (?:golpes|pata|punos|patadas)|me (?:queria|iba a|quizo|queria venir a|intentaba) (?:pegar|matar|golpear|cascar|violar|ahorcar|cortar|apunalar|chuzar)|me (?:va|van) (?:matar|pegar|golpear|cascar)|me apret(?:o|a|aba) el cuello|me (?:abuso|abusaba|abusan)(?= *$| (?:mi|el|un|cuando|de) )|me (?:fuerza|forzo|obliga|obligo) en la cama`,
    ),
    unless: {
      before:
        /\b(?:se|profe\w*|calor|celular|computador|carro|moto|bus|subida|susto|ejercicio|escaleras?|dolor|perr\w+)(?: \w+){0,2} $/,
      after:
        /^ (?:el |la |un |una |del? |con (?:un|una) (?:nota|afiche)|de (?:la |pura )?(?:risa|rabia|susto|amor)|una (?:calcomania|foto))|^ a (?:clase|las? |ustedes|yoga)/,
    },
  },
  {
    told: words(
      `mi (?:${partner})(?: \\w+){0,2} (?:es|era|se pone|se vuelve|se puso|anda|esta) (?:muy |bien |todo |tan )?(?:agresivo|violento|maltratador|golpeador|abusivo|grosero y agresivo)|mi (?:${partner})(?: \\w+){0,4} me (?:trata|trataba) (?:muy )?(?:mal|a las patadas|a patadas|a los golpes|a golpes|como (?:un|una) (?:trapo|perro|perra|basura|esclava|animal|cualquiera))|me (?:trata|tratan) a (?:las patadas|patadas|los golpes|golpes)|mi (?:${partner})(?: \\w+)? no me deja (?:trabajar|salir|ver a|hablar|ir a ningun|tener|usar el celular|ni )|no me deja ni (?:salir|asomarme|hablar|ir)`,
    ),
    unless: { whole: lessons },
  },
  {
    told: words(
      `mi (?:${partner})(?: \\w+){0,3} (?:afuera|en la esquina|en la puerta)(?: \\w+){0,4} (?:esperandome|espiandome|vigilandome|siguiendome|amenazandome)|mi ex(?: \\w+)? me (?:espera|busca|sigue|llama|espia|vigila|ronda)(?= *$| (?:afuera|a todas partes|en la (?:esquina|puerta)|y|todo el tiempo|a todo lado) )(?! (?:afuera )?con los ninos)|mi ex me espera afuera`,
    ),
  },
  {
    told: words(
      `(?:temo|temor) (?:por (?:mi|nuestra) vida|que (?:me|nos) (?:haga|mate|pegue|golpee|viole|ataque|busque|encuentre))|(?:miedo|temor|terror)(?: \\w+)? (?:de )?(?:lo que (?:el )?(?:me |nos )?(?:pueda|puede|vaya a|va a) hacer(?:me|nos)?|a (?:los|sus) golpes|(?:que|porque|cuando) (?:el |mi (?:${close}) )?(?:llega|llegue|esta|este|viene|venga|vuelva|sale|salga de la carcel)(?: \\w+){0,2} (?:${drunk}))|miedo (?:\\w+ )?(?:mi|el) (?:${partner}) (?:esta|llego|llega|viene) (?:muy )?(?:${drunk})|(?:^|a el |le )tengo (?:mucho |muchisimo |terrible )(?:miedo|pavor|terror) a el(?= *$)|^(?:yo )?le tengo (?:mucho |muchisimo )?(?:miedo|pavor|terror)(?= *$)`,
    ),
    unless: { before: /\bno $/ },
  },
  {
    told: words(
      `miedo (?:de )?(?:ir|irme|volver|regresar|llegar|entrar|estar|quedarme)(?: sola)? (?:a|en|para|pa) (?:la|mi) casa(?: \\w+){0,3} (?:el|mi (?:${close})|me (?:espera|pega|va a|casca|grita|golpea|mata|encierra|maltrata|amenaza)|(?:${drunk}))|miedo (?:de )?(?:ir|irme|volver|regresar|llegar|entrar|estar) (?:a|en|para|pa) (?:mi|la) casa(?= *$)|no (?:quiero|puedo) (?:ir|volver|regresar|llegar) a (?:la|mi) casa(?: \\w+){0,3} (?:me (?:pega|golpea|va a pegar|mata|casca|espera (?:para|pa))|(?:${drunk}))`,
    ),
    unless: { after: /^( \w+){0,4} (?:tarde|noche|oscuro|perro|sol)\b/, before: /\bno (?:me da |tengo )?$/ },
  },
  {
    told: words(
      `(?:esconder\\w*|escondo|escondid[oa]|encerrarme|encierro|escape|escapar\\w*|vole|huyendo|huir|huyo|hui)(?: \\w+){0,4} (?:de|del?|cuando llega|cuando viene|porque llega|que no me (?:pegue|encuentre|vea)) (?:mi |el |ese )?(?:${partner}|papa|padre|padrastro|golpes)|^(?:estoy|toy|me toco) (?:escondida|encerrada|esconderme) en el (?:bano|cuarto|closet)(?= *$)|(?:me fui|me volé|me sali|me toco (?:irme|salir\\w*|salir corriendo))(?: \\w+){0,4} porque (?:el )?me (?:pega|pegaba|iba a pegar|golpeaba|maltrataba|cascaba|iba a matar)`,
    ),
  },
  {
    told: words(
      `miedo (?:de )?(?:que|cuando) (?:(?:el|mi (?:${partner})) )?(?:llega|llegue|viene|venga|vuelve|vuelva|sale|salga) (?:mi (?:${partner})|(?:el )?(?:${drunk}))|miedo (?:de )?que (?:el|mi (?:${partner})) (?:llegue|venga|vuelva|regrese|aparezca)(?= *$| (?:a (?:la|mi) casa|${drunk}))|me (?:va|ba) a matar(?= *$)|(?:ojo|ojos|cara|boca) (?:morad[oa]s?|hinchad[oa]|rot[oa])(?: \\w+){0,2} (?:por|de) (?:los|sus) golpes|me (?:dejo|puso) (?:el|los|un) ojos? (?:morad[oa]s?|negro|colombino)|(?:${partner})(?: \\w+)? me (?:tiro|echo|boto) (?:el |la |un |una )?(?:agua|sopa|aceite|cafe|tinto|plato|olla|acido)(?: (?:caliente|hirviendo|encima))?`,
    ),
    unless: { before: /\b(?:celular|computador|calor|frio|profe|ejercicio|clase|carro|moto|dolor|espalda)(?: \w+)? $/ },
  },
];

/** The same in English. */
export const englishFearSigns: Sign[] = [
  {
    told: words(
      '(?:husband|partner|boyfriend|ex|father|stepfather|brother|son|boss|he) (?:\\w+ )?(?:slaps|pushes|hurt|hurts|hits|beat|beats|punches|kicks|chokes|rape|raped|abuse|threatens) me|(?:husband|partner|boyfriend|ex) (?:is|was|gets) (?:very |so |always )?(?:violent|abusive|aggressive|dangerous)|(?:husband|partner|boyfriend|ex|he|they) (?:\\w+ )?(?:locks|locked|lock) me (?:in|inside|up|at home)|almost (?:killed|choked|strangled) me|(?:doesnt|dont|does not|wont|never) lets? me (?:go out|leave|out of the house|see my family|work)',
    ),
    unless: {
      before: /\b(?:exercise|stairs|class|knee|heat|sun|teacher|bus|car|rain|weather|work)(?: \w+){0,2} $/,
      after:
        /^ (?:up at|at (?:chess|cards)|to it|in (?:chess|cards|the game)|to (?:yoga|study|learn|go|do|work|be)|hard\b)/,
    },
  },
  {
    told: words(
      '(?:afraid|scared|terrified|frightened) (?:to|of) (?:go|going|come|coming|return|returning|be|being) (?:back )?(?:home|to my house|at home|alone with him)(?= *$| (?:because|he|my (?:husband|partner|boyfriend|ex)|with))|hiding from (?:him|my (?:husband|partner|boyfriend|ex|father|son))|(?:waiting|waits|comes|coming)(?: \\w+){0,3} to (?:hit|beat|hurt|kill|slap) me|(?:put|has|holds|held|pulled) a (?:knife|gun)|(?:ex|husband|boyfriend) (?:is )?(?:outside|waiting outside|at my door)(?: \\w+){0,3}(?<!kids|children|car)(?= *$)|fear for my life',
    ),
    unless: { after: /^ (?:late|at night|with (?:the|my) (?:kids|children))/, before: /\bnot $/ },
  },
];
