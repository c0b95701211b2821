import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFile } from '../src/projectFiles';

const folder = mkdtempSync(join(tmpdir(), 'relevo main ñ-'));
chmodSync(folder, 0o755);
const running = new Set<ChildProcess>();

afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

test('a newcomer is told where to go, and finds there what a second start has kept', async () => {
  const first = await start();
  for (const told of ['/phone', '/healthz', '573009990002', 'npm run admin -- token add', 'npm run admin -- export'])
    expect(first.said()).toContain(told);
  await say(first.url, 'ver clases');
  await first.ends('SIGINT');
  const second = await start();
  // Only who was asked for a place is answered with the sites of one.
  expect(await say(second.url, 'bosa')).toContain('El Porvenir');
  await second.ends('SIGTERM');
}, 60_000);

test('Ctrl-C ends it in two seconds, also while a phone page waits, and pressed twice as npm does', async () => {
  const { url, ends } = await start();
  const { run } = (await (await fetch(`${url}/phone/people`)).json()) as { run: string };
  const poll = fetch(`${url}/phone/thread?person=p1&after=${run}.999999`).then(
    ({ status }) => status,
    () => 0,
  );
  const began = Date.now();
  const [code] = await Promise.all([ends('SIGINT', 'SIGINT'), poll]);
  expect({ code, soon: Date.now() - began < 2000 }).toEqual({ code: 0, soon: true });
}, 60_000);

test('a port that is taken is said in a sentence', async () => {
  const other = createServer().listen(0);
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const child = program({ PORT: String(port) });
  const faults = textOf(child, 'stderr');
  expect(await once(child, 'exit')).toEqual([1, null]);
  expect(faults()).toBe(`Port ${port} cannot be opened (EADDRINUSE): stop what uses it, or set PORT.\n`);
  other.close();
}, 60_000);

async function start() {
  const child = program({ PORT: '0' });
  const said = textOf(child, 'stdout');
  while (!said().includes('Ctrl-C ends it.')) {
    if (child.exitCode !== null) throw new Error(`It ended with ${child.exitCode}: ${said()}`);
    await once(child.stdout ?? child, 'data');
  }
  const ends = async (...signals: NodeJS.Signals[]) => {
    const exit = once(child, 'exit');
    for (const signal of signals) child.kill(signal);
    return (await exit)[0] as number;
  };
  return { url: /http:\/\/localhost:\d+/.exec(said())?.[0] ?? '', said, ends };
}

function program(env: Record<string, string>): ChildProcess {
  const args = ['-r', require.resolve('./setup/typescript.cjs'), projectFile('src', 'main.ts')];
  const all = { PATH: process.env.PATH, DATA_DIR: folder, LOG_LEVEL: 'warn', ...env };
  const child = spawn(process.execPath, args, { env: all, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

function textOf(child: ChildProcess, stream: 'stdout' | 'stderr'): () => string {
  let text = '';
  child[stream]?.on('data', (piece) => {
    text += piece;
  });
  return () => text;
}

/** What stands on the caregiver's phone, whole, once the service has answered. */
async function say(url: string, text: string): Promise<string> {
  const post = { method: 'POST', headers: { 'content-type': 'application/json', origin: url } };
  await fetch(`${url}/phone/say`, { ...post, body: JSON.stringify({ person: 'p1', text }) });
  for (let at = 0; at < 40; at += 1) {
    const thread = await (await fetch(`${url}/phone/thread?person=p1&after=`)).text();
    if (thread.includes('"outbound"')) return thread;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('No answer came to the phone.');
}
