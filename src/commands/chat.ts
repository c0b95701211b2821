import { parseArgs } from 'node:util';
import { readConfig } from '../config';
import { endingSignal } from '../ending';
import { createLog } from '../log';
import { openService } from '../service';
import { demoPhones } from '../services/demo';
import { converse } from './chat/converse';
import { makeScratch, type Scratch } from './scratch';

const usage = `npm run chat -- [--as caregiver|instructor|coordinator] [--kept]

  --as     whose phone you write on (caregiver)
  --kept   on the installation of the environment and DATA_DIR, instead of one that is gone afterwards`;

/** `npm run chat`: a talk with the service in the terminal, through a simulated phone. Exit code 2: not understood. */
async function main(): Promise<number> {
  const wish = readWish(process.argv.slice(2));
  if (!wish) {
    console.error(usage);
    return 2;
  }
  const ending = endingSignal();
  const { config, remove } = wish.kept ? keptInstallation() : await makeScratch(process.env);
  try {
    // A form needs a screen.
    const service = await openService({ ...config, forms: 'off' }, createLog('warn', process.stderr));
    const talked = service.standIn ? converse(service.standIn, who[wish.as], ending) : Promise.resolve();
    await talked.finally(service.close);
  } finally {
    await remove();
  }
  return 0;
}

const who = {
  caregiver: { name: 'Luz Dary', phone: demoPhones.caregiver },
  instructor: { name: 'Martha Lucía', phone: demoPhones.instructor },
  coordinator: { name: 'Esperanza', phone: demoPhones.coordinator },
};

type Wish = { as: keyof typeof who; kept: boolean };

function readWish(args: string[]): Wish | undefined {
  const options = { as: { type: 'string', default: 'caregiver' }, kept: { type: 'boolean', default: false } } as const;
  try {
    const { as, kept } = parseArgs({ args, options }).values;
    return isSomebody(as) ? { as, kept } : undefined;
  } catch {
    return undefined;
  }
}

function isSomebody(as: string): as is Wish['as'] {
  return as in who;
}

// On the port of the installation: where the service runs already, it and this would send each other's messages.
function keptInstallation(): Scratch {
  const config = readConfig(process.env);
  if (config.whatsapp) throw new Error('WHATSAPP_… is set: the simulated phone is for an installation without it.');
  return { config, remove: async () => {} };
}

main().then(
  (code) => process.exit(code),
  (fault) => {
    console.error(fault instanceof Error ? fault.message : fault);
    process.exit(1);
  },
);
