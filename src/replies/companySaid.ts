import { apposed } from './companyTaken';

/**
 * A line of folded words about who comes along in the plainer words its reader knows: an old husband is "una persona
 * mayor", cerebral palsy a "discapacidad", "uno de 4 y otro de 9" two children; ages and illnesses of the old are left out.
 */
export function inPlainWords(line: string): string {
  return rewritten(
    line
      .replace(/\b(?:he|she)s\b/g, (word) => `${word.slice(0, -1)} is`)
      .replace(tens, (_, ten: string) => String(tensSpoken.indexOf(ten) * 10 + 60)),
  );
}

/** Whether she tells that somebody stays at home: "mi mamá se queda", "mi papá no va". */
export function tellsWhoStays(line: string): boolean {
  return staying.test(line);
}

/** What she says last, after who stays: "mi mamá se queda / voy sola". */
export function saidLast(line: string): string {
  return (
    line
      .split(/ \/ | (?:pero|ahora|but|y|entonces|tonces|asi que|o sea que|o sea|so) /)
      .at(-1)
      ?.replace(/^(?:entonces|tonces|asi que|o sea que|o sea|so) /, '') ?? ''
  );
}

/** Whether a child of hers is grown up: "mi hijo de 30". */
export function namesGrownChild(line: string): boolean {
  const age = grownChild.exec(line)?.[1];
  return age !== undefined && Number(age) > 17;
}

/** Whether words tell of a disability: "parálisis cerebral". */
export function tellsCondition(line: string): boolean {
  return anyDisability.test(line) || bodily.test(line);
}

const staying =
  /\b(?:se queda\w*|(?:ya )?no (?:va|van|viene|vienen|ira|iria|puede ir|pueden ir|quiere ir)|stays?|l[oa]s? (?:deja|dejo|cuida|cuidan)|murio|fallecio)\b/;
const grownChild =
  /\b(?:hij[oa]|niet[oa]|sobrin[oa]|son|daughter) (?:\/ )?(?:que |ya |he |she )*(?:de|tiene|is) (\d{2})(?! meses| con discapacidad)\b/;

const tensSpoken = ['sesenta', 'setenta', 'ochenta', 'noventa'];
const tens = new RegExp(
  `\\b(${tensSpoken.join('|')})(?: y (?:uno|una|dos|tres|cuatro|cinco|seis|siete|ocho|nueve)(?! (?:nin|hij|niet)))?\\b`,
  'g',
);

const small = '(?:[1-9]|1[0-7])';
const years = '(?: (?:anos|anitos|ano|anito|years old|years|meses|months))?';
const old = '(?:[6-9]\\d|1[01]\\d)';
// Of the same person: "y tiene 80" goes on, "y la viejita" is another.
const links =
  '(?:\\/ |que |quien |ya |muy |es |esta |estan |son |tiene |tienen |de |con |he |she |is |who |has |with |y (?=ya |tiene |esta |es )|and (?=is |has |he |she ))*';
const kin =
  'mama|mamita|mami|papa|papito|papi|madre|padre|abuel[oa]|abuelit[oa]|suegr[oa]|papas|padres|abuelos|abuelitos|suegros|viejit[oa]|viejo|vieja|mother|mom|mum|father|dad|grandmother|grandma|grandfather|grandpa|parents|grandparents';
const grown =
  'esposo|esposa|marido|companer[oa]|herman[oa]|ti[oa]|prim[oa]|cunad[oa]|senor|senora|persona|familiar|padrino|madrina|patron|patrona|husband|wife|brother|sister|uncle|aunt|cousin|lady|man|woman|gentleman|person';
const aged = '(?:viej[oa]s?|viejit[oa]s?|ancian[oa]s?|mayor(?:es)?|de edad|old|elderly)';
const ills =
  '(?:alzheimers?|parkinsons?|demencia|dementia|diabetes|azucar|cancer|artritis|osteoporosis|epoc|hipertension|tension|trombosis|derrame|del corazon|oxigeno|enferm[oa]s?|malit[oa]s?|delicad[oa]s?|sick|ill)';
const lacks =
  'no (?:oye|habla|ve|camina|puede caminar|puede moverse|se mueve)(?! bien| mucho)(?: ni (?:oye|habla|ve|camina))?|(?:cant|cannot) (?:walk|see|hear)';
