import { any } from './anyOf';
import { isHarmless } from './yesNoReason';

/** Whether she only answers a greeting: "bien mijita, y usted cómo amaneció". */
export function isGreetingBack(line: string): boolean {
  return greetingBack.test(line);
}

const wellness = '(?:(?:muy|todo|estamos|estoy|aqui|super|mas o menos|regular|ahi|por aca) )*(?:bien|fine|good|aqui)';
const greetingBack = new RegExp(
  `^(?:(?:hola|buen[oa]s?|dias|tardes|noches|hi|hello|im|pues|/) )*${wellness}(?: (?!si\\b|claro|pero|no\\b|acepto|autorizo)[\\w/]+){0,6} (?:y (?:usted|uste|ustedes|sumerce|su merced|vos|tu|por (?:alla|aca|su casa))|como (?:esta|estan|le va|les va|me le va|amanecio|amanecieron|va|van|sigue|ha estado|han estado)|and (?:you|yourself)|how (?:are|r) you)\\b(?: (?!si\\b|no\\b)\\w+){0,4}$`,
);

/** A text without what is said over what cannot be helped: "pues bueno, qué más se hace". */
export function withoutSighs(text: string): string {
  return text.replace(sigh, ' ');
}

const sigh =
  /^(?:(?:bueno|pues|ay),? )*si (?:toca|no hay de otra),? (?=(?:h[aá]gale|dele|acepto|autorizo|listo|bueno)(?!\p{L}))|(?<!\p{L})(?:y )?qu[eé] (?:m[aá]s se (?:le )?(?:hace|puede hacer)|m[aá]s (?:(?:se le |se )va|le vamos|vamos|voy) a hacer|se le va a hacer|se le puede hacer|le vamos a hacer|se va a hacer|m[aá]s remedio|m[aá]s da|le hacemos|se le hace)(?!\p{L})/giu;

/** An answer without the hurry or the hope she adds to a yes: "guárdelo antes que se acabe", "anóteme y yo rezo". */
export function withoutHope(line: string): string {
  const found = hope.exec(line);
  if (!found || /\bno\b/.test(line.slice(0, found.index))) return line;
  return line.slice(0, found.index);
}

const hope =
  / (?:\/ )?(?:antes (?:de )?que (?:se|me|lo|la|los|las|otr[ao]|alguien|lleg\w+)|(?:y )?(?:yo )?(?:rezo|oro|le rezo|hago fuerza|cruzo los dedos|prendo una vela)|ojala|no (?:vaya|vayan) a (?:ser|quedar\w*)|before (?:it|its|they|someone|somebody)|fingers crossed|and (?:i )?(?:pray|hope))(?: (?!pero\b|but\b|si\b|no\b)[\w/]+){0,8}$/;

type Answer = 'yes' | 'no' | undefined;

/** What stands before and after talk of other things: "mi hijo dice que no dé nada, mejor dejemos así"; `plainly` reads one clause. */
export function amidTalk(line: string, plainly: (clause: string) => Answer): Answer {
  const clauses = line.replace(unparted, ' / ').split(/ \/ (?:pero |but )?| (?:pero|but) /);
  const [first = '', last = ''] = [clauses[0], clauses.at(-1)];
  if (clauses.length < 2 || clauses.length > mostClauses) return undefined;
  const [before, after] = [clauses.slice(0, -1).join(' / '), clauses.slice(1).join(' / ')];
  if (excuses.test(last) && hindrance.test(before) && !past.test(before)) return 'no';
  const said = plainly(last);
  if (said === 'no') return isNoAfter(before, last) ? 'no' : undefined;
  if (said === 'yes') return isYesAfter(before, last, plainly) ? 'yes' : undefined;
  return plainly(first) === 'yes' && firmYes.test(first) && ownTalk.test(after) && isIdle(after) ? 'yes' : undefined;
}

const mostClauses = 5;
// "Eso sí que no me gusta mejor no": dictated, without a comma.
const unparted =
  / (?=(?:mejor no|prefiero que no|mejor dejemos asi|dejemos asi|no gracias|claro que si|(?:entonces|asi que|por eso) (?:si|no|hagale|dele|acepto))(?: (?:mija|mi amor|senora|senorita|gracias|pues))*$)/;
const firmNo = any(
  'no (?:gracias|quiero|puedo|acepto|autorizo|voy|ire|alcanzo|doy|deseo|permito|me (?:queda|sirve|interesa|da|animo|gusta)|thanks|thank you)|(?:mejor|ya|prefiero que|digo que|i guess|better) no|no (?:por )?ahora|dejemos\\w*(?: asi)?|deje(?:lo|mos|n)?(?:lo)? asi|paso|que no|ni \\w+|nanay|imposible|me queda (?:imposible|dificil)|id rather not|rather not|i cant|i wont|no way',
);
const dislike = any(
  '^(?:(?:ay|uy|huy|no|pues|mija|ush|ash) )*(?:que|me da|me dan|nos da) (?:mucha? |tanta? )?(?:pereza|jartera|mamera|miedo|susto|pesar|lastima|cosa|desconfianza|rabia|embarrada|dificil|lejos|visaje|mala espina|cansancio|locha)',
);
const undecided = any(
  'si|no se|depende|cuando|cual|cuanto|pregunt(?:o|ar\\w*|are|emos)|consult\\w+|tal vez|quizas?|de pronto|a lo mejor|acepto|autorizo|claro|maybe|perhaps|depends|yes|dije|digo|entonces que',
);
const wishful = any(
  'quisiera|me (?:gustaria|encantaria|gusta)|con (?:mucho )?gusto|ganas|would (?:love|like)|id (?:love|like)',
);

