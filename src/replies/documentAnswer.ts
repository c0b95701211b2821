import { folded, longestText } from './text';

/**
 * What tells which document, of a text that goes on: without the reason ("pasaporte porque soy peruana") and without what
 * she asks about it ("el PPT, pero está vencido, ¿sirve?"); of several the one she says she uses.
 */
export function documentAnswer(text: string): string {
  const plain = folded(text.slice(0, longestText))
    .slice(0, longestRead)
    .replace(/\bce ce\b/g, 'cc')
    .replace(hadBefore, '');
  const told = asking.exec(plain)?.groups?.told;
  const answer = told && !lacks.test(told) ? told : plain;
  const because = /[?¿]/.test(answer) ? undefined : reason.exec(answer)?.groups?.told;
  // "No tengo cédula porque uso pasaporte" tells it in the reason.
  const isInReason = because !== undefined && lacks.test(because) && others.test(answer.slice(because.length));
  const whole = isInReason ? answer : (because ?? answer);
  return uses.exec(whole)?.groups?.used ?? whole;
}

/** Whether she says first that she has none, and then only why: "ninguno, a mí nunca me registraron". */
export function hasNone(text: string): boolean {
  const [first = '', ...rest] = folded(text.slice(0, longestRead)).split(/[,.;:]+/);
  return rest.length > 0 && none.test(first.trim()) && !others.test(rest.join(' '));
}

const longestRead = 300;
// "Tenía PEP pero ahora ya me dieron el PPT".
const hadBefore =
  /^(?:(?:yo|pues|antes) )*(?:tenia|tuve|usaba) [^?¿,.;]{2,40}?,? (?:pero|y)(?: ahora| hoy| ya)+ (?=(?:me (?:dieron|entregaron|llego|salio)|tengo|soy|uso|es)\b)/;
const asking =
  /^(?<told>[^?¿]{2,120}?)(?:[,.;] *|(?<=vencid[oa]) +)¿?(?:(?:y|sera que|eso|igual|asi|todavia|aun|ese|esa) ){0,3}(?:me |la |lo |se |le )?(?:sirven?|valen?|es valid[oa]|puedo|pueden?|reciben|aceptan|is (?:that|it) (?:ok\w*|fine|valid)|does it work)(?: (?:asi|igual|todavia|ese|esa|eso|con eso|me|para esto))*[ ?]*$/;
const lacks = /\b(?:no|sin|not|without|cual|que es|si)\b/;
// "La cédula por qué la piden" asks.
const reason =
  /^(?<told>.{2,80}?),? (?:porque|xq|because|ya que|pues(?= (?:soy|es|yo)\b)) (?!(?:la |lo |me la |se la |se )?(?:piden?|pregunt\w+|quieren?|necesitan|toca|hay que|debo|tengo que)\b)\w+ \w+/;
const uses =
  /\b(?<!no )(?:uso|utilizo|manejo|le pongo|pongo|le doy|prefiero|i use)(?: (?:es|siempre|mejor|más bien|ahora))* (?<used>(?:la|el|con|mi|the|my|ppt|cedula|pasaporte|cc|ce)\b.*)$/;
const none =
  /^(?:(?:no|pues|yo|la verdad|tengo|hay|por ahora) )*ningun[oa](?: (?:de (?:esos|esas|los|las)(?: \w+)?|senorita|senora|mi amor|mija|todavia|pues))*$/;
const others = /\d|\b(?:cedula|pasaporte|ppt|pep|tarjeta|salvoconducto|extranjeria|cc|ce|ti|sirve|pero)\b/;
