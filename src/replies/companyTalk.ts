import { disabilityFrom, groupsNamed, isOfNoGroup } from './companyGroups';
import { tellsCondition, tellsWhoStays } from './companySaid';
import { plain } from './companyWords';
import { isKnownName } from './likelyName';
import { numberAt } from './number';
import { longestText } from './text';

/**
 * A line about who comes along without what names nobody: how they are called, that we may let them in, how well they
 * behave. A clause that doubts, asks or counts stays.
 */
export function withoutTalk(line: string): string {
  const clauses = withoutNames(line.replace(permission, '').replace(counting, '').replace(cannotStay, '')).split(' / ');
  const first = clauses.findIndex(namesSomebody);
  if (first < 0) return clauses.join(' / ');
  const kept = clauses.filter((clause, at) => at <= first || !isTalk(clause, clauses.slice(0, at).join(' / ')));
  return kept.join(' / ').replace(/^[ /]+|[ /]+$/g, '');
}

/** Whether a clause says she comes alone, and the others only why, or who stays: "sola y feliz, es mi único ratico". */
export function comesAlone(line: string, isAlone: (clause: string) => boolean): boolean {
  const clauses = line.split(turns).filter(Boolean);
  return (
    clauses.some(isAlone) &&
    clauses.every(
      (clause) => isAlone(clause) || (!doubts.test(clause) && (isElsewhere(clause) || !namesSomebody(clause))),
    )
  );
}

/** What she wrote without the names she gives with a capital: "mi nieta Salomé". */
export function withoutGivenNames(text: string): string {
  return text.slice(0, longestText).replace(called, '$1');
}

const called =
  /(?<=(?:^|[^\p{L}])(?:mi|my|la|el|con|y|and) )((?:hij|niñ|niet|mam|pap|abuel|suegr|herman|espos|tí|sobrin|prim|cuñad|ahijad|marid|son|daughter|mother|mom|father|dad|husband|brother|sister|grand)\p{Ll}{0,8})(?: \p{Lu}\p{Ll}{2,15}){1,3}(?!\p{L})/gu;
const turns =
  / \/ | (?:pero|ahora|but|y|and|entonces|tonces|asi que|o sea que|o sea|so|por eso|que|no ve que)(?= )|^(?:entonces|tonces|asi que|o sea que|so) /;
const permission =
  / (?:\/ )?si (?:es que )?(?:me |nos )?(?:l[oa]s? )?(?:me )?(?:dejan?|permiten?|reciben?|aceptan?)(?: entrar| pasar| llevar| ir)?(?: (?:con|en) (?:su|la|el) \w+)?$/;
const cannotStay =
  /(?: y| \/| porque| pues)* (?:(?:el|ella) )?(?:no se (?:me )?(?:puede|pueden) quedar|no l[oa]s? puedo dejar|no tengo (?:con )?quien|no hay quien)[^/]*/g;
const counting = / (?:contando|incluyendo|incluid[oa])(?: (?:a|al|con|el|la|los|las|mi|de|del|\w+)){1,4}(?= \/|$)/g;
const doubts =
  /^no$|\b(?:no se(?! puede| pueden)|ni idea|depende|de pronto|tal ?vez|quizas?|a lo mejor|puede que|creo|todavia|aun|maybe|perhaps|sure|depends|o|or|u|si|if|bueno|mejor|mentiras?|perdon|digo|perr\w+|gat\w+|mascota|dog|cat|amig\w+|friends?|confirm\w+|sorry|wait|mean|avis\w+|pregunt\w+|cuant\w+|cuando|hasta|hay|tienen|reciben?|pueden|dan|manana|que tal|what|when|how|can|do|no mas|tambien|otr[oa]s?|alguien|familia)\b/;
const elsewhere =
  /\b(?:(?:esta|estan|anda|andan|van|va|entran?) (?:\w+ )?(?:en|al|a) (?:el |la |su )?(?:colegio|jardin|escuela|casa|trabajo|clase|universidad)|estudian?|trabajan?|ya (?:(?:son|estan) (?:grandes|casad\w+)|volaron|crecieron|se (?:fueron|casaron))|(?:at|in) school)\b/;
// "El mayor va en quinto": one of the children named before.
const eldest =
  /^(?:y )?(?:el|la|the) (?:mayor\w*|menor\w*|grande\w*|pequen\w+|chiquit\w+|mas \w+|oldest|youngest|eldest|biggest|little one) (?:(?:que|ya|apenas) )*(?:va|esta|estudia|tiene|es|hace|cumple|cuida|anda|entra|camina|is|goes|has)\b/;
const kin =
  /^(?:hij[oa]|hijit[oa]|nin[oa]|niet[oa]|nietecit[oa]|bebe|mama|mamita|papa|papito|abuel[oa]|abuelit[oa]|suegr[oa]|herman[oa]|espos[oa]|marido|ti[oa]|sobrin[oa]|prim[oa]|cunad[oa]|ahijad[oa]|senora?|son|daughter|mother|mom|father|dad|husband|brother|sister|grandson|granddaughter|grandma|grandpa|wife|uncle|aunt|dona|don)$/;

function isElsewhere(clause: string): boolean {
  return tellsWhoStays(clause) || elsewhere.test(clause);
}

function isTalk(clause: string, before: string): boolean {
  const isOfEldest = eldest.test(clause) && groupsNamed(before).includes('children') && !tellsDisability(clause);
  return isOfEldest || (!doubts.test(clause) && !isElsewhere(clause) && !namesSomebody(clause));
}

function namesSomebody(said: string): boolean {
  // "Son juiciositos" is no English son.
  const clause = said.replace(/^(?:y )?son /, '');
  const words = clause.split(' ').map(plain);
  return (
    groupsNamed(clause).length > 0 ||
    tellsDisability(clause) ||
    words.some((word, at) => (!/^una?$/.test(word) && numberAt(words, at) !== undefined) || isOfNoGroup(words, at)) ||
    /\b(?:both|ambos|ambas|sol[oa]|solit[oa]|nadie|ningun[oa]?|alone|nobody|de)\b/.test(clause)
  );
}

function tellsDisability(clause: string): boolean {
  const words = clause.split(' ').map(plain);
  return words.some((_, at) => disabilityFrom(words, at) > 0) || tellsCondition(clause);
}

// "Mi hijo Samuel", "mi mamá doña Rosa": what they are called is asked elsewhere.
function withoutNames(line: string): string {
  const words = line.split(' ');
  const isNamed = words.map(() => false);
  for (let at = 1; at < words.length; at++) {
    const [before = '', word = ''] = words.slice(at - 1, at + 1);
    const follows = kin.test(before) || isNamed[at - 1];
    const isTitle = /^don[a]?$/.test(word) && words[at + 1] !== undefined;
    isNamed[at] =
      Boolean(follows && (isTitle || /^don[a]?$/.test(before) || isKnownName(word))) && !kin.test(plain(word));
    if (isTitle && follows) isNamed[at] = true;
  }
  return words.filter((_, at) => !isNamed[at]).join(' ');
}