const disability =
  'discapacidad(?: (?:cognitiva|intelectual|multiple|auditiva|visual|fisica|motora|motriz|mental|psicosocial))?|retraso(?: mental)?|retardo(?: mental)?|paralisis(?: cerebral)?|hidrocefalia|microcefalia|distrofia(?: muscular)?|sindrome(?: de down)?|asperger|autismo|tea|silla(?: de ruedas)?|cerebral palsy|down syndrome|(?:cognitive |intellectual )?disability';
const disabled =
  'postrad[oa](?: en (?:la )?cama)?|en cama|invalid[oa]|amputad[oa]|cuadriplejic[oa]|paraplejic[oa]|sordomud[oa]|sordit[oa]|cieguit[oa]|bedridden';

// What may be a disability told in other words is asked about, never left aside as talk.
const bodily =
  /\b(?:amput\w+|corta\w+|mocha\w+|opera\w+|perdio|derrame|trombosis|accidente|nacio|mueve|muletas|cama|parali\w+|mental|condicion|especial|retras\w+|epilep\w+|convuls\w+|esquizo\w+|wheelchair|stroke)\b|\bfaltan? (?:una?|la|el|los|las)\b/;
const anyDisability = new RegExp(`\\b(?:${disability}|${disabled}|${lacks})\\b`);

// "El bebé de mi hija" is one, not two.
const ofAnother =
  'nin[oa]s?|hij[oa]s?|hijit[oa]s?|bebes?|bebecit[oa]s?|niet[oa]s?|chiquit[oa]s?|pequen[oa]s?|mama|papa|abuel[oa]|abuelit[oa]';

const counts = '(?:\\d{1,2}|uno|una|un|dos|tres|cuatro|cinco|seis|siete|ocho|two|three|four|five|six)';
const limb = '(?:una? |la |el |las |los |su )?(?:dos |ambas |ambos )?(?:piernas?|brazos?|pies?|pie|manos?)';

