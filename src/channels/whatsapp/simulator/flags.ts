import { parseArgs } from 'node:util';
import { controlRoutes } from './control/controlRoutes';
import { type Faults, faultKinds, isFaultName } from './faults';
import { phoneRoutes } from './phoneRoutes';
import { readPrices } from './priceFile';
import type { StandInOptions } from './standIn';

/** What `--help` prints. */
export const usage = `Stands in for Meta's Cloud API: GET /phone shows the phones, /simulator/… is for other programs.

  --port 4000                       --host 127.0.0.1
  --webhook http://127.0.0.1:3978/webhooks/whatsapp   (may be given several times: one is drawn for each attempt)
  --app-secret S --verify-token S --access-token S --phone-number-id N --account-id N
  --seed N                          the same faults again
  --statuses none|sent|all          which status webhooks follow a send (all)
  --no-limits                       no speed limits          --window status|refusal|off
  --strict-list                     a list's text takes 1,024 characters, not 4,096
  --speed N                         how fast its clock goes (1); 0 stands still until POST /simulator/clock moves it
  --prices FILE                     what messages cost, shaped like GET /simulator/prices
  --keep N                          bubbles per phone and messages in the ledger that are kept (all)
  --faults refuse500=0.1,fail:131049=0.05  --slow-ms 2000  --latency-ms 0-0
  kinds: ${faultKinds.join(', ').replace(/(.{80}[^,]*, )/, '$1\n         ')}, refuse:CODE, fail:CODE, failLate:CODE
  --batch N --duplicates 0.1 --reorder 0.1 --delay-ms 0-50 --retry-factor 1
`;

/** Reads the command line; `help` when that is all that was asked for. Throws an Error that names the flag that is wrong. */
export function optionsFromFlags(args: string[]): StandInOptions | 'help' {
  const { values } = parseArgs({ args, options: flags });
  return values.help ? 'help' : optionsFrom(values);
}

const ownService: string[] = ['http://127.0.0.1:3978/webhooks/whatsapp'];

const flags = {
  help: { type: 'boolean' },
  port: { type: 'string', default: '4000' },
  host: { type: 'string', default: '127.0.0.1' },
  webhook: { type: 'string', multiple: true, default: ownService },
  'app-secret': { type: 'string', default: 'simulated-app-secret' },
  'verify-token': { type: 'string', default: 'simulated-verify-token' },
  'access-token': { type: 'string', default: 'simulated-access-token' },
  'account-id': { type: 'string', default: '102290129340398' },
  'phone-number-id': { type: 'string', default: '106540352242922' },
  seed: { type: 'string' },
  statuses: { type: 'string', default: 'all' },
  'no-limits': { type: 'boolean', default: false },
  window: { type: 'string', default: 'status' },
  'strict-list': { type: 'boolean', default: false },
  speed: { type: 'string', default: '1' },
  prices: { type: 'string' },
  keep: { type: 'string' },
  faults: { type: 'string', default: '' },
  'slow-ms': { type: 'string', default: '2000' },
  'latency-ms': { type: 'string', default: '0-0' },
  batch: { type: 'string', default: '1' },
  duplicates: { type: 'string', default: '0' },
  reorder: { type: 'string', default: '0' },
  'delay-ms': { type: 'string', default: '0-0' },
  'retry-factor': { type: 'string', default: '1' },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof flags }>>['values'];

function optionsFrom(values: Values): StandInOptions {
  const urls = values.webhook.map((text) => url('--webhook', text));
  const keep = values.keep === undefined ? undefined : count('--keep', values.keep);
  return {
    port: count('--port', values.port),
    host: values.host,
    webhookUrl: () => urls[Math.floor(Math.random() * urls.length)] ?? '',
    appSecret: values['app-secret'],
    verifyToken: values['verify-token'],
    accessToken: values['access-token'],
    phoneNumberId: values['phone-number-id'],
    accountId: values['account-id'],
    ...(values.seed !== undefined && { seed: count('--seed', values.seed) }),
    statuses: oneOf('--statuses', values.statuses, ['none', 'sent', 'all'] as const),
    limits: !values['no-limits'],
    window: oneOf('--window', values.window, ['status', 'refusal', 'off'] as const),
    ...(keep !== undefined && { keep: { bubbles: keep, messages: keep } }),
    ...(values['strict-list'] && { listBody: 1024 }),
    speed: count('--speed', values.speed),
    ...(values.prices !== undefined && { prices: readPrices(values.prices) }),
    faults: { ...faultsFrom(values), latencyMs: span('--latency-ms', values['latency-ms']) },
    delivery: {
      batch: count('--batch', values.batch),
      duplicates: count('--duplicates', values.duplicates),
      reorder: count('--reorder', values.reorder),
      delayMs: span('--delay-ms', values['delay-ms']),
      retryFactor: count('--retry-factor', values['retry-factor']),
    },
    routes: (standIn) => [...phoneRoutes(standIn), ...controlRoutes(standIn)],
  };
}

function faultsFrom(values: Values): Faults {
  const faults: Faults = { slowMs: count('--slow-ms', values['slow-ms']) };
  for (const one of values.faults.split(',').filter(Boolean)) {
    const [name = '', share = ''] = one.split('=');
    if (!isFaultName(name))
      throw new Error(
        `--faults takes one of ${faultKinds.join(', ')}, refuse:CODE, fail:CODE, failLate:CODE, not "${name}".`,
      );
    faults[name] = count('--faults', share);
  }
  return faults;
}

function span(flag: string, text: string): [number, number] {
  const [shortest = 0, longest = shortest] = text.split('-').map((ms) => count(flag, ms));
  return [shortest, longest];
}

function count(flag: string, text: string): number {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value) || value < 0) throw new Error(`${flag} takes a number, not "${text}".`);
  return value;
}

function url(flag: string, text: string): string {
  if (!/^https?:/.test(text) || !URL.canParse(text)) throw new Error(`${flag} takes an http address, not "${text}".`);
  return text;
}

function oneOf<T extends string>(flag: string, text: string, known: readonly T[]): T {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new Error(`${flag} takes one of ${known.join(', ')}, not "${text}".`);
  return found;
}
