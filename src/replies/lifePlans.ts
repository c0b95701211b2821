import { type Sign, words } from './sign';

const means = 'pastillas|pastas|pepas|drogas|veneno|racumin|soga|lazo|cuchilla|frasco';
const heights = '(?:puente|balcon|ventana|terraza|azotea|techo|edificio|viaducto|barranco|abismo|mirador|\\w+ piso)';
const leaps = 'tiro|tire|tirarme|lanzo|lance|lanzarme|boto|bote|botarme|aviento|aventarme|arrojo|arrojarme';

/** Who has what she would die of ready at hand, or was about to. */
export const lifePlans: Sign[] = [
  {
    told: words(
      `(?:compre|comprado|tengo|tenia|guarde|guardo|guardando|guardado|junte|juntando|juntado|consegui|conseguido|escondi|escondido)(?: \\w+){0,3} (?:${means})(?: \\w+){0,8} (?:para|pa|por si)(?: \\w+){0,5} no (?:me )?(?:aguante|aguanto|pueda|puedo|resista|resisto|de|doy|soporte|soporto|haya otra salida)(?= *$| mas| con (?:esto|todo|la vida)| y )`,
    ),
    unless: {
      after:
        /^(?: mas)? (?:(?:de|del|con|por) )?(?:el |la |los |las |esta |este |mi )?(?:dolor|dolores|migrana|tos|jaqueca|colico|colicos|gripa|rodilla|espalda|cabeza|insomnio|sueno)\b/,
    },
  },
  {
    told: words(
      `(?:casi|casi que|estuve a punto de|estaba a punto de|estuve por|a punto de|iba a|por poco|me falto (?:poco|nada) para|quise) (?:me )?(?:${leaps}) (?:(?:del?|desde|por|a) (?:un |una |el |la )?${heights}|(?:al|a un|a los|debajo del?|a las ruedas del?|enfrente del?) (?:carros?|bus|transmilenio|tren|rio|vacio|camion|metro|tractomula))|${heights}(?: \\w+){0,4} casi me (?:tiro|lanzo|boto)(?= *$| pero | anoche| ayer)`,
    ),
    unless: { after: /^ (?:para (?:coger|alcanzar|no|que no)|a (?:salvar|recoger|coger)|de (?:la )?risa)\b/ },
  },
  {
    told: words(
      'casi (?:que )?me (?:tomo|trago|tome|bebo) (?:tod[oa]s?|un monton|un frasco|el frasco|un punado|el veneno|veneno|una caja|la caja)(?: \\w+){0,2} (?:pastillas|pastas|pepas|drogas|veneno|racumin)|casi (?:que )?me (?:corto las venas|ahorco(?= *$| anoche| ayer)|enveneno(?= *$| yo| a proposito)|quito la vida|suicido)|casi (?:que )?me mato(?: \\w+){0,3} (?:me tome|con (?:pastas|pastillas|veneno))',
    ),
    unless: { after: /^ (?:equivocad|vencid|por error)/ },
  },
  {
    told: words(
      '(?:escribi|escrita|escribiendo|deje|tengo)(?: \\w+){0,2} carta (?:para|de) (?:despedirme|despedida)(?= *$| de (?:mis|todos|mi|este))|me (?:pare|subi|monte|asome) (?:en|a|al) (?:el |la )?(?:borde|baranda|orilla|filo)(?: \\w+){0,2} (?:puente|terraza|edificio|balcon|azotea|techo|viaducto|carretera|transmilenio)|(?:tengo|compre|consegui)(?: \\w+)? (?:la|una) soga(?= *$| (?:para (?:mi|ahorcarme|colgarme|matarme)|lista|guardada|escondida))|tengo lista la soga',
    ),
    unless: { after: /^(?: \w+){0,3} (?:foto|mirar|ver)\b/ },
  },
  {
    told: words(
      '(?:voy a|quiero|quisiera|pienso|ganas de) (?:tomar|tomarme|beber|beberme|tragarme) (?:un |el |unas |las )?(?:veneno|racumin|clorox|limpido|raticida|creolina)|(?:tirarme|tirarmele|lanzarmele|botarmele|metermele|atravesarmele|aventarmele) (?:al?|debajo del?) (?:un |una |los |las )?(?:carros?|bus|buses|transmilenio|tren|camion|tractomula|moto)|no (?:estar|seguir)(?: mas)?(?: viva)? en este mundo|me (?:quiero|quisiera|voy a) cortar(?= *$| la piel| toda)|se corto (?:los (?:brazos|antebrazos)|las (?:munecas|venas|piernas))',
    ),
    unless: {
      before: /\b(?:por|al) $/,
      after: /^ (?:con (?:el|un|una) (?:vidrio|alambre|lata|maquina)|para (?:coger|alcanzar))\b/,
    },
  },
];

