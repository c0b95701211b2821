import { lessons, type Sign, words } from './sign';

const death =
  'morir|morirme|matarme|suicidarme|ahorcarme|envenenarme|quitarme la vida|(?:acabar|terminar) con mi vida|estar muerta|la muerte|no (?:existir|despertar|despertarme|estar viva|seguir viviendo)|cortarme las venas|tomarme (?:todas|todo|un monton de|muchas|hartas|el frasco)(?: de)?(?: \\w+)? (?:pastillas|pastas|pepas|drogas)|(?:tirarme|botarme|lanzarme) (?:a|al|de(?! concej| alcald)|del|por|desde)';
const thinks =
  '(?:pienso|piensa|pense|pensado|pensando|pensaba|pensamientos?|ideas?|sueno|solo quiero|unico que quiero)';
const kin =
  'hij[oa]s?|niet[oa]s?|nin[oa]s?|mama|papa|herman[oa]|sobrin[oa]|espos[oa]|amiga|vecina|nuera|abuelit[oa]|abuel[oa]';
const dyingAfter =
  /^ (?:de(?! una(?: *$| vez| buena vez)| verdad)|del|sin|por (?:ir|entrar|verl|conocer|aprender)\w*|con tanto)\b/;

/** Words of somebody who thinks of dying, says good-bye, or hurts herself; and of somebody she fears for. */
export const lifeThoughts: Sign[] = [
  {
    told: words(
      `${thinks}(?: (?:mucho|solo|siempre|seguido|a veces|hasta))?(?: (?:en|de|que))?(?: (?:lo )?(?:unico|mejor) (?:es|seria))? (?:${death})`,
    ),
    unless: {
      after:
        /^ (?:de (?:la |pura )?(?:risa|pena|hambre|mi|mis|un|una|los|sueno|calor|frio)|piscina|a (?:la |nadar)|del? (?:senor|vecin|jesus|cristo)|al agua)\b/,
      whole: lessons,
    },
  },
  {
    told: words('matarme|suicidarme|quitarme la vida|envenenarme|terminar con mi vida|acabar con mi vida'),
    unless: {
      before:
        /\b(?:el|ella|quiere|quieren|intenta|intento|trato de|trata de|amenaza con|amenazo con|piensa|piensa en|va a|van a|iba a|puede|quiso|llega a|viene a|capaz de|no voy a|vengo a|pa que|tengo que|toca|toco|para que|sin) $/,
      after:
        /^ (?:de|del|por|en|tanto|estudiando|trabajando|haciendo|madrugando|la cabeza|los sesos|con (?:tanto|tantas|tanta|el oficio|los oficios|la tarea))\b/,
      whole: lessons,
    },
  },
  {
    told: words(
      '(?:seria|es|estaria|fuera|estuviera) mejor (?:no (?:estar (?:en este mundo|viva)|existir|vivir(?= *$| mas)|haber nacido|despertar\\w*)|(?:estar )?muerta(?= *$)|si (?:yo )?no (?:existiera|estuviera(?: (?:viva|en este mundo))?|hubiera nacido)|que yo no (?:existiera|estuviera))|mejor (?:si|que) (?:yo )?no (?:existiera|hubiera nacido)|ojala (?:yo )?(?:no existiera(?= *$| mas)|(?:nunca|no) hubiera nacido|(?:manana )?no (?:amanezca|amaneciera)|me (?:atropelle|coja) un carro)',
    ),
  },
  {
    told: words(
      'no (?:quiero|quisiera|deseo) (?:amanecer(?: viva| manana| mas)?(?= *$)|(?:volver a )?despertar(?:me)?(?: manana| mas| nunca)?(?= *$| nunca)|(?:seguir |estar |vivir )?(?:mas )?(?:aqui |viva )?en este mundo|existir)|(?:quiero|quisiera|ganas de) (?:(?:dormir|dormirme|acostarme|cerrar los ojos|quedarme dormida) y )?(?:ya )?(?:nunca|no) (?:volver a )?(?:despertar\\w*|levantarme (?:nunca|jamas|mas(?= *$)))|(?:dormir|dormirme|acostarme|cerrar los ojos) y (?:ya )?(?:nunca|no) (?:volver a )?(?:despertar\\w*|levantarme|abrirlos)',
    ),
  },
  {
    told: words(
      '(?:dejar|ir|irme|salir|voy|despido|partir) (?:para siempre )?de este mundo|(?:quiero|quisiera) (?:ya )?irme (?:ya )?(?:con (?:mi )?(?:dios|diosito|papa dios)|al cielo)|(?:me )?(?:quiero|quisiera) (?:ya )?(?:ir|irme) (?:con \\w+ \\w+ (?:al cielo|que (?:ya )?(?:murio|fallecio|se murio))|al cielo)|(?:pido|pidiendole|pidiendo|ruego|rogando|rogandole|suplico) a (?:mi )?(?:dios|diosito|papa dios|mi diosito)(?: \\w+)? que (?:ya )?me (?:lleve|recoja|quite la vida|mate)(?! con bien)|que (?:mi )?(?:dios|diosito) (?:ya )?me (?:recoja|lleve(?! con bien| a| y))|ya no (?:voy a|vuelvo a) (?:estar(?: mas)? en este mundo|existir|despertar)|(?:manana|despues) ya no (?:voy a )?(?:existir|existo|estare viva)|(?:mi|una) (?:carta de )?despedida (?:ya no (?:aguanto|puedo)|de (?:este mundo|la vida))|carta de (?:despedida|suicidio)|pensamientos? (?:de|sobre) (?:la )?muerte',
    ),
    unless: {
      after:
        /^ (?:(?:de|para) (?:su|mi|la|el|una?) (?:trabajo|colegio|profe\w*|jef[ea]|companer[oa]|clase|curso)|del (?:trabajo|colegio))\b/,
    },
  },
  {
    told: words(
      'para que (?:sigo viv(?:a|iendo)|naci|vivo(?= *$| si | asi | ya | yo ))|no (?:se|tengo) para que (?:sigo viv\\w+|vivir|vivo(?= *$))|(?:perdi|perdido|quitaron|acabaron|quedan|dan|tengo|siento|provoca|sin|quitado) (?:ya )?(?:las )?(?:ganas de |ganas por |fuerzas para )?(?:seguir )?(?:vivir|viviendo)|(?:nunca|no) (?:deberia|debi|debia) (?:haber )?(?:nacid[oa]|nacer|estar viva)|maldigo (?:el dia|la hora)(?: en)? que naci|(?:me|ya) (?:estorba|sobra|pesa) (?:la|esta|mi) vida|(?:la|mi|esta) vida (?:ya )?me (?:pesa|estorba|sobra)|(?:odio|detesto) (?:mi vida|la vida|vivir|esta vida|estar viva)',
    ),
    unless: { after: /^ (?:en|con|aca|aqui|alla|cerca|lejos|tan|sol[oa]|donde|de (?:estudiante|oficinista))\b/ },
  },
  {
    told: words(
      'no (?:(?:puedo|doy) mas con|(?:aguanto|soporto|resisto)(?: mas)?) (?:la|esta|mi) vida|(?:doy|puedo|aguanto) (?:mas )?(?:de )?(?:seguir )?vivi(?:r|endo)|(?:aguanto|soporto|resisto) (?:seguir )?vivi(?:r|endo) (?:mas|asi)(?= *$)|(?:me canse|cansad[oa] ya|mamad[oa]|me aburri|me harte) de (?:vivir|la vida|esta vida|mi vida|existir)|preferiria (?:estar muerta|morir|morirme|no existir|no estar viva)|(?:yo )?muerta estaria mejor|(?:acabar|terminar) con (?:este|mi|tanto) sufrimiento|mi vida (?:ya )?no (?:vale|sirve)(?: para)?(?: nada)?|(?:quisiera|quiero|me quiero) (?:desaparecer|desaparecerme)(?= *$| para siempre| de este mundo| de la vida)|(?:quiero|voy a|quisiera) (?:terminar|acabar) con todo(?= *$| ya *$| de una vez *$)',
    ),
    unless: { after: /^ (?:en (?!paz)|con|aca|alla|cerca|lejos|tan|sol[oa]|donde)\b/ },
  },
  {
    told: words(
      '(?:estar|estarian|estaran|estaria|vivirian) (?:mucho )?mejor (?:sin mi(?= *$)|si (?:yo )?no (?:estoy|existo|existiera|estuviera)|cuando (?:yo )?(?:me muera|no este|ya no este))|nadie (?:me )?(?:\\w+ ){0,4}si (?:me |yo me )?(?:muero|mato|muriera|matara|desaparezco)(?! de (?!una))|si (?:me |yo me )(?:muero|mato|muriera|matara) (?:a )?nadie',
    ),
  },
  {
    told: words(
      `(?:dan|tengo|siento|con|provoca|voy a|quiero|pienso|pensado en|pensando en|quisiera) (?:ganas de )?(?:tirarme|botarme|lanzarme|aventarme) (?:de(?! concej| alcald| candidat)|del|desde|por (?:la|una|el|un)|al? (?:un )?(?:carro|bus|transmilenio|tren|rio|vacio|puente|calle|camion|metro))|(?:tomarme|tomarmelo|comprado|compre|tengo|tome|beberme|listo)(?: \\w+){0,2} (?:veneno|racumin)(?! (?:para|de|contra) (?:las?|los|el|ratas|ratones|cucarachas|hormigas|matas))|veneno(?: \\w+){0,2} (?:tomarmelo|tomarme|para mi(?= *$)|listo)|me (?:voy a|quiero|quisiera|intente|trate de|quise|he querido) (?:envenenar|ahorcar|colgar|suicidar|matar|morir|quitar la vida|tirar (?:de|del|al|por))|(?:intente|quise|trate de|he querido|he intentado|iba a) (?:matarme|suicidarme|quitarme la vida|ahorcarme|morirme|envenenarme|cortarme)`,
    ),
    unless: {
      after:
        /^ (?:de(?! una(?: *$| vez| buena vez)| verdad)|con tanto|estudiando|trabajando|haciendo|al agua|a la piscina|sin|por (?:ir|ver)|del (?:susto|calor|frio|sueno|dolor|cansancio|estres))\b/,
      before: /\b(?:no|para (?:las|los) (?:ratas|ratones|cucarachas)) $/,
    },
  },
  {
    told: words(
      'me (?:estoy|he estado|ando|vivo) cortando(?= *$| los brazos| las (?:piernas|venas|munecas)| (?:yo|sola|porque|cuando))|(?:quiero|ganas de|necesito) cortarme(?= *$| los brazos| las (?:venas|munecas|piernas)| para)|me corto (?:cuando (?:estoy|me (?:siento|pongo|da|desespero))|para (?:sentir|calmar|no sentir|aliviar)\\w*|sola|porque (?:me|estoy|asi|eso))|me (?:hago dano|hiero|lastimo|golpeo|pego|corto|quemo|aruno|rasguno)(?: \\w+)? (?:yo|a mi|por mi) mism[oa]|me (?:quemo|corto|hiero|lastimo)(?: \\w+){0,3} (?:a proposito|adrede)|me autolesion\\w*|autolesion\\w*',
    ),
    unless: { after: /^ (?:el |mi )?(?:pelo|cabello|unas|capul)\b/, whole: lessons },
  },
  {
    told: words(
      'me tome (?:un poco de|unas|varias|las|todas las|muchas|hartas) (?:pastillas|pastas|pepas|drogas)(?: \\w+){0,4} (?:morir\\w*|matarme|no despertar\\w*|no (?:volver|sentir)|acabar)',
    ),
  },
  {
    told: words(
      `(?:${kin})(?: \\w+){0,3} (?:se (?:esta |vive |anda )?(?:corta|cortando|hace|haciendo)(?: (?:los brazos|las (?:munecas|venas|piernas)|cortes|cortadas)|(?= *$))|no quiere (?:seguir )?vivi(?:r|endo)(?= *$| mas)|se quiere (?:morir|matar)|(?:habla de|piensa en|amenaza con|pensando en|dice que va a|ganas de|hablando de) (?:matarse|suicidarse|morirse|quitarse la vida|ahorcarse|tirarse)|se (?:intento|quiso|trato de) (?:ahorcar|envenenar|cortar las venas)|(?:pastillas|pastas|veneno) para (?:morirse|matarse))`,
    ),
    unless: { after: /^ (?:de|del|por|con|en)\b/, whole: lessons },
  },
  {
    told: words(
      'quiere (?:morir|morirse|matarse)|(?:me quiero|quiero|prefiero|deseo|preferiria) (?:morir|morirme|la muerte)',
    ),
    unless: { before: /\b(?:no|no se|ni) $/, after: dyingAfter },
  },
  {
    told: words(
      '(?:(?:quisiera|ganas de|pensado|pienso|deberia|debiera|mejor|provoca|gustaria)(?: en)? )no (?:estar|seguir|vivir|continuar)(?: mas)?(?: viva)? en este mundo|no deberia (?:estar|seguir)(?: mas)? en este mundo|(?:pienso|pensado|pensando|pensar) en no (?:vivir|seguir viviendo|existir)(?: mas)?(?= *$| asi)',
    ),
  },
];

