import { isGreeting, readIntent } from '../src/replies/intent';
import { pick } from '../src/replies/pick';
import { wordsOf } from '../src/replies/text';
import { yesNo } from '../src/replies/yesNo';
import type { Reader } from '../src/script/steps';

/** Reads a plain yes as one answer and a plain no as another; anything else is left to the options. */
export function yesNoAs<Yes, No>(yes: Yes, no: No): Reader<object, Yes | No> {
  return (text) => {
    const meant = yesNo(text);
    return meant ? { ok: true, value: meant === 'yes' ? yes : no } : { ok: false };
  };
}

/** Reads whether she goes on with what she had begun: a yes, a no, or the word itself ("seguir", "terminemos"); or "later". */
export function goesOnAs<Yes, No, Later>(yes: Yes, no: No, later: Later): Reader<object, Yes | No | Later> {
  return (text) => {
    const line = wordsOf(text).join(' ');
    if (laterWords.test(line)) return { ok: true, value: later };
    const meant = goOnWords.test(line) ? 'yes' : yesNo(text);
    return meant ? { ok: true, value: meant === 'yes' ? yes : no } : { ok: false };
  };
}
const goOnWords =
  /^(?:si |claro |dale |bueno |listo |ok |yes |lets |quiero |deseo )*(?:seguir|seguimos|sigamos|sigo|siga|sigue|continuar|continuemos|continuo|continue|terminar|terminarlo|terminemos|go on|keep going|finish)(?: (?:con el registro|registrandome|donde iba|donde ibamos|por favor|porfa|it|please))*$/;
const laterWords =
  /^(?:no )?(?:por )?(?:ahora no|ahorita no|hoy no|por ahora no|no por ahora|mas tarde|mas tardecito|luego|despues|otro dia|en otro momento|manana|not now|later|maybe later|another day|ahora no puedo|no puedo ahora|ahorita no puedo|no puedo ahorita|estoy ocupada|ahora estoy ocupada)(?: (?:gracias|sigo|seguimos|termino|por favor|thanks|thank you))*$/;

/** What `orElse` gives for something else. */
export const ELSE = 'else' as const;

/**
 * For questions we ask of our own accord: what she writes need not be about them. What the reader and the options do not
 * take, and is a greeting or another wish, is 'else'; the menu then reads it.
 */
export function orElse<V>(reader: Reader<object, V>): Reader<object, V | typeof ELSE> {
  return (text, seen) => {
    const read = reader(text, seen);
    if (read.ok || pick(text, seen.offered).ok) return read;
    return isGreeting(text) || readIntent(text) ? { ok: true, value: ELSE } : read;
  };
}
