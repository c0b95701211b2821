import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { scripts } from '../dialogs/all';
import { projectFile } from '../src/projectFiles';

const sources = ['src', 'dialogs', 'locales']
  .flatMap((folder) => filesUnder(folder))
  .filter((file) => file.endsWith('.ts'));
const textOf = (file: string) => readFileSync(projectFile(file), 'utf8');

// A string that begins as a statement does; in src/db nearly every file has one.
const statement =
  /['"`]\s*(select\b(?! ?['"`])|insert into |update \w+ ?\n? *set |delete from |with \w+ as |create (table|database|index) |drop (table|database) |alter table |truncate |begin['"`]|commit['"`]|rollback['"`])/i;

test('SQL stands in src/db only', () => {
  const holders = sources.filter((file) => statement.test(textOf(file)) || textOf(file).includes('.query('));
  expect(holders.filter((file) => !file.startsWith('src/db/'))).toEqual([]);
  // The net is only as good as what it catches.
  const modules = sources.filter((file) => file.startsWith('src/db/') && textOf(file).includes('.query('));
  expect(modules.filter((file) => !statement.test(textOf(file)))).toEqual([]);
  expect(modules.length).toBeGreaterThan(15);
});

test('the environment is read by readConfig alone, and handed to it by programs', () => {
  for (const file of sources) {
    const text = textOf(file);
    const mentions = text.match(/process\.env\b/g)?.length ?? 0;
    const handedOn = text.match(/\b(readConfig|makeScratch)\(process\.env\)/g)?.length ?? 0;
    expect({ file, mentions }).toEqual({ file, mentions: handedOn });
    if (mentions > 0) expect(file).toMatch(/^src\/(main|commands\/\w+)\.ts$/);
  }
});

test('no file is named for nothing in particular', () => {
  const words = (file: string) =>
    basename(file)
      .split('.')[0]
      ?.split(/(?=[A-Z])|[-_]/) ?? [];
  const vague = /^(utils?|helpers?|managers?|common|misc|base|index|stuff)$/i;
  const tests = filesUnder('test').filter((file) => file.endsWith('.ts'));
  expect([...sources, ...tests].filter((file) => words(file).some((word) => vague.test(word)))).toEqual([]);
});

test('scripts and readers take types of services, never services', () => {
  const pure = sources.filter((file) => /^(dialogs|src\/(script|replies))\//.test(file));
  const imports = pure.flatMap((file) => textOf(file).match(/^import .*services\/.*$/gm) ?? []);
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((line) => !line.startsWith('import type '))).toEqual([]);
});

test('every script has a name of its own, and every question of a script too', () => {
  const twice = (names: string[]) => names.filter((name, at) => names.indexOf(name) !== at);
  expect(twice(scripts.map(({ name }) => name))).toEqual([]);
  for (const { name, steps } of scripts) {
    const named = steps.flatMap((step) => ('name' in step ? [step.name] : []));
    expect({ name, twice: twice(named) }).toEqual({ name, twice: [] });
  }
});

describe('the linter refuses', () => {
  const forbidden = [
    ['src/domain/a.ts', 'node:path'],
    ['src/domain/b.ts', 'zod/v4'],
    ['src/domain/c.ts', '../replies/text'],
    ['src/replies/a.ts', '../db/pool'],
    ['src/script/a.ts', 'node:fs'],
    ['dialogs/a.ts', 'botbuilder-dialogs'],
    ['dialogs/b.ts', '../src/channels/whatsapp/graph'],
    ['src/services/a.ts', '../bot/turns'],
    ['src/services/b.ts', 'ioredis'],
    ['src/db/a.ts', '../../dialogs/all'],
    ['src/jobs/a.ts', '../http/server'],
    ['src/bot/a.ts', '../channels/whatsapp/graph'],
    ['src/channels/a.ts', '../../dialogs/all'],
    ['src/channels/b.ts', 'restify'],
    ['src/http/a.ts', '../bot/turns'],
  ] as const;
  const allowed = ['src/domain/d.ts', './names'] as const;
  const folder = mkdtempSync(join(tmpdir(), 'relevo-lint-'));
  let refused: string[] = [];

  beforeAll(() => {
    const { vcs, $schema, ...rules } = JSON.parse(textOf('biome.json'));
    write('biome.json', JSON.stringify(rules));
    for (const [file, from] of [...forbidden, allowed])
      write(file, `import { x } from '${from}';\nexport const y = x;\n`);
    const args = ['lint', '--reporter=json', '--only=style/noRestrictedImports', '.'];
    const { stdout } = spawnSync(projectFile('node_modules', '.bin', 'biome'), args, { cwd: folder, encoding: 'utf8' });
    refused = JSON.parse(stdout).diagnostics.map(({ location }: { location: { path: string } }) => location.path);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(forbidden)('in %s: %s', (file) => expect(refused).toContain(file));

  test('and nothing that is allowed', () => expect(refused).not.toContain(allowed[0]));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
});

describe('the README', () => {
  const readme = () => textOf('README.md');

  test('names every command of package.json', () => {
    const { scripts: commands } = JSON.parse(textOf('package.json'));
    const unnamed = Object.keys(commands).filter((name) => !new RegExp(`npm (run )?${name}\\b`).test(readme()));
    expect(unnamed).toEqual([]);
  });

  test('names only files that are there', () => {
    const paths = [
      ...(readme().match(/\b(src|test|dialogs|locales|deployment)\/[\w./-]*\w/g) ?? []),
      ...[...readme().matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path = '']) => path),
    ];
    expect(paths.length).toBeGreaterThan(20);
    expect(paths.filter((path) => !existsSync(projectFile(path)))).toEqual([]);
  });
});

function filesUnder(folder: string): string[] {
  return readdirSync(projectFile(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(projectFile('').length + 1));
}