/** The same in English. */
export const englishLifeThoughts: Sign[] = [
  {
    told: words(
      '(?:wanna|want to|wants to|wanting to|going to|gonna|tried to|trying to|thinking of|thinking about|think of|think about|thought of|thought about|should|wish i could) (?:die|dying|be dead|suicide|death|kill(?:ing)? (?:my|him|her) ?self|end(?:ing)? (?:it all|(?:my|his|her) life)|hang(?:ing)? (?:my|him|her)self|cut(?:ting)? (?:myself|my (?:wrists|arms|veins)))|kill (?:my|him|her) ?self|hang myself|jump(?:ing)? (?:off|from) (?:a |the |my )?(?:bridge|building|roof|balcony|window)',
    ),
    unless: { after: /^ (?:of|for|laughing|to|benefits?|certificate)\b/ },
  },
  {
    told: words(
      '(?:dont|do not|no) (?:wanna|want to|want) (?:live|be alive|wake up|be in this world|exist)(?: anymore| any more| any longer| again| tomorrow)?(?= *$| and| because| with this pain)|(?:dont|do not) (?:wanna|want to) be here (?:anymore|any more)(?= *$)|(?:sleep|fall asleep|go to sleep) and (?:never|not) wake up|(?:wish|hope) i (?:never|dont|didnt|wont|would not|wouldnt) wake up(?! (?:late|early))',
    ),
  },
  {
    told: words(
      'cant (?:go on living|live like this|keep living|live anymore|stand living)|(?:no|whats the|what is the|dont see (?:the|any)) (?:point|sense|reason)(?: \\w+)? (?:living|to live|in living|to keep living|of living|to be alive)|nothing (?:left )?to live for|(?:lost|have no|dont have) (?:the |my )?(?:will|desire|wish) to live|my life (?:has no (?:meaning|sense)|is (?:worthless|over(?= *$)|not worth)|means nothing)|(?:should|wish i|better if i) (?:be|was|were|am|had) (?:dead|never (?:been )?born|not (?:alive|in this world|here anymore))|(?:hate|tired of|done with) (?:my life|living|being alive)(?= *$| i | and )|(?:disappear|go away|sleep) forever|(?:want it to|want to|wanna|going to|gonna) end(?: everything| all this pain| it)?(?: now)?(?= *$)',
    ),
    unless: { before: /\b(?:the|this|chat|class|list) $/ },
  },
  {
    told: words(
      '(?:they|everyone|kids|children|family|everybody)(?: \\w+){0,3} better (?:off )?without me|(?:i|ive been|been) (?:cut|cutting|burn|harm|harming|hurt) (?:myself(?= *$| when | because | on purpose| to feel)|my (?:wrists|arms|legs)(?= *$| when| because| on purpose| to feel))|self harm\\w*|(?:i(?: just)?|to|gonna|wanna) (?:take|took|swallow|swallowed) (?:all (?:my|the|of my)|a lot of|too many|a bottle of|many) (?:\\w+ )?(?:pills|tablets|medicines)|(?:wants to|trying to|tried to) (?:die|kill (?:him|her)self)|(?:daughter|son|child|sister|brother|mother|kid)(?: \\w+){0,2} (?:cuts|cutting|hurts|harms|harming) (?:her|him)self',
    ),
    unless: {
      after:
        /^ (?:for (?:today|the day)|today|this morning|cooking|shaving|with (?:a |the )?(?:needle|knife|scissors|paper))|^( \w+){0,3} (?:gym|kitchen|exercise|running|class)\b/,
    },
  },
  {
    told: words(
      'better (?:if i (?:was|were) not|not to be|to not be|if i wasnt)(?: (?:in|on))? (?:this world|alive|the world)|(?:feel|feeling) like (?:dying|killing myself|ending it all)(?= *$| today| every| because| and)',
    ),
  },
];
