import { folded } from './text';

/** The code that staff gave an instructor, said out of the blue: "código de ingreso 12345678". */
export function entryCodeSaid(text: string): string | undefined {
  const [, digits = ''] = ENTRY.exec(folded(text.slice(0, LONGEST))) ?? [];
  return digits === '' ? undefined : digits.replace(/\D/g, '');
}

/** Whether an instructor asks for a new PIN: "cambiar pin", "olvidé mi pin". */
export function newPinAsked(text: string): boolean {
  return text.length <= LONGEST && NEW_PIN.test(folded(text));
}

/** A PIN of four to six digits or a code of eight, with whatever words stand around it. */
export function secretIn(text: string): string | undefined {
  const digits =
    text
      .slice(0, LONGEST)
      .replace(/(\d)[\s.-]+(?=\d)/g, '$1')
      .match(/\d+/g) ?? [];
  const [only = ''] = digits;
  return digits.length === 1 && /^(?:\d{4,6}|\d{8})$/.test(only) ? only : undefined;
}

/** A code of eight digits, with whatever words stand around it. */
export function eightDigitsIn(text: string): string | undefined {
  const secret = secretIn(text);
  return secret?.length === 8 ? secret : undefined;
}

/** A PIN she chooses: four to six digits. */
export function pinIn(text: string): string | undefined {
  const secret = secretIn(text);
  return secret && secret.length <= 6 ? secret : undefined;
}

const LONGEST = 80;
const ENTRY =
  /^\W*(?:mi |el )?(?:codigo de (?:ingreso|entrada|acceso)|entry code|access code)\W*(?:es\W+|is\W+)?((?:\d[\s-]?){8})\W*$/;
const NEW_PIN =
  /^\W*(?:quiero |deseo |necesito |i want to )?(?:(?:cambiar|nuevo|olvide|crear|change|new|forgot|choose)(?: de| mi| el| my| a)* pin|pin nuevo)\W*$/;
