import { any } from './anyOf';

/**
 * A line of folded words with what says a plain yes or no at length said shortly: "el apellido quedó mal" is "está mal",
 * "le confirmo que los datos son correctos" is "correcto".
 */
export function saidShortly(line: string): string {
  return line
    .replace(formal, '')
    .replace(anothers, 'esta mal')
    .replace(faulty, 'esta mal')
    .replace(faultyInEnglish, 'thats wrong')
    .replace(right, 'correcto');
}

const datum =
  '(?:(?:el|la|los|las|mi|mis|un|una|primer|segundo|sus?) )+(?:nombres?|apellidos?|cedula|documento|numero|sede|manzana|sitio|fecha|ppt|pasaporte|datos|informacion)(?: de (?:la |mi )?(?:cedula|documento|identidad))?(?: mio| mia)?';
const wrong = '(?:mal|malo|mala|equivocad[oa]s?|errad[oa]s?|incorrect[oa]s?)(?: escrit[oa]s?)?';
const is = '(?:me )?(?:esta|estan|quedo|quedaron|salio|es|son|aparece|aparecen)';
const messy =
  '(?:enredad[oa]s?|revolcad[oa]s?|revuelt[oa]s?|trocad[oa]s?|trastocad[oa]s?|cambiad[oa]s?|al reves|torcid[oa]s?|voltead[oa]s?|patas arriba|hech[oa] un desastre|embolatad[oa]s?|confundid[oa]s?|mezclad[oa]s?)';
const faulty = any(
  `(?<!\\bno )(?:(?:eso|esto|ahi|todo|toda) )*${is}(?: tod[oa]s?| muy| como)* (?:${messy}|mal escrit[oa]s?)(?: ${datum})?`,
  `${datum} ${is} ${wrong}`,
  `${is} ${wrong} ${datum}`,
);
const anothers = any(
  'nada de (?:eso|esto|lo que (?:dice|sale)(?: ahi)?) es (?:mio|mia|correcto|cierto|verdad)(?: / es[ao]s? (?:es|son) (?:de )?otra persona)?',
  '(?:es[ao]s?|esos datos|ahi|todo eso) (?:es|son)(?: los| las)? (?:de )?otra (?:persona|senora)',
);
const faultyInEnglish = any(
  '(?:my|the) (?:last |first |family |id |document )?(?:name|surname|number|document|id|site|place|details|data|information) (?:is|are) (?:spelled |spelt |written )?(?:wrong|incorrect|misspelled|misspelt)',
);
const formal = any(
  '(?:(?:me permito|por este medio|quiero|deseo|le|les|yo) )*(?:confirmo|confirmar(?:les?)?|informo|informar(?:les?)?|manifiesto|manifestar(?:les?)?|ratifico|certifico|comunico|comunicar(?:les?)?) que(?= (?:si |no )?(?:acepto|autorizo|doy|todo|toda|los datos|mis datos|la informacion|estoy))',
);
const right = any(
  '(?:todos? |toda )?(?:(?:los|mis|sus|la|mi) )?(?:datos|informacion|todo)(?: suministrad[oa]s?| anterior(?:es)?)? (?:son|estan|es|esta|se encuentran?) (?:todos? |toda |totalmente |muy )?(?:correct[oa]s?|bien|en orden|perfect[oa]s?|verdader[oa]s?)',
  'all (?:the |my )?(?:details|data|information) (?:is|are) (?:correct|right|fine|ok)',
);
