import { createInterface } from 'node:readline';
import type { Bubble } from '../../channels/whatsapp/simulator/phone/bubble';
import type { Person } from '../../channels/whatsapp/simulator/phone/person';
import type { StandIn } from '../../channels/whatsapp/simulator/standIn';
import { bubbleLines, type Screen, saidLines, screenOf } from '../terminal';

/** Sends what is typed, line by line, each after the answer to the one before; over at the end of input or at `ending`. */
export async function converse(
  standIn: StandIn,
  who: { name: string; phone: string },
  ending: AbortSignal,
): Promise<void> {
  if (ending.aborted) return;
  const screen = screenOf(process.stdout);
  const person = standIn.person(who);
  console.log(`You are ${person.name}. A number picks a choice; Ctrl-D ends it. Begin with "hola".\n`);
  const isTyped = process.stdin.isTTY === true;
  const { lines, prompt } = openLines(saidLines(person.name, '', screen), isTyped, ending);
  ending.addEventListener('abort', standIn.release);
  prompt();
  for await (const line of lines) {
    if (!isTyped) console.log(saidLines(person.name, line, screen));
    await exchange(person, line.trim(), screen);
    if (ending.aborted) break;
    prompt();
  }
  console.log();
}

function openLines(prompt: string, isTyped: boolean, ending: AbortSignal) {
  const output = isTyped && { output: process.stdout, prompt };
  const lines = createInterface({ input: process.stdin, signal: ending, ...output });
  // A terminal gives Ctrl-C to the line, not to the program.
  lines.on('SIGINT', () => process.kill(process.pid, 'SIGINT'));
  // At the end of input it is closed while lines are still to be read; from Node 24 on a closed one does not prompt.
  let isPrompting = isTyped;
  lines.once('close', () => {
    isPrompting = false;
  });
  return { lines, prompt: () => isPrompting && lines.prompt() };
}

async function exchange(person: Person, line: string, screen: Screen): Promise<void> {
  if (line === '') return;
  send(person, line);
  const came = await replies(person);
  for (const reply of came) console.log(`${bubbleLines(reply, screen)}\n`);
  if (came.length === 0) console.log('(no answer)\n');
}

function send(person: Person, line: string): void {
  const latest = person.thread().findLast(({ direction }) => direction === 'outbound');
  const choice = /^\d{1,2}$/.test(line) ? latest?.choices[Number(line) - 1] : undefined;
  if (latest && choice) person.taps(choice.id, latest.id);
  else person.says(line);
}

// The first may take its time; what belongs to it comes on its heels.
async function replies(person: Person): Promise<Bubble[]> {
  const came: Bubble[] = [];
  for (let wait = 10_000; ; wait = 100) {
    const reply = await person.nextReply(wait).catch(() => undefined);
    if (!reply) return came;
    came.push(reply);
  }
}
