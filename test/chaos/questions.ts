import { es } from '../../locales/es';
import type { Bubble } from '../../src/channels/whatsapp/simulator/phone/bubble';
import { readTap } from '../../src/script/tap';

/** What a message asks or says, by name: of a question with choices its script and name, else the sentence it ends with. */
export function questionIn({ choices, text }: Pick<Bubble, 'choices' | 'text'>): string {
  const tap = choices[0] && readTap(choices[0].id);
  // Asked again, the place is asked with the localities to tap.
  if (tap?.question === 'near') return 'where.near';
  if (tap) return `${tap.script}.${tap.question}`;
  return Object.entries(marks).find(([, mark]) => text.includes(mark))?.[0] ?? 'unknown';
}

const marks: Record<string, string> = {
  'registration.name': es['registration.name'],
  'registration.number': '¿Cuál es el número?',
  'where.near': es['where.ask'],
  'attendance.told': '¿Quién vino?',
  'enrolment.taken': '¡Listo! Tiene su cupo en',
  'enrolment.waits': 'Quedó en la lista de espera de',
  'enrolment.already': es['enrolment.already'],
  'enrolment.leftForNow': es['enrolment.leftForNow'],
  'myClasses.none': es['myClasses.none'],
  'myClasses.bye': es['myClasses.bye'],
  'attendance.saved': 'Guardado:',
  'talk.goodbye': es['talk.goodbye'],
  'talk.sorry': es['talk.sorry'],
};
