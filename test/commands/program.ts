import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { projectFile } from '../../src/projectFiles';

type Run = { env: Record<string, string | undefined>; args?: string[]; stdin?: string };

/** Runs a command of ours as it is started from a terminal, and gives what came of it. */
export async function program(file: string, { env, args = [], stdin = '' }: Run) {
  const run = ['-r', require.resolve('../setup/typescript.cjs'), projectFile('src', 'commands', file), ...args];
  const child = spawn(process.execPath, run, { env: { PATH: process.env.PATH, ...env } });
  child.stdin.end(stdin);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [code, stdout, stderr] = await Promise.all([ended, text(child.stdout), text(child.stderr)]);
  return { code, stdout, stderr };
}
