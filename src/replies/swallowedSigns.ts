import { lessons, type Sign, words } from './sign';

const many =
  '(?:(?:todas|un monton de|un frasco de|una caja de|un punado de|muchas|hartas|demasiadas|como \\w+|[2-9]\\d)(?: \\w+)? (?:pastillas|pastas|pepas|drogas)|(?:el|un|todo el) frasco)';
const poison = '(?:un |el |de )*(?:veneno|racumin|clorox|limpido|raticida|creolina|thinner|acido)';
const longAgo =
  /\b(?:hace (?:\w+ )?(?:anos?|mes|meses|semanas?|tiempo)|una vez|cuando (?:era|tenia|estaba|joven)|de joven|(?:ano|mes) pasado|(?:ya )?(?:me )?(?:lavaron|salvaron|hospitalizaron))\b/;

/** Who has just swallowed what may kill her, beside wanting to. */
export const swallowedSigns: Sign[] = [
  {
    told: words(
      `me (?:tome|trague|bebi|acabo de (?:tomar|tragar)|acabe de (?:tomar|tragar)) (?:${many}|${poison})|(?:acabo|acabe) de (?:tomarme|tragarme|beberme) (?:${many}|${poison})`,
    ),
    unless: {
      before: /\b(?:si|no|casi|casi que|nunca|yo no) $/,
      after:
        /^ (?:(?:que|de|del|para) (?:la (?!vecina|abuela)|el|hoy|me|los|dia|tension|presion|azucar|manana|semana)|a las|en la|que me (?:mand|recet|formul))/,
      whole: new RegExp(`${lessons.source}|${longAgo.source}`),
    },
  },
];

/** The same in English. */
export const englishSwallowedSigns: Sign[] = [
  {
    told: words(
      '(?:i|ive|just) (?:just )?(?:took|taken|swallowed|drank) (?:(?:all (?:my|the|of my|of the|his|her)|a lot of|too many|a bottle of|a whole bottle of|a bunch of|a handful of|a fistful of) (?:\\w+ )?(?:pills|tablets)|(?:the |some )?(?:bleach|rat poison|poison))',
    ),
    unless: {
      before: /\b(?:almost|nearly|if|never) (?:i )?$/,
      after: /^ (?:for (?:today|the day|my|this)|today|this morning|the doctor|like the doctor|as )/,
      whole: /\b(?:years? ago|months? ago|weeks? ago|once|when i was)\b/,
    },
  },
];