/** Who believes that all would be better off without her, or asks what to go on for. */
export const lifeBurdens: Sign[] = [
  {
    told: words(
      '(?:estarian|estaria|estaran|estan|vivirian|viviria|seria mejor la vida de todos) (?:mucho |todos )?mejor sin mi(?= (?:lo|ya|yo|porque|asi|pues|me|aunque|para que|no se|a veces|de verdad|estorbo|soy|nadie)\\b)|(?:soy|me siento|siento que soy) (?:solo |solamente |nada mas )?(?:como )?(?:un estorbo|una carga|un peso) (?:para|pa) (?:todos|todo el mundo|toda mi familia|mi familia|mis hij[oa]s|ellos|los mios)',
    ),
    unless: { after: /^ (?:en (?:la|el|clase)|cuando (?:juego|bailo|cocino))/ },
  },
  {
    told: words(
      'para que (?:sigo|seguir) (?:luchando|aguantando|sufriendo|respirando)|para que (?:sigo|seguir)(?= mejor me (?:tomo|mato|muero|tiro|voy de este))',
    ),
    unless: { after: /^ (?:con )?(?:este|esta|el|la|ese) (?:chat|formulario|celular|registro|pagina|clase|fila)/ },
  },
  {
    told: words(
      '(?:mejor|quisiera|provoca|un dia|cualquier dia|ganas de) (?:que )?me (?:tomo|trago|bebo|tomara|tragara) (?:(?:todas|un monton de|un frasco de|una caja de|un punado de|muchas|hartas)(?: \\w+)? (?:pastillas|pastas|pepas|drogas)|el frasco|(?:un |el )?(?:veneno|clorox|limpido|racumin))',
    ),
    unless: {
      after: /^ (?:que (?:me|le) (?:mand|recet|formul)|a (?:la|su|sus) hora|como me|con el (?:desayuno|almuerzo))/,
    },
  },
];

/** The same in English. */
export const englishLifePlans: Sign[] = [
  {
    told: words(
      '(?:dont|do not) (?:wanna|want to) be (?:here(?: anymore| any more)?(?: i mean)? alive|here (?:anymore|any more)(?= i mean alive)|(?:here )?(?:on|in) this (?:earth|planet|life)|here i mean alive)|(?:dont|do not) (?:wanna|want to) be (?:here(?: anymore| any more)?) (?:i mean )?alive',
    ),
  },
  {
    told: words(
      'took (?:a bunch|a handful|a fistful|a whole bottle) of (?:\\w+ )?(?:pills|tablets)|(?:almost|nearly|about to|was going to) (?:jump|jumped) (?:off|from|in front of) (?:a |the |my )?(?:\\w+ )?(?:bridge|building|roof|balcony|window|train|bus|car|truck)|(?:almost|nearly) (?:took|swallowed) (?:all (?:my|the|of my)|a bottle of|a lot of) (?:\\w+ )?(?:pills|tablets)|(?:almost|nearly) (?:killed|hanged) myself(?= *$| last| yesterday)|(?:have|got|keep|bought|saved) (?:\\w+ ){0,3}(?:pills|rope|poison)(?: \\w+){0,3} (?:for|in case)(?: \\w+)? i (?:cant|cannot|couldnt) (?:take it|go on|bear it|stand it|do this|anymore)',
    ),
  },
];
