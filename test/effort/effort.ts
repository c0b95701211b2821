/** Something somebody does with her phone: she types it, taps it, or fills it in with so many taps and sends it. */
export type Deed = { types: string } | { taps: string } | { fills: string; withTaps: number };

/** A task and what one person does to get it done. `is`: whether it is got done by that; a figure for what fails means nothing. `answers`: our bubbles. */
export type Task = { name: string; does: Deed[]; is: () => boolean; answers?: number };

/** What a task costs her. */
export type Effort = { messages: number; typed: number; taps: number; seconds: number };

/**
 * Characters a second on a phone: 36 words of five a minute, the mean of 37,000 people (Palin and others, "How do people
 * type on mobile devices?", MobileHCI 2019), taken by half, because ours are older than those and look up names.
 */
export const CHARACTERS_A_SECOND = 1.5;

/** Seconds to find a button and tap it, or to send what is typed. */
export const SECONDS_A_TAP = 1.5;

/** What a task costs, without reading and thinking: each thing typed is sent by a tap of its own. */
export function effortOf(deeds: Deed[]): Effort {
  const typed = deeds.reduce((sum, deed) => sum + [...wordsIn(deed)].length, 0);
  const taps = deeds.reduce((sum, deed) => sum + tapsIn(deed), 0);
  const sent = deeds.filter((deed) => 'types' in deed).length;
  const seconds = typed / CHARACTERS_A_SECOND + (taps + sent) * SECONDS_A_TAP;
  return { messages: deeds.length, typed, taps, seconds: Math.round(seconds) };
}

function wordsIn(deed: Deed): string {
  if ('types' in deed) return deed.types;
  return 'fills' in deed ? deed.fills : '';
}

function tapsIn(deed: Deed): number {
  if ('fills' in deed) return deed.withTaps;
  return 'taps' in deed ? 1 : 0;
}

/** A line a task. */
export function table(tasks: Task[]): string[] {
  const rows = tasks.map(({ name, does, is, answers }) => ({
    name,
    ...effortOf(does),
    answers: answers ?? does.length,
    is: is(),
  }));
  const width = Math.max(...rows.map(({ name }) => name.length));
  const cells = (name: string, figures: (string | number)[]) =>
    `${name.padEnd(width)}${figures.map((figure) => String(figure).padStart(10)).join('')}`;
  return [
    cells('task', ['messages', 'taps', 'typed', 'seconds', 'answers']),
    ...rows.map((row) =>
      cells(
        row.name,
        row.is ? [row.messages, row.taps, row.typed, row.seconds, row.answers] : ['not done', '', '', '', ''],
      ),
    ),
    `At ${CHARACTERS_A_SECOND} characters a second and ${SECONDS_A_TAP} seconds a tap; reading and thinking are not counted.`,
  ];
}
