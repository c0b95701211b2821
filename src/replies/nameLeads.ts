import { isFamilyName } from '../domain/familyNames';
import { isGivenName } from '../domain/givenNames';
import { folded } from './text';

/** What stands before a name: whether words that lead to one (`led`), and whether these say that it is one (`isNamed`). */
export function afterLead(typed: string): { led: boolean; isNamed: boolean; rest: string } {
  const greeted = typed.replace(greeting, '').replace(farewell, '');
  const later = [...greeted.matchAll(laterLead)].at(-1);
  const end = later ? later.index + later[0].length : (lead.exec(greeted)?.[0].length ?? 0);
  const isNamed = named.test(greeted.slice(later?.index ?? 0, end));
  return { led: end > 0, isNamed, rest: greeted.slice(end).replace(title, '') };
}

/** A text with the word that leads to a name parted from it where they ran together: "mi nombre essandra", "soymaría". */
export function ungluedLead(text: string): string {
  return text.replace(glued, (whole: string, led: string, name: string) => {
    const [one, both] = [folded(name), folded(whole)];
    return isGivenName(one) && !isGivenName(both) && !isFamilyName(both) ? `${led} ${name}` : whole;
  });
}

const glued = /(?<!\p{L})(soy|(?:me)?llamo|(?<=nombre )es)(\p{L}{3,30})/giu;
const courtesies = [
  "h?ola|buen[oa]?s? ?(?:d[ií]as?|tardes?|noches?)?|hello|hi|good (?:morning|afternoon|evening|day)|dear|sir|madam|ma[’']?am|mucho gusto|con (?:(?:mucho|todo el|todo) )?gusto",
  's[ií]|claro(?: que s[ií])?|listo|bueno|ok|vale|por supuesto|perfecto|ah|aj[aá]|ay|uy|eh|pues|oiga|mire|vea|(?:ja){2,}j?(?= )',
  '(?:respetad|estimad|apreciad)[oa]s? se[ñn]or(?:es|as?|itas?)|se[ñn]or(?:es|itas?|ita)|veci(?:na|nita)?|sumerc[eé]|mi (?:reina|amor|vida|coraz[oó]n|cielo|ni[ñn]a)|(?:perd[oó]n|disculpe|sorry)(?:,? typo)?',
  'a la orden|a sus [oó]rdenes|para servirles?|(?<=(?:[aá]s|d[ií]as?|tardes?|noches?|hola),? )ni[ñn]a(?=,? (?:soy|yo|me|mi|habla)(?!\\p{L}))',
  'con(?= (?!la |el |do[nñ]|mi )\\p{L}+ \\p{L}+)|yo(?=,? (?!soy|me|ll)\\p{L}+ \\p{L}+)|atte|atentamente',
  '(?:an[oó]t|ap[uú]nt|escr[ií]b|reg[ií]str|p[oó]ng)[ea](?:me|lo)?(?: ah[ií])?(?: como)?(?=:? (?!usted|el |la |lo |en |que )\\p{L}+ \\p{L}+)',
  // "Just put …", "you can write …".
  '(?:(?:just|you can|please),? ){1,2}(?:put|write)(?: me)?(?: down)?(?: as)?(?=:? (?!(?:miss|mrs?|ms|my|it|the|that|this) )\\p{L}+ \\p{L}+)|i mean(?=,? \\p{L}+ \\p{L}+)|love|honey|darling|there',
].join('|');
const greeting = new RegExp(`^[\\s¡!.,:]*(?:(?:${courtesies})(?![\\p{L}])[\\s¡!.,:]*){0,6}`, 'iu');
const title = /^(?:(?:la |el )?se[ñn]ora?|do[ñn]a|don|sra|srta|sr)(?![\p{L}])[\s.]+(?=\p{L})/iu;
const lead =
  /^(?:(?:yo |mi )?(?:(?:me )?ll?amo|me ?(?:ll?|y)a?[mn]a?o|me llaman|so[yi])|(?:a m[ií] )?me (?:pusieron|bautizaron|nombraron)(?: como)?|mis? (?:no[mn]?[bv]?r?e|nombr)s?(?: completos?| verdadero| real| de pila)?(?: y apellidos?)? (?:es|son|ser[ií]a)|mi no[mn][bv]re|(?:el )?nombres?(?: completos?| m[ií]o| de pila)*(?: es)?|mi gracia es|es(?= \p{L}{2,})|(?:(?:por )?a(?:qu[ií]|c[aá]) )?(?:(?:le |te |les )?(?:habla|escribe|saluda)|se comunica|est[aá] hablando)(?: con)?|(?:por )?a(?:qu[ií]|c[aá])(?: (?:la|el))?|(?:my )?(?:full )?names?(?: is| are|'s|’s)?|i am|i['’]?m(?: called)?|it['’]?s|it is|this is|here is)(?![\p{L}])[\s:,.-]*/iu;
// These say that a name follows; "soy" and "es" may go before anything.
const named = /l+a?[mn]a?o|llam|ya[mn]|no[mnb]|name|bautiz|pusieron|gracia/iu;
const laterLead =
  /(?<![\p{L}])(?:me llamo|me yamo|mi nombre(?: completo| de pila)? es|my name is|yo soy|(?:se me fue (?:el|la) \p{L}+|me equivoqu[eé]|escrib[ií] mal|quise decir)[, ]*(?:es|soy)?|(?:pero|but) (?:yo )?(?:es|soy|it['’]?s|i['’]?m))(?![\p{L}])[\s:,]+/giu;
const farewell =
  /[\s,.!]+(?:mucho gusto|para servirles?(?: a usted(?:es)?)?|a sus [oó]rdenes|a la orden|(?:muchas )?gracias|(?:es[ae] |este )?es mi nombre(?: completo)?|se[ñn]orita|c\.?c\.?|c[eé]dula|ppt|y mis? .{1,60})[\s.!]*$/iu;
