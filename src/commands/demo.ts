import type { Person } from '../channels/whatsapp/simulator/phone/person';
import type { StandIn } from '../channels/whatsapp/simulator/standIn';
import { endingSignal } from '../ending';
import { createLog } from '../log';
import { openService, type Service } from '../service';
import { demoPhones } from '../services/demo';
import { play, type Scene } from './demo/play';
import { printSheet } from './demo/sheet';
import { comesLater, marked, marks, registers } from './demo/story';
import { makeScratch } from './scratch';
import { type Screen, screenOf } from './terminal';

/** `npm run demo`: the whole service on a scratch installation, and a story told on its phones. Fails where a step does. */
async function main(): Promise<void> {
  const screen = screenOf(process.stdout);
  const ending = endingSignal();
  const scratch = await makeScratch(process.env);
  try {
    const config = { ...scratch.config, locale: 'es' as const };
    const service = await openService(config, createLog(config.logLevel, process.stderr));
    const told = tell(service, config.timeZone, screen);
    await Promise.race([told, aborted(ending)]).finally(service.close);
  } finally {
    await scratch.remove();
  }
}

async function tell(service: Service, timeZone: string, screen: Screen): Promise<void> {
  const { standIn } = service;
  if (!standIn) throw new Error('The demo needs the simulated phones.');
  console.log(`Relevo listens on ${service.url}. Each webhook is signed, and posted twice as Meta may do.`);
  standIn.setDelivery({ duplicates: 1 });
  const scenes: [Scene, Person][] = [
    [registers, standIn.person({ name: 'Luz Dary', phone: demoPhones.caregiver })],
    [comesLater, standIn.person({ name: 'Yolanda' })],
    [marks, standIn.person({ name: 'Martha Lucía', phone: demoPhones.instructor })],
  ];
  for (const [scene, person] of scenes) await play(scene, person, screen);
  await printSheet(service, { classCode: 'MAN-YOGA-01', timeZone, wanted: marked }, screen);
  await checkReplies(standIn, scenes);
}

// Every webhook came twice, and nobody may have been answered twice.
async function checkReplies(standIn: StandIn, scenes: [Scene, Person][]): Promise<void> {
  if (!(await standIn.settled(10_000))) throw new Error('Some webhooks were not answered 200 within ten seconds.');
  for (const [{ title, steps }, person] of scenes) {
    const replies = person.thread().filter(({ direction }) => direction === 'outbound').length;
    if (replies !== steps.length)
      throw new Error(`"${title}": ${steps.length} messages were answered ${replies} times.`);
  }
  const messages = scenes.reduce((sum, [{ steps }]) => sum + steps.length, 0);
  const { attempts, p50 } = standIn.figures();
  console.log(
    `\nAll came out right: ${messages} messages, ${messages} answers, ${attempts} webhooks (half of them answered within ${p50.toFixed(0)} ms).`,
  );
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

main().then(
  () => process.exit(0),
  (fault) => {
    console.error(`\n${fault instanceof Error ? fault.message : fault}`);
    process.exit(1);
  },
);
