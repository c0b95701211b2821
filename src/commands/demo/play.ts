import type { Bubble } from '../../channels/whatsapp/simulator/phone/bubble';
import type { Person } from '../../channels/whatsapp/simulator/phone/person';
import { bold, bubbleLines, type Screen, saidLines } from '../terminal';

/** What somebody does, and what must stand in the one message that answers it, text or choices; `lacks` must not. */
export type Step = ({ says: string } | { taps: string }) & { shows: string[]; lacks?: string[] };

/** A part of the story: what one person does, step by step. */
export type Scene = { title: string; steps: Step[] };

/** Plays a scene on a person's phone and prints it as a talk; throws at the first step whose answer is not what it must be. */
export async function play({ title, steps }: Scene, person: Person, screen: Screen): Promise<void> {
  console.log(`\n${bold(`── ${title} `.padEnd(screen.width, '─'), screen)}\n`);
  for (const [at, step] of steps.entries())
    await playStep(step, { person, screen, where: `"${title}", step ${at + 1}` });
}

type Stage = { person: Person; screen: Screen; where: string };

async function playStep(step: Step, { person, screen, where }: Stage): Promise<void> {
  const said = 'says' in step ? step.says : step.taps;
  console.log(saidLines(person.name, 'says' in step ? said : `(${said})`, screen));
  const reply = await answer(step, person).catch((cause: Error) => {
    throw new Error(`${where} ("${said}") did not come out right: ${cause.message}`, { cause });
  });
  console.log(`${bubbleLines(reply, screen)}\n`);
  const faults = faultsOf(step, reply);
  if (faults.length > 0)
    throw new Error(`${where} ("${said}") did not come out right. The message above:\n${faults.join('\n')}`);
}

async function answer(step: Step, person: Person): Promise<Bubble> {
  if ('says' in step) person.says(step.says);
  else person.taps(step.taps);
  return person.nextReply(10_000);
}

function faultsOf({ shows, lacks = [] }: Step, { text, choices }: Bubble): string[] {
  const all = [text, ...choices.map(({ title, detail = '' }) => `${title}\n${detail}`)].join('\n');
  return [
    ...shows.filter((piece) => !all.includes(piece)).map((piece) => `- must show ${JSON.stringify(piece)}`),
    ...lacks.filter((piece) => all.includes(piece)).map((piece) => `- must not show ${JSON.stringify(piece)}`),
  ];
}
