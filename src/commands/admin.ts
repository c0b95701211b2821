import { readTemplateFiles } from '../channels/whatsapp/templateFiles';
import { readConfig } from '../config';
import { dataKey } from '../dataKey';
import { migrate } from '../db/migrate';
import { openDatabase } from '../db/open';
import { projectFile } from '../projectFiles';
import { createVault } from '../services/vault';
import { type Command, readCommand, usage } from './admin/command';
import { run } from './admin/run';

/** `npm run admin -- …`: what staff do from a terminal. Exit code 2 is for a command that was not understood. */
async function main(): Promise<number> {
  const read = readCommand(process.argv.slice(2));
  if (read.ok) return execute(read.command);
  if (read.fault === undefined) console.log(usage);
  else console.error(`${read.fault}\n\n${usage}`);
  return read.fault === undefined ? 0 : 2;
}

async function execute(command: Command): Promise<number> {
  const config = readConfig(process.env);
  // An import of a whole city is one statement a table.
  const { pool, close } = await openDatabase(config, { max: 2, queryTimeout: 600_000 });
  try {
    await migrate(pool);
    return await run(command, {
      pool,
      vault: createVault(dataKey(config)),
      timeZone: config.timeZone,
      now: new Date(),
      say: console.log,
      complain: console.error,
      output: process.stdout,
      prices: config.prices,
      templates: { config, files: readTemplateFiles(projectFile('deployment', 'whatsapp', 'templates')) },
    });
  } finally {
    await close();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fault) => {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exitCode = 1;
  },
);
