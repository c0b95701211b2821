import { withoutFormulas } from './courtesies';
import { folded, longestText, wordsOf } from './text';

/**
 * The clauses of a message, each in folded words, without whom it is to be told ("dígale a la profe que …"), without
 * courtesies, and without the reason after it ("… que se me dañó el bus").
 */
export function clausesToldIn(text: string): string[][] {
  const told = folded(text.slice(0, longestText).replace(/\n+/g, '. '))
    .split(/[,.;:!?¡¿()"]+/)
    .slice(0, mostClauses)
    .flatMap((clause) => withoutFormulas(wordsOf(clause).join(' ')).split(' / '))
    .map((clause) => clause.replace(lead, '').replace(reason, '$1').trim());
  return told.filter(Boolean).map((clause) => clause.split(' '));
}

const mostClauses = 12;
const lead =
  /^(?:(?:digal[ea]s?|diganle|avisel[ea]s?|avisenle|informele|cuentele|comentele|dile|tell)(?: \w+){1,3}? (?:que|that|(?=i\b))|(?:le|les) (?:aviso|cuento|informo|comento|escribo)(?: \w+)? que|para (?:avisar|decir|informar|contar)(?:le|les)?(?: \w+){0,3}? que|es que|mire|vea|oiga|pues|bueno|y|pero|entonces|sera que|so|and|but) /;
const reason =
  /^(\w+ \w+.*?) (?:porque|ya que|es que|pues|que si no|because|cause|since|que (?=(?:se|me|ya|yo|no|nos|tengo|tenemos|consegui|encontre|estoy|es|mi|el|la)\b)).*$/;
