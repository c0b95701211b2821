import { spawnSync } from 'node:child_process';

const SCRIPT = `
  const { armCrashPoint, crashPoint } = require('./src/crashPoint.ts');
  process.on('exit', () => console.log('exit'));
  crashPoint('one');
  armCrashPoint(process.argv[1]);
  crashPoint('one');
  console.log('after one');
  crashPoint('two');
  console.log('after two');
`;

test.each([
  ['one', 'SIGKILL', ''],
  ['two', 'SIGKILL', 'after one\n'],
  ['three', null, 'after one\nafter two\nexit\n'],
  ['', null, 'after one\nafter two\nexit\n'],
])('armed with %j a process dies by %s, without another line of code', (name, signal, said) => {
  const hook = require.resolve('./setup/typescript.cjs');
  const child = spawnSync(process.execPath, ['-r', hook, '-e', SCRIPT, name], { encoding: 'utf8' });
  expect(child.signal).toBe(signal);
  expect(child.stdout).toBe(said);
});
