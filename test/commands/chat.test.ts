import { program } from './program';

const env = { DATABASE_URL: process.env.RELEVO_TEST_POSTGRES };

test('lines from a pipe are talked through one after the other, numbers picking choices', async () => {
  const { code, stdout } = await program('chat.ts', { env, stdin: 'hola\n1\nel porvenir\n99\n' });
  expect(code).toBe(0);
  const [, hello = '', where = '', classes = '', again = ''] = stdout.split('Luz Dary ▸ ');
  expect(hello).toContain('[1] Ver clases');
  expect(where).toMatch(/^1\n.*localidad/);
  expect(classes).toContain('Huerta urbana');
  expect(again).toMatch(/^99\n/);
});

test('the instructor is talked to as such', async () => {
  const { stdout } = await program('chat.ts', { env, args: ['--as', 'instructor'], stdin: 'asistencia\n' });
  expect(stdout).toContain('34. Ofelia Zúñiga');
});

test('the coordinator is told what nobody has marked at her site', async () => {
  const { stdout } = await program('chat.ts', { env, args: ['--as', 'coordinator'], stdin: 'hola\nquién dicta\n' });
  expect(stdout).toContain('Hola, Esperanza');
  expect(stdout).toContain('*Yoga*, El Porvenir: Martha Lucía Pardo Niño');
});

test('a wish that is not understood is answered with the usage', async () => {
  const { code, stderr } = await program('chat.ts', { env, args: ['--as', 'mayor'] });
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringContaining('--as caregiver|instructor|coordinator'),
  });
});
