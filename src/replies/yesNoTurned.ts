import { any } from './anyOf';

/**
 * A line of folded words in which what says yes by denying a no, or no by giving the place away, is said plainly: "no me lo
 * pierdo" is "allá estaré", "wouldn't miss it" too, "dele el cupo a otra" is "no gracias".
 */
export function saidStraight(line: string): string {
  return line
    .replace(neverRefuses, 'con gusto')
    .replace(neverFails, 'alla estare')
    .replace(wouldntMiss, 'ill be there')
    .replace(givenAway, 'no gracias')
    .replace(foundAnother, 'no gracias')
    .replace(lateButThere, '$1')
    .replace(anotherShould, 'no gracias');
}

const never =
  '(?:no |nunca |jamas )*(?:/ )?(?:(?:ni loca|ni muerta|ni boba que fuera|por nada(?: del mundo)?|ni crea que|ni piense que|como se le ocurre(?: que)?|como cree que|no|nunca|jamas) )';
const about = '(?:(?:yo|me|le|les|voy a|vaya a|vamos a|puedo|podria|quiero|pienso|vuelvo a) )*';
// "No puedo faltar al trabajo" keeps her away.
const neverFails = any(
  `${never}${about}(?:faltar|falto|faltare|faltaria|fallar|fallo|fallare|fallarles|fallarle|quedar mal|quedo mal|me l[oa]s? (?:pierdo|perdere|perderia|voy a perder)|l[oa]s? (?:pierdo|perdere|perderia|voy a perder|dejo pasar|voy a dejar pasar)|perder(?:me)?l[oa]s?)(?! (?:a|al|en|de|del|con|que)\\b(?! (?:la |esa |esta |el )?(?:clase|clases|curso|eso)))(?: (?:por nada(?: del mundo)?|ni loca|a (?:la |esa |esta )?clases?))*`,
);
const neverRefuses = any(
  `${never}${about}(?:digo que no|decir que no|decirles? que no|diria que no|niego|negarme|voy a negar)`,
  '(?:como|quien) (?:le|les) (?:voy|va|iba|dice|diria) (?:a )?(?:decir )?que no',
);
const wouldntMiss = any(
  '(?:i )?(?:wouldnt|would not|wont|will not|not going to|im not going to|not gonna|aint gonna|never|cant|couldnt|i dont want to|dont wanna) (?:dream of |think of |ever |want to )?(?:miss(?:ing)? (?:it|this|that|out)|pass (?:it|this|that) up|turn (?:it|this|that) down|say no)(?: for (?:the world|anything|nothing|no reason))?(?= *(?:/|$))',
);
const place = '(?: (?:el|ese|mi|la|lo|un|este|puest\\w+|cup\\w+|lugar\\w*|espacio|turno))*';
const another =
  '(?:otr[ao]s?|alguien|la que sigue|la siguiente|quien|una (?=persona|senora|mujer|companera))(?: ?(?:persona|senora|mujer|companera))?(?: (?:mas|que|lo|la|si|necesit[ae]n?|pueda|puede|quiera|aproveche|de verdad|sirva|le))*';
const givenAway = any(
  `(?:mejor )?(?:dele|deselo|dese|den|denle|denselo|regale|regaleselo|deje|dejele|dejeselo|ofrezca|ofrezcale|pase|paselo|paseselo)${place} (?:a|para) ${another}`,
);
const elsewhere = 'en otr[oa] (?:lado|parte|sitio|lugar|manzana|centro)';
const course = '(?:(?:un |otro )?cupo |(?:una |otra )?clase |(?:un |otro )?curso |uno |una )?';
// "Gracias pero ya conseguí en otro lado".
const foundAnother = any(
  `(?:pero )?(?:yo )?ya (?:me )?(?:consegui|encontre|halle|tengo|inscribi|anote|apunte|meti|entre|estoy) ${course}${elsewhere}`,
  '(?:pero )?(?:yo )?ya (?:consegui|encontre|tengo|cogi|tome) otr[oa] (?:curso|clase|cupo|taller)(?= *(?:/|$))',
  '(?:but )?(?:i |ive )?already (?:found|got|have|took|joined) (?:another|a different) (?:class|course|place|one|spot)(?= *(?:/|$))',
);
const lateButThere =
  /^((?:(?:alla|ahi|si|yo) (?:\/ )?)*(?:llego|voy|ire|asisto)) (?:\/ )?pero (?:(?:un poquito|un poco|un pelo|algo) )?(?:tarde|tardecito|tardecita|tardito|demorad[oa]|demoradit[oa]|retrasad[oa]|retrasadit[oa])$/g;
const anotherShould = any(
  `(?:mejor )?que (?:lo|la|se lo|el cupo) (?:aproveche|tome|use|coja|quede) ${another}`,
  '(?:please )?(?:give|offer) (?:it|my (?:place|spot)|the (?:place|spot)|that) to (?:someone|somebody|another)(?: (?:else|woman|lady|person|who|needs|it|more))*',
  'let (?:someone|somebody|another (?:woman|lady)) (?:else )?have it',
);
