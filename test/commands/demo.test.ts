import { onServer } from '../setup/database';
import { program } from './program';

test('the demo tells its story to the end, every step right, and leaves no database behind', async () => {
  const before = await scratchDatabases();
  const { code, stdout, stderr } = await program('demo.ts', {
    env: { DATABASE_URL: process.env.RELEVO_TEST_POSTGRES },
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/34 rows: asistió 30, faltó 3, llegó tarde 1\n\nAll came out right: 13 messages, 13 answers/);
  expect(await scratchDatabases()).toEqual(before);
});

async function scratchDatabases(): Promise<string[]> {
  return onServer(async (server) => {
    const { rows } = await server.query(
      "select datname from pg_database where datname ~ '^relevo_scratch_[0-9a-f]{12}$'",
    );
    return rows.map(({ datname }) => datname);
  });
}
