import { lessons, type Sign, words } from './sign';

const seizure = '(?:an? |the )?(?:heart attack|stroke|seizure|convulsion|convulsions|fit|allergic reaction)';
const poison = 'bleach|cleaning \\w+|cleaner|poison|detergent|battery|coin|gasoline|acid|pesticide';
const absent =
  'absent|excused|didnt come|did not come|cant come|cannot come|wont come|not coming|cant make it|couldnt come|missed|in (?:the )?(?:hospital|er|clinic|icu)|to the (?:hospital|er|clinic)|hospitali[sz]ed';
const past =
  'last (?:night|week|month|year|time)|yesterday|ago|years?|months?|weeks?|in (?:19|20)\\d\\d|when (?:he|she|i) was|used to|once|since|already|better now|fine now|died|passed away|movie|film|show|news';
const habitual =
  'so i (?:look|care|take|help)|sometimes|always|usually|often|at night|every|epilepsy|asthma|because of (?:the|his|her|my) (?:cold|flu)|a cold|the flu';
const things = 'phone|computer|page|site|app|system|internet|message|messages|whatsapp|dog|cat|plant|battery';
const some = (...parts: string[]) =>
  new RegExp(`${lessons.source}|\\b(?:course|workshop|first aid|${parts.join('|')})\\b`);
const neverNow = new RegExp(some(absent, habitual, things));
const over = some(absent, habitual, past, things);
const idly =
  /^ (?:\w+ )?(?:from|of|with|because of|in|to|for) (?:\w+ ){0,3}(?:laughing|laughter|work|hunger|heat|debt|boredom|joy|start|know|see|coughing|yoga|exercise|homework|bills|thirst|tiredness|coffee|nose)\b/;

/** Who is gravely ill or hurt right now, in English. */
export const englishHealthSigns: Sign[] = [
  {
    told: words(
      '(?:cant|cannot|can not|not|isnt|couldnt|stopped) (?:breath|breathe|breathing)|(?:is|im|am|hes|shes|are) (?:choking|suffocating|drowning|convulsing|unconscious|turning blue|bleeding(?: \\w+)? (?:a lot|heavily|badly|from|out|so much)|dying)|(?:mother|mom|father|dad|husband|wife|son|daughter|baby|grandmother|grandfather|he|she|i) (?:is |am )?bleeding|having (?:a )?(?:heart attack|stroke|seizure|convulsions|fit)|wont stop bleeding',
    ),
    unless: {
      before: /\b(?:phone|battery|plant|heat|traffic|dog|cat|almost)( \w+)? $/,
      after: new RegExp(`${idly.source}|^ (?:of|for|to|a little|a bit)\\b`),
      whole: neverNow,
    },
  },
  {
    told: words(
      '(?:wont|not|doesnt|isnt|cant|does not|will not) (?:wake|waking|wakes)(?: (?:up|him|her))?|(?:not|isnt|doesnt|does not|wont) (?:responding|respond|responsive|moving)|unresponsive|(?:has )?no pulse|going to faint|face is (?:drooping|twisted|crooked)|mouth is (?:twisted|drooping|crooked)',
    ),
    unless: {
      after: /^( \w+){0,2} (?:early|before|until|late|to my|to me)\b|^ to\b/,
      whole: neverNow,
      before: /\b(?:nobody|noone|you) (?:is )?$/,
    },
  },
  {
    told: words(
      `(?:passed out|collapsed|fainted|overdosed|electrocuted|overdose)|on the (?:floor|ground)(?: \\w+){0,4} not (?:answering|responding|moving|talking)|(?:emergency|help|what (?:should|do) (?:i|we) do|right now)(?: \\w+){0,6} (?:fell|fainted|burned|is very sick|got hurt)|(?:fell|fainted|burned|got hurt)(?: \\w+){0,6} (?:emergency|help me|what (?:should|do) (?:i|we) do|right now)|blood everywhere|(?:had|has|got|suffered|just had) ${seizure}|(?:fell|fall)(?: \\w+){0,5} (?:unconscious|not moving|cant get up|cannot get up|cant move|cannot move|not answering|not moving|bleeding|blood)`,
    ),
    unless: {
      before: /\b(?:almost|nearly|sale|who|that)( \w+)? $/,
      after: /^ (?:flyers|papers|from laughing)/,
      whole: over,
    },
  },
  {
    told: words(
      `(?:swallowed|drank|ate|took|swallow|drink) (?:\\w+ ){0,3}(?:${poison})|(?:he|she|son|daughter|grandson|granddaughter|boy|girl|baby|child|kid) (?:swallowed|ate) (?:\\w+ ){0,3}pills|took (?:all (?:the|of|his|her)|too many|a lot of|a whole|a bottle of|a box of) (?:\\w+ ){0,2}pills`,
    ),
    unless: { whole: some(absent, past) },
  },
  {
    told: words(
      '(?:strong|bad|terrible|severe|horrible|sharp) (?:chest pain|pain in (?:the|my|his|her) chest)|chest pain(?: \\w+){0,4} (?:arm|breathe|sweating)|(?:burned|burnt|scalded) (?:\\w+ ){0,3}boiling|boiling (?:water|oil)(?: \\w+){0,2} (?:on|over)|(?:need|call|send|get)(?: \\w+){0,3} ambulance|(?:house|kitchen|home|building) is on fire|(?:there is|theres) (?:a )?fire|(?:was|got|been) (?:shot|stabbed|run over|hit by a (?:car|bus|truck|motorcycle))|water broke|having (?:the|her|a) baby (?:now|right now)|(?:in|going into) labor',
    ),
    unless: { before: /\b(?:never|didnt|dont) $/, after: idly, whole: over },
  },
];
