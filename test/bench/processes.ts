import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program of ours as a process of its own. `said` is its first line on standard output. */
export type Running = { pid: number; said: string; stop: () => Promise<void> };

export type Program = { args?: string[]; env?: Record<string, string>; nodeArgs?: string[] };

/** Starts a built program and waits for its first line. */
export async function run(program: string, { args = [], env = {}, nodeArgs = [] }: Program = {}): Promise<Running> {
  const file = join(__dirname, '..', '..', program);
  const child = spawn(process.execPath, [...nodeArgs, file, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = await firstLine(child, program);
  return { pid: child.pid ?? 0, said, stop: () => stop(child) };
}

function firstLine(child: ChildProcess, program: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
    });
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code} before it said anything.`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

/** CPU seconds used so far by one process, or by all whose title holds a text: Postgres' backends name their database (Linux: /proc, ticks of 10 ms). */
export function cpuSeconds(of: { pid: number } | { title: string }): number {
  if ('pid' in of) return ticks(String(of.pid)) / 100;
  return (
    pids()
      .filter((pid) => titleOf(pid).includes(of.title))
      .reduce((sum, pid) => sum + ticks(pid), 0) / 100
  );
}

/** Resident memory of a process in MiB. */
export function residentMiB(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

function pids(): string[] {
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
}

function titleOf(pid: string): string {
  return readProc(pid, 'cmdline').replaceAll('\0', ' ');
}

function ticks(pid: string): number {
  const stat = readProc(pid, 'stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return stat ? [11, 12].reduce((sum, at) => sum + Number(fields[at]), 0) : 0;
}

// A process may have ended while we looked.
function readProc(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
