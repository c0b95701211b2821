import type { Company } from '../domain/company';
import { soundOf } from './near';
import { phraseSet, wordSet } from './text';

/** Those who are counted apart. */
export type Group = keyof Company;

/** Whether folded words say that nobody comes along, and nothing else: "yo sola", "no llevo a nadie". */
export function saysAlone(words: string[]): boolean {
  const line = words.join(' ');
  if (notAlone.test(line) || !words.every((word) => aloneKeys.has(word) || aroundAlone.has(word))) return false;
  return words.some((word) => aloneKeys.has(word)) || noneComes.test(line);
}

const aloneKeys = wordSet('sola solo nadie ninguno ninguna alone nobody noone none myself');
const aroundAlone = wordSet(
  'yo solamente unicamente nada mas no nomas con a de llevo llevare llevaria tengo traigo voy vengo ire iria vendria va viene acompana acompanan me esta vez por ' +
    'ahora hoy si sin mis los ninos nino hijos hijo senora senorita profe amor mi nina pues seria gracias favor porfa hola y mija mijita reina doctora doctor corazon vecina parce joven ' +
    'just only by this time coming come im am i ill be will wont bring bringing dont have any anyone anybody one comes else necesito cuidado compania hace falta necesario vecina otros otras ya ese dia el lunes martes miercoles jueves viernes sabado dios kids children going with thanks thank you its dear',
);
const noneComes =
  /^(?:si )?(?:solo|solamente|unicamente|nada mas|no mas|nomas|just|only|its just|its only) (?:yo|me)\b|^(?:si )?yo (?:no mas|nomas|nada mas|solamente|unicamente)\b|\b(?:no (?:llevo|tengo|llevare|llevaria|traigo)|sin|no|dont have|without) (?:a )?(?:mis |los |any )?(?:ninos?|hijos?|kids|children)\b|\b(?:wont|dont|not) (?:bring|have|be bringing|bringing) (?:any(?:one|body)?)\b|\bno one\b|\bsin compania\b|\bno necesito cuidado\b|^(?:voy|vengo|ire|iria) yo (?:no mas|nomas|nada mas)|\bby myself\b/;
// "No voy sola"; "solo mi hija", "solo los niños" are somebody.
const notAlone =
  /\bno (?:voy|ire|iria|vengo|quiero|puedo)(?: \w+)? sol[ao]\b|\bsol[ao] no\b|\bsolo (?:mi|mis|los|con|a|de|llevo|tengo|traigo|el|la|una?)\b|^(?:mi|mis|los|con mis?|con los) (?:nin|hij)/;

/** A diminutive as the word it is of: "muchachitos" as "muchachos", "nietecita" as "nieta". */
export function plain(word: string): string {
  if (known.has(word)) return word;
  const base = word.replace(/(?<=^\w{3,12}?)(?:(?:ec)?it|(?<=t)ic)(?=[oa]s?$)/, '');
  return known.has(base) || base.length < 4 ? base : (bySound.get(soundOf(base)) ?? base);
}

/** Who is cared for, by a word for one and for several. */
export const people: [Group, Set<string>, Set<string>][] = [
  [
    'children',
    wordSet(
      'nino nina hijo hija bebe nieto nieta bisnieto bisnieta ahijado ahijada sobrino sobrina menor chiquito chiquita pequeno pequena hijito hijita bebecito ' +
        'nene nena bb bby chamo chama muchacho muchacha chino china pelado pelada pelao sardino sardina criatura crio chiquillo chiquilla pequenin child kid boy girl kiddo son daughter baby grandson granddaughter grandchild grandkid toddler nephew niece',
    ),
    wordSet(
      'ninos ninas hijos hijas bebes nietos nietas bisnietos bisnietas ahijados ahijadas sobrinos sobrinas menores chiquitos chiquitas pequenos pequenas hijitos ' +
        'hijitas nenes nenas chamos chamas muchachos muchachas chinos chinas pelados peladas pelaos criaturas chiquillos chiquillas children kids boys girls kiddos ones sons daughters babies grandchildren grandkids toddlers nephews nieces',
    ),
  ],
  [
    'older',
    wordSet(
      'mama mamita papa papito madre padre abuela abuelo suegra suegro mami papi vieja viejo anciana anciano mayor ' +
        'mother father mom mum dad grandmother grandfather grandma grandpa granny elder senior',
    ),
    wordSet('papas padres abuelos abuelas suegros viejos ancianos mayores parents grandparents elders seniors'),
  ],
];
/** One person, of whom more must be said to be counted. */
export const personWords = wordSet(
  'persona adulto adulta senora senor familiar pariente hermano hermana esposo esposa marido companero companera cunado cunada tia tio primo prima person brother sister husband wife partner uncle aunt cousin adult relative',
);
/** Several of them. */
export const personsWords = wordSet(
  'personas adultos adultas senoras senores familiares hermanos hermanas tios people brothers sisters adults relatives persons',
);
/** Two at once. */
export const twins = wordSet('gemelos gemelas mellizos mellizas mellos mellas morochos morochas twins');
/** What may stand around and says nothing of who comes. */
export const fillers = wordSet(
  'y con mi mis a la las el los al de del que si voy vengo llevo llevare traigo llevaria ire iria viene vienen vendria conmigo ' +
    'tambien mas tengo son seria serian seriamos es hola gracias por favor porfa su tercera edad yo quiero senora pues que quien cual esta este usa tiene somos seriamos estos mios mio mia brazos pequenos senorita profe mija amor corazon nada nomas no solo ' +
    'doctora doctor joven mijita vecina solamente unicamente nadie toca van va he she who is has uses just only id asistire acompanada acompanado compania en would like an little another and with my ' +
    'the i bring have am coming come comes also me plus yes please of old bringing her his',
);
/** That somebody has a disability, in folded words. */
export const disabilities: string[] = [
  ...phraseSet(
    'con una discapacidad|con discapacidad|en situacion de discapacidad|tiene discapacidad|en condicion de discapacidad|' +
      'en silla de ruedas|usa silla de ruedas|silla de ruedas|no puede caminar|no camina|sindrome de down|tiene autismo|tiene una discapacidad|en condicion especial|con condicion especial|con necesidades especiales|uses a wheelchair|a wheelchair|has autism|has a disability|cant walk|special needs|down syndrome|' +
      'con silla de ruedas|con autismo|con sindrome de down|que tiene discapacidad|with a disability|' +
      'with disability|with disabilities|in a wheelchair|in wheelchair|with autism|with down syndrome',
  ),
  ...wordSet(
    'discapacitado discapacitada discapacitados discapacitadas autista autistas sordo sorda ciego ciega especial invidente paralitico paralitica disabled autistic blind deaf',
  ),
];

const known = new Set([
  ...people.flatMap(([, one, several]) => [...one, ...several]),
  ...[...personWords, ...personsWords, ...twins, ...fillers],
  ...['anitos', 'necesito'],
]);

// "Ijas", "pekeñas".
const bySound = new Map([...known].filter((word) => word.length > 3).map((word) => [soundOf(word), word]));
