import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Environment, environment } from './environment';

/** A process of the service that somebody else may end. */
export type RunningApp = {
  url: string;
  port: number;
  pid: number;
  /** Names the point at which it dies when it next comes there. */
  arm: (point: string) => void;
  /** Bytes held after a collection, and the memory the process has taken. */
  memory: () => Promise<{ held: number; rss: number }>;
  kill: (signal?: NodeJS.Signals) => void;
  /** How it ended, and the last of what it wrote. */
  ended: Promise<AppEnd>;
};
export type AppEnd = { code: number | null; signal: NodeJS.Signals | null; said: string };

export type AppAsked = { kind: 'arm'; point: string } | { kind: 'memory' };
export type AppTold = { kind: 'listening'; port: number } | { kind: 'memory'; held: number; rss: number };

/** Starts the service as a process of its own; resolves when it listens, rejects if it ends before. */
export async function startApp(given: Environment): Promise<RunningApp> {
  const child = spawn(process.execPath, ['--expose-gc', ...program()], {
    env: { PATH: process.env.PATH, ...environment(given) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = endOf(child);
  const listening = heard(child, 'listening');
  const first = await Promise.race([listening, ended]);
  if (!('port' in first)) throw new Error(`The service ended before it listened (${first.code}): ${first.said}`);
  return {
    url: `http://127.0.0.1:${first.port}`,
    port: first.port,
    pid: child.pid ?? 0,
    arm: (point) => ask(child, { kind: 'arm', point }),
    memory: () => {
      const told = heard(child, 'memory');
      ask(child, { kind: 'memory' });
      return told;
    },
    kill: (signal = 'SIGKILL') => child.kill(signal),
    ended,
  };
}

// As it is under jest, or built.
function program(): string[] {
  const isBuilt = __filename.endsWith('.js');
  return isBuilt
    ? [join(__dirname, 'app.js')]
    : ['-r', join(__dirname, '..', 'setup', 'typescript.cjs'), join(__dirname, 'app.ts')];
}

function ask(child: ChildProcess, asked: AppAsked): void {
  // It may have died a moment ago.
  if (child.connected) child.send(asked, () => {});
}

function heard<Kind extends AppTold['kind']>(
  child: ChildProcess,
  kind: Kind,
): Promise<Extract<AppTold, { kind: Kind }>> {
  return new Promise((resolve) => {
    const listen = (told: AppTold) => {
      if (told.kind !== kind) return;
      child.off('message', listen);
      resolve(told as Extract<AppTold, { kind: Kind }>);
    };
    child.on('message', listen);
  });
}

function endOf(child: ChildProcess): Promise<AppEnd> {
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-4000);
    });
  return new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal, said })));
}
