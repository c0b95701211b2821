import { ENDED, type Mark, type Talker } from './talker';

/** Marks her class of today over and over, each time somebody else, and knows what stands after each save. */
export async function instructorStory(her: Talker, people: number, restMs: number): Promise<void> {
  while (!her.isOver()) {
    await her.says('asistencia', 'attendance.told');
    const marks = her.truth.marks.size === 0 ? first(her, people) : change(her, people);
    await her.says(marks.said, 'attendance.confirm');
    await her.taps('save', 'attendance.saved');
    for (const [number, status] of marks.given)
      her.truth.marks.set(number, { status, revision: (her.truth.marks.get(number)?.revision ?? 0) + 1 });
    // One message in six seconds to one person is what Meta allows in the long run.
    await her.pause(restMs);
  }
  throw ENDED;
}

type Marks = { said: string; given: [number, string][] };

function first(her: Talker, people: number): Marks {
  const away = 1 + Math.floor(her.draw('away') * people);
  const all = Array.from({ length: people }, (_, at) => at + 1);
  return { said: `todas menos ${away}`, given: all.map((number) => [number, number === away ? 'absent' : 'present']) };
}

function change(her: Talker, people: number): Marks {
  const number = 1 + Math.floor(her.draw('who') * people);
  const others = Object.keys(ways).filter((status) => status !== her.truth.marks.get(number)?.status);
  const status = others[Math.floor(her.draw('status') * others.length)] as Mark['status'];
  return { said: ways[status]?.(number) ?? '', given: [[number, status]] };
}

const ways: Record<string, (number: number) => string> = {
  present: (number) => `la ${number} vino`,
  late: (number) => `la ${number} llegó tarde`,
  excused: (number) => `la ${number} excusa`,
  absent: (number) => `la ${number} no vino`,
};
