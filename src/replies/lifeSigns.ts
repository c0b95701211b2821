import { lessons, type Sign, words } from './sign';

const many =
  '(?:todas|un monton de|un frasco de|una caja de|un punado de|muchas|hartas|\\d+)(?: \\w+)? (?:pastillas|pastas|pepas|drogas)|el frasco';

/** Who does not want to live. */
export const lifeSigns: Sign[] = [
  {
    told: words(
      '(?:me quiero|quiero(?: es)?|quisiera|queria|deseo|prefiero|prefiriera|pienso en|pense en|pensado en|ganas de|mejor) (?:morir|morirme|matarme|suicidarme|quitarme la vida|acabar con mi vida|estar muerta|no despertar\\w*)|me (?:quiero|voy a) (?:morir|matar)(?! (?:a |al |estudiando|trabajando))|no despertarme mas',
    ),
    unless: { after: /^ (de(?! una(?: *$| vez| buena vez)| verdad)|del|por|con tanto|haciendo|sin)\b/ },
  },
  {
    told: words(
      '(?:no|ni) quiero (?:vivir|seguir viviendo|existir)(?: mas| asi)?(?! (?:\\w+))|no (?:quiero|deseo) (?:vivir mas|seguir viviendo|estar viva)|(?:no vale la pena|para que) (?:vivir|seguir viviendo)|(?:sentido|sentido a) (?:a )?(?:la|mi) vida(?! laboral)|(?:mi|la) vida (?:ya )?no (?:tiene sentido|vale)|no (?:aguanto|soporto) mas (?:la|esta|mi) vida',
    ),
    unless: { after: /^ (en|tan|con|por|aqui|cerca|lejos|donde|alla)\b/ },
  },
  {
    told: words(
      '(?:mejor|un dia|algun dia) me mato|me mato(?= *$)|para (?:morirme|matarme)|me corte las venas|(?:quiero|quisiera|ganas de) (?:desaparecer(?= *$| de)|hacerme dano|irme de este mundo)|suicidarme|me suicido|me voy a suicidar|quitarme la vida|acabar con mi vida|cortarme las venas|(?:pensamientos|ideas|intento) (?:de )?suicid\\w+',
    ),
    unless: { whole: lessons },
  },
  {
    told: words(
      '(?:cansad[oa]|aburrid[oa]|hart[oa]|mamad[oa]|jart[oa]) (?:ya )?de (?:la vida|vivir|existir|esta vida|mi vida)',
    ),
    unless: { after: /^ (en|con|aqui|asi|lejos|tan|de|del|cerca|donde)\b/ },
  },
  {
    told: words(
      '(?:no )?(?:le )?(?:veo|encuentro|hallo|tiene) (?:ningun )?sentido a (?:nada|todo|vivir|seguir)(?= *$| ya)|no (?:encuentro|tengo|veo|hay) (?:una |ninguna |mas )?(?:razon|razones|motivo|motivos|ganas) (?:para|de) (?:vivir|seguir viviendo|existir)|no quiero (?:seguir|estar|vivir)(?: mas)? en este mundo|no quiero saber (?:mas|nada)(?: mas)? de (?:la|esta|mi) vida|no (?:aguanto|soporto|puedo con) (?:mas )?(?:la|esta|mi) vida',
    ),
    unless: { after: /^ (?:en|con|aqui|aca|alla|tan|de|sol[oa]|donde|cerca|lejos)\b/ },
  },
  {
    told: words(
      '(?:quisiera|quiero|prefiero|ganas de|deseo|gustaria|ojala) no (?:existir|vivir(?= *$| mas)|estar viva|haber nacido|seguir viviendo)|dormir(?:me)? y no (?:volver a )?despertar\\w*|no volver a despertar\\w*|(?:estarian|estaria|vivirian|viviria) (?:mucho )?mejor sin mi(?= *$)|(?:pienso|pensado|pensando|ganas|quiero|quisiera)(?: \\w+)? (?:en |de )?hacerme dano|ojala (?:ya )?(?:me )?(?:muriera|muera|estuviera muerta|no despertara)|(?:ojala|que) (?:ya )?(?:dios|diosito|mi dios) me lleve(?! con bien| y | a )|mejor (?:estar |estaria |estuviera )?muerta(?= *$)|(?:quiero|quisiera|ganas de) acabar con todo(?= *$)',
    ),
  },
  {
    told: words(
      `me (?:corte|corto|raje|rajo) (?:las venas|los brazos|las munecas|los antebrazos|las piernas)|me (?:hago|hice) (?:cortes|cortadas)|(?:pens\\w+|ganas|quiero|quisiera|voy a|mejor|provoca\\w*)(?: \\w+){0,3} (?:tomarme|tragarme) (?:${many})|me (?:tome|trague) (?:${many})`,
    ),
    unless: {
      before: /\b(?:ya|si|no) $/,
      after:
        /^ (?:con (?:las? |el |los |un )?(?:espin|ros|alambr|mat|pasto|papel)|(?:que|de|del|para) (?:la|el|hoy|me|los|dia|tension|presion|azucar|manana)|a las|en la)/,
    },
  },
  // Of somebody else: whoever fears for another needs the same number.
  {
    told: words(
      'se (?:quiere|quiso|va a|intento|trato de) (?:matar|suicidar|quitar la vida|ahorcar)|(?:quiere|quiso|intento|dice que quiere) (?:morirse|matarse|suicidarse|quitarse la vida)|ya no quiere vivir|se corto las venas',
    ),
    unless: { after: /^ (?:de|del|por|con|en|trabajando|estudiando)\b/, whole: lessons },
  },
  {
    told: words(
      '(?:quiero|quisiera|deseo) (?:ya )?descansar (?:para siempre|en paz)|me (?:quiero|quisiera|voy a) cortar (?:las venas|los brazos|las munecas)|mejor me muero|me quiero ahorcar|ahorcarme|(?:voy a|quiero|ganas de|pienso en|pensado en|quisiera) (?:tirarme|botarme|lanzarme) (?:de(?! concej| alcald)|del|por)|me voy a (?:tirar|botar|lanzar) (?:de|del|por|a un)|tomarme (?:un|el) veneno|me tome (?:un |el )?veneno',
    ),
    unless: {
      after: /^ de (la |las )?(risa|ganas|amor|calor|frio|sueno|susto|pena|hambre)\b/,
      before: /\b(intento|quiere|quiso|trato de) $/,
    },
  },
];

/** The same in English. */
export const englishLifeSigns: Sign[] = [
  {
    told: words(
      'want to (?:die|be dead|kill myself|end my life|end it all)|kill(?:ing)? myself|(?:take|end) my (?:own )?life|commit suicide|suicidal|(?:life is|its|it is) not worth living',
    ),
    unless: { after: /^ (of|for|laughing)\b/ },
  },
  {
    told: words('dont want to (?:live|be alive)(?: anymore| any more| any longer)?'),
    unless: { after: /^ (in|so|far|with|near|here|there|alone)\b/ },
  },
  {
    told: words(
      '(?:tired|sick) of (?:living|life|being alive)|(?:everyone|everybody|they|my \\w+)(?: \\w+){0,2} better off without me|wish i (?:was|were) (?:dead|never born)|wish i wasnt alive|better off dead|no reason to live|hurt(?:ing)? myself',
    ),
    unless: { after: /^ (in|here|with|there|so far|cooking|falling|at (the )?(gym|work|class))\b/ },
  },
];
