import { type ChildProcess, spawn } from 'node:child_process';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Place } from './embeddedPlace';

/** Starts the server process; it is not yet ready to answer. */
export async function spawnServer({ binaries, data, log, runAs }: Place, port: number): Promise<ChildProcess> {
  const options = Object.entries({ ...settings, port }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const output = await open(log, 'w', 0o600);
  // In a session of its own, so that Ctrl-C reaches us alone: we finish our turns first.
  const server = spawn('/bin/sh', ['-c', diesWithUs, join(binaries, 'bin', 'postgres'), '-D', data, ...options], {
    ...runAs,
    cwd: '/',
    detached: true,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['pipe', output.fd, output.fd],
  });
  server.stdin?.on('error', () => {});
  server.once('exit', () => server.stdin?.end('ended\n'));
  await new Promise((resolve, reject) => server.once('spawn', resolve).once('error', reject));
  await output.close();
  return server;
}

/** Ends the server: work under way is undone, what was committed is on disk. */
export async function stopServer(server: ChildProcess): Promise<void> {
  if (isOver(server)) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  // A shutdown that hangs is made a crash, which Postgres repairs at the next start.
  const impatience = setTimeout(() => server.kill('SIGQUIT'), 20_000);
  await ended;
  clearTimeout(impatience);
}

/** Whether the server process has ended. */
export function isOver(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}

/** A port of this machine that nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address && typeof address === 'object' ? address.port : 0));
    });
  });
}

// The shell becomes the server, after leaving behind a watch on our end of its standard input: when this process dies,
// however it dies, the pipe ends and the watch shuts the server down. A line says that the server has ended first.
const diesWithUs =
  'exec 3<&0; ( (read ended <&3 || kill -INT $$) </dev/null >/dev/null 2>&1 & ); exec "$0" "$@" </dev/null 3<&-';

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Refused statements would be logged with the values in them.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
};