function isNoAfter(before: string, last: string): boolean {
  if (wishful.test(before)) return firmNo.test(last) && !/\b(?:si|acepto|autorizo)\b/.test(before);
  if (undecided.test(before)) return false;
  return firmNo.test(last) || dislike.test(before);
}

const firmYes = any(
  'si|claro|acepto|autorizo|hagale|dele|de una|por supuesto|con (?:todo |mucho |todo el )?gusto|(?:anot|apunt|guard|inscrib|reserv|separ)\\w+|cuente\\w* con\\w*|(?:alla|ahi|aqui) (?:estare|llego|voy|estoy)|yes|sure|of course|put me down|ill be there|i accept|i agree|llego|voy|ire|asisto',
);
const bareYes =
  /^(?:(?:pues|y|ay|mi|mija|senora|senorita) )*(?:si|claro|dele|de una|yes|sure)(?: (?:pues|mija|senora|senorita))*$/;
const ownLead =
  /^(?:(?:ay|uy|pues|ah|huy|y) )*(?:yo (?:les? )?(?:firmo|doy|confio|presto|ayudo|colaboro|creo)|que (?:dicha|bueno|alegria|chevere|rico|emocion|bendicion|bien))\b/;
const told = any('dij\\w+|dice|dicen|contaron|es|son|era|queda|said|is|are');
const putsOff = any(
  'piens\\w+|pens\\w+|mir[oae]\\w*|avis\\w+|revis\\w+|saber|decid\\w+|casi|demor\\w+|rar[oa]s?|vivo(?! (?:cerca|cerquita|al lado|aqui no mas))|vivimos|vive|feo|dud\\w+|lea|leer|leo|estaba|think|thinking|check|live',
);

/** A yes at the end of talk that neither doubts, hinders nor asks; a mere "sí" may be "¿sí?" after what is said of others. */
function isYesAfter(before: string, last: string, plainly: (clause: string) => Answer): boolean {
  // "Llego tardecito pero llego".
  const verb = last.split(' ').at(-1) ?? '';
  if (/^(?:voy|llego|ire|asisto)$/.test(verb) && before.startsWith(`${verb} `) && isIdle(before.slice(verb.length)))
    return true;
  if (!firmYes.test(last) || !isIdle(before) || plainly(before) === 'no') return false;
  return !bareYes.test(last) || (ownLead.test(before) && !told.test(before));
}

function isIdle(talk: string): boolean {
  return (
    isHarmless('yes', talk.replaceAll(' / ', ' '), true) &&
    !hindrance.test(talk) &&
    !undecided.test(talk) &&
    !others.test(talk) &&
    !putsOff.test(talk)
  );
}

// What follows a yes and leaves it one; "sí, yo miro", "sí, mi marido decide" put it off.
const ownTalk =
  /^(?:(?:y|que|ay|uy|pues|yo|i) )*(?:confio|espero|(?:alla|ahi|aqui) (?:llego|estare|estoy|nos vemos|voy)|ya (?:salgo|voy (?:saliendo|en camino|llegando)|estoy lista)|salgo ya|llego|dios|(?:estoy|quedo) (?:de acuerdo|lista|pendiente|feliz|contenta|agradecida|emocionada)|vivo (?:cerca|cerquita|al lado|aqui no mas)|me (?:gusta|encanta|sirve|interesa|urge|anima|hace (?:falta|bien))(?! saber| (?:pensar|mirar))|(?:quiero|want to|i want to) (?:ir|aprender|entrar|estar|participar|learn|go|come)|(?:mi|my) \w+ (?:me |se |ya me )?(?:cuida|lleva|acompana|explico|ayuda|conto|recomendo|queda con|watches|takes|told|explained))\b/;
const hindrance =
  /\b(?:enferm\w+|malita|malito|gripa|gripe|gripon|fiebre|hospital\w*|clinica|urgencias|citas?|control|terapia|examen|examenes|accident\w*|opera\w*|murio|fallecio|entierro|velorio|dolor\w*|duele|vomito|diarrea|covid|turno|trabaj\w+|ocupad\w+|calamidad|incapacitad\w+|incapacidad|internad\w+|varad[ao]|trancon|tengo que|toca|debo|viaj\w+|sick|ill|fever|appointment|hospital|funeral|work|busy|flu)\b/;
const others = any(
  'ella|el quiere|llama|llaman|inscrita|inscrito|tambien|otr[ao]s?|hij[oa] quiere|espere\\w*|momento|luego|despues|manana|explique\\w*|quien|wait|hold on|later',
);
const excuses =
  /^(?:(?:y|por favor|pues|ahi|que pena|mil|entonces|asi que) )*(?:me (?:excusan?|disculpan?|perdonan?)|excuseme|excusenme|disculpeme|disculpenme|perdoneme|sera en otra|otra vez sera|en otra sera|l[ea]s? quedo mal|sorry|my apologies|excuse me)(?: (?:con (?:la|el) (?:profe|grupo)|por (?:hoy|favor)|hoy|esta vez|mija|senorita|gracias))*$/;
const past = any('estaba|estuve|andaba|estabamos|no habia|was');
