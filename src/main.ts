import { readConfig } from './config';
import { endingSignal } from './ending';
import { noteFault } from './fault';
import { createLog } from './log';
import { openService, type Service } from './service';
import { welcome } from './welcome';

/** The service as a program: from the environment to the first request, and to a clean end at SIGINT or SIGTERM. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  // Promises that were left alone and failed come here too. Node itself would print the message, whatever it quotes.
  process.on('uncaughtException', (fault) => {
    log.error({ fault }, 'Something failed that nobody looked after; the process ends, the next takes up its work.');
    process.exit(1);
  });
  const service = await openService(config, log);
  endingSignal().addEventListener('abort', () => void end(service));
  console.log(welcome(service, config));
}

async function end(service: Service): Promise<void> {
  setTimeout(() => process.exit(1), MOST_MS).unref();
  await service.close();
  process.exit(0);
}
// Under the 30 s most platforms wait before they kill.
const MOST_MS = 20_000;

main().catch((fault) => {
  // Start-up faults are ours or the operator's, never a person's: their message says what to do.
  console.error(fault instanceof Error ? fault.message : noteFault(fault));
  process.exit(1);
});
