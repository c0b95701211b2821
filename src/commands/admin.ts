import { createInterface } from 'node:readline';
import { readFlowFiles } from '../channels/whatsapp/flowFiles';
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
  else console.error(`${read.fault}\n"npm run admin -- help" tells what there is.`);
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
      ask,
      output: process.stdout,
      prices: config.prices,
      offerTerms: config.offerTerms,
      templates: { config, files: readTemplateFiles(projectFile('deployment', 'whatsapp', 'templates')) },
      flows: { config, files: readFlowFiles(projectFile('deployment', 'whatsapp', 'flows')) },
    });
  } finally {
    await close();
  }
}

// A question is shown only to whoever can answer it; a file or a program on the input knows what to say.
async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  if (process.stdin.isTTY) process.stderr.write(question);
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    lines.close();
  }
}

// What went wrong with a file, in words that say what to look at.
function faultWords(fault: unknown): unknown {
  if (!(fault instanceof Error)) return fault;
  const { code, path = '' }: NodeJS.ErrnoException = fault;
  const file = `"${path.replace(/\.part$/, '')}"`;
  switch (code) {
    case 'ENOENT':
      return `There is no file or folder ${file}.`;
    case 'EISDIR':
      return 'A file is needed, and this is a folder.';
    case 'EACCES':
      return `This user may not use ${file}.`;
    default:
      return fault.message;
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (fault) => {
    console.error(faultWords(fault));
    process.exitCode = 1;
  },
);
