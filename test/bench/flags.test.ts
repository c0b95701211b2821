import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { projectFile } from '../../src/projectFiles';

const { scripts } = JSON.parse(readFileSync(projectFile('package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

const programs = Object.entries(scripts).flatMap(([name, line]): [name: string, file: string][] => {
  const [, file] = / node dist\/(test\/.*)\.js$/.exec(line) ?? [];
  return file ? [[name, `${file}.ts`]] : [];
});

function run(file: string, ...args: string[]) {
  const words = ['-r', projectFile('test', 'setup', 'typescript.cjs'), projectFile(file), ...args];
  return spawnSync(process.execPath, words, { encoding: 'utf8', env: { PATH: process.env.PATH } });
}

test('there are such programs', () => expect(programs.length).toBeGreaterThan(7));

test.each(programs)('npm run %s tells what it does and takes, and begins nothing', (name, file) => {
  const { status, stdout, stderr } = run(file, '--help');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const [head, , does] = stdout.split('\n');
  expect(head).toMatch(new RegExp(`^npm run ${name}( -- \\[options\\])?$`));
  expect(does).toMatch(/^[A-Z].{30}/);
});

test.each([
  [['--secnds', '3'], /^Unknown option '--secnds'/],
  [['--seconds', 'three'], /^--seconds takes a number, not "three"\./],
  [['--seconds', ''], /^--seconds takes a number/],
  [['three'], /^Unexpected argument 'three'/],
])('what is not understood is answered with the usage: %j', (args, fault) => {
  const { status, stderr } = run('test/chaos/main.ts', ...args);
  expect(status).toBe(2);
  expect(stderr).toMatch(fault);
  expect(stderr).toMatch(/^ {2}--seconds N +how long people chat \(480\)$/m);
  expect(stderr).toMatch(/^ {2}--json TEXT +a file for the whole report$/m);
});
