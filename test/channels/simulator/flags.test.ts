import { optionsFromFlags } from '../../../src/channels/whatsapp/simulator/flags';
import { openStandIn } from '../../../src/channels/whatsapp/simulator/standIn';
import { type Item, openEchoService, until } from './echoService';

describe('the command line', () => {
  test('without flags points at a service on this machine', () => {
    expect(optionsFromFlags([])).toMatchObject({
      port: 4000,
      statuses: 'all',
      limits: true,
      window: 'status',
      faults: {},
    });
    expect((optionsFromFlags([]) as Item).webhookUrl()).toBe('http://127.0.0.1:3978/webhooks/whatsapp');
  });

  test('sets everything', () => {
    const words =
      '--port 0 --statuses none --no-limits --window off --keep 20 --seed 3 --faults refuse500=0.1,slow=0.05 --slow-ms 9 ' +
      '--batch 5 --duplicates 0.2 --reorder 0.3 --delay-ms 5-10 --retry-factor 0.01 --app-secret a --phone-number-id 1';
    expect(optionsFromFlags(words.split(' '))).toMatchObject({
      port: 0,
      statuses: 'none',
      limits: false,
      window: 'off',
      keep: { bubbles: 20, messages: 20 },
      seed: 3,
      faults: { refuse500: 0.1, slow: 0.05, slowMs: 9 },
      delivery: { batch: 5, duplicates: 0.2, reorder: 0.3, delayMs: [5, 10], retryFactor: 0.01 },
      appSecret: 'a',
      phoneNumberId: '1',
    });
  });

  test('asks for help', () => {
    expect(optionsFromFlags(['--help'])).toBe('help');
  });

  test.each([
    ['--statuses maybe', /--statuses takes one of none, sent, all/],
    ['--faults explode=1', /--faults takes one of refuse500/],
    ['--faults slow=much', /--faults takes a number/],
    ['--port x', /--port takes a number/],
    ['--webhook nowhere', /--webhook takes an http address/],
    ['--unknown 1', /--unknown/],
  ])('%s is refused by name', (words, fault) => {
    expect(() => optionsFromFlags(words.split(' '))).toThrow(fault);
  });

  test('opens a stand-in that serves the phones and delivers to any of several services', async () => {
    const [one, other] = [await openEchoService(), await openEchoService()];
    const urls = [one, other].flatMap(({ url }) => ['--webhook', url]);
    const options = optionsFromFlags(['--port', '0', '--app-secret', 'test-app-secret', '--statuses', 'none', ...urls]);
    const standIn = await openStandIn(options as Exclude<typeof options, 'help'>);
    expect((await fetch(`${standIn.url}/phone`)).status).toBe(200);
    expect((await fetch(`${standIn.url}/simulator/figures`)).status).toBe(200);
    for (let i = 0; i < 40; i++) standIn.person({ name: `P${i}` }).says('hola');
    await until(() => one.arrived.length + other.arrived.length === 40, 'all');
    expect(Math.min(one.arrived.length, other.arrived.length)).toBeGreaterThan(3);
    expect([...one.arrived, ...other.arrived].every(({ isSigned }) => isSigned)).toBe(true);
    await Promise.all([standIn.close(), one.close(), other.close()]);
  });
});

describe('a stand-in', () => {
  test('without a webhook address does not open', async () => {
    const secrets = { appSecret: 'a', verifyToken: 'b', accessToken: 'c', phoneNumberId: '1' };
    await expect(openStandIn({ ...secrets, webhookUrl: 'nowhere' })).rejects.toThrow('needs a webhook address');
  });
});
