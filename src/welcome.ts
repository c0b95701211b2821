import type { Config } from './config';
import { dateIn } from './domain/calendar';
import type { Service } from './service';
import { demoPhones } from './services/demo';

/** What an operator reads when the service is up: where to go next. */
export function welcome({ url, standIn }: Service, { databaseUrl, dataDir, timeZone }: Config): string {
  const local = url.replace('127.0.0.1', 'localhost');
  const today = dateIn(timeZone, new Date());
  return [
    ...(standIn
      ? demo(local)
      : [`Relevo is up. WhatsApp posts to ${local}/webhooks/whatsapp, the web chat is at ${local}/.`]),
    '',
    `Health       ${local}/healthz  ${local}/readyz  ${local}/metrics`,
    `Attendance   npm run admin -- export attendance --from ${today} --to ${today}`,
    'For programs npm run admin -- token add NAME   prints a token; then',
    `             curl -H "Authorization: Bearer TOKEN" "${local}/admin/exports/attendance.csv?from=${today}&to=${today}"`,
    ...(databaseUrl ? [] : [`Data         ${dataDir} (embedded Postgres)`]),
    '',
    'Ctrl-C ends it.',
  ].join('\n');
}

function demo(url: string): string[] {
  return [
    'Relevo is up, with demo data, a web chat and simulated phones: nothing leaves this machine.',
    '',
    `Web chat     ${url}/`,
    `Phones       ${url}/phone`,
    `             the caregiver (+${demoPhones.caregiver}) writes "hola"`,
    `             the instructor (+${demoPhones.instructor}) has a class of 34 today and writes "asistencia"`,
  ];
}
