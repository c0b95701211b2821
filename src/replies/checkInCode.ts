import { folded } from './text';

/** The four digits of a check-in, as they are typed: "4821", "asistir 4821", "4 8 2 1", "el código es 48-21". */
export function checkInCodeIn(text: string): string | undefined {
  const said = folded(text.slice(0, LONGEST));
  const digits = said.replace(/[^0-9]/g, '');
  const words = said
    .replace(/[0-9]/g, ' ')
    .split(/[^a-z]+/)
    .filter(Boolean);
  return digits.length === 4 && words.every((word) => AROUND.has(word)) ? digits : undefined;
}
const LONGEST = 80;

/** "asistir 4821", "attend 4821", as the QR code writes it too: wherever the talk stands, she says that she is in class. */
export function checkInSaid(text: string): string | undefined {
  return /^\W*(asistir|asisto|attend)\b/.test(folded(text.slice(0, LONGEST))) ? checkInCodeIn(text) : undefined;
}

const AROUND = new Set(
  (
    'asistir asisto asistencia presente llegue attend here present el la es mi con de codigo clave numero y a hola buenas ya ' +
    'estoy aqui the code is my number'
  ).split(' '),
);
