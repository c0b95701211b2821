import { isGivenName } from '../domain/givenNames';
import { isParticle } from '../domain/names';
import { isKnownName, isLikelyName } from './likelyName';
import { isAttribute, isNoName } from './notNames';
import { spelledByEar } from './shorthand';
import { folded } from './text';

/**
 * Where what is said besides begins after a name: "Ana Ruiz bendiciones", "Ana Ruiz la que vende tintos", "Ana Ruiz con
 * y"; -1 if nothing is. `led`: words that lead to a name stand before, so that one word may be all of it.
 */
export function tailAt(words: string[], led: boolean): number {
  const least = led || isGivenName(bare(words[0] ?? '')) ? 1 : 2;
  return words.findIndex((word, at) => {
    const rest = folded(words.slice(at).join(' '))
      .replace(/^[^\p{L}\p{N}]+/u, '')
      .replace(/^(?:y )?\w+/, byEar);
    if (at < least || isParticle(bare(words[at - 1] ?? '')) || others.test(rest)) return false;
    if (at < 2 && !led) return alone.test(rest) || isSpelled(rest, words.slice(0, at));
    return besides.test(rest) || isTalk(word, words.slice(0, at)) || isSpelled(rest, words.slice(0, at));
  });
}

// "Y bivo en Bosa".
const byEar = (said: string) => said.split(' ').map(spelledByEar).join(' ');

/** A whole name by itself, without what is said besides. */
export function beforeTail(words: string[]): string[] {
  const end = tailAt(words, false);
  const name = words.slice(0, end);
  return end > 0 && isLikelyName(name) ? name : words;
}

/**
 * Whether the last word may be no name, but the beginning of other talk: all before it are written with a capital and
 * make a whole name, and it is a small word that we do not know.
 */
export function endsInDoubt(name: string[]): boolean {
  const before = name.slice(0, -1);
  const last = name.at(-1) ?? '';
  return (
    before.length > 1 &&
    /^\p{Ll}/u.test(last) &&
    !isKnownName(bare(last)) &&
    before.every((word) => isParticle(bare(word)) || /^\p{Lu}\p{Ll}/u.test(word))
  );
}

// What tells of somebody else: "Marta Ruiz la profe", "Marta Ruiz la que me recomendó".
const others =
  /^(?:(?:la|el) )?(?:profe|doctora?|instructora?|trabajadora social|coordinadora|funcionaria|que (?:da|dicta|ensena|me|nos)\b)|^(?:pero|y|and|but) (?:no|ella|el(?! suyo)|she|he)\b/;

const particles =
  'aja|pues|oyo|cham[ao]|sin mas|mija|mijo|mami|parce|chao|listo|ok|okey|eh|si|no mas|nomas|nada mas|y ya|y punto|tal cual|asi como suena|jaja\\w*|jeje\\w*|mam|maam|ma am|madam|sir|dear|here|speaking|vale|vecina|sumerce|senorita|doctora';
const courtesies =
  'bendicion\\w*|dios|gracias|muchas|mil gracias|(?:de|d) nada|a la orden|a sus ordenes|mucho gusto|(?:con )?(?:mucho|todo el|todo|el|un) (?:gusto|placer)|encantad[oa]|buen[oa]s|feliz|saludos|amen|por favor|porfa|muy amable|presente|mi (?:reina|amor|vida|corazon|cielo|senora|doctora|nina|hija|linda|rey)|nice|thanks?|pleased|please|good|at your service';
