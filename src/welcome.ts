import type { Config } from './config';
import type { Service } from './service';
import { demoPhones } from './services/demo';

/** What an operator reads when the service is up: where to go next. */
export function welcome({ url, standIn }: Service, { databaseUrl, dataDir }: Config): string {
  const local = url.replace('127.0.0.1', 'localhost');
  const lines = standIn ? [...demo(local), ''] : [`Relevo is up. WhatsApp posts to ${local}/webhooks/whatsapp.`, ''];
  return [
    ...lines,
    `Health       ${local}/healthz  ${local}/readyz  ${local}/metrics`,
    'Attendance   npm run admin -- export attendance --from 2026-01-01 --to 2026-12-31',
    databaseUrl ? '' : `Data         ${dataDir} (embedded Postgres)`,
    'Ctrl-C ends it.',
  ]
    .filter((line, at) => line !== '' || at < lines.length)
    .join('\n');
}

function demo(url: string): string[] {
  return [
    'Relevo is up, with demo data and simulated phones: nothing leaves this machine.',
    '',
    `Phones       ${url}/phone`,
    `             the caregiver (+${demoPhones.caregiver}) writes "hola"`,
    `             the instructor (+${demoPhones.instructor}) has a class of 34 today and writes "asistencia"`,
  ];
}
