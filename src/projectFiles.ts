import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Absolute path of a file that ships with the project; the same from `src/` (tests) and from `dist/` (built). */
export function projectFile(...path: string[]): string {
  return join(projectRoot(), ...path);
}

function projectRoot(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) {
    const above = dirname(folder);
    if (above === folder)
      throw new Error(`No package.json above ${__dirname}: the project's files have been moved apart.`);
    folder = above;
  }
  return folder;
}