const alone = begins(
  `(?:${particles})(?: .*)?$`,
  '(?:gracias|bendiciones|a la orden|para servir\\w*|mucho gusto|please|thanks?)',
);
const besides = begins(
  `(?:${particles}|${courtesies})`,
  '(?:content|nacid|orgullos|casad|interesad|agradecid|emocionad|dispuest|pendient|residenciad|oriund|hermos|precios|querid)[oae]s?|natural de|residente|corazon|linda|bonita|princesa|tesoro|carino|punto|coma|fin|desde|felizmente|solamente',
  '(?:con|sin) (?:la |su )?(?:tilde|acento)|(?:asi )?como (?:las?|los?|el|una?)|a mucha honra|that(?:s|.s| is) (?:how|what|the)|with (?:an? |two |one |double )\\w\\b|from|(?:but )?(?:at home|at church|in church|at work)',
  // What keeps her from writing more, or kept her: "voy en el bus", "ya le mando lo otro", "no había visto".
  'voy|vamos|sigo|vine|fui|acabo|pens[eé]|crei|(?:y )?(?:ya|ahorita|ahora|luego|al rato|apenas|mas tarde|enseguida) (?:le|les|voy|llego|mando|escribo|sigo|me|te|vuelvo)|no (?:habia|pude|podia|alcance|alcanzo|se|vi)|(?:estaba|andaba|tenia) .*\\b(?:yo|me|mi|contest[eo]|escrib[io]|pude|vi)\\b',
  'mi \\w+ .*\\b(?:solo|solamente|unicamente|nada mas) yo\\b',
  'es q(?:ue)?|(?:ay |uy )?no tengo (?:la|el|mi|las) \\w+|est[ea] (?:celular|telefono|teclado|corrector|aparato|cosa|bendito|berraco)|ahi|eso es|es todo|cual|que (?:dios|tenga|este|pase|le)|a su servicio|con (?:mucho )?carino|a mucho honor',
  'ya$|(?:su )?servidora|viuda(?! de)|sin apellidos?|no tengo (?:mas )?apellidos?|(?:pensionad|jubilad|desplazad|venezolan|colombian|campesin)[oa]|independiente|empleada|vendedora|lider\\w*|indigena|migrante',
  '(?:para|pa) (?:servir\\w*|inscrib\\w*|lo que|la clase|el curso|los cursos|las clases|yoga)',
  '(?:y |pero |but |and )?(?:yo|soy|tengo|vivo|cuido|estoy|trabajo|vengo|quiero|quisiera|necesito|deseo|naci|escribo|espero|i|im|we)',
  '(?:y |pero |aunque |but |and )?(?:me|todos|todas|todo el mundo|en (?:la|mi) (?:casa|familia)|mis \\w+|los \\w+|las \\w+|everyone|everybody|people|they|friends|you can) (?:me |le |call |can |know )?(?:di[cs]en?|dic\\w+|llam\\w+|conoc\\w+|gust\\w+|pued\\w+|interes\\w+|calls?|know|me)',
  '(?:pero |y |but )?(?:digame|dime|llameme|puede decirme|call me|mas conocida|conocida|alias)',
  '(?:y |con |mi |numero |num |with )*(?:cc|c c|c\\.c|cedula|ced|sedula|documento|identificad[oa]|identidad|ppt|pasaporte|cel|celular|telefono|edad|de \\d+ anos|id|passport)',
  '\\d+ an(?:os|itos)|de \\d+ anos',
  '(?:y|and) (?:usted|ud|uste|la suya|el suyo|yours|you|su nombre|como se llama)|como se llama|con quien',
  '(?:es|ese es|esa es|asi es|este es) (?:mi nombre|mi gracia)|asi (?:nomas|no mas|solito|sencillo|simple)|es[ae] soy|esa misma|asi (?:me llamo|esta|aparece|sale|figura)|(?:como|tal como) (?:esta|aparece|sale|dice|figura)',
  '(?:la|el|una|un) (?!de l[ao]s? (?:nacion|cedula))\\w+',
  '(?:mama|hija|esposa|vecina|cuidadora|cuidador|abuela|madre) de \\w+|cuidador[ae]?s?|ama de casa|(?:todavia|aun|apenas|recien|porque|que pena|disculp\\w+|perdon\\w*|ayudeme|residente|habitante)',
  '(?:de|en|from) (?:boyaca|cundinamarca|tolima|huila|choco|cauca|soacha|bogota|cali|medellin|barranquilla|cartagena|cucuta|pasto|ibague|neiva|tunja|villavicencio|venezuela|caracas|maracaibo|colombia|aca|aqui|alla)',
  '(?:(?:del?|en|desde|from|in) )(?:el |la |aqui|aca|alla)?(?:barrio|localidad|ciudad|patio|vereda|conjunto|sector|manzana)|barrio',
);

function begins(...told: string[]): RegExp {
  return new RegExp(`^(?:${told.join('|')})(?!\\w)`);
}

/** "Viejita", "contenta": no name, but what somebody says of herself. */
function isTalk(word: string, before: string[]): boolean {
  const plain = bare(word);
  if (before.length < 2 || isParticle(plain) || isKnownName(plain) || /^\p{Lu}\p{Ll}/u.test(word)) return false;
  return isAttribute(plain) || (/^\p{L}{2,}[^aeiou]it[oa]s?$/u.test(plain) && !isNoName(word) && !verbs.test(plain));
}

const verbs = /^(?:visit|invit|grit|evit|quit|solicit|felicit|facilit|necesit)/;

/** "Con y griega", "sin hache": how it is spelt, if the name is indeed spelt so. */
function isSpelled(rest: string, name: string[]): boolean {
  const told =
    /^(?:y )?(?:se escribe |va )?((?:(?:y |,? ?)*(?:con|sin) (?:doble )?\w+(?: (?:griega|latina|larga|corta|grande|pequena|chiquita|chica|labial|alta|baja|de \w+|al final|intermedia|muda))?(?:[,.] ?)?){1,3})(?: y (?:una|un) sol[ao] \w{1,4})?(?:(?: |, )?(?:que|porque|no|pero|asi|por favor)\b.*)?$/.exec(
      rest,
    )?.[1];
  if (!told || !isKnownName(bare(name[0] ?? ''))) return false;
  const letters = bare(name.join(''));
  const remarks = [...told.matchAll(/(con|sin) (doble )?(\w+)( latina)?/g)];
  return remarks.every(([, how, double, spoken = '', latin]) => {
    if (spoken === 'tilde' || spoken === 'acento') return true;
    const letter = latin ? 'i' : (lettersSpoken.get(spoken) ?? (/^\w{1,2}$/.test(spoken) ? spoken : undefined));
    return letter !== undefined && letters.includes(double ? letter + letter : letter) === (how === 'con');
  });
}

const lettersSpoken = new Map(
  'ye:y i:i hache:h ache:h zeta:z seta:z ese:s ce:c be:b uve:v ve:v ka:k ca:k cu:q equis:x jota:j ge:g elle:ll ele:l ene:n te:t de:d eme:m erre:rr ere:r efe:f pe:p'
    .split(' ')
    .map((pair): [string, string] => {
      const [spoken = '', letter = ''] = pair.split(':');
      return [spoken, letter];
    }),
);

function bare(word: string): string {
  return folded(word).replace(/[^\p{L}\p{N}]/gu, '');
}