// Each in the words of the ones before it.
const rules: [RegExp, string][] = [
  [/\bmi (?:ama|amacita)\b/g, 'mi mama'],
  [/\bmi (?:apa|apacito)\b/g, 'mi papa'],
  [/\b(?:el|la) (?:viejit|viej|cuch|cuchit|ancian)[oa] de (?=mi (?:mama|papa|abuel|suegr|espos|marido|ti))/g, ''],
  [/\b(?:(?:el|la|un|una|mi) )?otr[oa] (?=(?:nin|hij|niet|bebe|niñ))/g, 'el '],
  ...apposed,
  [/\b(?:al?|el|la) (?:la )?mas (?:pequen|chiquit|chiquitic|pequenit)[oa]\b/g, 'el nino'],
  [/ \/ (?:(?:mi|el|la) \w+ )?(?:el|ella) (?:si )?(?:va|viene|iria|vendria) conmigo$/, ''],
  [new RegExp(`^${counts} \\/ (?:bueno|no|well) (?=${counts}\\b)`), ''],
  [new RegExp(` \\/ (?:bueno|well) (?=${counts}(?: \\/|$))`), ' / perdon / '],
  [
    new RegExp(
      `^(${counts}) (?:\\/ )?(?:que )?(?:son )?(?:tod[oa]s|all)(?: of them)? (?:son |are )?(?=nin|pela|chin|niet|hij|kid|child|boy|girl)`,
    ),
    '$1 ',
  ],
  [
    new RegExp(
      `(?: \\/)? (?:(?:que|al que|a la que|a quien|ya) )*(?:l[eoa] )?(?:(?:amputaron|cortaron|quitaron|mocharon|falta|faltan) ${limb}|perdio (?:la vista|el oido|la movilidad|${limb}))`,
      'g',
    ),
    ' con discapacidad',
  ],
  [
    /(?<=\bcon discapacidad) (?:por (?:el |la )?(?:azucar|diabetes|accidente)|sever[oa]|leve|moderad[oa]|profund[oa]|grado \w+)\b/g,
    '',
  ],
  [
    /(?<=\b(?:autismo|paralisis cerebral|retraso|sindrome de down)) (?:muy )?(?:sever[oa]|leve|moderad[oa]|profund[oa]|grado \w+)\b/g,
    '',
  ],
  [/ (?:el|la|los|las) pobre(?:s|cit[oa])?\b/g, ''],
  [
    /(?<= y (?:con )?(?:mi|una?|el|la) \w+(?: \w+)?) \/ (?:son )?(?:(?:l[oa]s|tod[oa]s) (?:dos|tres|cuatro)|amb[oa]s) (?:son )?(?:muy )?(?:chiquit|pequen|pequenit|nin)[oa]s$/,
    '',
  ],
  [/\b(?:ya )?pasan? de (?:los )?(?=\d)/g, 'de '],
  [/(?<=\d) y (?:pico|punta|tantos|algo)\b/g, ''],
  [/\b(?:casi|como|unos|mas de) (?=\d{2}\b)/g, ''],
  [
    new RegExp(
      `((?:hij|nin|niet|herman|sobrin|espos|prim|ti)[oa]|marido|son|daughter|brother|sister) (?:\\/ )?(?:(?:de|tiene|is) )?\\d{1,3}${years} \\/ (?:(?:con|tiene|has|with) )?(?:${disability})(?= *$| \\/)`,
      'g',
    ),
    '$1 con discapacidad',
  ],
  [
    new RegExp(
      `\\b(${ofAnother}) de (?:mis?|una|la|el) (?:hij[oa]s?|herman[oa]s?|niet[oa]s?|sobrin[oa]s?|prim[oa]|vecina|amiga|cunada|nuera|yerno|patrona|espos[oa]|marido)\\b`,
      'g',
    ),
    '$1',
  ],
  [
    /\bmy (?:daughter|son|sister|brother|niece|friend|neighbor|boss|husband)s (?=baby|son|daughter|kid|child|boy|girl|mother|mom|father|dad)/g,
    'my ',
  ],
  [/ (?:\/ )?(?:que|quien(?:es)?) (?:yo )?(?:l[oae]s? )?cuido(?: yo)?\b/g, ''],
  [
    /(?<=\b(?:mama|papa|abuel[oa]|suegr[oa])) \/ (?:son )?(?:l[oa]s dos|amb[oa]s) (?:son )?(?:ya )?(?:(?:personas|adult[oa]s) )?(?:mayores|viejit[oa]s|ancian[oa]s|adult[oa]s mayores|de la tercera edad)$/,
    '',
  ],
  [/\bd (?=\d)/g, 'de '],
  [/\bof (?=\d)/g, 'de '],
  [/\b(?:le dio|le pego|sufrio|tuvo) (?:una?|el|la) \w+ y /g, ''],
  [
    new RegExp(
      `(?: \\/)? (?:(?:que|quien|la que|el que|he|she|who|ella|y|and|ya|le|se)(?= ) )*(?:(?:tiene|presenta|sufre de|padece|quedo|es|esta|con|en|has|is|with|vive con|usa) )+(?:una? |a )?(?:${disability})\\b`,
      'g',
    ),
    ' con discapacidad',
  ],
  [
    new RegExp(`(?: \\/)? (?:(?:que|quien|he|she|who|ya|y|esta|es|quedo|is|se) )*(?:${disabled}|${lacks})\\b`, 'g'),
    ' con discapacidad',
  ],
  [
    new RegExp(
      `(?: \\/)? (?:que |he |she )?(?:ya )?(?:de|tiene|is) \\d{1,3}${years}(?: (?:y|que|and|\\/))* con discapacidad`,
      'g',
    ),
    ' con discapacidad',
  ],
  [/\b(?:un|el|mi) joven (?=con discapacidad)/g, 'una persona '],
  [/\bhermanit([oa])(s?)\b/g, 'nin$1$2'],
  [/\blittle (?:brother|sister)\b/g, 'child'],
  [/\bsomos \w+ \/ (?=.*\by yo\b)/g, ''],
  [/^(?:son |somos |los |las )?(?:\d|dos|tres|cuatro|cinco) \/ (?=(?:mi|una?|el|la|dos|tres|\d) )/, ''],
  [/\b(?:mis |l[oa]s )?(?:(?:2|dos) )?(?:nin|hij|niet)[oa]s (?:gemel|melliz)[oa]s\b/g, 'dos ninos'],
  [/ que (?:yo )?cuido\b/g, ''],
  // The eldest of those named.
  [
    new RegExp(
      `(?: \\/)?(?: y)? (?:el|la|the) (?:mayor(?:cit[oa])?|menor(?:cit[oa])?|grande|pequen[oa]|chiquit[oa]|mas \\w+|oldest|youngest|eldest|biggest)(?: (?:que|tiene|de|es|is))+ ${small}\\b${years}`,
      'g',
    ),
    '',
  ],
  [new RegExp(`\\b(hij[oa]|nin[oa]|niet[oa]) (?:mayor|grande) (?:que )?(?:de|tiene) (?=${small}\\b)`, 'g'), '$1 de '],
  [new RegExp(`\\bmy (?:oldest|youngest|eldest)(?: \\/)?(?: (?:he|she))? is ${small}\\b${years}`, 'g'), 'my child'],
  [/\b(hij[oa]|nin[oa]|niet[oa]) (?:la|el) (?:menor|pequen[oa]|chiquit[oa]|consentid[oa])\b/g, '$1'],
  [/\b(hij[oa]|nin[oa]|niet[oa]) (?:la|el) mayor\b/g, '$1 mayor'],
  // Who is old: by age or by word.
  [
    new RegExp(
      `\\b(?:(?:mi|my|una?|la|el|a|an) )?(?:old )?(?:${grown})(?: |$)${links}(?:${old}\\b${years}|${aged}\\b)(?: ${links}${ills}\\b)?`,
      'g',
    ),
    'una persona mayor',
  ],
  [new RegExp(`\\b(?:an|una|a) (?:old|elderly) (?:${grown})\\b`, 'g'), 'una persona mayor'],
  [new RegExp(`\\b(?:mi|my) (?:${grown}) ${links}${ills} ${links}${old}\\b${years}`, 'g'), 'una persona mayor'],
  [/\bcuido (?:a )?(?=una persona mayor)|\bi take care of (?=una persona mayor)/g, ''],
  // What is said of the old besides.
  ...Array.from({ length: 3 }, (): [RegExp, string] => [
    new RegExp(
      `\\b(${kin}|persona mayor|los dos|las dos) ${links}(?:sufre de )?(?:la )?(?:${old}\\b${years}|${aged}(?: y ${aged})?\\b|${ills}\\b|no ve bien|no camina bien|ella (?:viene|va) conmigo)`,
      'g',
    ),
    '$1',
  ]),
  [/ \/ (?:she|he|ella) (?:comes|viene|va) (?:with me|conmigo)/g, ''],
  [/\bboth (?:my|of my) (parents|grandparents)\b/g, 'my $1 both'],
  [/\bboth of them\b/g, 'both'],
  [new RegExp(`(\\by (?:mi |el |la )?(?:${kin})) (?:\\/ )?(?:los dos|las dos|ambos)\\b`, 'g'), '$1'],
  [new RegExp(`(^|\\by )(?:el|la) de ${small}\\b${years}`, 'g'), '$1un nino'],
  // How old the children are.
  [
    new RegExp(
      `\\bde (${small})(?: (?:\\/|y|and|(?:\\/|y) de)? ?${small}\\b(?! \\p{L}*(?:nin|hij|niet)))+${years}`,
      'gu',
    ),
    'de $1 anos',
  ],
  [new RegExp(` \\/ ${small}(?: and ${small})+$`, 'g'), ''],
];

const child = `un[oa]? de ${small}${years}`;
const onlyAges = new RegExp(
  `^(?:(?:son |de )?(?:\\d|dos|tres|cuatro) (?:\\/ )?)?${child}(?: (?:\\/ )?(?:y )?(?:otr[oa]|un[oa]) de ${small}${years})*$`,
);
const countedAges = new RegExp(
  `^(\\d|dos|tres|cuatro|cinco) (?:\\/ )?de ${small}(?: (?:\\/ )?(?:y )?(?:de )?${small})*${years}$`,
);

function rewritten(line: string): string {
  const each = line.replace(/\bd (?=\d)/g, 'de ');
  if (onlyAges.test(each)) return `${each.match(/\bde \d/g)?.length ?? 1} ninos`;
  const counted = countedAges.exec(each)?.[1];
  if (counted) return `${counted} ninos`;
  return rules
    .reduce((rest, [told, plain]) => rest.replace(told, plain), line)
    .replace(/\s+/g, ' ')
    .trim();
}
