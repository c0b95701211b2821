import { any } from './anyOf';

/** What comes before and after "porque", "es que", "que yo": the answer, and why. */
export function reasonAfter(line: string): { head: string; reason: string } {
  const found = because.exec(line);
  if (!found) return { head: line, reason: '' };
  const head = line.slice(0, found.index).replace(/[ /]+$/, '');
  return { head, reason: line.slice(found.index + found[0].length).trim() };
}

// "No es que no quiera" gives no reason.
const because =
  /(?<=\w[ /]*)(?<!\w)(?:(?:pues )?(?<!\bno )es que(?! (?:no )?quiera)|(?<!\b(?:quiero|acepto|autorizo|deseo|permito|gustaria|dejo|digo|creo|dice|dicen|diga|dije|espero|lo|con|de|para|es|por|no) )que(?= (?:yo|estoy|tengo|mi|necesito|soy|me (?:gusta|interesa|sirve|queda|hace|urge|encanta)|el celular|queda|vivo)\b)|porque|ya que|como que no|debido a|because|since|cause|cuz)(?!\w)/;

/**
 * Whether a reason leaves the answer as it is: no "but", no condition, nothing that is to be corrected or asked,
 * no other wish. `isLed`: it is told to be a reason, by a "because" or by what stands before it.
 */
export function isHarmless(answer: 'yes' | 'no', reason: string, isLed: boolean): boolean {
  if (holds.test(reason.replace(inMyName, '')) || (!isLed && begins.test(reason))) return false;
  return answer === 'yes' ? !refused.test(reason) : isLed || reasons.test(reason);
}

// "Me sacan un préstamo a mi nombre" corrects no name.
const inMyName = /\b(?:con|a|en) mi (?:nombre|cedula)\b/g;

const holds = any(
  'pero|si|sino|solo|excepto|menos|aunque|siempre|cual|como|cuando|cuanto|donde|quien|que es|para que|por que|but|if|when|how|who|what|which|where|unless|except|only',
  'apellidos?|nombres?|cedula|documento|numero|telefono|celular es|correo|direccion|fecha|letra|tilde|falta|sobra|soy(?! (?:muy|mas|tan|bien))|llamo|vivo en|name|address|phone|number',
  'cambi\\w+|corrij\\w+|correg\\w+|modif\\w+|arregl\\w+|explic\\w+|expliq\\w+|preg\\w+|change|fix|explain',
  'lunes|martes|miercoles|jueves|viernes|sabados?|domingos?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|\\d+',
  'gafas|lentes|anteojos|glasses|entiend\\w+|entendi|leer|leo|leido|veo|understand|read|sale|aparece|carga|abre|llega|llego|funciona|deja',
  '(quiero|prefiero|quisiera|deseo|mejor|want|prefer) (la|el|los|las|una|un|de|the|a)',
  'se como|no se|cuid[ea]n?|quien|tengo con|dije|digo',
);
const begins =
  /^(?:es|era|son|con|el|la|los|las|en|fue|the|it is|its)\b(?! (?:verdad|hora|horario|tiempo|que|muy|demasiado|lejos|trabajo|too|far))/;
const refused = any('no|not|dont|cant|nunca|tampoco|obligan?|toca');

// A word that tells of something that keeps her from it; other words beside a no may be an answer to something else.
const reasons = any(
  'tengo|tenemos|estoy|estamos|voy|trabajo|trabajando|cuido|cuidar|cuidando|queda|toca|conseguid?o?|consegui|encontre|busco|buscar|miro|puedo|podre|enferm\\w+|cita|citas|medic\\w+',
  'ocupad\\w+|lejos|tiempo|interes\\w*|miedo|descon\\w+|confi\\w+|prefiero|personal\\w*|otr[ao]s?|hij\\w+|mama|papa|espos\\w+|famil\\w+|viaj\\w+|doy|gusta|gustan|queria|esperar|espero|cansad\\w+|pued[eo]n?|robar\\w*|robo|roban|estafa\\w*|estafan|prestamos?|credito|enganan|tumban|clonan|hackean|robader\\w+|desconocid\\w+|lado',
  'ya|colegio|hospital|vaya|aqui|aca|necesito|sirve|seguro|segura|embaraz\\w+|accidente|dolor\\w*|operar\\w*|murio|falleci\\w+|salir|viejita|niet\\w+|ninos?|ninas?',
  'busy|work|working|have|far|sick|time|already|another|other|found|afraid|scared|trust|give|share|dont|cant|prefer|rather|in person|appointment|mother|son|daughter|kids|tired|late',
);

/** Whether a reason begins here, with no comma before it: after "no" alone only where it can be no object of that no. */
export function startsReason(head: string[], rest: string[]): boolean {
  const [first = '', second = ''] = rest;
  if (first === 'ya') return ['tengo', 'estoy', 'consegui', 'encontre', 'tome', 'cogi', 'voy'].includes(second);
  const starters = head.length === 1 ? startsAnyhow : startsAfterMore;
  return starters.has(first);
}

const startsAnyhow = new Set('yo mejor i im ill prefiero thanks'.split(' '));
const startsAfterMore = new Set(
  'yo mejor i im ill my tengo estoy esta me mi mis se trabajo cuido vivo prefiero hasta toca ya debo voy nos tenemos estamos'.split(
    ' ',
  ),
);
