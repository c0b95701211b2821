import { optionsFromFlags, usage } from '../channels/whatsapp/simulator/flags';
import { openStandIn } from '../channels/whatsapp/simulator/standIn';

/** Runs the stand-in by itself until it is told to stop; prints its address as one line of JSON. */
async function main(): Promise<void> {
  const options = optionsFromFlags(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(usage);
    return;
  }
  const standIn = await openStandIn(options);
  process.stdout.write(`${JSON.stringify({ url: standIn.url, phone: `${standIn.url}/phone` })}\n`);
  const stop = (): void => void standIn.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
