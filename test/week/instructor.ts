import { addDays } from '../../src/domain/calendar';
import type { MarkStatus } from '../../src/domain/marks';
import { forms, sayable } from '../replies/whoCame/forms';
import type { CityClass } from './city';
import type { Phone } from './phones';

/** An instructor and what she meant: for each of her meetings, who is what. */
export type Instructor = { phone: Phone; meetings: Meeting[] };
/** `unsure`: she was called away, or got no answer, so that nobody knows what stands. */
export type Meeting = {
  of: CityClass;
  day: string;
  endsAt: number;
  meant: Map<string, MarkStatus>;
  before: Map<string, MarkStatus>;
  saved: number;
  unsure: boolean;
};

/** Marks one of her meetings in her own words, until it is said to be saved. `today`: the day on which she does it. */
export function marks(her: Instructor, meeting: Meeting, today: string): Promise<void> {
  const { phone } = her;
  return phone.alone(async () => {
    let said: SaidMarks | undefined;
    for (let messages = 0; messages < 16 && !phone.isOver(); messages += 1) {
      const asked = messages === 0 && !isAbout(phone, meeting, today) ? 'nothing' : phone.asked();
      switch (asked) {
        case 'attendanceDue.mark':
          if (!isAbout(phone, meeting, today)) await phone.says(opening(meeting, today));
          else await phone.taps('list');
          break;
        case 'attendance.chosen':
          await choosesSession(phone, meeting, today);
          break;
        case 'attendance.told':
          if (!isAbout(phone, meeting, today)) {
            await phone.says(said ? 'cancelar' : opening(meeting, today));
            break;
          }
          // Whoever gets no answer says the same again.
          said ??= meeting.saved === 0 ? whatSheSaw(phone) : change(phone, meeting);
          await phone.says(said.text);
          break;
        case 'attendance.clear':
          await phone.says('cancelar');
          break;
        case 'attendance.confirm':
          if (said) meeting.unsure = true;
          await phone.taps(said ? 'save' : 'fix');
          break;
        case 'attendance.reason':
          await phone.says('la había marcado mal');
          break;
        case 'attendance.saved':
          if (!said) return;
          meeting.before = meeting.meant;
          meeting.meant = new Map([...meeting.meant, ...said.meant]);
          meeting.saved += 1;
          meeting.unsure = false;
          return;
        default:
          if (messages > 8) return;
          await phone.says(opening(meeting, today));
      }
    }
  });
}

/** Takes back what she has marked last, whichever of her meetings that was. */
export function undoes({ phone, meetings }: Instructor): Promise<void> {
  return phone.alone(async () => {
    const marked = meetings.filter(({ saved }) => saved > 0);
    const wasSure = new Map(marked.map((one) => [one, !one.unsure]));
    for (const one of marked) one.unsure = true;
    if (!(await phone.says('deshacer'))) return;
    const { text = '' } = phone.latest() ?? {};
    const done = marked.find(({ of, day }) => text.includes(`Deshice lo último en *${of.name}*, `) && says(text, day));
    if (!done && !text.includes('No hay nada que deshacer')) return;
    for (const one of marked) one.unsure = !wasSure.get(one);
    if (!done) return;
    done.meant = done.before;
    done.before = new Map();
  });
}

function says(text: string, day: string): boolean {
  return text.includes(` ${Number(day.slice(8))} de `);
}

function opening({ day }: Meeting, today: string): string {
  if (day === today) return 'asistencia';
  return addDays(day, 1) === today ? 'asistencia de ayer' : 'corregir otra clase';
}

/** Whether her screen is about this meeting: by the name of the class, and by the day, which is said where it is not today. */
function isAbout(phone: Phone, { of, day }: Meeting, today: string): boolean {
  const line = phone
    .latest()
    ?.text.split('\n')
    .find((one) => one.includes(`*${of.name}*`));
  const said = line && /(\d+) de \p{L}+/u.exec(line)?.[1];
  return line !== undefined && (said ? Number(said) === Number(day.slice(8)) : day === today);
}

async function choosesSession(phone: Phone, { of, day }: Meeting, today: string): Promise<void> {
  const rows = phone.latest()?.choices.filter(({ title }) => title === of.name) ?? [];
  const date = String(Number(day.slice(8)));
  const mine = day === today ? rows[0] : rows.find(({ detail = '' }) => detail.includes(` ${date} `));
  await phone.taps(mine?.id.split(':').at(-1) ?? 'cancelar');
}

type SaidMarks = { text: string; meant: Map<string, MarkStatus> };

/** Most came; she says it in one of the ways people say it. */
function whatSheSaw(phone: Phone): SaidMarks {
  const names = listed(phone);
  const told = new Map([...names.keys()].map((number) => [number, { status: statusOf(phone.draw('came')) }]));
  const form =
    phone.oneOf(
      'form',
      Object.keys(forms).filter((name) => !name.startsWith('tick')),
    ) ?? '';
  const means = sayable(form, told);
  const text = forms[form]?.(means, { list: phone.oneOf('list', lists) ?? plain, sep: '; ' });
  return {
    text: (text ?? []).join(phone.oneOf('sep', ['; ', '\n', '. ']) ?? '; '),
    meant: new Map([...means].map(([number, { status }]) => [names.get(number) ?? '', status])),
  };
}

function statusOf(draw: number): MarkStatus {
  if (draw < 0.78) return 'present';
  if (draw < 0.9) return 'absent';
  return draw < 0.96 ? 'late' : 'excused';
}

/** She corrects one of them. */
function change(phone: Phone, meeting: Meeting): SaidMarks {
  const names = listed(phone);
  const [number = 0, name = ''] = phone.oneOf('who', [...names]) ?? [];
  const others = (Object.keys(ways) as MarkStatus[]).filter((status) => status !== meeting.meant.get(name));
  const status = phone.oneOf('status', others) ?? 'absent';
  return { text: ways[status](number), meant: new Map([[name, status]]) };
}

const ways: Record<MarkStatus, (number: number) => string> = {
  present: (number) => `la ${number} vino`,
  late: (number) => `la ${number} llegó tarde`,
  excused: (number) => `la ${number} excusa`,
  absent: (number) => `la ${number} no vino`,
};

/** The numbered people on her screen. */
function listed(phone: Phone): Map<number, string> {
  const lines = phone.latest()?.text.matchAll(/^(\d+)\. (.+?)(?: \([^)]*\))?(?: 📱)?$/gm) ?? [];
  return new Map([...lines].map(([, number, name = '']) => [Number(number), name]));
}

const plain = (numbers: number[]) => strung(numbers.map((number) => `la ${number}`));
const lists = [
  plain,
  (numbers: number[]) => (numbers.length > 1 ? strung(numbers.map(String)) : plain(numbers)),
  (numbers: number[]) => strung(numbers.map((number) => `#${number}`)),
];

function strung(items: string[]): string {
  const last = items.at(-1) ?? '';
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} y ${last}` : last;
}
