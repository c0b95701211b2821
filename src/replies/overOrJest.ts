const dead =
  'difunt[oa]|finad[oa]|finadit[oa]|(?:que|q) (?:en paz|dios lo tenga)|qepd|q e p d|(?:ya )?(?:se )?(?:murio|fallecio)|esta muerto|late husband|(?:he|she) (?:died|passed away|is dead)|is dead|passed away';
const longAgo =
  'hace (?:muchos|muchisimos|tantos|much\\w+|anisimos|(?:como |mas de )?(?:diez|quince|veinte|veinticinco|treinta|cuarenta|cincuenta|[1-6]\\d)) anos|hace anisimos|(?:many|ten|fifteen|twenty|thirty|forty|[1-6]\\d) years ago';
const done = 'ya (?:paso|lo perdone|lo supere|lo solte)|eso (?:fue|paso|ya paso)|long over|i forgave him';
const isDead = new RegExp(`\\b(?:${dead})\\b`);
const isLongDone = new RegExp(`\\b(?:${longAgo})\\b.*\\b(?:${done})\\b|\\b(?:${done})\\b.*\\b(?:${longAgo})\\b`);
const inThePast =
  /^(?:me|nos) (?:\w+ )?(?:pegaba|golpeaba|maltrataba|cascaba|insultaba|humillaba|pateaba|pego|golpeo|maltrato|casco|trataba)\b|^(?:hit|beat|hurt|slapped|punched|kicked|abused|hitting) me/;
const goesOn =
  /\b(?:vuelv\w+|volvio|regres\w+|sigue|siguen|otra vez|de nuevo|ayer|anoche|hoy|aparec\w+|amenaz\w+|miedo|terror|again|afraid|scared)\b/;
const men =
  /\b(?:marido|esposo|pareja|novio|companero|ex|papa|padre|padrastro|hermano|hijo|tio|abuelo|cunado|yerno|suegro|vecino|mama|husband|boyfriend|partner|father|dad|brother|son|stepfather)\b/g;

/**
 * Whether what was done to her, as `found` in a sentence, is over: he who did it is dead, or it is told as long past and
 * done with. Where somebody else is named too, or it goes on, it is not.
 */
export function isOver(found: string, sentence: string): boolean {
  if (!inThePast.test(found) || goesOn.test(sentence)) return false;
  if (isLongDone.test(sentence)) return true;
  return isDead.test(sentence) && new Set(sentence.match(men)).size <= 1;
}

const laughter = '(?:j?(?:ja|je|ji){2,}j?|(?:ha){2,}h?|lol|lmao)';
const deed =
  '(?:(?:va|van) a )?(?:matar?|matan|mate|maten|ahorcan?|ahorcar|cuelgan?|linchan?|pegan?|pegar|cascan?|cascar|regana)';
const playmates =
  '(?:comadres?|comadrita|compadre|profe\\w*|instructora|maestra|mama|mamita|madre|abuel\\w+|hija|hijas|hijos|niet[oa]s|nietas?|hermanas?|amigas?|vecinas?|suegra|cunada|tia|jefa|patrona|doctora|coordinadora|nuera)';
const playfulThreat = new RegExp(
  `\\b${playmates}(?: \\w+){0,2} me ${deed}\\b|(?:friends?|teacher|mom|mother|sister|daughters?|kids|boss|neighbor) (?:\\w+ )?(?:will|would|is going to|gonna|is gonna) (?:kill|strangle|hit) me`,
);
const small = /\b(?:si|porque|por no|por|cuando|if|because|for)\b/;
const earnest =
  /\b(?:salgo|me voy|dejo|dejarl\w+|denunci\w+|hablo|digo|cuento|reclamo|contesto|separ\w+|echo|policia|cuchill\w+|arma|machete|correa|palo|plata|pension|miedo|llor\w+|ayud\w+|auxilio|leave|tell|police|knife|gun)\b/;
const laughs = new RegExp(`\\b${laughter}\\b`);

/** Whether she only jests of what a woman or the children of hers would do to her: "mi comadre me mata si pierdo el cupo 😂". */
export function isInJest(sentence: string): boolean {
  return laughs.test(sentence) && playfulThreat.test(sentence) && small.test(sentence) && !earnest.test(sentence);
}

const smiles = /[\u{1F602}\u{1F923}\u{1F605}\u{1F606}\u{1F639}\u{1F601}\u{1F604}]+/gu;
const onlyLaughter = new RegExp(`\\n(${laughter}(?: ${laughter})*)(?=\\n|$)`, 'g');

/** A text with its laughing faces as a laugh in letters. */
export function laughsSpelled(text: string): string {
  return text.replace(smiles, ' jaja ');
}

/** Sentences, a line each, with the laughter that stands alone at the end of what it laughs at. */
export function laughsJoined(sentences: string): string {
  return sentences.replace(onlyLaughter, ' $1');
}
