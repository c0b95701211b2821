import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config';

/** The 32 bytes that document numbers are encrypted with: the operator's, or one made and kept beside the embedded database. */
export function dataKey({ dataKey: given, dataDir }: Pick<Config, 'dataKey' | 'dataDir'>): Buffer {
  if (given) return given;
  const file = join(dataDir, 'data.key');
  mkdirSync(dataDir, { recursive: true });
  makeOnce(file);
  const key = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  if (key.length !== 32)
    throw new Error(`${file} does not hold 32 bytes in base64: restore it, or the document numbers cannot be read.`);
  return key;
}

function makeOnce(file: string): void {
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
}
