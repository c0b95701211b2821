import { readConfig } from '../../src/config';
import { armCrashPoint } from '../../src/crashPoint';
import { createLog } from '../../src/log';
import { openService } from '../../src/service';
import type { AppAsked, AppTold } from './runningApp';

/**
 * The service as main.ts runs it, with a parent that may name the point at which it is to die. An entry of its own, so
 * that the program itself knows of no such thing.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  process.on('unhandledRejection', (fault) => {
    log.error({ fault }, 'A promise was left alone and failed.');
    process.exit(1);
  });
  // Nobody is left to end it.
  process.on('disconnect', () => process.exit(1));
  const service = await openService(config, log);
  process.on('message', (asked: AppAsked) => (asked.kind === 'arm' ? armCrashPoint(asked.point) : tell(memory())));
  process.once('SIGTERM', () => void service.close().then(() => process.exit(0)));
  tell({ kind: 'listening', port: service.port });
}

function tell(told: AppTold): void {
  process.send?.(told);
}

// Collected first, where that can be asked for: what counts is what is held.
function memory(): AppTold {
  globalThis.gc?.();
  const { heapUsed, external, arrayBuffers, rss } = process.memoryUsage();
  return { kind: 'memory', held: heapUsed + external + arrayBuffers, rss };
}

main().catch((fault) => {
  console.error(fault instanceof Error ? fault.message : String(fault));
  process.exit(1);
});
